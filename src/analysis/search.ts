import {foldText, foldWithPlaces} from "../core/fold.ts";
import {flattenSpace} from "../core/text.ts";

/** What is looked for. */
export interface Query {
  /** As typed. */
  text: string;
  /** Words, and phrases that stood in quotation marks, folded; a file must hold all of them. */
  terms: string[];
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
  const terms = [...folded.matchAll(/"([^"]*)(?:"|$)|[^\s"]+/g)].map(([word, phrase]) =>
    flattenSpace(phrase ?? word),
  );
  return {text: flattenSpace(typed), terms: [...new Set(terms.filter((term) => term !== ""))]};
}

/** Whether a text holds all the terms, which is quicker told than where. */
export function holds(text: string, {terms}: Query): boolean {
  const folded = foldText(text);
  return terms.every((term) => folded.includes(term));
}

/**
 * The lines that hold a term, each with so many lines around it; empty unless every term stands somewhere in
 * the text. A term is found inside of words too: nobody knows where a word begins in every script.
 */
export function findLines(text: string, {terms}: Query, context: number): FoundLine[] {
  const lines = text.split(/\r\n|\r|\n/);
  const missing = new Set(terms);
  const found: FoundLine[] = [];
  lines.forEach((line, at) => {
    const ranges = rangesIn(line, terms, missing);
    if (ranges.length === 0) return;
    const before = lines.slice(Math.max(0, at - context), at);
    const after = lines.slice(at + 1, at + 1 + context);
    found.push({line: at + 1, text: line, before, after, ranges});
  });
  return missing.size === 0 ? found : [];
}

function rangesIn(
  line: string,
  terms: readonly string[],
  missing: Set<string>,
): FoundLine["ranges"] {
  const quick = foldText(line);
  const here = terms.filter((term) => quick.includes(term));
  if (here.length === 0) return [];
  const folded = foldWithPlaces(line);
  const ranges: FoundLine["ranges"] = [];
  for (const term of here) {
    missing.delete(term);
    for (let at = folded.text.indexOf(term); at !== -1;) {
      ranges.push(folded.rangeOf(at, at + term.length));
      at = folded.text.indexOf(term, at + term.length);
    }
  }
  return joined(ranges);
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
