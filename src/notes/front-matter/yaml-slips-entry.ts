import type {YamlRefusal} from "./yaml.ts";

/** A usual slip found in a line; line and column count from 0. */
export interface Slip {
  code: string;
  line: number;
  column: number;
  length: number;
  message: string;
  hint: string;
}

/** A line of YAML as `key: value`, with where the value begins. */
export interface Entry {
  line: number;
  text: string;
  /** Indent, bullet, key, colon and blanks. */
  lead: string;
  value: string;
}

/** Looks for one slip in the line at which the parser stopped, or in the one before it. */
export type Finder = (entry: Entry, refusal: YamlRefusal, lines: readonly string[]) => Slip | null;

/** Long lines are cut before they are looked at: a slip is near the beginning of a value. */
const lookedAt = 2_000;

/** Takes the line with this index apart. */
export function entryOf(lines: readonly string[], line: number): Entry {
  const text = (lines[line] ?? "").slice(0, lookedAt).trimEnd();
  const lead = /^\s*(?:- +)?(?:[^\s:"'[{]+:[ \t]+)?/.exec(text)?.[0] ?? "";
  return {line, text, lead, value: text.slice(lead.length)};
}
