import type {LineSection} from "../body.ts";
import {asRead, linesOf, unreadable} from "./edit-text.ts";
import {findFences} from "../front-matter/front-matter-fence.ts";
import {type Block, parseBlocks} from "../body/markdown.ts";
import {sections} from "../sections.ts";
import {findSection, standsIn, type Synonyms} from "../body/sections-match.ts";
import type {Kind} from "../vocabulary.ts";

/** The blocks of a file's body with their lines in the file, counted from 1; `end` is the line behind. */
export function bodyBlocks(text: string): Block[] {
  const source = asRead(text);
  const fences = findFences(source);
  if ("fault" in fences) throw unreadable(fences.fault.message);
  return parseBlocks(source.slice(fences.end + 1)).map((block) => moved(block, fences.bodyLine));
}

function moved(block: Block, by: number): Block {
  const placed = {...block, line: block.line + by, end: block.end + by};
  return "blocks" in placed
    ? {...placed, blocks: placed.blocks.map((inner) => moved(inner, by))}
    : placed;
}

/** Where a bullet stands: lines of the file from 1. */
export interface BulletPlace {
  /** The line of its sign, nearly always that of the row. */
  first: number;
  /** The line of the row: that of its first text. */
  start: number;
  /** Behind the last line of its own text. */
  own: number;
  /** Behind the last line of what is nested below it, blank lines left out. */
  end: number;
}

/** The bullet whose row stands in this line, at the top level of a list. Throws where there is none. */
export function itemAt(text: string, line: number): BulletPlace {
  const lines = linesOf(asRead(text));
  const isBlank = (number: number): boolean => (lines[number - 1]?.text ?? "").trim() === "";
  const isLoose = (number: number): boolean => /^\S/.test(lines[number - 1]?.text ?? "");
  for (const block of bodyBlocks(text)) {
    if (block.type !== "item" || block.line > line || block.end <= line) continue;
    const own = block.blocks.find(({type}) => type === "paragraph" || type === "heading");
    if (own?.line !== line) continue;
    let behind = line + 1;
    // What goes on at the margin is no part of the row.
    while (behind < own.end && !isLoose(behind)) behind++;
    let end = block.end;
    while (end > behind && isBlank(end - 1)) end--;
    return {first: block.line, start: line, own: behind, end};
  }
  throw new Error(`no bullet in line ${String(line)}`);
}

interface SectionPlace {
  end: number;
  bullets: number[];
  /** Behind the last block that cannot take in what stands below it; the heading is one. */
  safe: number;
}

/**
 * The last stretch of a section: the line behind it, and the lines of its bullets. Where code or HTML ends it,
 * the line behind what stands above that: a line added below would become part of what may never have been closed.
 */
export function findSectionPlace(
  blocks: readonly Block[],
  section: LineSection,
  headings: Synonyms,
): {end: number; bullets: number[]} | null {
  let place: SectionPlace | null = null;
  let open = false;
  let last: Block | undefined;
  for (const block of blocks) {
    if (opensSection(block, headings)) {
      if (open && place !== null) place.end = block.line;
      open = sectionKey(block, headings) === section;
      if (open) place = {end: Infinity, bullets: [], safe: block.end};
    } else if (open && place !== null) {
      if (block.type === "item") place.bullets.push(block.line);
      if (!mayTakeIn(block)) place.safe = block.end;
    }
    if (open) last = block;
  }
  if (place === null) return null;
  const {bullets, safe} = place;
  const isSafe = last === undefined || !mayTakeIn(last);
  return {bullets, end: isSafe ? Math.min(place.end, blocks.at(-1)?.end ?? 1) : safe};
}

/** Code and HTML that nothing closes go on; of comments, which templates bring along, it is seen whether they do. */
function mayTakeIn(block: Block): boolean {
  if (block.type === "html") return !/^\s*<!--[^]*-->\s*$/.test(block.text);
  return block.type === "code";
}

/** The line of the first heading whose section stands behind this one in a file; null where there is none. */
export function sectionsAfter(
  blocks: readonly Block[],
  section: LineSection,
  kind: Kind,
  headings: Synonyms,
): number | null {
  const own = sections.findIndex(({key}) => key === section);
  const next = blocks.find((block) => {
    const key = sectionKey(block, headings);
    const at = sections.findIndex((one) => one.key === key);
    const found = sections[at];
    return found !== undefined && at > own && standsIn(found, kind);
  });
  return next?.line ?? null;
}

/** As the reader has it: levels 1 and 2, but a paragraph underlined by accident opens nothing. */
function opensSection(block: Block, headings: Synonyms): boolean {
  if (block.type !== "heading" || block.level > 2) return false;
  return block.level === 1 || !block.underlined || findSection(block.text, headings) !== null;
}

function sectionKey(block: Block, headings: Synonyms): string | null {
  if (block.type !== "heading" || block.level !== 2) return null;
  return findSection(block.text, headings)?.key ?? null;
}
