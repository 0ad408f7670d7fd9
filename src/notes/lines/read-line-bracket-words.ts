import type {Form} from "./line-forms.ts";
import type {DateReader} from "./line-forms-dates.ts";
import type {BracketWord, Slot} from "./line-forms-slots.ts";
import {type Cut, type Scanned, trimCut, valueOf} from "./line-scan.ts";

/** What the words of one bracket gave, and those that did not fit. */
export interface BracketReading {
  cut: Cut;
  values: ReadonlyMap<string, string>;
  /** The first word that no slot takes, or whose slot is taken. */
  wrong: {cut: Cut; word: BracketWord; twice: Slot | null} | null;
}

/** Closed words and days are short: a longer bracket is text, and a line may hold thousands of them. */
const longest = 200;

/** Reads the words between two bracket signs, in any order and case, each once. */
export function readBracket(
  form: Form,
  line: Scanned,
  signs: {open: number; close: number},
  dates: DateReader | null,
): BracketReading {
  const cut = {start: signs.open + 1, end: signs.close};
  const values = new Map<string, string>();
  let wrong: BracketReading["wrong"] = null;
  const taken = new Set<Slot>();
  const cuts =
    form.rest && cut.end - cut.start > longest
      ? [{start: cut.start, end: cut.start + longest}]
      : wordCuts(line, cut);
  for (const at of cuts) {
    const word = {text: valueOf(line, at), source: line.source.slice(at.start, at.end)};
    const slot = form.slots.find((one) => one.read(word, dates) !== null);
    if (slot === undefined || taken.has(slot)) {
      wrong ??= {cut: at, word, twice: slot ?? null};
      continue;
    }
    taken.add(slot);
    for (const [name, value] of Object.entries(slot.read(word, dates) ?? {})) {
      values.set(name, value);
    }
  }
  return {cut, values, wrong};
}

/** Whether all words fit and no required one is missing; an empty bracket completes nothing. */
export function isComplete(form: Form, reading: BracketReading): boolean {
  return (
    reading.wrong === null &&
    reading.values.size > 0 &&
    form.slots.every((slot) => !slot.required || reading.values.has(slot.name))
  );
}

/** The words of a bracket, parted by commas; what is empty is none. */
function wordCuts(line: Scanned, cut: Cut): Cut[] {
  const cuts: Cut[] = [];
  let start = cut.start;
  for (;;) {
    const comma = line.mask.indexOf(",", start);
    const end = comma < 0 || comma >= cut.end ? cut.end : comma;
    const word = trimCut(line, {start, end});
    if (word.end > word.start) cuts.push(word);
    if (end === cut.end) return cuts;
    start = end + 1;
  }
}
