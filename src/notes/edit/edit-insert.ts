import {splice, wholeLines} from "./edit-cut.ts";
import {lineEndAt} from "./edit-text.ts";
import {listText, valueText} from "./edit-value.ts";
import type {Entry, YamlMap} from "./edit-yaml.ts";

/** The block with a key added: behind the nearest key that comes before it in `order`, in the file's style. */
export function insertEntry(
  block: string,
  map: YamlMap,
  field: string,
  value: unknown,
  order: readonly string[],
): string {
  const {entries, flow, indent} = map;
  const behind = entryBefore(entries, field, order);
  if (flow) return insertInBraces(block, map, behind, `${field}: ${textOf(value, true)}`);
  const at = behind === null ? 0 : endOf(block, behind, indent, map);
  const end = lineEndAt(block, at);
  const lines = bulletsWanted(map, value)
    ? [
        `${field}:`,
        ...(value as unknown[]).map((one) => `${bulletOf(block, map)}${valueText(one)}`),
      ]
    : [`${field}: ${textOf(value, false)}`];
  const margin = " ".repeat(indent);
  const [first = "", ...rest] = lines;
  return splice(
    block,
    {start: at, end: at},
    [margin + first, ...rest].map((line) => line + end).join(""),
  );
}

/** A value behind a colon; a list in brackets. */
export function textOf(value: unknown, inBraces: boolean): string {
  return Array.isArray(value) ? listText(value) : valueText(value, "plain", inBraces);
}

/** Whether all lists of the file that have an element are lists of bullets, so that a new one is too. */
export function bulletsWanted({entries, flow}: YamlMap, value: unknown): boolean {
  if (flow || !Array.isArray(value) || value.length === 0) return false;
  const lists = entries.filter(({value: one}) => (one?.items.length ?? 0) > 0);
  return lists.length > 0 && lists.every(({value: one}) => one?.style === "block-list");
}

/** The white space, dash and blank with which the bullets of the file begin. */
export function bulletOf(block: string, {entries}: YamlMap): string {
  const dash = entries.find(({value}) => value?.style === "block-list")?.value?.items[0]?.dash ?? 0;
  return `${block.slice(block.lastIndexOf("\n", dash - 1) + 1, dash)}- `;
}

function entryBefore(
  entries: readonly Entry[],
  field: string,
  order: readonly string[],
): Entry | null {
  const place = order.indexOf(field);
  if (place < 0) return entries.at(-1) ?? null;
  const rank = ({field: one}: Entry): number => order.indexOf(one);
  const earlier = entries.filter((one) => rank(one) >= 0 && rank(one) < place);
  const nearest = earlier.reduce<Entry | null>(
    (best, one) => (best === null || rank(one) > rank(best) ? one : best),
    null,
  );
  if (nearest !== null) return nearest;
  const later = entries.findIndex((one) => rank(one) > place);
  return (later < 0 ? entries.at(-1) : entries[later - 1]) ?? null;
}

/** Behind the last line of a key's value, and behind comments that stand further in than the keys. */
export function endOf(block: string, entry: Entry, indent: number, {comments}: YamlMap): number {
  const end = entry.value?.end ?? entry.behindColon ?? entry.key.end;
  let at = wholeLines(block, {start: entry.key.start, end}).end;
  for (;;) {
    const line = wholeLines(block, {start: at, end: at});
    const first = line.start + (/^[ \t]*/.exec(block.slice(line.start, line.end))?.[0].length ?? 0);
    const isInner = first - line.start > indent && comments.some(({start}) => start === first);
    if (!isInner) return at;
    at = line.end;
  }
}

function insertInBraces(block: string, map: YamlMap, behind: Entry | null, put: string): string {
  const [first] = map.entries;
  if (behind === null) {
    const at = first?.key.start ?? block.indexOf("{") + 1;
    return splice(block, {start: at, end: at}, first === undefined ? put : `${put}, `);
  }
  const at = behind.value?.end ?? behind.behindColon ?? behind.key.end;
  return splice(block, {start: at, end: at}, `, ${put}`);
}
