import {cutLines, splice, wholeLines} from "./edit-cut.ts";
import {lineEndAt} from "./edit-text.ts";
import {type Quoting, valueText} from "./edit-value.ts";
import type {Item, Placed, Stretch} from "./edit-yaml.ts";

/** The list with one element replaced, in the quotes that the old one had. */
export function replaceItem(block: string, list: Placed, index: number, value: unknown): string {
  const item = itemOf(list, index);
  const put = valueText(value, quotingOf(item), list.style === "flow-list");
  if (item.end > item.start || item.dash === null) return splice(block, item, put);
  return splice(block, {start: item.dash + 1, end: item.dash + 1}, ` ${put}`);
}

/** The list with one more element before the one at `index`, or at the end; in the list's own style. */
export function insertItem(block: string, list: Placed, index: number, value: unknown): string {
  return list.style === "flow-list"
    ? insertInBrackets(block, list, index, value)
    : insertBullet(block, list, index, value);
}

/** The list without one element, which must not be the only bullet of a list of bullets. */
export function removeItem(
  block: string,
  list: Placed,
  index: number,
  comments: readonly Stretch[],
): string {
  const item = itemOf(list, index);
  if (item.dash !== null)
    return cutLines(
      block,
      {start: item.dash, end: Math.max(item.end, item.dash + 1)},
      comments,
      null,
    );
  return removeBetweenCommas(block, list.items, index, comments);
}

/**
 * Takes one of several things between commas out, with one comma; used for lists and for keys in braces.
 * White space goes with it, comments stay.
 */
export function removeBetweenCommas(
  block: string,
  things: readonly Stretch[],
  index: number,
  comments: readonly Stretch[],
): string {
  const thing = things[index];
  if (thing === undefined) return block;
  const next = things[index + 1];
  const before = things[index - 1];
  const isClean = (stretch: Stretch): boolean =>
    !comments.some(({start}) => start >= stretch.start && start < stretch.end);
  const alone = {start: thing.start, end: commaBehind(block, thing.end, comments) ?? thing.end};
  const through =
    next !== undefined
      ? {start: thing.start, end: next.start}
      : before !== undefined
        ? {start: before.end, end: thing.end}
        : alone;
  return splice(block, isClean(through) ? through : alone, "");
}

/** Where the comma behind a place ends; comments may stand before it. */
function commaBehind(block: string, from: number, comments: readonly Stretch[]): number | null {
  let at = from;
  while (at < block.length) {
    const comment = comments.find(({start}) => start === at);
    if (comment !== undefined) at = comment.end;
    else if (block[at] === ",") return at + 1;
    else if (/\s/.test(block[at] ?? "")) at++;
    else return null;
  }
  return null;
}

function insertInBrackets(block: string, list: Placed, index: number, value: unknown): string {
  const put = valueText(value, "plain", true);
  const next = list.items[index];
  const parting = partingOf(block, list.items);
  if (next !== undefined) return splice(block, {start: next.start, end: next.start}, put + parting);
  const last = list.items.at(-1);
  if (last === undefined) return splice(block, {start: list.start + 1, end: list.start + 1}, put);
  return (
    onOwnLine(block, last, put) ?? splice(block, {start: last.end, end: last.end}, parting + put)
  );
}

/** Where the last element has a line to itself, so has the new one, behind a comment on that line. */
function onOwnLine(block: string, last: Item, put: string): string | null {
  const line = wholeLines(block, last);
  const indent = block.slice(line.start, last.start);
  const behind = /^(,?)[ \t]*(?:#[^\n]*)?\r?\n$/.exec(block.slice(last.end, line.end));
  if (behind === null || indent.trim() !== "") return null;
  const comma = behind[1] ?? "";
  const added = `${indent}${put}${comma}${lineEndAt(block, line.end)}`;
  const whole = splice(block, {start: line.end, end: line.end}, added);
  return comma === "" ? splice(whole, {start: last.end, end: last.end}, ",") : whole;
}

/** What stands between two elements, as the list has it. */
function partingOf(block: string, items: readonly Item[]): string {
  const [first, second] = items.slice(-2);
  const between =
    first === undefined || second === undefined ? "" : block.slice(first.end, second.start);
  return /^,\s*$/.test(between) ? between : ", ";
}

function insertBullet(block: string, list: Placed, index: number, value: unknown): string {
  const model = itemOf(list, Math.max(0, Math.min(index, list.items.length) - 1));
  const dash = model.dash ?? model.start;
  const lines = wholeLines(block, {start: dash, end: Math.max(model.end, dash + 1)});
  const gap = model.end > model.start ? block.slice(dash + 1, model.start) : " ";
  const prefix = `${block.slice(lines.start, dash)}-${/^[ \t]+$/.test(gap) ? gap : " "}`;
  const at = index === 0 ? lines.start : lines.end;
  return splice(
    block,
    {start: at, end: at},
    prefix + valueText(value) + lineEndAt(block, lines.end),
  );
}

/** The quoting that a list uses, for an element that is added to it. */
export function quotingOf({style}: Placed): Quoting {
  return style === "single" || style === "double" ? style : "plain";
}

function itemOf(list: Placed, index: number): Item {
  const item = list.items[index];
  if (item === undefined) throw new Error(`no element ${String(index)} in a list`);
  return item;
}
