import {editDistance} from "../../core/text.ts";
import {scanLine} from "../lines/line-scan.ts";
import {proseOf} from "../lines/line-scan-prose.ts";
import type {Kind} from "../vocabulary.ts";
import {type Section, type SectionKey, sections} from "../sections.ts";

/** Headings by section key that the config adds, in another language. */
export type Synonyms = Record<string, string[]>;

/** Section by folded heading; kept per config, because every file of a workspace asks the same one. */
const indexes = new WeakMap<Synonyms, Map<string, Section>>();
/** Headings as typed and what they are folded to: the files of a workspace share a few dozen. */
const folds = new Map<string, string>();
const mostFolds = 1000;

/** The section that a heading opens, as typed in the file; null where no section has it. */
export function findSection(heading: string, synonyms: Synonyms): Section | null {
  return indexOf(synonyms).get(foldHeading(heading)) ?? null;
}

/**
 * The section whose heading was probably meant: within two letters (one letter where the word is short,
 * for "Notes" is no slip of "Quotes"), of this kind of file, and not in the file already.
 */
export function findNearSection(
  heading: string,
  synonyms: Synonyms,
  kind: Kind,
  present: ReadonlySet<SectionKey>,
): Section | null {
  const folded = foldHeading(heading);
  if (folded.length > 40) return null;
  let best: Section | null = null;
  let bestDistance = 3;
  for (const [known, section] of indexOf(synonyms)) {
    if (present.has(section.key) || !standsIn(section, kind)) continue;
    const limit = Math.min(bestDistance - 1, lettersAllowed(known));
    if (Math.abs(known.length - folded.length) > limit) continue;
    const distance = editDistance(folded, known);
    if (distance > limit) continue;
    best = section;
    bestDistance = distance;
  }
  return best;
}

/** The section of this kind of file whose heading a text is, without the signs of one; null for other text. */
export function findNamedSection(text: string, synonyms: Synonyms, kind: Kind): Section | null {
  if (text.length > longestName) return null;
  const section = findSection(text, synonyms);
  return section !== null && standsIn(section, kind) ? section : null;
}

/** In characters, emphasis and all: whatever is longer is a sentence. */
const longestName = 60;

/** Free text stands in conversations; a section with lines in its one kind of file. */
export function standsIn(section: Section, kind: Kind): boolean {
  return section.content === "items" ? kind === "conversation" : section.kind === kind;
}

/**
 * What spellings of one heading have in common: letters and digits only, lower case, without a number or
 * an article in front, every word in the singular.
 */
export function foldHeading(heading: string): string {
  const kept = folds.get(heading);
  if (kept !== undefined) return kept;
  const folded = foldWords(heading);
  if (folds.size < mostFolds && heading.length < 100) folds.set(heading, folded);
  return folded;
}

function foldWords(heading: string): string {
  const words = proseOf(scanLine(heading.slice(0, 300)), 0)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’`]/g, "")
    // The sign that makes a symbol an emoji is a mark to Unicode, but none of any letter.
    .replace(/[\ufe00-\ufe0f\u20e3]|[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .split(/ +/);
  if (words.length > 1 && /^\p{N}+$/u.test(words[0] ?? "")) words.shift();
  if (words.length > 1 && /^(the|an?)$/.test(words[0] ?? "")) words.shift();
  return words.map(singular).join(" ");
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function lettersAllowed(known: string): number {
  return known.length < 6 ? 1 : 2;
}

function indexOf(synonyms: Synonyms): Map<string, Section> {
  const kept = indexes.get(synonyms);
  if (kept !== undefined) return kept;
  const index = new Map<string, Section>();
  for (const section of sections) {
    for (const heading of section.headings) index.set(foldHeading(heading), section);
  }
  for (const section of sections) {
    // An own property only: a config key called "constructor" is nobody's heading.
    const added = Object.hasOwn(synonyms, section.key) ? (synonyms[section.key] ?? []) : [];
    for (const heading of added) {
      const folded = foldHeading(heading);
      if (!index.has(folded)) index.set(folded, section);
    }
  }
  indexes.set(synonyms, index);
  return index;
}
