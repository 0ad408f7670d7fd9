import {PmTalkError} from "../../core/errors.ts";
import type {StepLine} from "../body.ts";
import {splice} from "./edit-cut.ts";
import type {Stretch} from "./edit-yaml.ts";
import {forms} from "../lines/line-forms.ts";
import {type Cut, scanLine, type Scanned, trimCut} from "../lines/line-scan.ts";
import {divideLine} from "../lines/read-line-bracket.ts";
import {readLine} from "../lines/read-line.ts";

type Step = Omit<StepLine, "line">;

/**
 * The source of a next step, on one line or several, ticked and with the day it was done, or open again
 * without one. Only the box and the day change. Read back before it is returned: throws `not-written` when
 * the line would say anything else.
 */
export function markStep(source: string, done: {on: string | null} | null): string {
  const before = stepIn(source);
  if (before === null) throw ofItsOwn(source);
  const marked = markBox(markDay(source, done?.on ?? null), done !== null);
  const after = stepIn(marked);
  const wanted: Step = {...before, done: done !== null, doneOn: done?.on ?? null};
  if (after === null || JSON.stringify(after) !== JSON.stringify(wanted)) throw ofItsOwn(source);
  return marked;
}

/** The row of a step's source; null where it is none. */
function stepIn(source: string): Step | null {
  const {line} = cutOff(source);
  const read = readLine("steps", line);
  if ("problem" in read) return null;
  const {what, who, due, done, doneOn} = read.row;
  return {what, who, due, done, doneOn};
}

const bulletSign = /^\s*(?:(?:[-*+]|\d{1,9}[.)])(?:\s+|$))?/;

/** The line without its bullet, all on one line but with every sign at its place, `from` behind the bullet. */
function cutOff(source: string): {line: Scanned; from: number} {
  const flat = source.replace(/\\(?=[\r\n])/g, " ").replace(/[\r\n]/g, " ");
  const from = bulletSign.exec(flat)?.[0].length ?? 0;
  return {line: scanLine(flat.slice(from)), from};
}

const box = /^\[([ xX]?)\](?=\s)/;

function markBox(source: string, ticked: boolean): string {
  const {line, from} = cutOff(source);
  const match = box.exec(line.source);
  if (match === null) return ticked ? splice(source, {start: from, end: from}, "[x] ") : source;
  const inside = match[1] ?? "";
  if (/[xX]/.test(inside) === ticked) return source;
  return splice(source, {start: from + 1, end: from + 1 + inside.length}, ticked ? "x" : " ");
}

function markDay(source: string, on: string | null): string {
  const {line, from} = cutOff(source);
  const words = bracketWords(line);
  if (words === null) throw ofItsOwn(source);
  const index = words.findIndex((word) => isDay(line, word));
  const old = words[index];
  const at = (cut: Cut): Stretch => ({start: cut.start + from, end: cut.end + from});
  if (old !== undefined && on === null) return splice(source, at(withParting(words, index)), "");
  if (old !== undefined) return splice(source, at({start: old.end - 10, end: old.end}), on ?? "");
  const last = words.at(-1);
  if (on === null || last === undefined) return source;
  const wide =
    line.source[last.start - 1] === "（" || /，/.test(line.source.slice(words[0]?.start));
  return splice(source, at({start: last.end, end: last.end}), `${wide ? "，" : ", "}done ${on}`);
}

function isDay(line: Scanned, {start, end}: Cut): boolean {
  return /^done\s+\d{4}-\d\d-\d\d$/i.test(line.source.slice(start, end));
}

/** A word with what parts it from the one before it, or, for the first, from the one behind it. */
function withParting(words: readonly Cut[], index: number): Cut {
  const {start, end} = words[index] ?? {start: 0, end: 0};
  const before = words[index - 1];
  if (before !== undefined) return {start: before.end, end};
  return {start, end: words[index + 1]?.start ?? end};
}

/** The words of the line's bracket in order, white space left out; null where it has none. */
function bracketWords(line: Scanned): Cut[] | null {
  const from = box.exec(line.source)?.[0].length ?? 0;
  const divided = divideLine(forms.steps, line, from, null);
  if ("message" in divided) return null;
  const close = line.mask.lastIndexOf(")");
  const words: Cut[] = [];
  for (let start = divided.text.end + 1; start <= close;) {
    const comma = line.mask.indexOf(",", start);
    const end = comma < 0 || comma > close ? close : comma;
    const word = trimCut(line, {start, end});
    if (word.end > word.start) words.push(word);
    start = end + 1;
  }
  return words;
}

function ofItsOwn(source: string): PmTalkError {
  return new PmTalkError(
    "not-written",
    "Not written: this step has a shape of its own.",
    `By hand, in the line:  ${source.split(/[\r\n]/)[0]?.trim() ?? ""}`,
  );
}
