import type {Fault} from "../../core/diagnostics.ts";
import {joinLines, linesOf, type TextLine} from "../edit/edit-text.ts";
import {padDate} from "./fix-dates.ts";

/** Every fault that reading a text finds. */
export type Reader = (text: string) => readonly Fault[];

/** A line holds three days at most, and says its first fault only. */
const mostRounds = 4;

/**
 * The text with the days in its faulty lines padded: all lines at once, then those again that have another such
 * fault. A line in which that mends nothing stays as it was.
 */
export function fixLines(text: string, reader: Reader): string {
  const lines = linesOf(text);
  const hopeless = new Set<number>();
  let faults = reader(text);
  for (let round = 0; round < mostRounds; round++) {
    const old = new Map<number, {line: TextLine; fault: Fault}>();
    for (const fault of faults) padIn(lines, fault, old, hopeless);
    if (old.size === 0) break;
    const after = reader(joinLines(lines));
    for (const [index, {line, fault}] of old) {
      if (!after.some((one) => isNoLater(one, fault))) continue;
      lines[index] = line;
      hopeless.add(index);
    }
    faults = after;
  }
  return joinLines(lines);
}

function padIn(
  lines: TextLine[],
  fault: Fault,
  old: Map<number, {line: TextLine; fault: Fault}>,
  hopeless: ReadonlySet<number>,
): void {
  if (fault.place.at !== "line" || fault.severity !== "error") return;
  const {column, length} = fault.place;
  const index = fault.place.line - 1;
  const line = lines[index];
  if (line === undefined || old.has(index) || hopeless.has(index)) return;
  const padded = padDate(line.text.slice(column - 1, column - 1 + length));
  if (padded === null) return;
  old.set(index, {line, fault});
  const behind = line.text.slice(column - 1 + length);
  lines[index] = {...line, text: line.text.slice(0, column - 1) + padded + behind};
}

/** Whether a fault stands where another one stood in its line, or before: the reader came no further. */
function isNoLater({place, severity}: Fault, {place: old}: Fault): boolean {
  if (place.at !== "line" || old.at !== "line" || severity !== "error") return false;
  return place.line === old.line && place.column <= old.column;
}
