import type {Readable, Writable} from "node:stream";
import type {CalendarDate} from "../core/calendar.ts";
import type {Prompter} from "./prompts/prompter.ts";

/** What the outside world is to a command; built once in main, and by tests. */
export interface Context {
  cwd: string;
  env: Record<string, string | undefined>;
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  stdinIsTTY: boolean;
  stdoutIsTTY: boolean;
  stderrIsTTY: boolean;
  /** Width of the terminal in columns; 80 where there is none. */
  columns: number;
  /** The clock's day in the local zone, or PM_TALK_TODAY. */
  today: CalendarDate;
  /** Milliseconds that pass, from any point: for progress only, never for a result. */
  clock: () => number;
  /** Milliseconds since 1970, for the age of what lies on the disk: "10 minutes ago". */
  now: () => number;
  /** Bytes for id suffixes. */
  random: (bytes: number) => Uint8Array;
  /** Begins to ask at the terminal, with colours as --color says; only where `canAsk` says that somebody is there. */
  openPrompter: (color?: "auto" | "always" | "never") => Promise<Prompter>;
  /**
   * From now until the function that it returns is called, Ctrl-C is for the program that has the terminal, such
   * as an editor. Without it (in tests) nobody presses any.
   */
  leaveInterrupts?: () => () => void;
  /** From now until the function that it returns is called, Ctrl-C or a closed terminal calls `end`, once. */
  onInterrupt?: (end: () => void) => () => void;
}
