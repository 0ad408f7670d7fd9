import {assessAll, type AssessedAssumption} from "../../analysis/assess-all.ts";
import {compareText, flattenSpace} from "../../core/text.ts";
import type {ItemSection} from "../../notes/body.ts";
import {parseLine} from "../../notes/read-line.ts";
import {evidenceKinds, type EvidenceKind} from "../../notes/vocabulary.ts";
import {statusLabel} from "../../reports/wording.ts";
import {slugOf} from "../../workspace/slug.ts";
import {listOf} from "../command.ts";
import {knownAssumptions} from "../known.ts";
import {nearestNamed} from "../names.ts";
import type {Choice} from "../prompts/prompter.ts";
import {refuseText, type Talk, type ToldEvidence} from "./talk.ts";

/** Assumptions that are listed at once; the others stand behind "Another one". */
const mostListed = 7;
const another = "/another";

/** Did any of it test one of these? Then, for each, their words, which way they point, and how one knows. */
export async function askEvidence(
  told: {concepts: string[]; contacts: string[]; items: [ItemSection, string[]][]},
  talk: Talk,
): Promise<ToldEvidence[]> {
  if (listOf(talk.flags, "evidence").length > 0) return [];
  const assessed = assessAll(talk.collection, talk.today).filter(({retired}) => !retired);
  const ids = await askTested(assessed, told.concepts, talk);
  const evidence: ToldEvidence[] = [];
  for (const id of ids) {
    const one = assessed.find(({assumption}) => assumption.id === id);
    const line = await askOne(id, one, told, talk);
    if (line !== null) evidence.push(line);
  }
  return evidence;
}

async function askTested(
  assessed: AssessedAssumption[],
  concepts: string[],
  talk: Talk,
): Promise<string[]> {
  const about = assessed.filter(({assumption}) =>
    assumption.concepts.some((concept) => concepts.includes(concept)),
  );
  const listed = (about.length > 0 ? about : assessed)
    .toSorted(leastTestedFirst)
    .slice(0, mostListed);
  if (assessed.length === 0) return [];
  const more = assessed.length > listed.length;
  const ticked = await talk.memory.once<string[]>("tested", (before) =>
    talk.prompter.checkbox<string>({
      message: "Did any of it test one of these? (space marks, Enter: none)",
      choices: [
        ...listed.map((one) => testedChoice(one)),
        ...(more ? [{value: another, label: "Another one ..."}] : []),
      ],
      ticked: before ?? [],
    }),
  );
  const ids = ticked.filter((id) => id !== another);
  if (!ticked.includes(another)) return ids;
  const other = await talk.memory.once<string>("tested/another", () =>
    talk.prompter.search<string>({
      message: "Which one?",
      find: (typed) => otherChoices(typed, assessed, ids, talk),
    }),
  );
  return [...new Set([...ids, other])];
}

/** What nobody has tested yet comes first, then what hardly anybody has; what matters most among equals. */
function leastTestedFirst(a: AssessedAssumption, b: AssessedAssumption): number {
  return (
    a.assessment.customers - b.assessment.customers ||
    importance(a) - importance(b) ||
    compareText(a.assumption.id, b.assumption.id)
  );
}

function importance({assumption}: AssessedAssumption): number {
  const order = ["critical", "high", "medium", "low"];
  const at = order.indexOf(assumption.importance ?? "low");
  return at < 0 ? order.length : at;
}

function testedChoice({assumption, assessment}: AssessedAssumption): Choice<string> {
  const label = assumption.statement ?? assumption.id;
  if (assessment.customers > 0) return {value: assumption.id, label};
  const {status, strength, customers} = assessment;
  return {
    value: assumption.id,
    label,
    note: status === "untested" ? "not tested yet" : statusLabel(status, strength, customers),
  };
}

/** A statement that nobody wrote down yet may be named too: the line then waits for its file. */
function otherChoices(
  typed: string,
  assessed: AssessedAssumption[],
  taken: string[],
  talk: Talk,
): Choice<string>[] {
  const words = flattenSpace(typed).toLowerCase();
  const open = assessed.filter(({assumption}) => !taken.includes(assumption.id));
  const fits = open.filter(({assumption}) =>
    [assumption.id, assumption.statement ?? "", ...assumption.aliases].some((text) =>
      text.toLowerCase().includes(words),
    ),
  );
  const known = knownAssumptions(talk.collection);
  const near = nearestNamed(typed, known).map(({id}) => id);
  const found =
    fits.length > 0 ? fits : open.filter(({assumption}) => near.includes(assumption.id));
  const choices = found.map((one) => testedChoice(one));
  if (words === "" || refuseText(typed) !== null) return choices;
  const id = slugOf(typed);
  if (known.some((one) => one.id === id)) return choices;
  return [...choices, {value: id, label: `New, to be written down later: ${id}`}];
}

