import type {Context} from "./context.ts";

/** One flag of a command, in commander's notation. */
export interface Flag {
  /** `--customer <name>`; a value in angle brackets is required. */
  flags: string;
  about: string;
  /** Given several times, the values add up to a list. */
  repeatable?: boolean;
  /** The words that its value can be, for completion, where neither the schema nor its name says them. */
  words?: readonly string[];
}

/** What commander read from the command line, before anything is looked up. */
export interface Input {
  args: string[];
  flags: Flags;
  global: GlobalFlags;
}

/** Values by camel-cased flag name. */
export type Flags = Record<string, string | string[] | boolean | undefined>;

export interface GlobalFlags {
  dir: string | null;
  asOf: string | null;
  json: boolean;
  color: "auto" | "always" | "never";
  quiet: boolean;
  /** False with --no-input: nothing is ever asked. */
  input: boolean;
  /** False with --no-cache: every file is read anew, and nothing is kept. */
  cache?: boolean;
}

/** A command: what it takes, what its help says, and what it does. */
export interface CommandDefinition {
  /** `[customer]`, `<id>`, `[dir]`; commander's notation, one entry an argument. */
  args: {name: string; about: string}[];
  flags: Flag[];
  /** What it writes, for the help. */
  writes: string;
  /** More for the help, as it is printed. */
  notes?: string;
  /** At least two command lines that work when pasted, without the leading `pm-talk`. */
  examples: string[];
  /** Whether it only reads; writing commands refuse --as-of. */
  reads: boolean;
  /** Returns the exit code. */
  run: (input: Input, context: Context) => Promise<number>;
}

/** An entry of the command registry; the definition is loaded when the command is used. */
export interface CommandEntry {
  /** One or two words: `last`, `report last`. */
  name: string;
  summary: string;
  load: () => Promise<CommandDefinition>;
}

/** The values of a repeatable flag; none when it was not given. */
export function listOf(flags: Flags, name: string): string[] {
  const value = flags[name];
  return Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
}

/** The value of a flag that takes one; null when it was not given. */
export function valueOf(flags: Flags, name: string): string | null {
  const value = flags[name];
  return typeof value === "string" ? value : null;
}

/** Whether a flag without a value was given. */
export function isOn(flags: Flags, name: string): boolean {
  return flags[name] === true;
}

/** The key of a flag among those that were given: `not-working` is `notWorking`. */
export function flagKey(flag: string): string {
  return flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
