import {type Scanned, valueOf} from "../lines/line-scan.ts";
import type {Block} from "./markdown.ts";
import {warnUnderline} from "./read-body-blocks.ts";
import {warnOfLevel} from "./read-body-names.ts";
import {checkPiece, fileLine, note, type Reading, toPiece, wholeLine} from "./read-body-state.ts";
import type {SectionKey} from "../sections.ts";
import {findNearSection, findSection, standsIn} from "./sections-match.ts";
import type {Kind} from "../vocabulary.ts";

type Heading = Extract<Block, {type: "heading"}>;

/** The sections that a text has, so that a near miss of one of them is no slip. */
export function findPresent(reading: Reading, blocks: readonly Block[]): Set<SectionKey> {
  const present = new Set<SectionKey>();
  for (const block of blocks) {
    if (block.type !== "heading" || block.level !== 2) continue;
    const section = findSection(block.text, reading.headings);
    if (section !== null) present.add(section.key);
  }
  return present;
}

/**
 * Level 2 opens a section, level 1 ends one and may be the title, levels 3 to 6 stay inside. Returns the
 * paragraph where a line of dashes has made a heading of it that is none of ours, else null.
 */
export function readHeading(
  reading: Reading,
  present: ReadonlySet<SectionKey>,
  block: Heading,
): Block | null {
  if (block.level !== 2) warnOfLevel(reading, block);
  if (block.level > 2) return null;
  const section = block.level === 2 ? findSection(block.text, reading.headings) : null;
  if (block.level === 2 && block.underlined) {
    warnUnderline(reading, block);
    if (section === null) {
      return {type: "paragraph", line: block.line, end: block.end, text: block.text};
    }
  }
  reading.headed = true;
  reading.section = null;
  const piece = toPiece([block.text.replaceAll("\n", " ")], block.line);
  checkPiece(reading, piece);
  if (block.level === 1) reading.body.title ??= titleOf(piece.scanned);
  else if (section === null) readUnknown(reading, present, block, titleOf(piece.scanned) ?? "");
  else if (standsIn(section, reading.kind)) reading.section = section;
  else if (section.content === "lines") {
    note(reading, "heading-kind", wholeLine(reading, block.line), {
      found: section.heading,
      right: `a section of ${withArticle(section.kind)}`,
    });
  }
  return null;
}

function readUnknown(
  reading: Reading,
  present: ReadonlySet<SectionKey>,
  block: Heading,
  heading: string,
): void {
  const near = findNearSection(heading, reading.headings, reading.kind, present);
  if (near === null) {
    reading.unknownHeadings.push({heading, line: fileLine(reading, block.line)});
    return;
  }
  const found = heading.slice(0, 60);
  note(reading, "heading-near", wholeLine(reading, block.line), {found, right: near.heading});
}

function titleOf(line: Scanned): string | null {
  const title = valueOf(line, {start: 0, end: line.source.length});
  return title === "" ? null : title;
}

function withArticle(kind: Kind): string {
  return kind === "assumption" ? `an ${kind}` : `a ${kind}`;
}
