import {foldText, foldWithPlaces} from "../core/fold.ts";
import {flattenSpace} from "../core/text.ts";

/** What is looked for. */
export interface Query {
  /** As typed. */
  text: string;
  /** Words, and phrases that stood in quotation marks, folded; a file must hold all of them. */
  terms: string[];
  /** How each phrase may stand in a text: editors wrap long lines, so one may go on in the next line. */
  phrases: Map<string, RegExp>;
}

/** A line on which a term was found, and what stands around it. */
export interface FoundLine {
  /** From 1. */
  line: number;
  text: string;
  before: string[];
  after: string[];
  /** Where in the line the terms stand: UTF-16 units, `[from, to)`, in order, none touching another. */
  ranges: [from: number, to: number][];
}

/** Reads `board "two hours"`: a word and a phrase. Without a closing mark the phrase goes on to the end. */
export function parseQuery(typed: string): Query {
  const folded = foldText(typed);
  const written = [...folded.matchAll(/"([^"]*)(?:"|$)|[^\s"]+/g)].map(([word, phrase]) =>
    flattenSpace(phrase ?? word),
  );
  const terms = [...new Set(written.filter((term) => term !== ""))];
  const phrases = new Map(
    terms.filter((term) => term.includes(" ")).map((term) => [term, phrasePattern(term)]),
  );
  return {text: flattenSpace(typed), terms, phrases};
}

/** Between two words: blanks, or one line end with what indents or quotes the line behind it. */
const gap = "(?:[^\\S\\r\\n]+|[^\\S\\r\\n]*(?:\\r\\n|\\r|\\n)[^\\S\\r\\n]*(?:>[^\\S\\r\\n]*)?)";

function phrasePattern(phrase: string): RegExp {
  const words = phrase.split(" ").map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(words.join(gap), "g");
}

/** Whether a text holds all the terms, which is quicker told than where. */
export function holds(text: string, {terms, phrases}: Query): boolean {
  const folded = foldText(text);
  return terms.every((term) => {
    const phrase = phrases.get(term);
    return phrase === undefined ? folded.includes(term) : folded.search(phrase) !== -1;
  });
}

/**
 * The lines that hold a term, each with so many lines around it; empty unless every term stands somewhere in
 * the text. A term is found inside of words too: nobody knows where a word begins in every script.
 */
export function findLines(text: string, query: Query, context: number): FoundLine[] {
  if (!holds(text, query)) return [];
  const words = query.terms.filter((term) => !query.phrases.has(term));
  const lines = linesOf(text);
  const inPhrases = phraseRanges(text, query);
  const texts = lines.map(({text: line}) => line);
  return lines.flatMap(({from, text: line}, at) => {
    const ranges = joined([...rangesIn(line, words), ...within(inPhrases, from, line)]);
    if (ranges.length === 0) return [];
    const before = texts.slice(Math.max(0, at - context), at);
    const after = texts.slice(at + 1, at + 1 + context);
    return [{line: at + 1, text: line, before, after, ranges}];
  });
}

/** Lines, and where in the text each of them begins. */
function linesOf(text: string): {from: number; text: string}[] {
  let from = 0;
  return text.split(/(\r\n|\r|\n)/).flatMap((part, index) => {
    const line = {from, text: part};
    from += part.length;
    return index % 2 === 0 ? [line] : [];
  });
}

function rangesIn(line: string, words: readonly string[]): FoundLine["ranges"] {
  const quick = foldText(line);
  const here = words.filter((word) => quick.includes(word));
  if (here.length === 0) return [];
  const folded = foldWithPlaces(line);
  const ranges: FoundLine["ranges"] = [];
  for (const word of here) {
    for (let at = folded.text.indexOf(word); at !== -1;) {
      ranges.push(folded.rangeOf(at, at + word.length));
      at = folded.text.indexOf(word, at + word.length);
    }
  }
  return ranges;
}

/** Where in the whole text the phrases stand, in order. */
function phraseRanges(text: string, {phrases}: Query): FoundLine["ranges"] {
  if (phrases.size === 0) return [];
  const folded = foldWithPlaces(text);
  const ranges = [...phrases.values()].flatMap((phrase) =>
    [...folded.text.matchAll(phrase)].map(({0: found, index}) =>
      folded.rangeOf(index, index + found.length),
    ),
  );
  return joined(ranges);
}

/** The parts of ranges that lie in a line, counted from its beginning; what indents or quotes it is none. */
function within(ranges: FoundLine["ranges"], from: number, line: string): FoundLine["ranges"] {
  const indent = /^\s*(?:>\s*)?/.exec(line)?.[0].length ?? 0;
  return ranges.flatMap(([start, end]): FoundLine["ranges"] => {
    const first = start < from ? indent : start - from;
    const last = Math.min(line.length, end - from);
    return first < last ? [[first, last]] : [];
  });
}

/** Ranges that overlap or touch become one. */
function joined(ranges: FoundLine["ranges"]): FoundLine["ranges"] {
  const result: FoundLine["ranges"] = [];
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** The words of a text, folded, for saying which of them is almost what was looked for. */
export function wordsIn(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
