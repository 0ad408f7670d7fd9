import type {Spans} from "../reports/document.ts";
import {piece, piecesOf, type Piece} from "./pieces.ts";
import type {Style} from "./theme.ts";
import {indentLine, lineWidth, wrapPieces, type Line} from "./wrap.ts";

/** What a block has to know of the screen. */
export interface Screen {
  /** Columns left for it. */
  width: number;
  unicode: boolean;
  /** The widest sides of marks that begin a paragraph; all paragraphs of a document meet at one line. */
  sides: {against: number; for: number};
}

/** Lines of prose are not made longer than the eye can follow. */
const measure = 100;

/** Columns that prose takes on the screen. */
export function proseWidth(screen: Screen): number {
  return Math.min(screen.width, measure);
}

export function proseLines(pieces: Piece[], screen: Screen, hang = 0): Line[] {
  return wrapPieces(pieces, proseWidth(screen), hang);
}

/** The spans with the style wherever they have none of their own. */
export function styledPieces(spans: Spans, style: Style, screen: Screen): Piece[] {
  return piecesOf(spans, screen.unicode).map((part) =>
    part.style === "plain" || part.style === "date" || part.style === "file"
      ? {...part, style}
      : part,
  );
}

/** A line with something at its right end; below it where there is no room. */
export function asideLines(lead: Piece[], aside: Spans | undefined, screen: Screen): Line[] {
  const lines = proseLines(lead, screen, 2);
  const right = aside === undefined ? [] : styledPieces(aside, "muted", screen);
  if (right.length === 0) return lines;
  const width = proseWidth(screen);
  const last = lines.at(-1) ?? [];
  const space = width - lineWidth(last) - lineWidth(right);
  if (lines.length === 1 && space >= 2) return [[...last, piece(" ".repeat(space)), ...right]];
  return [...lines, ...wrapPieces(right, width - 2).map((line) => indentLine(line, 2))];
}
