import {visibleLine} from "../../core/visible.ts";

/** Finished HTML. Made by `html` alone, so that nothing gets into a page unescaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Markup | string | number | null | readonly Part[];

/**
 * A template of HTML: finished parts stay as they are, texts are escaped, for content and for attributes in
 * double quotes; null is nothing, a list its parts in a row.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const fixed = fixedParts(strings);
  let text = fixed[0] ?? "";
  parts.forEach((part, index) => {
    text += partText(part) + (fixed[index + 1] ?? "");
  });
  return new Markup(text);
}

const known = new WeakMap<TemplateStringsArray, string[]>();

/** Templates stand on many lines for the reader of the source; to a browser each of those is one space. */
function fixedParts(strings: TemplateStringsArray): string[] {
  const found = known.get(strings) ?? strings.map((part) => part.replace(/\s*\n\s*/g, " "));
  known.set(strings, found);
  return found;
}

function partText(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return part.map(partText).join("");
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The text on one line, as content or in a quoted attribute; what reorders or hides in a line becomes visible. */
function escapeHtml(text: string): string {
  return visibleLine(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
