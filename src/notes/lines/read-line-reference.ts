import {type Cut, scanLine, type Scanned, trimCut, valueOf} from "./line-scan.ts";
import {folders} from "../vocabulary.ts";

/**
 * The id that a part of a line refers to: `[any text](path/to/id.md)`, `[[path/id#heading|alias]]`,
 * `` `id` `` or the plain id. Null where the part is empty, a web address or more than one reference.
 */
export function readReference(line: Scanned, cut: Cut): string | null {
  const whole = trimCut(line, cut);
  const span = line.spans.find((one) => one.end > whole.start && one.start < whole.end);
  if (span === undefined) return plainId(valueOf(line, whole));
  if (span.kind === "autolink") return null;
  if (span.start !== whole.start || span.end !== whole.end) return null;
  const text = line.source.slice(span.start, span.end);
  if (span.kind === "link") return orNull(linkId(text));
  if (span.kind === "wiki") return orNull(wikiId(text));
  return orNull(codeText(text));
}

/** The ids of references with commas between them; null in place of one that cannot be read. */
export function readReferences(line: Scanned, cut: Cut): (string | null)[] {
  const ids: (string | null)[] = [];
  for (let start = cut.start; start < cut.end;) {
    const comma = line.mask.indexOf(",", start);
    const end = comma < 0 || comma > cut.end ? cut.end : comma;
    const part = trimCut(line, {start, end});
    if (part.end > part.start) ids.push(readReference(line, part));
    start = end + 1;
  }
  return ids;
}

/** A path as it might stand in a link: it ends in `.md`, or begins with one of the folders. */
const path = new RegExp(`\\.md$|^(?:\\.{1,2}/)*(?:${Object.values(folders).join("|")})/`, "i");

function plainId(text: string): string | null {
  if (text.startsWith("[[")) return null;
  return orNull(path.test(text) ? withoutEnding(text.slice(text.lastIndexOf("/") + 1)) : text);
}

function wikiId(link: string): string {
  const path = link.slice(2, -2).split(/\\?\|/)[0]?.split("#")[0] ?? "";
  return withoutEnding(path.slice(path.lastIndexOf("/") + 1));
}

function linkId(link: string): string {
  const target = linkTarget(link);
  const path = target.split(/[?#]/)[0] ?? "";
  return withoutEnding(decoded(path.slice(path.lastIndexOf("/") + 1)));
}

/** What stands between the brackets behind the text of a link, without angle brackets and a title. */
function linkTarget(link: string): string {
  const {start, end} = linkTargetCut(link);
  return link.slice(start, end).replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** Where in a link its target stands, as written: without angle brackets and a title. */
export function linkTargetCut(link: string): Cut {
  // The target is the last part; inside it a `](` can only stand behind a backslash.
  const from = targetStart(link);
  const raw = link.slice(from, -1);
  const inner = raw.trim();
  const start = from + raw.length - raw.trimStart().length;
  return inner.startsWith("<")
    ? {start: start + 1, end: start + inner.indexOf(">")}
    : {start, end: start + (inner.split(/\s/)[0]?.length ?? 0)};
}

function targetStart(link: string): number {
  // Scanning the text alone finds its end: hide inner links and code, then take the first `](`.
  const inner = scanLine(link.slice(1));
  const at = inner.mask.indexOf("](");
  return at < 0 ? link.lastIndexOf("](") + 2 : at + 3;
}

function codeText(code: string): string {
  const marks = /^`+/.exec(code)?.[0].length ?? 0;
  return code.slice(marks, -marks).trim();
}

function withoutEnding(name: string): string {
  return name.replace(/\.md$/i, "").replace(/\s+/g, " ").trim();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A bare `%` is a sign like any other.
    return text;
  }
}

function orNull(id: string): string | null {
  return id === "" ? null : id;
}
