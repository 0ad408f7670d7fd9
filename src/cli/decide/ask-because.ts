import {assumptionsOf, isAbout} from "../../analysis/gates.ts";
import {compareRecency} from "../../analysis/spoken.ts";
import {daysBetween, formatAge} from "../../core/calendar.ts";
import {foldText} from "../../core/fold.ts";
import {shortId} from "../../core/identity.ts";
import type {Conversation} from "../../notes/collection.ts";
import {writeLine} from "../../notes/lines/write-line.ts";
import {namesOf} from "../../reports/names.ts";
import {asText, type Asker} from "../guided-registers/register-form.ts";
import type {Choice} from "../prompts/prompter.ts";
import {conceptOf, reasonIn} from "./answers.ts";

const inWhat = asText("What in it? (Enter: all of it)");

/** On which talks it rests, one after the other, the newest first; of each what in it. */
export async function askBecause(_before: string[], asker: Asker): Promise<string[]> {
  const talks = talksFor(asker);
  const lines: string[] = [];
  const cited = new Set<string>();
  while (cited.size < talks.length) {
    const picked = await asker.prompter.search<string | null>({
      message: cited.size === 0 ? "Because of which talk?" : "And which other?",
      find: (typed) => choicesFor(typed, talks, cited, asker),
    });
    if (picked === null) break;
    cited.add(picked);
    await remind(
      talks.find(({id}) => id === picked),
      asker,
    );
    const what = await inWhat("", asker);
    const line = writeLine("because", {conversation: picked, what: what === "" ? null : what});
    lines.push(line.slice(2));
  }
  return lines;
}

/** The first things that were said in a talk, so that nobody has to look them up. */
async function remind(talk: Conversation | undefined, {prompter}: Asker): Promise<void> {
  if (talk === undefined) return;
  for (const said of saidIn(talk).slice(0, 3)) await prompter.say(`  ${said}`);
}

/** `Gantry, sales call (k7f3qa): opened the help page four times` */
export function becauseShown(value: string, asker: Asker): string {
  const reason = reasonIn(value, asker);
  if (reason === null) return value;
  const {talk, what} = reason;
  const lead = `${labelOf(talk, asker)} (${shortId(talk.id)})`;
  return what === null ? lead : `${lead}: ${what}`;
}

/** Held talks about the concept, or all of them where there is none; the newest first. */
function talksFor(asker: Asker): Conversation[] {
  const {collection, today} = asker;
  const concept = conceptOf(asker);
  const held = collection.conversations.filter(
    ({status, date}) => status === "held" && date <= today,
  );
  const own = concept === null ? null : assumptionsOf(concept.id, collection, today);
  const about =
    concept === null || own === null ? held : held.filter((one) => isAbout(one, concept.id, own));
  return (about.length === 0 ? held : about).toSorted((a, b) => compareRecency(b, a));
}

function choicesFor(
  typed: string,
  talks: readonly Conversation[],
  cited: ReadonlySet<string>,
  asker: Asker,
): Choice<string | null>[] {
  const words = foldText(typed)
    .split(/\s+/)
    .filter((word) => word !== "");
  const none = {value: null, label: cited.size === 0 ? "None: no talk led to it" : "No other"};
  const found = talks
    .filter(({id}) => !cited.has(id))
    .filter((talk) => words.every((word) => textOf(talk, asker).includes(word)))
    .map((talk) => ({
      value: talk.id,
      label: labelOf(talk, asker),
      note: `${formatAge(daysBetween(talk.date, asker.today))}, ${shortId(talk.id)}`,
    }));
  return words.length === 0 ? [none, ...found] : [...found, none];
}

function labelOf({customer, type}: Conversation, {collection}: Asker): string {
  const names = namesOf(collection);
  return `${names.customer(customer)}, ${names.type(type)}`;
}

/** What a talk may be found by: whom it was with, its id, and what was said. */
function textOf(talk: Conversation, asker: Asker): string {
  return foldText([labelOf(talk, asker), talk.id, ...saidIn(talk)].join(" "));
}

/** What was said, on assumptions first. */
function saidIn({evidence, items}: Conversation): string[] {
  const rows = evidence.flatMap(({quote, note}) => (quote === null ? (note ?? []) : `"${quote}"`));
  return [...rows, ...Object.values(items).flatMap((all) => all.map(({text}) => text))];
}
