import type {FoundLine} from "../analysis/search.ts";
import {count} from "../core/text.ts";
import type {Block, Span, Spans} from "./document.ts";

/** Lines of one file before the rest is only counted. */
const most = 5;

/** UTF-16 units of a line that are shown, and how many of them before the first find. */
const window = {whole: 400, before: 80};

/** The lines by number, each once: finds in bold, what stands around them dimmed. */
export function lineFacts(lines: readonly FoundLine[], all: boolean): Block[] {
  const shown = all ? lines : lines.slice(0, most);
  const rows = new Map<number, Spans>();
  for (const {line, before, after} of shown) {
    before.forEach((text, at) => around(rows, line - before.length + at, text));
    after.forEach((text, at) => around(rows, line + 1 + at, text));
  }
  for (const found of shown) rows.set(found.line, foundSpans(found));
  const facts = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([line, value]) => ({label: String(line), value}));
  const more = lines.length - shown.length;
  return [
    {block: "facts", facts},
    ...(more === 0
      ? []
      : [
          {
            block: "paragraph" as const,
            text: {role: "muted" as const, text: `… and ${count(more, "more line")} (--all)`},
          },
        ]),
  ];
}

/** A blank line and the fence of a front matter tell nothing. */
function around(rows: Map<number, Spans>, line: number, text: string): void {
  if (!/^\s*(?:---\s*)?$/.test(text))
    rows.set(line, {role: "muted", text: cut(text, window.whole)});
}

function foundSpans({text, ranges}: FoundLine): Spans {
  const first = ranges[0]?.[0] ?? 0;
  const from = text.length <= window.whole ? 0 : wholeAt(text, Math.max(0, first - window.before));
  const to = wholeAt(text, Math.min(text.length, from + window.whole));
  const spans: Span[] = from === 0 ? [] : ["… "];
  let at = from;
  for (const [start, end] of ranges) {
    if (start >= to) break;
    spans.push(text.slice(at, start), {role: "strong", text: text.slice(start, Math.min(end, to))});
    at = Math.min(end, to);
  }
  spans.push(text.slice(at, to), to === text.length ? "" : " …");
  return spans.filter((span) => span !== "");
}

function cut(text: string, most: number): string {
  const to = wholeAt(text, Math.min(text.length, most));
  return text.slice(0, to) + (to === text.length ? "" : " …");
}

/** The place, or the one before where it would part two halves of a character. */
function wholeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
