import type {Item} from "./body.ts";
import {type Scanned, scanLine, valueOf} from "./line-scan.ts";
import {findQuotes, findThemes, findWholeQuote, type Spoken} from "./read-line-quote.ts";

/** An item without its place, and without an answer where its section has none. */
export type ItemText = Omit<Item, "line">;

const checkbox = /^\s*\[[ xX]\](?:\s+|$)/;

/**
 * Reads the paragraphs of one item (nested bullets are paragraphs of it), joined with a space. Text in
 * quotation marks is the customer's words, a hashtag is a theme. Null where nothing is left.
 */
export function readItem(pieces: readonly Scanned[], answered = false): ItemText | null {
  const starts = pieces.map((piece) => checkbox.exec(piece.source)?.[0].length ?? 0);
  const texts = pieces.map((piece, index) => textFrom(piece, starts[index] ?? 0));
  const text = texts.filter((one) => one !== "").join(" ");
  if (text === "") return null;
  const {quotes, who} = readSpoken(pieces, starts);
  const themes = pieces.flatMap((piece, index) => findThemes(piece, starts[index] ?? 0));
  return {
    text,
    quotes,
    who,
    themes: [...new Set(themes)],
    answer: answered ? readAnswer(pieces, texts) : null,
  };
}

function readSpoken(
  pieces: readonly Scanned[],
  starts: readonly number[],
): Pick<Item, "quotes" | "who"> {
  const spread = spreadQuote(pieces, starts);
  if (spread !== null) return spread;
  const quotes: string[] = [];
  let who: string | null = null;
  pieces.forEach((piece, index) => {
    const start = starts[index] ?? 0;
    const whole = findWholeQuote(piece, start);
    const found = whole === null ? findQuotes(piece, start) : [whole];
    quotes.push(...found.map((spoken) => valueOf(piece, spoken.quote)));
    const last = found.at(-1);
    if (last !== undefined) who = whoOf(piece, last);
  });
  return {quotes, who};
}

/** A quote that opens in the first paragraph of an item and closes in the last one. */
function spreadQuote(
  pieces: readonly Scanned[],
  starts: readonly number[],
): Pick<Item, "quotes" | "who"> | null {
  const first = pieces[0];
  if (pieces.length < 2 || first === undefined) return null;
  const start = starts[0] ?? 0;
  if (!/^\s*["“„«「]/.test(first.mask.slice(start, start + 200))) return null;
  if (findQuotes(first, start).length > 0) return null;
  const joined = scanLine(pieces.map((piece) => piece.source).join(" "));
  const whole = findWholeQuote(joined, start);
  if (whole === null) return null;
  return {quotes: [valueOf(joined, whole.quote)], who: whoOf(joined, whole)};
}

/** What we answered: everything behind the first arrow. */
function readAnswer(pieces: readonly Scanned[], texts: readonly string[]): string | null {
  for (const [index, piece] of pieces.entries()) {
    const arrow = /→|->/.exec(piece.mask);
    if (arrow === null) continue;
    const behind = textFrom(piece, arrow.index + arrow[0].length);
    const answer = [behind, ...texts.slice(index + 1)].filter((one) => one !== "").join(" ");
    return answer === "" ? null : answer;
  }
  return null;
}

function textFrom(piece: Scanned, start: number): string {
  return valueOf(piece, {start, end: piece.source.length});
}

function whoOf(piece: Scanned, spoken: Spoken): string | null {
  return spoken.who === null ? null : valueOf(piece, spoken.who);
}
