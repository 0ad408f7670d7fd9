import type {AssessedAssumption} from "../../analysis/assess-all.ts";
import {flattenSpace} from "../../core/text.ts";
import type {ItemSection} from "../../notes/body.ts";
import {parseLine} from "../../notes/lines/read-line.ts";
import {evidenceKinds, type EvidenceKind} from "../../notes/vocabulary.ts";
import {closeQuote} from "./close-quote.ts";
import {refuseText, type Talk, type ToldEvidence} from "./talk.ts";

/** Their words on one assumption, which way they point, and how one knows; null when it is left out. */
export async function askLine(
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
  return closeQuote(flattenSpace(typed));
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
