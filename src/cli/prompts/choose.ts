import inquirer from "inquirer";
import {piece} from "../../render/pieces.ts";
import {choiceText, notesColumn, pageSize} from "./choice-lines.ts";
import type {CheckboxQuestion, Choice, SelectQuestion} from "./prompter.ts";
import {answeredLines, columnsOf, cutLine, questionLines, shown, type Screen} from "./screen.ts";

/** The streams that inquirer reads and writes, and how it is stopped. */
export interface Streams {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  signal: AbortSignal;
}

/** Choices of a list that nobody searches in: a menu of which a part is out of sight is a menu without it. */
const mostListed = 20;

/** Asks for one of a numbered list; digits mark a choice, Enter takes it. */
export async function chooseOne<Value>(
  {message, choices, marked}: SelectQuestion<Value>,
  screen: Screen,
  streams: Streams,
): Promise<Value> {
  const digits = String(choices.length).length;
  const texts = choiceTexts(screen, choices, `> ${"9".repeat(digits)}. `.length);
  const {index} = await inquirer.createPromptModule(streams)<{index: number}>([
    {
      type: "select" as const,
      name: "index" as const,
      message,
      // Indexes, for inquirer compares and calls values.
      default: choices.findIndex(({value}) => value === marked),
      choices: choices.map(({label}, value) => ({value, name: texts[value] ?? "", short: label})),
      pageSize: pageOf(screen, choices.length),
      loop: false,
      theme: {
        ...themeOf(screen, message, choices.length),
        icon: {cursor: ">"},
        indexMode: "number" as const,
      },
    },
  ]);
  return at(choices, index).value;
}

/** Asks for any of a list, under headings; the space bar or a digit ticks, Enter goes on. */
export async function chooseAny<Value>(
  {message, choices, ticked}: CheckboxQuestion<Value>,
  screen: Screen,
  streams: Streams,
): Promise<Value[]> {
  const own = choices.filter((one): one is Choice<Value> => !("heading" in one));
  const texts = choiceTexts(screen, own, "> [x] ".length);
  const {indexes} = await inquirer.createPromptModule(streams)<{indexes: number[]}>([
    {
      type: "checkbox" as const,
      name: "indexes" as const,
      message,
      choices: choices.map((one) => {
        if ("heading" in one) return new inquirer.Separator(headingOf(screen, one.heading));
        const value = own.indexOf(one);
        const checked = ticked.includes(one.value);
        return {value, name: texts[value] ?? "", short: one.label, checked};
      }),
      pageSize: pageOf(screen, choices.length),
      loop: false,
      // They would tick all or turn all by a slip of the finger.
      shortcuts: {all: null, invert: null},
      theme: {
        ...themeOf(screen, message, choices.length),
        icon: {cursor: ">", checked: " [x]", unchecked: " [ ]"},
      },
    },
  ]);
  return indexes.map((index) => at(own, index).value);
}

function choiceTexts(
  screen: Screen,
  choices: readonly Choice<unknown>[],
  before: number,
): string[] {
  const notesAt = notesColumn(screen, choices, before);
  const width = Math.max(1, columnsOf(screen) - 1 - before);
  return choices.map((choice) => choiceText(screen, choice, {notesAt, width}));
}

function headingOf(screen: Screen, heading: string): string {
  return cutLine(screen, [piece(" "), shown(screen, heading, "muted")], columnsOf(screen) - 2);
}

function isCut(screen: Screen, choices: number): boolean {
  return choices > pageSize(screen, mostListed);
}

/** Rows of the list: where it is cut, two are for the line that says so. */
function pageOf(screen: Screen, choices: number): number {
  return Math.max(3, pageSize(screen, mostListed) - (isCut(screen, choices) ? 2 : 0));
}

/** inquirer's screens in our words and colours; its own colours know nothing of NO_COLOR. */
function themeOf(screen: Screen, message: string, choices: number): Theme {
  const plain = (text: string): string => text;
  const none = (): string => "";
  const more = [shown(screen, "  The arrows show the rest.", "muted")];
  const moreLine = (): string => cutLine(screen, more, columnsOf(screen) - 1);
  return {
    prefix: {idle: "", done: ""},
    spinner: {interval: 1000, frames: [""]},
    style: {
      message: (_text, status) =>
        status === "done" ? "" : questionLines(screen, message).join("\n"),
      answer: (text) => answeredLines(screen, message, text === "" ? "-" : text).join("\n"),
      error: plain,
      highlight: (text) => screen.chalk.cyan(text),
      description: plain,
      disabled: plain,
      help: none,
      key: plain,
      defaultAnswer: plain,
      keysHelpTip: () => (isCut(screen, choices) ? moreLine() : undefined),
    },
  };
}

interface Theme {
  prefix: {idle: string; done: string};
  spinner: {interval: number; frames: string[]};
  style: Record<
    | "answer"
    | "error"
    | "highlight"
    | "description"
    | "disabled"
    | "help"
    | "key"
    | "defaultAnswer",
    (text: string) => string
  > & {
    message: (text: string, status: string) => string;
    keysHelpTip: () => string | undefined;
  };
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no choice ${String(index)}`);
  return item;
}
