import {bodyBlocks} from "../edit/edit-body.ts";
import {joinLines, linesOf, type TextLine} from "../edit/edit-text.ts";
import type {LineSection} from "../body.ts";
import type {ParsedFile} from "../files.ts";
import type {Block} from "../body/markdown.ts";
import {referencedId} from "../resolve/names-index.ts";
import {type Piece, toPiece} from "../body/read-body-state.ts";
import {isMeant, type Renaming} from "./rename-meant.ts";
import {contactSpots, linkSpots, lineSpots, type Spot} from "./rename-spots.ts";

/** The sections whose lines refer to a thing of a kind. */
const referring: Record<Renaming["kind"], readonly LineSection[]> = {
  customer: ["told"],
  assumption: ["evidence", "claims"],
};

/** The text with the references in its body changed: those of lines, and links to the file anywhere. */
export function renameInBody(text: string, parsed: ParsedFile, renaming: Renaming): string {
  const lines = linesOf(text);
  const sections = sectionsByLine(parsed, renaming);
  const withContacts = isNoteOf(parsed, renaming);
  for (const paragraph of paragraphsIn(bodyBlocks(text), lines)) {
    const section = sections.get(paragraph.line) ?? null;
    const own = section === null ? paragraph : withoutLoose(paragraph, lines);
    const piece = toPiece(own.texts, own.line);
    const spots = [
      ...(section === null ? [] : lineSpots(piece.scanned, section, renaming)),
      ...linkSpots(piece.scanned, parsed.file, renaming),
      ...(withContacts ? contactSpots(piece.scanned, renaming) : []),
    ];
    putAll(lines, piece, spots);
  }
  return joinLines(lines);
}

/** A paragraph or a heading; `line` counts from 1 in the file. */
interface Paragraph {
  line: number;
  texts: string[];
}

function* paragraphsIn(blocks: readonly Block[], lines: readonly TextLine[]): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.type === "item" || block.type === "quote") yield* paragraphsIn(block.blocks, lines);
    if (block.type === "paragraph" || block.type === "heading")
      yield {line: block.line, texts: block.text.split("\n")};
    if (block.type !== "table") continue;
    for (let line = block.line; line < block.end; line++)
      yield {line, texts: [lines[line - 1]?.text.trim() ?? ""]};
  }
}

/** What goes on at the margin is no part of a line: as the reader has it. */
function withoutLoose({line, texts}: Paragraph, lines: readonly TextLine[]): Paragraph {
  const loose = texts.findIndex(
    (_, index) => index > 0 && /^\S/.test(lines[line - 1 + index]?.text ?? ""),
  );
  return {line, texts: loose < 0 ? texts : texts.slice(0, loose)};
}

function sectionsByLine({body}: ParsedFile, {kind}: Renaming): Map<number, LineSection> {
  const found = new Map<number, LineSection>();
  for (const section of referring[kind]) {
    for (const {line} of body.lines[section]) found.set(line, section);
  }
  return found;
}

function isNoteOf({kind, fields}: ParsedFile, renaming: Renaming): boolean {
  if (kind !== "conversation" || renaming.kind !== "customer") return false;
  return "customer" in fields && isMeant(referencedId(fields.customer), renaming);
}

/** Puts the new texts in place, from the last to the first, so that places stay what they are. */
function putAll(lines: TextLine[], piece: Piece, spots: readonly Spot[]): void {
  const places = spots.flatMap((spot) => placeOf(lines, piece, spot));
  places.sort((a, b) => b.index - a.index || b.start - a.start || b.end - a.end);
  let last: LinePlace | null = null;
  for (const place of places) {
    // The same place found twice, as part of a line and as a link.
    if (last?.index === place.index && place.end > last.start) continue;
    const {index, start, end, text} = place;
    const line = lines[index];
    if (line !== undefined)
      lines[index] = {...line, text: line.text.slice(0, start) + text + line.text.slice(end)};
    last = place;
  }
}

/** A stretch of a line of the file, and what is to stand there. */
interface LinePlace extends Spot {
  index: number;
}

/** None where the stretch goes on over the end of a line, as no id does. */
function placeOf(lines: readonly TextLine[], piece: Piece, spot: Spot): LinePlace[] {
  const at = piece.lines.findLast(({offset}) => offset <= spot.start);
  const line = at === undefined ? undefined : lines[at.line - 1]?.text;
  if (at === undefined || line === undefined) return [];
  const start = line.trimEnd().length - at.length + spot.start - at.offset;
  const old = piece.scanned.source.slice(spot.start, spot.end);
  if (!line.startsWith(old, start)) return [];
  return [{index: at.line - 1, start, end: start + old.length, text: spot.text}];
}
