import {foldName, nearest} from "../../core/text.ts";
import {type DateReader, meantDate, readDate, wordsAfter} from "./line-forms-dates.ts";

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
  /** What its word tells, as in `(money) does not say what they answered`. */
  tells: string;
  /** What a hint offers; empty where any text or day will do. */
  choices: readonly string[];
  /** Whether its word is a day and nothing else. */
  day: boolean;
  /** The values that a word gives, by name; null where the word is not one of this slot. */
  read(word: BracketWord, dates: DateReader | null): Record<string, string> | null;
  /** What was probably meant by a word that is not one of this slot. */
  suggest(word: BracketWord): string | null;
  /** How a word that was plainly meant for this slot is written, for `left in May`; null for any other. */
  example(word: BracketWord): string | null;
}

/** What every slot states of itself. */
export type SlotHead = Pick<Slot, "name" | "code" | "noun" | "tells"> & {required?: true};

/** A slot for one of a closed list of words; `alike` holds what people write for one of them. */
export function wordSlot(
  head: SlotHead,
  choices: readonly string[],
  alike: Record<string, string> = {},
): Slot {
  const synonyms = new Map(Object.entries(alike));
  return {
    ...base(head),
    choices,
    read: (word) => {
      const found = findWord(word.text, choices);
      return found === null ? null : {[head.name]: found};
    },
    suggest: (word) => suggestWord(word, choices, synonyms),
  };
}

/** A slot for a day, after a word of its own when `before` is given (`left 2026-05-01`). */
export function dateSlot(head: SlotHead, before: string | null = null): Slot {
  const daysOf = (word: BracketWord) =>
    before === null ? word.source : wordsAfter(word.source, before);
  return {
    ...base(head),
    day: before === null,
    read: (word, dates) => {
      const words = daysOf(word);
      const date = words === null ? null : readDate(words, dates);
      return date === null ? null : {[head.name]: date};
    },
    suggest: (word) => {
      const meant = meantDate(daysOf(word) ?? "");
      return meant === null || before === null ? meant : `${before} ${meant}`;
    },
    example: (word) =>
      before !== null && beginsWith(word, before) ? `${before} 2026-11-24` : null,
  };
}

/** A slot for one of a closed list of words, which a day may follow: `go 2026-11-25`. */
export function datedWordSlot(head: SlotHead, dateName: string, choices: readonly string[]): Slot {
  const split = (word: BracketWord) => {
    for (const choice of choices) {
      const words =
        wordsAfter(word.source, choice) ?? wordsAfter(word.source, choice.replaceAll("-", " "));
      if (words !== null) return {choice, words};
    }
    return null;
  };
  return {
    ...base(head),
    choices,
    read: (word, dates) => {
      const whole = findWord(word.text, choices);
      if (whole !== null) return {[head.name]: whole};
      const parts = split(word);
      const date = parts === null ? null : readDate(parts.words, dates);
      return parts === null || date === null ? null : {[head.name]: parts.choice, [dateName]: date};
    },
    suggest: (word) => {
      const parts = split(word);
      const meant = meantDate(parts?.words ?? "");
      if (parts !== null && meant !== null) return `${parts.choice} ${meant}`;
      return suggestWord(word, choices, new Map());
    },
    example: (word) => {
      const choice = split(word)?.choice;
      return choice === undefined ? null : `${choice} 2026-11-24`;
    },
  };
}

/** Words that mean a day or a state, so that they are never read as somebody's name. */
const noName =
  /^(\d{1,4}([-./]\d{1,4}){1,2}|.*\b\d{4}-\d{1,2}-\d{1,2}|done\b.*|today|tomorrow|yesterday|(next |last )?(mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** A slot for a member or `them`: any word that is not a day. */
export function nameSlot(head: SlotHead): Slot {
  return {
    ...base(head),
    read: (word) => (noName.test(foldName(word.source)) ? null : {[head.name]: word.text}),
    suggest: () => null,
  };
}

/** A slot that takes whatever `pattern` matches, numbers for one; `meant` finds such a value in a longer word. */
export function patternSlot(
  head: SlotHead,
  choices: readonly string[],
  pattern: RegExp,
  meant: RegExp | null = null,
): Slot {
  return {
    ...base(head),
    choices,
    read: (word) => {
      const folded = foldName(word.text);
      return pattern.test(folded) ? {[head.name]: folded} : null;
    },
    suggest: (word) => meant?.exec(foldName(word.text))?.[1] ?? null,
  };
}

function base({name, code, noun, tells, required}: SlotHead) {
  const choices: readonly string[] = [];
  const example = () => null;
  return {name, code, noun, tells, required: required ?? false, choices, day: false, example};
}

function beginsWith(word: BracketWord, before: string): boolean {
  const folded = foldName(word.source);
  return folded === before || folded.startsWith(`${before} `);
}

function suggestWord(
  word: BracketWord,
  choices: readonly string[],
  alike: ReadonlyMap<string, string>,
): string | null {
  if (word.text.length > 40) return null;
  return alike.get(foldName(word.text)) ?? nearest(word.text, choices)[0] ?? null;
}

function findWord(text: string, choices: readonly string[]): string | null {
  if (choices.includes(text)) return text;
  const folded = foldName(text);
  if (choices.includes(folded)) return folded;
  const joined = folded.replaceAll(" ", "-");
  return choices.includes(joined) ? joined : null;
}
