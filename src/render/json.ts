import {unseen} from "../core/visible.ts";

/**
 * The value as JSON, two spaces deep, keys in the order given, one newline at the end. An absent value is
 * `null` (no key goes missing), a Map an object, a Set a list. What a terminal would obey or hide is
 * written as `\uXXXX`, so printing it is safe and parsing it back gives the same text.
 */
export function renderJson(envelope: unknown): string {
  const json = JSON.stringify(envelope ?? null, plainValue, 2);
  // Such characters stand only inside strings, where an escape means the same. None is printable ASCII, and
  // looking for them in all of a long text takes longer than making it.
  return `${json.replace(/[^\n\x20-\x7e]+/g, escapeUnseen)}\n`;
}

function plainValue(_key: string, value: unknown): unknown {
  if (value === undefined) return null;
  if (value instanceof Map) return Object.fromEntries(value as Map<string, unknown>);
  if (value instanceof Set) return [...(value as Set<unknown>)];
  return value;
}

function escapeUnseen(run: string): string {
  return run.replace(unseen, escapeUnits);
}

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
