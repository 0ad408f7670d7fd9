import type {Fault} from "../../core/diagnostics.ts";
import type {Body, ItemSection} from "../body.ts";
import {proseOf} from "../lines/line-scan-prose.ts";
import {type Block, parseBlocks} from "./markdown.ts";
import {pieceOf, piecesOf, readOther} from "./read-body-blocks.ts";
import {withoutConflicts} from "./read-body-conflicts.ts";
import {findPresent, readHeading} from "./read-body-headings.ts";
import {readLineBlock} from "./read-body-lines.ts";
import {warnOfBullet} from "./read-body-names.ts";
import {isNoteSentence, warnOfEvidence, warnOfQuote} from "./read-body-prose.ts";
import {addWords, emptyBody, fileLine, type Piece, type Reading} from "./read-body-state.ts";
import {readItem, startOf} from "./read-item.ts";
import type {SectionKey} from "../sections.ts";
import type {Kind} from "../vocabulary.ts";

export interface BodyOptions {
  kind: Kind;
  /** Further headings by section key, from the config. */
  headings: Record<string, string[]>;
}

export interface BodyResult {
  body: Body;
  /** Level-2 headings that no section has and that are near none, as written. */
  unknownHeadings: {heading: string; line: number}[];
  faults: Fault[];
  /** Whether an error in the body costs the whole file. */
  unreadable: boolean;
}

/**
 * Reads what stands behind the front matter: sections, items and lines, with every fault. `text` starts
 * on line `firstLine` of the file. Never throws, in time linear in the text.
 */
export function readBody(text: string, firstLine: number, options: BodyOptions): BodyResult {
  const reading: Reading = {
    kind: options.kind,
    headings: options.headings,
    lines: text.split(/\r\n?|\n/),
    firstLine,
    body: emptyBody(),
    faults: [],
    unknownHeadings: [],
    section: null,
    once: new Map(),
    headed: false,
    unreadable: false,
  };
  const blocks = parseBlocks(withoutConflicts(reading, text));
  const present = findPresent(reading, blocks);
  blocks.forEach((block, index) => {
    readBlock(reading, present, block, index === 0);
  });
  const {body, unknownHeadings, faults, unreadable} = reading;
  return {body, unknownHeadings, faults, unreadable};
}

function readBlock(
  reading: Reading,
  present: ReadonlySet<SectionKey>,
  block: Block,
  first: boolean,
): void {
  const rest = block.type === "heading" ? readHeading(reading, present, block) : block;
  if (rest === null) return;
  const {section} = reading;
  if (section === null) readProse(reading, rest, first);
  else if (section.content === "lines") readLineBlock(reading, section.key, rest);
  else readItemBlock(reading, section.key, rest);
}

/** A list item, block quote or paragraph of free text is an item. */
function readItemBlock(reading: Reading, section: ItemSection, block: Block): void {
  if (block.type === "table" || block.type === "code" || block.type === "html") {
    return readOther(reading, block);
  }
  // A heading below the section's own parts its items and is none.
  if (block.type === "heading") return;
  const pieces = textOf(reading, block);
  const answered = section === "objections" || section === "tune-out";
  const item = readItem(
    pieces.map((piece) => piece.scanned),
    answered,
  );
  if (item === null) return;
  if (item.quotes.length === 0) {
    for (const piece of pieces) warnOfQuote(reading, piece, startOf(piece.scanned));
  }
  const line = pieces[0]?.lines[0]?.line ?? block.line;
  reading.body.items[section].push({...item, line: fileLine(reading, line)});
}

/** Text outside every section is kept and ignored, but it was written up. */
function readProse(reading: Reading, block: Block, first: boolean): void {
  if (block.type === "html") return readOther(reading, block);
  if (block.type === "table") return addWords(reading, block.texts.join(" "));
  if (block.type === "heading" || block.type === "code") return;
  if (block.type === "item") warnOfOutline(reading, block);
  if (first && !reading.headed && block.type === "paragraph" && isNoteSentence(block.text)) return;
  textOf(reading, block);
}

/** A bullet that is the name of a section, in a note that is one list. */
function warnOfOutline(reading: Reading, {blocks}: Extract<Block, {type: "item"}>): void {
  const [own] = blocks;
  if (own?.type === "paragraph") warnOfBullet(reading, own.text, own.line);
}

function textOf(reading: Reading, block: Extract<Block, {type: "paragraph" | "item" | "quote"}>) {
  const pieces: Piece[] =
    block.type === "paragraph"
      ? [pieceOf(reading, block)].filter((piece) => piece !== null)
      : piecesOf(reading, block.blocks);
  for (const piece of pieces) {
    warnOfEvidence(reading, piece);
    addWords(reading, proseOf(piece.scanned, 0));
  }
  return pieces;
}
