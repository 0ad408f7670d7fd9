import {assessAll, type AssessedAssumption} from "../../analysis/assess-all.ts";
import {compareText, flattenSpace} from "../../core/text.ts";
import type {ItemSection} from "../../notes/body.ts";
import {statusLabel} from "../../reports/wording.ts";
import {slugOf} from "../../workspace/slug.ts";
import {listOf} from "../command.ts";
import {knownAssumptions} from "../known.ts";
import {nearestNamed} from "../names.ts";
import type {Choice} from "../prompts/prompter.ts";
import {askLine} from "./ask-line.ts";
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
    const line = await askLine(id, one, told, talk);
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
