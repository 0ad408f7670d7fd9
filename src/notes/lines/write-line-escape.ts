import {scanLine} from "./line-scan.ts";
import {escapable} from "./line-scan-ranges.ts";

/** Signs that start a block of Markdown at the start of a bullet, or a checkbox; the first is escaped. */
const blockStart =
  /^(?:[#>]|[-*+](?=\s|$)|-[-\s]*$|\[[ xX]\](?=\s|$)|\[[^\]]*\]:|`{3}|~{3}|=+$|([*_])\s*(?:\1\s*){2,}$)/;
const numbered = /^(\d{1,9})([.)](?=\s|$))/;

/** Signs that a field escapes besides those that Markdown itself would take for something else. */
export type Signs = RegExp | "all" | null;

/**
 * A value as Markdown that reads back as this value: a backslash before `\` where one would make a sign
 * plain, before `<` where a tag or comment would start, in `-->`, which would end one, and before `signs`. Links
 * and code stay as typed, but with `all`, which escapes whatever can be. `answered`: an arrow parts what they
 * said from our answer, so it stays one.
 */
export function escapeValue(value: string, signs: Signs, answered = false): string {
  if (signs === "all") return value.replace(new RegExp(escapable, "g"), "\\$&");
  const pieces: string[] = [];
  let at = 0;
  for (const span of value === "" ? [] : scanLine(markup(value)).spans) {
    const next = value[span.start] ?? "";
    pieces.push(escapePlain(value.slice(at, span.start), next, signs, answered));
    pieces.push(value.slice(span.start, span.end));
    at = span.end;
  }
  pieces.push(escapePlain(value.slice(at), "", signs, answered));
  return pieces.join("");
}

/** The start of a bullet, so that no heading, list, quote, fence, rule or checkbox starts there. */
export function escapeStart(text: string): string {
  if (blockStart.test(text)) return `\\${text}`;
  return text.replace(numbered, "$1\\$2");
}

/** A comment is no comment once it is written, so what stands in it may still be a link or code. */
function markup(value: string): string {
  return value.replaceAll("<!--", "<.--").replace(/\\/g, "/");
}

function escapePlain(text: string, next: string, signs: RegExp | null, answered: boolean): string {
  const basic = text
    .replace(/\\(?=(.?))/gsu, (sign, behind: string) =>
      behind === ""
        ? next === "" || escapable.test(next)
          ? "\\\\"
          : sign
        : escapable.test(behind)
          ? "\\\\"
          : sign,
    )
    .replace(/<(?=[A-Za-z/!?])/g, "\\<");
  const escaped = signs === null ? basic : escapeSigns(text, signs);
  return answered ? escaped : escaped.replace(/--(?=>)/g, "--\\");
}

function escapeSigns(text: string, signs: RegExp): string {
  return text.replace(/./gsu, (sign) =>
    sign === "\\" || sign === "<" || signs.test(sign) ? `\\${sign}` : sign,
  );
}
