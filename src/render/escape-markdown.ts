import {visibleLine} from "../core/visible.ts";

/** Signs that Markdown, GitHub or Obsidian would read; `=` and `%` only where two stand together. */
const signs = /[\\|`<[\]!*_#>~$]|&(?=[#a-z])|==+|%%+/gi;

/** A web address in a text. */
export const address = /\bhttps?:\/\/[\w\-.~:/?#@!$&'()*+,;=%]*[\w/=-]/gi;

/**
 * The text on one line, so that every Markdown reader shows it as it is typed. Web addresses stand in
 * angle brackets, for a backslash inside one would become part of it.
 */
export function escapeMarkdown(text: string): string {
  const line = visibleLine(text);
  let result = "";
  let from = 0;
  for (const match of line.matchAll(address)) {
    result += `${escapeSigns(line.slice(from, match.index))}<${match[0]}>`;
    from = match.index + match[0].length;
  }
  return result + escapeSigns(line.slice(from));
}

/** As above, for the text of a link, in which no other link may stand. */
export function escapeLinkText(text: string): string {
  return escapeSigns(visibleLine(text));
}

/** A finished line whose beginning would open a list, a heading's underline or a rule is kept from it. */
export function escapeStart(line: string): string {
  const trimmed = line.trim();
  if (/^[-+=](?!\*\*)/.test(trimmed)) return `\\${trimmed}`;
  return trimmed.replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

/** The text as code; in a table a bar is escaped even there. */
export function codeSpan(text: string, inTable: boolean): string {
  const line = visibleLine(text);
  if (line.trim() === "") return "";
  const runs = line.match(/`+/g) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const padded = /^`|`$|^ .* $/.test(line) ? ` ${line} ` : line;
  const code = `${fence}${padded}${fence}`;
  return inTable ? code.replaceAll("|", "\\|") : code;
}

/** A path with everything encoded that could end a link or mean something in one. */
export function encodePath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, percent))
    .join("/");
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function escapeSigns(text: string): string {
  return text.replace(signs, (run) => run.replace(/./g, "\\$&"));
}
