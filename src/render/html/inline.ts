import {formatDay, isCalendarDate} from "../../core/calendar.ts";
import type {Span, Spans, Tone} from "../../reports/document.ts";
import {encodePath} from "../escape-markdown.ts";
import {legendSvg, marksSvg} from "../svg/marks.ts";
import {html, type Markup} from "./markup.ts";
import {plainWords, wordsHtml} from "./words.ts";

export interface InlineOptions {
  /** The path from the page to a file of the workspace, not yet encoded; null for no link. */
  linkTo: (file: string) => string | null;
}

/** The spans as HTML within a line. */
export function inlineHtml(spans: Spans, options: InlineOptions): Markup {
  const list = Array.isArray(spans) ? spans : [spans];
  return html`${list.map((span) => spanHtml(span, options))}`;
}

function spanHtml(span: Span, options: InlineOptions): Markup {
  if (typeof span === "string") return wordsHtml(span);
  switch (span.role) {
    case "strong":
      return html`<strong>${wordsHtml(span.text)}</strong>`;
    case "muted":
      return html`<span class="muted">${wordsHtml(span.text)}</span>`;
    case "command":
      return html`<code${span.text.length > 36 ? "" : html` class="brief"`}>${plainWords(span.text)}</code>`;
    case "id":
      return html`<code class="id">${plainWords(span.text)}</code>`;
    case "quote":
      return saidHtml(span.text);
    case "date":
      return dayHtml(span);
    case "status":
      return statusHtml(span.text, span.tone);
    case "file":
      return fileHtml(span.file, span.text, options);
    case "marks":
      return marksSvg(span);
    case "legend":
      return legendSvg();
  }
}

/** Two words are kept on one line, a sentence is not. */
export function statusHtml(text: string, tone: Tone): Markup {
  const look = text.length > 18 ? "" : " brief";
  return html`<strong class="status ${tone}${look}">${wordsHtml(text)}</strong>`;
}

/** Somebody's words between quotation marks; whatever direction they are written in, the line keeps its own. */
export function saidHtml(text: string): Markup {
  return html`<span class="said">“<bdi>${wordsHtml(text)}</bdi>”</span>`;
}

/** The day itself: "yesterday" would not stay true on a page that is kept. */
function dayHtml({date, text}: {date: string; text: string}): Markup {
  if (!isCalendarDate(date)) return wordsHtml(text);
  const shown = text === date ? date : formatDay(date);
  return html`<time datetime="${date}">${shown}</time>`;
}

/** A link to a file of the workspace, or its name where there is nothing to link to. */
function fileHtml(file: string | null, text: string, options: InlineOptions): Markup {
  const path = file === null ? null : options.linkTo(file);
  const name = html`<bdi>${plainWords(text)}</bdi>`;
  if (path === null) return name;
  return html`<a href="${encodePath(path)}" rel="noopener noreferrer">${name}</a>`;
}
