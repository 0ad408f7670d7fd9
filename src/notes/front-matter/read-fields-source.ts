import {parseYaml} from "./yaml.ts";

/** Elements of one list that are looked up; each is a walk through the text, and thousands would be felt. */
const lookedUp = 50;

/**
 * How a value is written in the front matter, for hints: `1.10` and `00e10` read as 1.1 and 0, and a hint
 * must show what the person typed. The value in JavaScript's spelling where it
 * cannot be told; nothing for a mapping, which may have a key toString and cannot be made a text.
 */
export function sourceOf(
  block: string,
  field: string,
  index: number | null,
  value: unknown,
): string {
  const lines = index !== null && index >= lookedUp ? [] : block.split(/\r?\n/);
  const start = lines.findIndex((line) => line.startsWith(`${field}:`));
  if (start !== -1) {
    const rest = withoutComment((lines[start] ?? "").slice(field.length + 1));
    const written = index === null ? rest : elementOf(rest, lines, start, index);
    if (written !== undefined && readsAs(written, value)) return written;
  }
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function elementOf(
  rest: string,
  lines: string[],
  start: number,
  index: number,
): string | undefined {
  if (rest.startsWith("[")) return rest.slice(1, -1).split(",")[index]?.trim();
  const items: string[] = [];
  for (const line of lines.slice(start + 1)) {
    const item = /^\s*- +(.*)$/.exec(line)?.[1];
    if (item === undefined) break;
    items.push(withoutComment(item));
  }
  return items[index];
}

function withoutComment(text: string): string {
  const comment = text.indexOf(" #");
  return (comment === -1 ? text : text.slice(0, comment)).trim();
}

/** Only what reads back as the very value is shown; anything else would be a guess. */
function readsAs(written: string, value: unknown): boolean {
  try {
    return Object.is(parseYaml(written), value);
  } catch {
    return false;
  }
}
