import {compareText} from "./text.ts";

/** A warning never changes an exit code or a figure; an error always costs something. */
export type Severity = "error" | "warning";

/** What the fault costs: the whole file, one value, one line, or nothing. */
export type Dropped = "file" | "value" | "line" | null;

/**
 * Where in a file a fault stands. Front-matter fields are looked up lazily, by a slower parser that
 * keeps positions; lines of the body are known when they are read. Lines and columns count from 1;
 * a column counts UTF-16 units, as editors do.
 */
export type Place =
  | {at: "file"}
  | {at: "field"; field: string; index?: number; of?: "key" | "value"}
  | {at: "line"; line: number; column: number; length: number};

/** A fault found while reading one file, before its position is known. */
export interface Fault {
  code: string;
  severity: Severity;
  place: Place;
  message: string;
  hint: string | null;
  dropped: Dropped;
}

/** A fault in a file of the team's, ready to be printed. */
export interface Diagnostic {
  /** Relative to the workspace, with `/`. */
  file: string;
  line: number;
  column: number;
  severity: Severity;
  code: string;
  message: string;
  hint: string | null;
  dropped: Dropped;
  /** The offending line and how many characters of it are meant; null where there is no line to show. */
  excerpt: {text: string; length: number} | null;
}

/** One row of the registry of diagnostic codes; codes never change their meaning. */
export interface DiagnosticCode {
  code: string;
  severity: Severity;
  /** One sentence: what is wrong when this code is printed. */
  about: string;
  /** The most it costs. */
  dropped: Dropped;
}

/** File, then position, then code: the one order in which diagnostics are printed. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}
