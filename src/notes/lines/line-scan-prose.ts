import type {Scanned} from "./line-scan.ts";

/** The words of a text from a place on: of links what is shown, not where they lead. */
export function proseOf(line: Scanned, from: number): string {
  if (line.spans.length === 0) return line.source.slice(from);
  const parts: string[] = [];
  let at = from;
  for (const span of line.spans) {
    if (span.start < from) continue;
    parts.push(line.source.slice(at, span.start));
    const text = line.source.slice(span.start, span.end);
    if (span.kind === "link") parts.push(text.slice(0, text.indexOf("](")));
    else if (span.kind !== "autolink") parts.push(text);
    at = span.end;
  }
  parts.push(line.source.slice(at));
  return parts.join(" ");
}
