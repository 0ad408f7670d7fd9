import type {Fault} from "../../core/diagnostics.ts";
import type {LineSection} from "../body.ts";
import {type Form, forms} from "./line-forms.ts";
import type {DateReader} from "./line-forms-dates.ts";
import {type Cut, scanLine, type Scanned} from "./line-scan.ts";
import {divideLine} from "./read-line-bracket.ts";
import type {Problem} from "./read-line-problem.ts";
import type {LineParts, RowOf} from "./read-line-parts.ts";
import {buildRow} from "./read-line-rows.ts";

export type {DateReader} from "./line-forms-dates.ts";
export type {RowOf} from "./read-line-parts.ts";

/** A line that counts, or every reason why it does not. */
export type ParsedLine<S extends LineSection> = {row: RowOf<S>} | {faults: Fault[]};

/**
 * Reads one line of a section, written as in a note but with or without the `- ` (and `[ ]`) in front: a
 * bullet of a file and the value of a flag are the same grammar. Columns of faults count within `source`,
 * on line 1. Files take ISO dates only; `dates` reads days said in words, for the command line.
 */
export function parseLine<S extends LineSection>(
  section: S,
  source: string,
  dates: DateReader | null = null,
): ParsedLine<S> {
  const result = readLine(section, scanLine(source), dates);
  return "row" in result
    ? {row: result.row}
    : {faults: [toFault(result.problem, {line: 1, column: result.problem.cut.start + 1})]};
}

/** The values of a scanned line and the place of its REST, or what is wrong with it. */
export function readLine<S extends LineSection>(
  section: S,
  line: Scanned,
  dates: DateReader | null = null,
): {row: RowOf<S>; rest: Cut | null} | {problem: Problem} {
  const parts = cutLine(forms[section], line, dates);
  if ("message" in parts) return {problem: parts};
  const row = buildRow(section, parts);
  return "message" in row ? {problem: row} : {row, rest: parts.rest};
}

/** A problem as a fault at a place of a file; it costs the line. */
export function toFault(problem: Problem, at: {line: number; column: number}): Fault {
  const length = Math.max(1, problem.cut.end - problem.cut.start);
  return {
    code: problem.code,
    severity: "error",
    place: {at: "line", ...at, length},
    message: problem.message,
    hint: problem.hint,
    dropped: "line",
  };
}

const bullet = /\s*(?:[-*+]\s+)?/y;
const checkbox = /\[[ xX]\]\s+/y;
/** In Next steps `[]` is an open step too: the blank is easily left out. */
const stepBox = /\[[ xX]?\]\s+/y;

/** The parts of a scanned line by the grammar of its section, or what is wrong with it. */
export function cutLine(form: Form, line: Scanned, dates: DateReader | null): LineParts | Problem {
  let from = skip(bullet, line.source, 0);
  const box = from;
  from = skip(form.checkbox ? stepBox : checkbox, line.source, from);
  const checked = from > box && /[xX]/.test(line.source[box + 1] ?? "");
  const label = form.label === null ? null : readLabel(line, from);
  if (label !== null) from = label.end;
  const divided = divideLine(form, line, from, dates);
  if ("message" in divided) return divided;
  return {form, line, checked, label: label?.label ?? null, ...divided};
}

const emphasis = /(\*\*|__|\*|_)(?=\S)/y;
/** Brackets in front are those of the line; they name nobody. */
const firstWord = /(?!\()\S+/y;
const spaces = /\s*/y;

/** The label of a line, without asterisks and a colon, and where TEXT starts. */
function readLabel(line: Scanned, from: number): {label: Cut; end: number} {
  emphasis.lastIndex = from;
  const mark = emphasis.exec(line.mask)?.[0] ?? "";
  const close = mark === "" ? -1 : line.mask.indexOf(mark, from + mark.length);
  const start = close < 0 ? from : from + mark.length;
  const end = close < 0 ? skip(firstWord, line.mask, from) : close;
  let behind = close < 0 ? end : close + mark.length;
  if (close >= 0 && line.mask[behind] === ":") behind++;
  const label = {start, end: line.mask[end - 1] === ":" && end > start ? end - 1 : end};
  return {label, end: skip(spaces, line.mask, behind)};
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
