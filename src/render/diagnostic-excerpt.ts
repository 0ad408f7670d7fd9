import {visible} from "../core/visible.ts";
import {widthOf} from "./width.ts";

/** Columns of a terminal that an excerpt takes at most, without its indent. */
const widest = 74;
/** What is kept before the place in a line that is too long. */
const leadColumns = 40;
const tab = "    ";

/**
 * A line and, under it, carets below the stretch that is meant (column from 1 and length in UTF-16 units).
 * Long lines are cut around the place; wide characters, tabs and escapes are counted as they are shown.
 */
export function excerptLines(line: string, column: number, length: number): [string, string] {
  const start = Math.min(Math.max(0, column - 1), line.length);
  const end = Math.min(line.length, start + Math.max(1, length));
  const whole = line.length <= widest && width(line) <= widest;
  const before = whole ? line.slice(0, start) : lastColumns(line.slice(0, start), leadColumns);
  const cutBefore = before.length < start ? "…" : "";
  const room = widest - width(before) - 2;
  const meant = firstColumns(line.slice(start, end), room);
  const rest = line.slice(start + meant.length);
  const after = whole ? rest : firstColumns(rest, Math.max(0, room - width(meant)));
  const cutAfter = after.length < rest.length ? "…" : "";
  const shown = `${cutBefore}${show(before)}${show(meant)}${show(after)}${cutAfter}`;
  const blanks = " ".repeat(cutBefore.length + width(before));
  return [shown.trimEnd(), blanks + "^".repeat(Math.max(1, width(meant)))];
}

function show(text: string): string {
  return text.split("\t").map(visible).join(tab);
}

/** Columns of the text as it is shown. */
function width(text: string): number {
  return widthOf(show(text));
}

/** The longest beginning that fits, without cutting a character in half. */
function firstColumns(text: string, columns: number): string {
  let used = 0;
  let length = 0;
  for (const character of text.slice(0, 2 * widest)) {
    used += width(character);
    if (used > columns) break;
    length += character.length;
  }
  return text.slice(0, length);
}

function lastColumns(text: string, columns: number): string {
  let used = 0;
  let length = 0;
  for (const character of Array.from(text.slice(-2 * widest)).reverse()) {
    used += width(character);
    if (used > columns) break;
    length += character.length;
  }
  return length === 0 ? "" : text.slice(-length);
}
