/**
 * Questions to a person at a terminal. Every method waits for an answer; when there will be none (Ctrl-C,
 * Ctrl-D, a signal, the end of input) it throws PmTalkError `cancelled` and leaves the terminal as it was.
 * All text is shown as it is meant: the implementation makes control characters visible and cuts long choices.
 */
export interface Prompter {
  /** Prints one or more lines between questions. */
  say: (text: string) => Promise<void>;
  /** One of a numbered list; Enter takes the marked one. */
  select: <Value>(question: SelectQuestion<Value>) => Promise<Value>;
  /** Type-ahead: what `find` gives for the text so far, best first; Enter takes the first. */
  search: <Value>(question: SearchQuestion<Value>) => Promise<Value>;
  /** Any of a list, ticked with the space bar; Enter goes on. */
  checkbox: <Value>(question: CheckboxQuestion<Value>) => Promise<Value[]>;
  /** One line of text; an empty one is an answer. Line ends of a paste become spaces. */
  text: (question: TextQuestion) => Promise<string>;
  /**
   * Lines of text: Enter adds one, an empty line goes on, Up takes the last back. A paste of many lines
   * adds them all, empty ones in it are skipped, and none of it answers the next question.
   */
  lines: (question: LinesQuestion) => Promise<string[]>;
  /** Gives the terminal back; afterwards nothing is asked any more. */
  close: () => Promise<void>;
}

export interface Choice<Value> {
  value: Value;
  label: string;
  /** Said behind the label, dimmed: "you, 8 days ago", "not tested yet". */
  note?: string;
}

export interface SelectQuestion<Value> {
  message: string;
  choices: readonly Choice<Value>[];
  /** The choice that Enter takes; the first when left out. */
  marked?: Value;
}

export interface SearchQuestion<Value> {
  message: string;
  find: (typed: string) => readonly Choice<Value>[];
}

export interface CheckboxQuestion<Value> {
  message: string;
  /** A heading stands above the choices that follow it. */
  choices: readonly (Choice<Value> | {heading: string})[];
  ticked: readonly Value[];
}

export interface TextQuestion {
  message: string;
  /** Text that stands there already and can be changed. */
  initial?: string;
  /** What is wrong with it, as a sentence; null when it will do. The question is asked again then. */
  refuse?: (typed: string) => string | null;
}

export interface LinesQuestion {
  message: string;
  /** Lines that stand there already. */
  initial?: readonly string[];
  /**
   * Told all lines after some are added or one is taken back, so that they can be kept; and as the question is
   * cancelled, with those that were not entered yet. What it throws ends the question.
   */
  onChange?: (lines: readonly string[]) => void;
  /** What is wrong with a line, as a sentence; null when it will do. The line stays in the input then. */
  refuse?: (typed: string) => string | null;
}
