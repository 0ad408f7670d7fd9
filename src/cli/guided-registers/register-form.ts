import type {CalendarDate} from "../../core/calendar.ts";
import type {Collection} from "../../notes/collection.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import type {Flags} from "../command.ts";
import type {Choice, Prompter} from "../prompts/prompter.ts";

/** What a guided `add` asks, one question a flag. */
export interface RegisterForm {
  kind: Kind;
  /** The flag whose value the id is made of. */
  title: string;
  /** Said before the first question. */
  intro: string;
  questions: readonly AnyQuestion[];
  /** Ids begin with a day and end in six characters of their own, so that nothing is to be looked over. */
  dated?: boolean;
  /** What is there already and may be the same, as it is said before it is written; null where nothing is near. */
  nearest: (title: string, collection: Collection) => string | null;
}

/** A question whose answer becomes the value of a flag; an empty answer is none. */
export interface RegisterQuestion {
  flag: string;
  /** What it is called on the last screen. */
  label: string;
  /** Whether it is asked in turn; the others wait on the last screen. */
  inTurn: boolean;
  ask: (before: string, asker: Asker) => Promise<string>;
}

/** A question with several answers, each a value of the flag. */
export interface ListQuestion extends Omit<RegisterQuestion, "ask"> {
  askAll: (before: string[], asker: Asker) => Promise<string[]>;
  /** One answer as it is shown on the last screen; as it is where this is left out. */
  shown?: (value: string, asker: Asker) => string;
}

export type AnyQuestion = RegisterQuestion | ListQuestion;

/** What questions may know. */
export interface Asker {
  prompter: Prompter;
  collection: Collection;
  /** The answers so far. */
  flags: Readonly<Flags>;
  today: CalendarDate;
  /** Who is asked; null where nobody knows. */
  me: string | null;
}

/** A line of text; `refuse` says what is wrong with it, `tidy` takes off what the question said already. */
export function asText(
  message: string,
  options: {
    refuse?: (typed: string, collection: Collection) => string | null;
    tidy?: (typed: string) => string;
  } = {},
): RegisterQuestion["ask"] {
  const {refuse = () => null, tidy = (typed) => typed} = options;
  return async (before, {prompter, collection}) =>
    tidy(
      await prompter.text({
        message,
        initial: before,
        refuse: (typed) => unwritable(typed) ?? refuse(tidy(typed), collection),
      }),
    );
}

/** One of a few words; `marked` is what Enter takes the first time. */
export function asChoice(
  message: string,
  choices: readonly Choice<string>[],
  marked?: string,
): RegisterQuestion["ask"] {
  return async (before, {prompter}) => {
    const found = choices.find(({value}) => value === before)?.value;
    // No answer yet is not the answer "none".
    const taken = before === "" ? (marked ?? found) : (found ?? marked);
    return await prompter.select({
      message,
      choices,
      ...(taken === undefined ? {} : {marked: taken}),
    });
  };
}

/** One of the ids that there are, none of them, or another one that is typed. */
export function asKnown(
  message: string,
  none: string,
  known: (collection: Collection) => readonly Choice<string>[],
): RegisterQuestion["ask"] {
  return async (before, asker) => {
    const found = known(asker.collection);
    const typed = asText(`${message} (Enter: ${none.toLowerCase()})`);
    if (found.length === 0) return await typed(before, asker);
    const picked = await asChoice(message, [
      {value: "", label: none},
      ...found,
      {value: another, label: "Another ..."},
    ])(before, asker);
    return picked === another ? await asText("Which one?")(before, asker) : picked;
  };
}

/** Stands for "something else" in a list of ids, none of which can hold a line break. */
const another = "\n";

function unwritable(typed: string): string | null {
  const holds = typed.includes("\0") || !typed.isWellFormed();
  return holds ? "It holds a character that no text file can keep." : null;
}

/** The words of a closed list as choices, each with what it is called. */
export function choicesOf(labels: Record<string, string>): {value: string; label: string}[] {
  return Object.entries(labels).map(([value, label]) => ({value, label}));
}
