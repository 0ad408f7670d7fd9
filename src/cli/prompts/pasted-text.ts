import {stripVTControlCharacters} from "node:util";

/** Every way to end a line that a clipboard may hold. */
const lineEnd = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;

/**
 * Pasted text as text and nothing else: line ends are `\n`, tabs and no-break spaces a space, and what a
 * terminal would obey (colours copied along, control characters) is gone.
 */
export function pastedText(raw: string): string {
  return stripVTControlCharacters(raw)
    .replace(lineEnd, "\n")
    .replace(/[\t\u00a0]/g, " ")
    .replace(/(?!\n)\p{Cc}/gu, "");
}

/** Pasted text for an answer of one line: what were line ends are single spaces. */
export function pastedLine(text: string): string {
  return text.replace(/ *\n+ */g, " ");
}
