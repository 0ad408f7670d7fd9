import {note, type Reading, wholeLine} from "./read-body-state.ts";

const marker = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/;

/**
 * The text with the markers of a merge conflict blanked out, each conflict warned of: both sides are
 * read. Left in, `=======` would make a heading of the line above it.
 */
export function withoutConflicts(reading: Reading, text: string): string {
  if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) return text;
  const starts = (line: string) => /^<{7}(?: |$)/.test(line);
  if (!reading.lines.some((line) => starts(line) || /^>{7}(?: |$)/.test(line))) return text;
  const kept = reading.lines.map((line, index) => {
    if (!marker.test(line)) return line;
    if (starts(line)) note(reading, "conflict-markers", wholeLine(reading, index));
    return "";
  });
  if (!reading.lines.some(starts)) {
    const end = reading.lines.findIndex((line) => line.startsWith(">>>>>>>"));
    note(reading, "conflict-markers", wholeLine(reading, end));
  }
  return kept.join("\n");
}
