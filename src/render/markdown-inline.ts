import {formatDay, isCalendarDate} from "../core/calendar.ts";
import type {Span, Spans} from "../reports/document.ts";
import {codeSpan, encodePath, escapeLinkText, escapeMarkdown} from "./escape-markdown.ts";
import {legendOf, sideOf} from "./marks.ts";
import {quoted} from "./pieces.ts";

export interface MarkdownOptions {
  /** The path from the output to a file of the workspace, not yet encoded; null for no link. */
  linkTo: (file: string) => string | null;
}

/** Where spans stand: a bar means something in a table. */
export interface Place extends MarkdownOptions {
  inTable: boolean;
}

/** The spans as one line of Markdown, without spaces at its ends. */
export function inlineMarkdown(spans: Spans, place: Place): string {
  const list = Array.isArray(spans) ? spans : [spans];
  let line = "";
  const inners = list.map((span) => spanMarkdown(span, place));
  list.forEach((span, index) => {
    const inner = inners[index] ?? "";
    // What follows is what is seen next: an empty piece stands between no two letters.
    const after = inners.slice(index + 1).find((text) => text !== "") ?? "";
    // The signs around two pieces of code side by side would be read as one.
    if (inner.startsWith("`") && line.endsWith("`")) line += " ";
    line += isStrong(span) ? emphasised(inner, line, after) : inner;
  });
  return line.trim();
}

/** Bold, where the signs around it let Markdown see that; else as it is. */
export function emphasised(text: string, before = "", after = ""): string {
  const inner = text.trim();
  if (inner === "") return text;
  const start = text.slice(0, text.length - text.trimStart().length);
  const end = text.slice(text.trimEnd().length);
  const opens = start !== "" || !endsWord.test(before) || startsWord.test(inner);
  const closes = end !== "" || !startsWord.test(after) || endsWord.test(inner);
  const stars = before.endsWith("*") || after.startsWith("*");
  return opens && closes && !stars ? `${start}**${inner}**${end}` : text;
}

const startsWord = /^[^\s\p{P}\p{S}]/u;
const endsWord = /[^\s\p{P}\p{S}]$/u;

function isStrong(span: Span): boolean {
  return typeof span !== "string" && (span.role === "strong" || span.role === "status");
}

function spanMarkdown(span: Span, place: Place): string {
  if (typeof span === "string") return escapeMarkdown(span);
  switch (span.role) {
    case "strong":
    case "status":
    case "muted":
      return escapeMarkdown(span.text);
    case "quote":
      return escapeMarkdown(quoted(span.text));
    case "command":
    case "id":
      return codeSpan(span.text, place.inTable);
    case "date":
      return escapeMarkdown(dayOf(span));
    case "file":
      return linkMarkdown(span.file, span.text, place);
    case "legend":
      return legendOf(true);
    case "marks":
      return `${sideOf(span.against, "against", true)}\\|${sideOf(span.for, "for", true)}`;
  }
}

/** The day itself: "yesterday" would not stay true in a file. */
function dayOf(span: {date: string; text: string}): string {
  if (span.text === span.date || !isCalendarDate(span.date)) return span.text;
  return formatDay(span.date);
}

function linkMarkdown(file: string | null, text: string, place: Place): string {
  const path = file === null ? null : place.linkTo(file);
  if (path === null) return escapeMarkdown(text);
  return `[${escapeLinkText(text)}](${encodePath(path)})`;
}
