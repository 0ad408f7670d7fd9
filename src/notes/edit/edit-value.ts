import {writeFrontMatter} from "../front-matter/write-front-matter.ts";

/** How a text was quoted before; a new one is quoted alike where it can be. */
export type Quoting = "plain" | "single" | "double";

/**
 * A single value as YAML on one line, as a new file would have it, in the quotes given where that is
 * possible. `inBrackets`: it stands in a list or mapping of the flow style, where commas part.
 */
export function valueText(value: unknown, quoting: Quoting = "plain", inBrackets = false): string {
  if (typeof value === "string" && quoting === "single" && isPrintable(value))
    return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === "string" && quoting === "double") return doubleQuoted(value);
  return inBrackets
    ? cutAround(writeFrontMatter({k: [value]}), "k: [", "]\n---\n")
    : cutAround(writeFrontMatter({k: value}), "k: ", "\n---\n");
}

/** A list on one line. */
export function listText(values: readonly unknown[]): string {
  return `[${values.map((value) => valueText(value, "plain", true)).join(", ")}]`;
}

function cutAround(written: string, before: string, after: string): string {
  return written.slice(written.indexOf(before) + before.length, written.length - after.length);
}

/** No line end and no control character: what single quotes can hold on one line. */
function isPrintable(text: string): boolean {
  return !/[\0-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(text);
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * A text as the content of a block scalar (`|` or `>`) in place of what stands there now: header, comment,
 * indentation and blank lines behind it stay. Null where such a block cannot hold it.
 */
export function blockText(source: string, value: unknown, keyIndent: number): string | null {
  if (typeof value !== "string" || !isPrintable(value) || /^\s/.test(value)) return null;
  const [header = "", ...content] = source.split("\n");
  const first = content.find((line) => line.trim() !== "");
  if (first === undefined) return null;
  const stated = /^[|>][+-]?([1-9])/.exec(header)?.[1];
  const indent =
    stated === undefined ? (/^ */.exec(first)?.[0] ?? "") : " ".repeat(keyIndent + Number(stated));
  const blanks = content.slice(content.findLastIndex((line) => line.trim() !== "") + 1);
  const end = header.endsWith("\r") ? "\r" : "";
  return [header, `${indent}${value}${end}`, ...blanks].join("\n");
}
