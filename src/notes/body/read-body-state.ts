import type {Fault} from "../../core/diagnostics.ts";
import {type Body, itemSections, type LineSections} from "../body.ts";
import {findOpenComment, type Scanned, scanLine} from "../lines/line-scan.ts";
import {findNotice, type Notice, noticeText} from "./read-body-notices.ts";
import type {Section} from "../sections.ts";
import type {Synonyms} from "./sections-match.ts";
import type {Kind} from "../vocabulary.ts";
import {countWords, mostWords} from "./words.ts";

/** What is known while a body is read from top to bottom. */
export interface Reading {
  kind: Kind;
  headings: Synonyms;
  /** Raw lines of the text; line 0 is line `firstLine` of the file. */
  lines: readonly string[];
  firstLine: number;
  body: Body;
  faults: Fault[];
  unknownHeadings: {heading: string; line: number}[];
  /** The section that is open; null before the first heading and under a heading that is no section. */
  section: Section | null;
  /** Lines of the people or criteria read so far, by folded name. */
  once: Map<string, number>;
  /** Whether a heading has been passed. */
  headed: boolean;
  unreadable: boolean;
}

/** A paragraph on one line, and where its lines stand in the file. */
export interface Piece {
  scanned: Scanned;
  /** Start of each source line within `scanned`, and how long it is. */
  lines: readonly {offset: number; length: number; line: number}[];
}

/** A body without anything in it. */
export function emptyBody(): Body {
  const lines: LineSections = {
    evidence: [],
    asks: [],
    promised: [],
    requests: [],
    introductions: [],
    steps: [],
    people: [],
    gates: [],
    claims: [],
    limitations: [],
    criteria: [],
    because: [],
    told: [],
  };
  const items = {} as Body["items"];
  for (const key of itemSections) items[key] = [];
  return {items, lines, title: null, words: 0};
}

/** Line of the file for a line of the text. */
export function fileLine(reading: Reading, line: number): number {
  return reading.firstLine + line;
}

/** The given lines of a paragraph joined with spaces and scanned; `line` is the first one's. */
export function toPiece(texts: readonly string[], line: number): Piece {
  if (texts.length === 1) {
    const text = texts[0] ?? "";
    return {scanned: scanLine(text), lines: [{offset: 0, length: text.length, line}]};
  }
  const lines: {offset: number; length: number; line: number}[] = [];
  const parts: string[] = [];
  let offset = 0;
  texts.forEach((text, index) => {
    // A backslash at the end of a line is a line break in Markdown, no text.
    const part = index < texts.length - 1 ? text.trim().replace(/\\$/, " ") : text.trim();
    lines.push({offset, length: text.trim().length, line: line + index});
    parts.push(part);
    offset += part.length + 1;
  });
  return {scanned: scanLine(parts.join(" ")), lines};
}

/** Line and column of the file, both from 1, for a place in a paragraph. */
export function placeIn(
  reading: Reading,
  piece: Piece,
  offset: number,
): {line: number; column: number} {
  const at = piece.lines.findLast((line) => line.offset <= offset) ?? piece.lines[0];
  if (at === undefined) return {line: reading.firstLine, column: 1};
  const raw = (reading.lines[at.line] ?? "").trimEnd();
  return {
    line: fileLine(reading, at.line),
    column: Math.max(0, raw.length - at.length) + (offset - at.offset) + 1,
  };
}

/** Warns of (or, where it costs something, reports) what the text cannot mean as it stands. */
export function note(
  reading: Reading,
  notice: Notice,
  at: {line: number; column: number; length: number},
  words: {found?: string; right?: string} = {},
): void {
  const {severity, dropped} = findNotice(notice);
  const {message, hint} = noticeText(notice, words.found ?? "", words.right ?? "");
  reading.faults.push({
    code: notice,
    severity,
    place: {at: "line", ...at},
    message,
    hint,
    dropped,
  });
}

/** The whole of a raw line, without the white space around it, as a place. */
export function wholeLine(
  reading: Reading,
  line: number,
): {line: number; column: number; length: number} {
  const raw = reading.lines[line] ?? "";
  const text = raw.trim();
  return {
    line: fileLine(reading, line),
    column: raw.length - raw.trimStart().length + 1,
    length: Math.max(1, text.length),
  };
}

/** What must be said of any paragraph: an open comment, a stray end of one, a placeholder. */
export function checkPiece(reading: Reading, piece: Piece): void {
  const {mask, source} = piece.scanned;
  const open = findOpenComment(piece.scanned);
  if (open >= 0) {
    note(reading, "comment-unclosed", {...placeIn(reading, piece, open), length: 4});
    reading.unreadable = true;
  }
  if (reading.section !== null && source.includes("-->")) {
    const stray = mask.indexOf("-->");
    if (stray >= 0) note(reading, "comment-stray", {...placeIn(reading, piece, stray), length: 3});
  }
  const placeholder = source.includes("{{") ? /\{\{\w{1,40}\}\}/.exec(source) : null;
  if (placeholder !== null) {
    const at = {...placeIn(reading, piece, placeholder.index), length: placeholder[0].length};
    note(reading, "date-placeholder", at, {found: placeholder[0]});
  }
}

/** Counts the words of a text as written up. */
export function addWords(reading: Reading, text: string): void {
  const left = mostWords - reading.body.words;
  if (left > 0) reading.body.words += countWords(text, left);
}
