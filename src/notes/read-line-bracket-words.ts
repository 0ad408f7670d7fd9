import type {Form} from "./line-forms.ts";
import type {DateReader} from "./line-forms-dates.ts";
import type {BracketWord, Slot} from "./line-forms-slots.ts";
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
  const example = `As in:  ${form.example}`;
  if (wrong?.twice === null) return unknownWord(form, wrong.word, wrong.cut, values);
  if (wrong !== null) {
    const message = `"${shown(wrong.word)}" is one word too many: the brackets say already ${wrong.twice.tells}`;
    return {code: wrong.twice.code, cut: wrong.cut, message, hint: example};
  }
  const slot = form.slots.find((one) => one.required && !values.has(one.name)) ?? form.slots[0];
  const signs = {start: cut.start - 1, end: cut.end + 1};
  const brackets = line.source.slice(signs.start, signs.end).slice(0, 60);
  return {
    code: slot?.code ?? `${form.name}-word`,
    cut: signs,
    message: `${brackets} does not say ${slot?.tells ?? "anything"}`,
    hint: slot === undefined ? example : offer(form, slot, null),
  };
}

function unknownWord(
  form: Form,
  word: BracketWord,
  cut: Cut,
  values: ReadonlyMap<string, string>,
): Problem {
  const slot = slotMeant(form, word, values);
  if (slot === null) {
    const allowed = form.slots.map((one) => one.choices.join(" ") || one.noun).join(", ");
    const message = `"${shown(word)}" is no word for these brackets`;
    const hint = `They may hold: ${allowed}. As in:  ${form.example}`;
    return {code: `${form.name}-word`, cut, message, hint};
  }
  const message = `"${shown(word)}" is not ${slot.noun}`;
  const placeholder = /^\{\{.*\}\}$/.test(word.text);
  const hint = placeholder
    ? `A placeholder of the template: fill it in. As in:  ${form.example}`
    : offer(form, slot, slot.suggest(word));
  return {code: slot.code, cut, message, hint};
}

/** The slot that a wrong word was for; null where it may have been for one of several, or for none. */
function slotMeant(
  form: Form,
  word: BracketWord,
  values: ReadonlyMap<string, string>,
): Slot | null {
  const free = form.slots.filter((slot) => !values.has(slot.name));
  const alike = free.find((slot) => slot.suggest(word) !== null);
  if (alike !== undefined) return alike;
  const day = /\d[-./]\d/.test(word.source) ? free.find((slot) => slot.day) : undefined;
  const needed = day ?? free.find((slot) => slot.required);
  if (needed !== undefined) return needed;
  return free.find((slot) => slot.day) ?? (free.length === 1 ? (free[0] ?? null) : null);
}

function offer(form: Form, slot: Slot, meant: string | null): string {
  const others = slot.choices.filter((choice) => choice !== meant);
  if (meant === null) {
    const choices = others.length > 1 ? `One of: ${others.join(" ")}. ` : "";
    return `${choices}As in:  ${form.example}`;
  }
  const rest = others.length === 0 ? "" : ` Or: ${others.join(" ")}.`;
  return `Did you mean ${meant}?${rest}`;
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
