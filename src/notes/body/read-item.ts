import type {Item} from "../body.ts";
import {type Scanned, scanLine, valueOf} from "../lines/line-scan.ts";
import {findQuotes, findThemes, findWholeQuote, type Spoken} from "../lines/read-line-quote.ts";

/** An item without its place, and without an answer where its section has none. */
export type ItemText = Omit<Item, "line">;

const checkbox = /^\s*\[[ xX]\](?:\s+|$)/;

/**
 * Reads the paragraphs of one item (nested bullets are paragraphs of it), joined with a space. Text in
 * quotation marks is the customer's words, a hashtag is a theme. Null where nothing is left.
 */
export function readItem(pieces: readonly Scanned[], answered = false): ItemText | null {
  const starts = pieces.map(startOf);
  const texts = pieces.map((piece, index) => textFrom(piece, starts[index] ?? 0));
  const text = texts.filter((one) => one !== "").join(" ");
  if (text === "") return null;
  const answer = answered ? findAnswer(pieces, starts) : null;
  const theirs = answer === null ? pieces : beforeAnswer(pieces, answer);
  const {quotes, who} = readSpoken(theirs, starts);
  const themes = pieces.flatMap((piece, index) => findThemes(piece, starts[index] ?? 0));
  return {
    text,
    quotes,
    who,
    themes: [...new Set(themes)],
    answer: answer === null ? null : answerText(pieces, texts, answer),
  };
}

/** Where the text of a paragraph starts: behind a checkbox. */
export function startOf(piece: Scanned): number {
  return checkbox.exec(piece.source)?.[0].length ?? 0;
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

/** The arrow behind which stands what we answered: in which paragraph, and from where to where. */
interface Answer {
  piece: number;
  start: number;
  end: number;
}

/** The first arrow that is no part of their own words: "from A -> B" in a quote is no answer of ours. */
function findAnswer(pieces: readonly Scanned[], starts: readonly number[]): Answer | null {
  for (const [index, piece] of pieces.entries()) {
    if (!/→|->/.test(piece.mask)) continue;
    const quotes = findQuotes(piece, starts[index] ?? 0).map((spoken) => spoken.quote);
    let next = 0;
    for (const {0: sign, index: at} of piece.mask.matchAll(/→|->/g)) {
      while ((quotes[next]?.end ?? Infinity) <= at) next++;
      if (at >= (quotes[next]?.start ?? Infinity)) continue;
      return {piece: index, start: at, end: at + sign.length};
    }
  }
  return null;
}

/** What they said: the paragraphs up to the arrow. Quotes and who said them are looked for in these alone. */
function beforeAnswer(pieces: readonly Scanned[], {piece: last, start}: Answer): Scanned[] {
  return pieces.slice(0, last + 1).map((piece, index) => {
    if (index < last) return piece;
    const spans = piece.spans.filter((span) => span.end <= start);
    return {source: piece.source.slice(0, start), mask: piece.mask.slice(0, start), spans};
  });
}

function answerText(
  pieces: readonly Scanned[],
  texts: readonly string[],
  {piece, end}: Answer,
): string | null {
  const behind = pieces[piece] === undefined ? "" : textFrom(pieces[piece], end);
  const answer = [behind, ...texts.slice(piece + 1)].filter((one) => one !== "").join(" ");
  return answer === "" ? null : answer;
}

function textFrom(piece: Scanned, start: number): string {
  return valueOf(piece, {start, end: piece.source.length});
}

function whoOf(piece: Scanned, spoken: Spoken): string | null {
  return spoken.who === null ? null : valueOf(piece, spoken.who);
}
