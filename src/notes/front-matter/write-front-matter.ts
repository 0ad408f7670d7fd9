import {CORE_SCHEMA, dump} from "js-yaml";
import {PmTalkError} from "../../core/errors.ts";
import {splitFrontMatter} from "./front-matter.ts";

/** Fields in which an empty list says something: asked for consent, and refused. */
const emptyLists: ReadonlySet<string> = new Set(["consent"]);

/**
 * The front matter of a new file, from `---` to `---` and a line end: keys in the given order, further ones
 * behind them; what is null or empty is left out. Throws a PmTalkError for values that no file can hold: a
 * NUL, half a character, or more than 64 KiB in all. What it returns has been read back and compared.
 */
export function writeFrontMatter(
  fields: Record<string, unknown>,
  order: readonly string[] = [],
): string {
  const stated = inOrder(fields, order).filter(([key, value]) => !isNothing(key, value));
  for (const [key, value] of stated) refuseUnwritable(key, value);
  const lines = stated.map(([key, value]) => writeField(key, value));
  const written = `---\n${lines.join("")}---\n`;
  verify(written, stated);
  return written;
}

function inOrder(fields: Record<string, unknown>, order: readonly string[]): [string, unknown][] {
  const keys = new Set([
    ...order.filter((key) => Object.hasOwn(fields, key)),
    ...Object.keys(fields),
  ]);
  return [...keys].map((key) => [key, fields[key]]);
}

function isNothing(key: string, value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return Array.isArray(value) && value.length === 0 && !emptyLists.has(key);
}

function refuseUnwritable(key: string, value: unknown): void {
  const texts: unknown[] = Array.isArray(value) ? value : [value];
  for (const text of texts) {
    if (typeof text === "string" && /[\0\ud800-\udfff]/u.test(text)) {
      throw new PmTalkError(
        "usage",
        `${key} holds a character that a text file cannot keep`,
        "It is a NUL or half of a character; type it again.",
      );
    }
  }
}

function writeField(key: string, value: unknown): string {
  // Lists stand on the key's line; texts with line ends in quotes, so that no line of one begins a line.
  const options = {schema: CORE_SCHEMA, lineWidth: -1, noRefs: true, flowLevel: 1} as const;
  const text = typeof value === "string" && /[\r\n\u0085\u2028\u2029]/.test(value);
  if (text)
    return `${key}: ${JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029]/g, escape)}\n`;
  return dump({[key]: value}, {...options, quotingType: '"'});
}

function escape(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** What was written must read back as what was given; if not, it is our bug, and nothing is saved. */
function verify(written: string, stated: readonly [string, unknown][]): void {
  const read = splitFrontMatter(written);
  if ("faults" in read) {
    const fault = read.faults[0];
    if (fault?.code === "yaml-size") {
      throw new PmTalkError(
        "usage",
        "the front matter would be longer than 64 KiB",
        "Put long text into the body, below a heading.",
      );
    }
    throw new Error(`written front matter cannot be read: ${fault?.message ?? ""}`);
  }
  for (const [key, value] of stated) {
    if (JSON.stringify(read.data[key]) !== JSON.stringify(value)) {
      throw new Error(`written front matter reads back differently: ${key}`);
    }
  }
}
