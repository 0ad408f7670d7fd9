import fuzzysort from "fuzzysort";
import {daysBetween, formatAge} from "../../core/calendar.ts";
import {foldText} from "../../core/fold.ts";
import {compareText, flattenSpace, foldName} from "../../core/text.ts";
import {sources} from "../../notes/vocabulary.ts";
import {valueOf} from "../command.ts";
import {customerKind, knownCustomers, knownSegments} from "../known.ts";
import {findNamed, type Named, nearestNamed} from "../names.ts";
import {sourceLabels} from "../source-labels.ts";
import type {Choice} from "../prompts/prompter.ts";
import {refuseText, talksWith, type Talk, type ToldCustomer} from "./talk.ts";

/** A known customer, or the name of a new one; a known one's name is kept for the list of drafts. */
type Picked = {id: string; name?: string} | {name: string};

/** Customer? Type-ahead over names, aliases and ids; whoever was talked to last stands first. */
export async function askCustomer(talk: Talk): Promise<ToldCustomer> {
  const known = byLastTalk(knownCustomers(talk.collection), talk);
  const picked = talk.addTo === null ? await pick(known, talk) : {id: talk.addTo.customer};
  if ("id" in picked) {
    const name = talk.collection.customers.find((one) => one.id === picked.id)?.name ?? picked.id;
    return {id: picked.id, name, isNew: false, segment: null, source: null};
  }
  return {
    id: picked.name,
    name: picked.name,
    isNew: true,
    segment: await askSegment(talk),
    source: await askSource(talk),
  };
}

async function pick(known: Named[], talk: Talk): Promise<Picked> {
  if (talk.customer !== null) return await pickTyped(flattenSpace(talk.customer), known, talk);
  return await talk.memory.once<Picked>("customer", (before) =>
    talk.prompter.search<Picked>({
      message: "Customer?",
      find: (typed) => withBefore(before, typed, customersFor(typed, known, talk)),
    }),
  );
}

/** The customer of the command line; a name that nobody has is shown, and asked about where one is near. */
async function pickTyped(typed: string, known: Named[], talk: Talk): Promise<Picked> {
  const id = findNamed(typed, known, customerKind);
  if (id !== null) return {id, name: labelOf(id, known)};
  const fresh = {value: {name: typed}, label: `New customer: ${typed}`};
  const near = nearestNamed(typed, known);
  if (near.length === 0) {
    if (talk.memory.known("customer/source") === undefined) await talk.prompter.say(fresh.label);
    return fresh.value;
  }
  return await talk.memory.once<Picked>("customer", () =>
    talk.prompter.select<Picked>({
      message: `No customer is called ${typed} yet. Who was it?`,
      choices: [fresh, ...near.map((thing) => choiceOf(thing, talk))],
    }),
  );
}

/** While nothing is typed, what was answered before stands first: Enter keeps it. */
function withBefore(
  before: Picked | undefined,
  typed: string,
  choices: Choice<Picked>[],
): Choice<Picked>[] {
  if (before === undefined || flattenSpace(typed) !== "") return choices;
  const isBefore = ({value}: Choice<Picked>): boolean =>
    "id" in before && "id" in value && value.id === before.id;
  const kept = choices.find(isBefore) ?? {
    value: before,
    label: "id" in before ? before.id : `New customer: ${before.name}`,
  };
  return [kept, ...choices.filter((choice) => !isBefore(choice))];
}

function labelOf(id: string, known: Named[]): string {
  return known.find((thing) => thing.id === id)?.label ?? id;
}

/** What fits the text so far, best first; a name that nobody has yet is offered as a new customer. */
export function customersFor(typed: string, known: Named[], talk: Talk): Choice<Picked>[] {
  const wanted = flattenSpace(typed);
  const found = wanted === "" ? known : matching(wanted, known);
  const choices = found.map((thing) => choiceOf(thing, talk));
  const taken = known.some((thing) =>
    [thing.id, ...thing.names].some((name) => foldName(name) === foldName(wanted)),
  );
  if (wanted === "" || taken || refuseText(wanted) !== null) return choices;
  const near = nearestNamed(wanted, known).filter((thing) => !found.includes(thing));
  const note =
    near.length === 0
      ? {}
      : {note: `nearest: ${near.map((one) => one.label ?? one.id).join(", ")}`};
  const fresh = {value: {name: wanted}, label: `New customer: ${wanted}`, ...note};
  return [...choices, fresh, ...near.map((thing) => choiceOf(thing, talk))];
}

