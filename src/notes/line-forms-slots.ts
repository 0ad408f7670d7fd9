import {isCalendarDate} from "../core/calendar.ts";
import {foldName} from "../core/text.ts";

/** Reads a day said in words, for the command line; files take ISO dates only. */
export type DateReader = (words: string) => string | null;

/** One word of a bracket: as written without backslashes, and as the source has it. */
export interface BracketWord {
  text: string;
  source: string;
}

/** One place in the bracket of a line, filled by one word. */
export interface Slot {
  name: string;
  /** Code of the fault when its word is wrong or missing. */
  code: string;
  required: boolean;
  /** What its word is, as in `"told" is not a kind of evidence`. */
  noun: string;
  /** What a hint offers; empty where any text will do. */
  choices: readonly string[];
  /** Words that people write for one of the choices. */
  alike: ReadonlyMap<string, string>;
  /** The values that a word gives, by name; null where the word is not one of this slot. */
  read(word: BracketWord, dates: DateReader | null): Record<string, string> | null;
}

type Options = Partial<Pick<Slot, "required" | "alike">>;

/** A slot for one of a closed list of words. */
export function wordSlot(
  name: string,
  code: string,
  noun: string,
  choices: readonly string[],
  options: Options = {},
): Slot {
  return {
    ...base(name, code, noun, options),
    choices,
    read: (word) => {
      const found = findWord(word.text, choices);
      return found === null ? null : {[name]: found};
    },
  };
}

/** A slot for a day, after a word of its own when `before` is given (`left 2026-05-01`). */
export function dateSlot(
  name: string,
  code: string,
  noun: string,
  before: string | null,
  options: Options = {},
): Slot {
  return {
    ...base(name, code, noun, options),
    choices: [],
    read: (word, dates) => {
      const words = before === null ? word.source : wordsAfter(word.source, before);
      const date = words === null ? null : readDate(words, dates);
      return date === null ? null : {[name]: date};
    },
  };
}

/** A slot for one of a closed list of words, which a day may follow: `go 2026-11-25`. */
export function datedWordSlot(
  name: string,
  dateName: string,
  code: string,
  noun: string,
  choices: readonly string[],
): Slot {
  return {
    ...base(name, code, noun, {}),
    choices,
    read: (word, dates) => {
      const whole = findWord(word.text, choices);
      if (whole !== null) return {[name]: whole};
      for (const choice of choices) {
        const words = wordsAfter(word.source, choice) ?? wordsAfter(word.source, spaced(choice));
        const date = words === null ? null : readDate(words, dates);
        if (date !== null) return {[name]: choice, [dateName]: date};
      }
      return null;
    },
  };
}

/** Words that mean a day or a state, so that they are never read as somebody's name. */
const noName =
  /^(\d{1,4}([-./]\d{1,4}){1,2}|done\b.*|today|tomorrow|yesterday|(next |last )?(mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** A slot for a member or `them`: any word that is not a day. */
export function nameSlot(name: string, code: string, noun: string): Slot {
  return {
    ...base(name, code, noun, {required: true}),
    choices: [],
    read: (word) => (noName.test(foldName(word.source)) ? null : {[name]: word.text}),
  };
}

/** A slot that takes whatever `pattern` matches. */
export function patternSlot(
  name: string,
  code: string,
  noun: string,
  choices: readonly string[],
  pattern: RegExp,
  options: Options = {},
): Slot {
  return {
    ...base(name, code, noun, options),
    choices,
    read: (word) => {
      const folded = foldName(word.text);
      return pattern.test(folded) ? {[name]: folded} : null;
    },
  };
}

function base(name: string, code: string, noun: string, options: Options) {
  return {
    name,
    code,
    noun,
    required: options.required ?? false,
    alike: options.alike ?? new Map<string, string>(),
  };
}

function findWord(text: string, choices: readonly string[]): string | null {
  if (choices.includes(text)) return text;
  const folded = foldName(text);
  if (choices.includes(folded)) return folded;
  const joined = folded.replaceAll(" ", "-");
  return choices.includes(joined) ? joined : null;
}

function spaced(choice: string): string {
  return choice.replaceAll("-", " ");
}

/** What follows the word `before` and a space; null where the text does not begin so. */
function wordsAfter(text: string, before: string): string | null {
  const folded = foldName(text);
  return folded.startsWith(`${before} `) ? folded.slice(before.length + 1) : null;
}

function readDate(words: string, dates: DateReader | null): string | null {
  if (isCalendarDate(words)) return words;
  const date = dates?.(words) ?? null;
  return date !== null && isCalendarDate(date) ? date : null;
}
