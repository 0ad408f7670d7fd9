import {nearest} from "../core/text.ts";
import type {Form} from "./line-forms.ts";
import type {BracketWord, DateReader, Slot} from "./line-forms-slots.ts";
import {type Cut, type Scanned, trimCut, valueOf} from "./line-scan.ts";
import type {Problem} from "./read-line-problem.ts";

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

/** Why a bracket does not complete the line: the word that is wrong, else the one that is missing. */
export function wordProblem(form: Form, line: Scanned, reading: BracketReading): Problem {
  const {wrong, values, cut} = reading;
  if (wrong !== null) {
    return wrong.twice === null
      ? unknownWord(form, wrong.word, wrong.cut, values)
      : secondWord(form, wrong.word, wrong.cut, wrong.twice);
  }
  const missing = form.slots.find((slot) => slot.required && !values.has(slot.name));
  const signs = {start: cut.start - 1, end: cut.end + 1};
  const first = missing ?? form.slots[0];
  return {
    code: first?.code ?? `${form.name}-word`,
    cut: signs,
    message: `${line.source.slice(signs.start, signs.end).slice(0, 60)} does not say ${first?.noun ?? "anything"}`,
    hint: first === undefined ? `As in:  ${form.example}` : offer(form, first, null),
  };
}

function secondWord(form: Form, word: BracketWord, cut: Cut, slot: Slot): Problem {
  const message = `"${shown(word)}" is one word too many: ${slot.noun} is given already`;
  return {code: slot.code, cut, message, hint: `As in:  ${form.example}`};
}

function unknownWord(
  form: Form,
  word: BracketWord,
  cut: Cut,
  values: ReadonlyMap<string, string>,
): Problem {
  const slot = slotMeant(form, word, values);
  if (slot === undefined) {
    const message = `"${shown(word)}" is no word for these brackets`;
    return {code: `${form.name}-word`, cut, message, hint: `As in:  ${form.example}`};
  }
  const message = `"${shown(word)}" is not ${slot.noun}`;
  if (/^\{\{.*\}\}$/.test(word.text)) {
    return {code: slot.code, cut, message, hint: "A placeholder of the template: fill it in."};
  }
  return {code: slot.code, cut, message, hint: offer(form, slot, word)};
}

/** The slot that a wrong word was for: one with a choice alike, else the first that is still free. */
function slotMeant(
  form: Form,
  word: BracketWord,
  values: ReadonlyMap<string, string>,
): Slot | undefined {
  const free = form.slots.filter((slot) => !values.has(slot.name));
  const dated = /\d[-./]\d/.test(word.source);
  return (
    free.find((slot) => suggestion(slot, word) !== null) ??
    (dated ? free.find((slot) => slot.code.endsWith("date") || slot.name === "due") : undefined) ??
    free.find((slot) => slot.required) ??
    free.at(-1)
  );
}

function offer(form: Form, slot: Slot, word: BracketWord | null): string {
  const meant = word === null ? null : suggestion(slot, word);
  const others = slot.choices.filter((choice) => choice !== meant);
  if (meant !== null) {
    return others.length === 0
      ? `Did you mean ${meant}?`
      : `Did you mean ${meant}? Or: ${others.join(" ")}.`;
  }
  if (slot.choices.length > 1) return `One of: ${others.join(" ")}. As in:  ${form.example}`;
  return `As in:  ${form.example}`;
}

function suggestion(slot: Slot, word: BracketWord): string | null {
  const folded = word.text.toLowerCase();
  const padded = paddedDate(word.text);
  if (padded !== null && slot.choices.length === 0) return padded;
  if (slot.choices.length === 0 || word.text.length > 40) return null;
  return slot.alike.get(folded) ?? nearest(word.text, slot.choices)[0] ?? null;
}

/** `2026-11-06` for `2026-11-6`. */
function paddedDate(text: string): string | null {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (parts === null) return null;
  const padded = `${parts[1] ?? ""}-${(parts[2] ?? "").padStart(2, "0")}-${(parts[3] ?? "").padStart(2, "0")}`;
  return padded === text ? null : padded;
}

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

function shown(word: BracketWord): string {
  return word.text.length > 60 ? `${word.text.slice(0, 60)}…` : word.text;
}