/** Whole names first, then beginnings of words, then whatever is close. */
function matching(typed: string, known: Named[]): Named[] {
  const wanted = foldText(typed);
  const ranked = known.flatMap((thing, at) => {
    const names = [thing.id, ...thing.names].map(foldText);
    const rank = Math.max(...names.map((name) => closeness(wanted, name)));
    return rank < 0.4 ? [] : [{thing, rank, at}];
  });
  return ranked.sort((a, b) => b.rank - a.rank || a.at - b.at).map(({thing}) => thing);
}

function closeness(wanted: string, name: string): number {
  if (name === wanted) return 4;
  if (name.startsWith(wanted)) return 3;
  if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 2;
  if (name.includes(wanted)) return 1.5;
  // Scattered letters only mean something when there are some.
  return wanted.length < 3 ? 0 : (fuzzysort.single(wanted, name)?.score ?? 0);
}

function choiceOf(thing: Named, talk: Talk): Choice<Picked> {
  const last = talksWith(thing.id, talk).at(-1);
  const label = thing.label ?? thing.id;
  const value = {id: thing.id, name: label};
  if (last === undefined) return {value, label, note: "no talk yet"};
  const who = last.team[0] ?? last.observers[0];
  const by = who === undefined ? "" : `${who === talk.me ? "you" : who}, `;
  return {
    value,
    label,
    note: `${by}${formatAge(daysBetween(last.date, talk.today))}`,
  };
}

/** Whoever was talked to last comes first, then by name. */
export function byLastTalk(known: Named[], talk: Talk): Named[] {
  const last = new Map<string, string>();
  for (const one of talk.collection.conversations)
    if (one.status === "held" && one.date <= talk.today) last.set(one.customer, one.date);
  return [...known].sort(
    (a, b) =>
      compareText(last.get(b.id) ?? "", last.get(a.id) ?? "") ||
      compareText(a.label ?? a.id, b.label ?? b.id),
  );
}

async function askSegment(talk: Talk): Promise<string | null> {
  const given = valueOf(talk.flags, "segment");
  if (given !== null) return null;
  const known = knownSegments(talk.collection).map(({id}) => id);
  const picked = await talk.memory.once<string>("customer/segment", (before) =>
    known.length === 0
      ? talk.prompter.text({
          message: "Which segment are they? (Enter: none)",
          initial: before ?? "",
          refuse: refuseText,
        })
      : talk.prompter.select<string>({
          message: "Which segment are they?",
          choices: [
            {value: "", label: "I do not know"},
            ...known.map((id) => ({value: id, label: id})),
            {value: another, label: "Another ..."},
          ],
          marked: before ?? "",
        }),
  );
  if (picked !== another) return flattenSpace(picked) === "" ? null : flattenSpace(picked);
  const typed = await talk.memory.once<string>("customer/segment/other", (before) =>
    talk.prompter.text({
      message: "Which one?",
      initial: before ?? "",
      refuse: (text) => refuseText(text),
    }),
  );
  return flattenSpace(typed) === "" ? null : flattenSpace(typed);
}

/** Stands for "something else" in lists of ids, which it cannot be one of. */
const another = "another ...";

async function askSource(talk: Talk): Promise<string | null> {
  if (valueOf(talk.flags, "source") !== null) return null;
  const picked = await talk.memory.once<string>("customer/source", (before) =>
    talk.prompter.select<string>({
      message: "How did you get to them?",
      choices: [
        {value: "", label: "I do not know"},
        ...sources.map((source) => ({value: source, label: sourceLabels[source]})),
      ],
      marked: before ?? "",
    }),
  );
  return picked === "" ? null : picked;
}
