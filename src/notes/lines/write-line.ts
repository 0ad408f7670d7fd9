import {PmTalkError} from "../../core/errors.ts";
import {idOfFile} from "../../core/identity.ts";
import {flattenSpace, foldName} from "../../core/text.ts";
import type {LineSection} from "../body.ts";
import {scanLine} from "./line-scan.ts";
import {readItem} from "../body/read-item.ts";
import {readLine} from "./read-line.ts";
import type {RowOf} from "./read-line-parts.ts";
import {escapeStart, escapeValue} from "./write-line-escape.ts";
import type {LinkTo} from "./write-line-link.ts";
import {type Pieces, splitRow} from "./write-line-parts.ts";
import {spellings} from "./write-line-spell.ts";

export type {LinkTo} from "./write-line-link.ts";

/**
 * A row as the bullet that reads back as this row, without a newline. `link` gives the files that ids are
 * linked to; an id without one is written plain. White space in values is flattened. Throws a PmTalkError
 * where a value holds what no file can keep, and an Error, which is a bug, where reading back differs.
 */
export function writeLine<S extends LineSection>(
  section: S,
  row: RowOf<S>,
  link: LinkTo | null = null,
): string {
  const wanted = cleanRow(row);
  const pieces = splitRow(section, wanted);
  for (const spelling of spellings(section, pieces, link)) {
    const read = readLine(section, scanLine(spelling));
    if ("row" in read && sameRow(read.row, wanted, pieces, link)) return `- ${spelling}`;
  }
  throw new Error(`A line of ${section} does not read back as written: ${JSON.stringify(wanted)}`);
}

/**
 * An item as typed as the bullet that reads back as this text. Quotation marks, hashtags, links and code
 * keep their meaning. `answered`: of a section in which an arrow leads to our answer. Throws a PmTalkError where
 * the text is empty or holds what no file can keep.
 */
export function writeItem(text: string, answered = false): string {
  const wanted = cleanText(text);
  if (wanted === "")
    throw new PmTalkError("usage", "An item is empty", "Type a text or leave it out.");
  const tries = [
    escapeValue(wanted, null, answered),
    escapeValue(wanted, /[`[\]]/, answered),
    escapeValue(wanted, "all"),
  ];
  for (const spelling of tries) {
    const bullet = escapeStart(spelling);
    if (readItem([scanLine(bullet)])?.text === wanted) return `- ${bullet}`;
  }
  throw new Error(`An item does not read back as written: ${JSON.stringify(wanted)}`);
}

/** Refuses what cannot be kept in a UTF-8 text file. */
function cleanText(text: string): string {
  if (text.includes("\0") || !text.isWellFormed()) {
    throw new PmTalkError(
      "usage",
      "A text holds a character that no file can keep (NUL or half of a surrogate pair)",
      "Type it again without that character.",
    );
  }
  return flattenSpace(text);
}

function cleanRow<Row extends object>(row: Row): Row {
  const clean = Object.entries(row).map(([key, value]: [string, unknown]) => {
    if (typeof value === "string") return [key, orNull(row, key, cleanText(value))] as const;
    if (key === "themes") {
      const themes = (value as string[]).map((theme) => foldName(cleanText(theme)));
      return [key, [...new Set(themes)]] as const;
    }
    if (Array.isArray(value)) return [key, value.map((one) => cleanText(String(one)))] as const;
    return [key, value] as const;
  });
  const result = Object.fromEntries(clean) as Record<string, unknown>;
  delete result["line"];
  if ("doneOn" in result && result["doneOn"] !== null) result["done"] = true;
  if (result["quote"] !== undefined && result["quote"] === null) result["who"] = null;
  return result as Row;
}

/** Texts that are null when empty; the others are needed, and an empty one does not read back. */
const optional = new Set([
  "quote",
  "note",
  "reason",
  "need",
  "title",
  "email",
  "conditions",
  "by",
  "answer",
  "why",
]);

function orNull(row: object, key: string, text: string): string | null {
  const absent =
    optional.has(key) ||
    (key === "what" && "conversation" in row) ||
    (key === "who" && "quote" in row);
  return text === "" && absent ? null : text;
}

/** Whether a line reads back as the row; an id that is linked reads back as the name of the file. */
function sameRow(read: object, wanted: object, pieces: Pieces, link: LinkTo | null): boolean {
  const linked = pieces.references?.linked === true ? link : null;
  return fingerprint(read, null) === fingerprint(wanted, linked);
}

function fingerprint(row: object, link: LinkTo | null): string {
  const entries = Object.entries(row).map(([key, value]: [string, unknown]) => [
    key,
    link === null ? value : linkedId(key, value, link),
  ]);
  return JSON.stringify(entries.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)));
}

function linkedId(key: string, value: unknown, link: LinkTo): unknown {
  if (key === "assumptions") return (value as string[]).map((id) => fileId(id, link));
  return key === "assumption" || key === "conversation" ? fileId(String(value), link) : value;
}

function fileId(id: string, link: LinkTo): string {
  const path = link(id)?.path;
  return path === undefined ? id : idOfFile(path);
}
