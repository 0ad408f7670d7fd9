import {note, type Reading, wholeLine} from "./read-body-state.ts";
import {findNamedSection} from "./sections-match.ts";

/** Warns of a heading that is a section's but for its level or its place, for nothing is read under it. */
export function warnOfLevel(
  reading: Reading,
  block: {line: number; level: number; underlined: boolean; text: string},
): void {
  const right = findName(reading, block.text);
  if (right === null) return;
  const found = block.underlined ? block.text : `${"#".repeat(block.level)} ${block.text}`;
  note(reading, "heading-level", wholeLine(reading, block.line), {found, right});
}

/**
 * Warns of a line at the margin that is nothing but the name of a section (`**Next steps**`, `Surprises:`):
 * what follows stands in no section, or in the one before.
 */
export function warnOfName(reading: Reading, text: string, line: number): void {
  const right = isAtMargin(reading, text, line) ? findName(reading, text) : null;
  if (right === null) return;
  note(reading, "heading-plain", wholeLine(reading, line), {found: text.trim(), right});
}

/** Whether there is such a warning of a line. */
export function isName(reading: Reading, text: string, line: number): boolean {
  return isAtMargin(reading, text, line) && findName(reading, text) !== null;
}

/** The same of an item outside all sections: a note that is one list, with sections for bullets. */
export function warnOfBullet(reading: Reading, text: string, line: number): void {
  const right = findName(reading, text);
  if (right === null) return;
  note(reading, "heading-plain", wholeLine(reading, line), {found: text.trim(), right});
}

/** Whether a line of the file begins with `text`: no bullet, blank or other sign in front. */
function isAtMargin(reading: Reading, text: string, line: number): boolean {
  return (reading.lines[line] ?? "").trimEnd() === text.trim();
}

/** The name of a section as it stands there, without emphasis and a colon; null where the text is none. */
function findName(reading: Reading, text: string): string | null {
  if (findNamedSection(text, reading.headings, reading.kind) === null) return null;
  return text.replace(/^[\s*_]+|[\s*_:]+$/g, "");
}