async function askOne(
  id: string,
  one: AssessedAssumption | undefined,
  told: {contacts: string[]; items: [ItemSection, string[]][]},
  talk: Talk,
): Promise<ToldEvidence | null> {
  const key = `evidence/${id}`;
  if (
    talk.memory.known(`${key}/stance`) === undefined ||
    talk.memory.known(`${key}/kind`) === undefined
  )
    await talk.prompter.say(headOf(id, one));
  const words = await askWords(key, told.items, talk);
  const stance = await talk.memory.once<string>(`${key}/stance`, (before) =>
    talk.prompter.select<string>({
      message: "For or against?",
      choices: [
        {value: "", label: "Leave it out, I am not sure it is about this"},
        {value: "supports", label: "For"},
        {value: "refutes", label: "Against"},
        {value: "mixed", label: "Mixed"},
      ],
      marked: before ?? "",
    }),
  );
  if (stance === "") return null;
  const kind = await askKind(key, stance as ToldEvidence["stance"], talk);
  const who = await askWho(key, words, told.contacts, talk);
  return {assumption: id, words, stance: stance as ToldEvidence["stance"], kind, who};
}

function headOf(id: string, one: AssessedAssumption | undefined): string {
  const wrong = one?.assumption.wrong ?? null;
  const head = `\n${one?.assumption.statement ?? id}`;
  return wrong === null ? head : `${head}\n  wrong if: ${wrong}`;
}

const typeThem = "/type";

async function askWords(
  key: string,
  items: [ItemSection, string[]][],
  talk: Talk,
): Promise<string> {
  const lines = [...new Set(items.flatMap(([, texts]) => texts))];
  const picked =
    lines.length === 0
      ? typeThem
      : await talk.memory.once<string>(`${key}/words`, (before) =>
          talk.prompter.select<string>({
            message: "Their words?",
            choices: [
              ...lines.map((line) => ({value: line, label: line})),
              {value: typeThem, label: "Type them ..."},
              {value: "", label: "None"},
            ],
            ...(before === undefined ? {} : {marked: before}),
          }),
        );
  if (picked !== typeThem) return picked;
  const typed = await talk.memory.once<string>(`${key}/words/typed`, (before) =>
    talk.prompter.text({
      message: 'Their words? (Enter: none; start with " when they are exact)',
      initial: before ?? "",
      refuse: refuseText,
    }),
  );
  return flattenSpace(typed);
}

/** How one knows, weakest first, so that nobody claims more than was seen. */
const kindsFor: Record<EvidenceKind, string> = {
  compliment: "They praised it, or were polite",
  hypothetical: "They said they would (use, buy, recommend)",
  opinion: "They think so",
  story: "They told of a time it happened",
  observed: "I saw them do it",
  time: "They gave more time for it (pilot, data, people)",
  reputation: "They put their name to it (brought a boss, a reference)",
  money: "They paid or signed",
};
const kindsAgainst: Record<EvidenceKind, string> = {
  compliment: "They were lukewarm, or polite",
  hypothetical: "They said they would not",
  opinion: "They think not",
  story: "They told of a time it did not",
  observed: "I saw it fail",
  time: "They would not give more time for it (pilot, data, people)",
  reputation: "They would not put their name to it",
  money: "They refused to pay or sign",
};
const sideOf = {supports: "for", refutes: "against", mixed: "mixed"} as const;

async function askKind(key: string, stance: ToldEvidence["stance"], talk: Talk): Promise<string> {
  const labels = stance === "refutes" ? kindsAgainst : kindsFor;
  return await talk.memory.once<string>(`${key}/kind`, (before) =>
    talk.prompter.select<string>({
      message: `How do you know?  (${sideOf[stance]})`,
      choices: evidenceKinds.map((kind) => ({value: kind, label: labels[kind]})),
      ...(before === undefined ? {} : {marked: before}),
    }),
  );
}

/** Who said it: only a quote names somebody, and with one person there it was that one. */
async function askWho(
  key: string,
  words: string,
  contacts: string[],
  talk: Talk,
): Promise<string | null> {
  const row = readWords(words);
  if (row?.quote === null || row === null || row.who !== null) return null;
  if (contacts.length < 2) return contacts[0] ?? null;
  const picked = await talk.memory.once<string>(`${key}/who`, (before) =>
    talk.prompter.select<string>({
      message: "Who said it?",
      choices: [
        ...contacts.map((contact) => ({value: contact, label: contact})),
        {value: "", label: "I do not remember"},
      ],
      ...(before === undefined ? {} : {marked: before}),
    }),
  );
  return picked === "" ? null : picked;
}

/** What stands behind the bracket of an evidence line, read by its grammar; null when it cannot be. */
export function readWords(
  words: string,
): {quote: string | null; note: string | null; who: string | null; themes: string[]} | null {
  if (words === "") return null;
  const result = parseLine("evidence", `For something (story): ${words}`);
  return "row" in result ? result.row : null;
}
