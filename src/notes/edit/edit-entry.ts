import {cutLines, splice, wholeLines} from "./edit-cut.ts";
import {insertItem, quotingOf, removeBetweenCommas, removeItem, replaceItem} from "./edit-list.ts";
import {bulletOf, bulletsWanted, endOf, textOf} from "./edit-insert.ts";
import {lineEndAt} from "./edit-text.ts";
import {blockText, listText, valueText} from "./edit-value.ts";
import type {Entry, Placed, YamlMap} from "./edit-yaml.ts";

/** Null where the shape of the front matter does not allow it without touching more. */
export type Edited = string | null;

/** The block without the key. A comment behind it stays, and then the key does too, without a value. */
export function removeEntry(block: string, map: YamlMap, entry: Entry): Edited {
  const {entries, comments, flow, indent} = map;
  if (entry.value?.style === "tagged" && entry.behindColon === null) return null;
  const end = entry.value?.end ?? entry.behindColon ?? entry.key.end;
  if (!flow) {
    // Below a block of text a comment that stands further in than the keys would become a line of it.
    const above = entries[entries.indexOf(entry) - 1];
    const moveTo = above?.value?.style === "block" ? indent : null;
    const until = moveTo === null ? end : endOf(block, entry, indent, map);
    return cutLines(block, {start: entry.key.start, end: until}, comments, {...entry, moveTo});
  }
  const things = entries.map((one) => ({
    start: one.key.start,
    end: one.value?.end ?? one.behindColon ?? one.key.end,
  }));
  return removeBetweenCommas(block, things, entries.indexOf(entry), comments);
}

/** The block with another value behind a key that is there. Null also where it is better written anew. */
export function replaceEntry(block: string, map: YamlMap, entry: Entry, value: unknown): Edited {
  const old = entry.value;
  if (old === null) return fillEntry(block, map, entry, value);
  if (old.style === "tagged") return null;
  if (Array.isArray(value)) return replaceByList(block, map, entry, old, value);
  if (old.style === "block") return replaceBlock(block, map, entry, old, value);
  const hasComments = map.comments.some(({start}) => start >= old.start && start < old.end);
  if (old.style === "block-list") return null;
  if (hasComments) return null;
  return splice(block, old, valueText(value, quotingOf(old), map.flow));
}

function fillEntry(block: string, map: YamlMap, entry: Entry, value: unknown): Edited {
  const at = entry.behindColon;
  if (at === null) return null;
  if (!bulletsWanted(map, value))
    return splice(block, {start: at, end: at}, ` ${textOf(value, map.flow)}`);
  const line = wholeLines(block, {start: at, end: at}).end;
  const end = lineEndAt(block, line);
  const bullets = (value as unknown[]).map(
    (one) => `${bulletOf(block, map)}${valueText(one)}${end}`,
  );
  return splice(block, {start: line, end: line}, bullets.join(""));
}

function replaceBlock(
  block: string,
  map: YamlMap,
  entry: Entry,
  old: Placed,
  value: unknown,
): Edited {
  const put = blockText(block.slice(old.start, old.end), value, map.indent);
  if (put !== null) return splice(block, old, put);
  // What no block can hold stands on the key's line, before the comment that may be there.
  const header = /^[|>][-+0-9]*/.exec(block.slice(old.start, old.end))?.[0] ?? "";
  const content = block.indexOf("\n", old.start) + 1;
  const cut = splice(block, {start: content, end: old.end}, "");
  const place = {start: old.start, end: old.start + header.length};
  return entry.behindColon === null
    ? null
    : splice(cut, place, valueText(value, "plain", map.flow));
}

/** One step towards the list that is wanted: elements that stay keep their bytes. Their outer white space counts for nothing. */
function replaceByList(
  block: string,
  map: YamlMap,
  entry: Entry,
  old: Placed,
  wanted: readonly unknown[],
): Edited {
  if (old.style !== "flow-list" && old.style !== "block-list")
    return replaceSingle(block, map, old, wanted);
  if (old.style === "block-list" && wanted.length === 0)
    return emptyBullets(block, map, entry, old);
  const held = old.items.map(({value}) => (typeof value === "string" ? value.trim() : value));
  const shift = wanted.length - held.length;
  const extra = shift > 0 ? extraElement(wanted, held) : extraElement(held, wanted);
  if (extra !== null)
    return shift > 0
      ? insertItem(block, old, extra, wanted[extra])
      : removeItem(block, old, extra, map.comments);
  const differs = held.findIndex((element, index) => element !== wanted[index]);
  if (differs < 0) return block;
  return differs < wanted.length
    ? replaceItem(block, old, differs, wanted[differs])
    : removeItem(block, old, differs, map.comments);
}

/** Where the first element stands that only the longer list has, when all of the shorter are in it in order. */
function extraElement(long: readonly unknown[], short: readonly unknown[]): number | null {
  let extra: number | null = null;
  let at = 0;
  for (const [index, element] of long.entries()) {
    if (at < short.length && element === short[at]) at++;
    else extra ??= index;
  }
  return at === short.length ? extra : null;
}

/** A single value stands where a list may: it becomes a list, or, for one element, stays as it is written. */
function replaceSingle(
  block: string,
  map: YamlMap,
  old: Placed,
  wanted: readonly unknown[],
): Edited {
  if (old.style === "block" || old.style === "tagged") return null;
  const [only] = wanted;
  if (wanted.length === 1) return splice(block, old, valueText(only, quotingOf(old), map.flow));
  return splice(block, old, listText(wanted));
}

/** `[]` says something of its own; bullets cannot say it. */
function emptyBullets(block: string, map: YamlMap, entry: Entry, old: Placed): Edited {
  if (entry.behindColon === null) return null;
  const {comments} = map;
  const bullets = {start: old.items[0]?.dash ?? old.start, end: old.items.at(-1)?.end ?? old.end};
  const cut = cutLines(block, bullets, comments, null);
  return splice(cut, {start: entry.behindColon, end: entry.behindColon}, " []");
}
