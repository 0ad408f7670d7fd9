import {foldName} from "../../core/text.ts";
import {type Cut, type Scanned, trimCut} from "./line-scan.ts";

/** A quote without its marks, and who said it. */
export interface Spoken {
  quote: Cut;
  who: Cut | null;
}

/** What closes a quotation, by what opens it. */
export const closers: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
  ["「", "」"],
]);

/**
 * The quote that a part of a line is as a whole: it begins with a quotation mark, and the quote goes up to
 * the last matching mark that is followed only by `. , ;`, hashtags, or a dash and who said it.
 */
export function findWholeQuote(line: Scanned, from: number): Spoken | null {
  const start = trimCut(line, {start: from, end: line.mask.length}).start;
  const closer = closers.get(line.mask[start] ?? "");
  if (closer === undefined) return null;
  let at = line.mask.lastIndexOf(closer);
  while (at > start) {
    const tail = readTail(line, at + 1);
    if (tail !== null) {
      const quote = trimCut(line, {start: start + 1, end: at});
      return quote.end > quote.start ? {quote, who: tail.who} : null;
    }
    at = line.mask.lastIndexOf(closer, at - 1);
  }
  return null;
}

/**
 * Quotes anywhere in an item. A straight mark opens one only after the start, a space, a bracket or a
 * dash and before something that is no space, so that inches and apostrophes open none.
 */
export function findQuotes(line: Scanned, from: number): Spoken[] {
  const found: Spoken[] = [];
  const openers = /["“„«「]/g;
  const unclosed = new Set<string>();
  let after = 0;
  openers.lastIndex = from;
  for (let match = openers.exec(line.mask); match !== null; match = openers.exec(line.mask)) {
    const mark = match[0];
    if (unclosed.has(mark) || (mark === '"' && !opensStraight(line.mask, match.index))) continue;
    const close = line.mask.indexOf(closers.get(mark) ?? mark, match.index + 1);
    if (close < 0) {
      unclosed.add(mark);
      continue;
    }
    after = close + 1;
    openers.lastIndex = after;
    const quote = trimCut(line, {start: match.index + 1, end: close});
    if (quote.end > quote.start) found.push({quote, who: null});
  }
  const last = found.at(-1);
  if (last !== undefined) last.who = readTail(line, after)?.who ?? null;
  return found;
}

/** Behind a single mark: it may as well be an apostrophe. */
const ends = String.raw`(?=\s*(?:$|[—–.,;#-]))`;
const oddQuote = new RegExp(
  [
    String.raw`\s*[*_~]*(?:["“„«「]\s*[^\s"“”„«»「」]`,
    `»[^«]*«|”[^”]*”|›[^‹]*‹|‹[^›]*›|『[^』]*』|＂[^＂]*＂`,
    `[‚‘].*[‘’]${ends}|'.*'${ends})`,
  ].join("|"),
  "y",
);

/**
 * Where a part of a line that holds no quote begins as if it were one: a mark that nothing closes, emphasis
 * around the marks, marks of another language. Null where it does not.
 */
export function findOddQuote(line: Scanned, from: number): number | null {
  oddQuote.lastIndex = from;
  if (!oddQuote.test(line.mask)) return null;
  return trimCut(line, {start: from, end: line.mask.length}).start;
}

const tailStart = /[.,;]*(?:\s+#\p{L}[\p{L}\p{M}\p{N}_-]*[.,;]*)*\s*/uy;
const dash = /(?:—|–|--)\s*|-\s+|(?<=\s)-/y;
const tag = /^#\p{L}[\p{L}\p{M}\p{N}_-]*[.,;]*$/u;

/** What follows a closing mark, when that is nothing but stops, hashtags and who said it. */
function readTail(line: Scanned, from: number): {who: Cut | null} | null {
  tailStart.lastIndex = from;
  tailStart.test(line.mask);
  const end = line.mask.length;
  if (tailStart.lastIndex >= end) return {who: null};
  dash.lastIndex = tailStart.lastIndex;
  if (!dash.test(line.mask)) return null;
  const who = trimCut(line, {start: dash.lastIndex, end: beforeTags(line, dash.lastIndex)});
  return {who: who.end > who.start ? who : null};
}

/** Where the hashtags at the end of a line start, or its end: found backwards, word by word. */
export function beforeTags(line: Scanned, from: number): number {
  let end = line.mask.length;
  for (;;) {
    end = trimCut(line, {start: from, end}).end;
    let start = end;
    while (start > from && !/\s/.test(line.mask[start - 1] ?? " ")) start--;
    if (start >= end || !tag.test(line.mask.slice(start, end))) return end;
    end = start;
  }
}

const hashtag = /#(\p{L}[\p{L}\p{M}\p{N}_-]*)/uy;
const beforeHashtag = /[\s([{（［｛「]/;

/** The hashtags from a place on, case-folded, without `#`, each once. */
export function findThemes(line: Scanned, from: number): string[] {
  const {mask} = line;
  let at = mask.indexOf("#", from);
  if (at < 0) return [];
  const themes = new Set<string>();
  for (; at >= 0; at = mask.indexOf("#", at + 1)) {
    if (at > 0 && !beforeHashtag.test(mask[at - 1] ?? "")) continue;
    hashtag.lastIndex = at;
    const match = hashtag.exec(mask);
    if (match !== null) themes.add(foldName(match[1] ?? ""));
  }
  return [...themes];
}

function opensStraight(mask: string, at: number): boolean {
  return (at === 0 || /[\s([{—–-]/.test(mask[at - 1] ?? " ")) && /\S/.test(mask[at + 1] ?? " ");
}
