import type {Block} from "./markdown.ts";
import {warnOfLevel, warnOfName} from "./read-body-names.ts";
import {
  checkPiece,
  fileLine,
  note,
  type Piece,
  type Reading,
  toPiece,
  wholeLine,
} from "./read-body-state.ts";

/** A paragraph as one line of text; null where only comments or slips of headings stand in it. */
export function pieceOf(reading: Reading, block: {line: number; text: string}): Piece | null {
  const texts = block.text.includes("\n") ? block.text.split("\n") : [block.text];
  const kept = block.text.includes("##") ? withoutHeadings(reading, texts, block.line) : texts;
  if (kept.every((text) => text === "")) return null;
  kept.forEach((text, index) => {
    warnOfName(reading, text, block.line + index);
  });
  const piece = toPiece(kept, block.line);
  checkPiece(reading, piece);
  return piece.scanned.source.trim() === "" ? null : piece;
}

/** `##Surprises` is text to Markdown; it is warned of and taken out of the text it would run into. */
function withoutHeadings(reading: Reading, texts: readonly string[], line: number): string[] {
  return texts.map((text, index) => {
    const slip = /^(#{2,6})([^\s#].*)$/.exec(text.trim());
    const raw = reading.lines[line + index] ?? "";
    if (slip === null || !raw.startsWith("#")) return text;
    const right = `${slip[1] ?? ""} ${slip[2] ?? ""}`;
    note(reading, "heading-space", wholeLine(reading, line + index), {
      found: text.trim().slice(0, 60),
      right: right.slice(0, 60),
    });
    return "";
  });
}

/** The paragraphs of an item, nested ones too, in order; what is no text is warned of. */
export function piecesOf(reading: Reading, blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks) {
    if (block.type === "item" || block.type === "quote") {
      for (const piece of piecesOf(reading, block.blocks)) pieces.push(piece);
    } else if (block.type === "paragraph" || block.type === "heading") {
      if (block.type === "heading") warnOfNested(reading, block);
      const piece = pieceOf(reading, block);
      if (piece !== null) pieces.push(piece);
    } else {
      readOther(reading, block);
    }
  }
  return pieces;
}

/** A heading in an item opens nothing. */
function warnOfNested(reading: Reading, block: Extract<Block, {type: "heading"}>): void {
  if (block.underlined) warnUnderline(reading, block);
  else warnOfLevel(reading, block);
}

/** Warns of a line of text that the dashes below it make a heading. */
export function warnUnderline(reading: Reading, block: {line: number; text: string}): void {
  const found = block.text.replace(/\s+/g, " ").slice(0, 60);
  note(reading, "heading-underline", wholeLine(reading, block.line), {found});
}

/** Tables, code and HTML: in a section they are warned of; a comment that is not closed always counts. */
export function readOther(
  reading: Reading,
  block: Extract<Block, {type: "table" | "code" | "html"}>,
): void {
  if (block.type === "html") return readHtml(reading, block);
  if (reading.section === null) return;
  note(
    reading,
    block.type === "table" ? "table-block" : "code-block",
    wholeLine(reading, block.line),
  );
}

function readHtml(reading: Reading, block: {line: number; text: string}): void {
  const open = block.text.lastIndexOf("<!--");
  if (open >= 0 && !block.text.includes("-->", open + 2)) {
    const line = block.line + lineBreaks(block.text, open);
    const column = Math.max(0, (reading.lines[line] ?? "").lastIndexOf("<!--")) + 1;
    note(reading, "comment-unclosed", {line: fileLine(reading, line), column, length: 4});
    reading.unreadable = true;
    return;
  }
  if (reading.section === null) return;
  if (!block.text.trimStart().startsWith("<!--")) {
    return note(reading, "html-block", wholeLine(reading, block.line));
  }
  // Every comment is closed here, so this walks the text once.
  const rest = block.text.replace(/<!--(?:-?>|[^]*?-->)/g, (comment) =>
    comment.replace(/[^\n]/g, " "),
  );
  if (rest.trim() === "") return;
  const before = rest.length - rest.trimStart().length;
  const line = block.line + lineBreaks(block.text, before);
  const text = rest.trim().split("\n")[0] ?? "";
  const column = (reading.lines[line] ?? "").lastIndexOf(text) + 1;
  note(reading, "comment-text", {
    line: fileLine(reading, line),
    column: Math.max(1, column),
    length: text.length,
  });
}

function lineBreaks(text: string, before: number): number {
  let breaks = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < before; at = text.indexOf("\n", at + 1))
    breaks++;
  return breaks;
}
