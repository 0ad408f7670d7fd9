import type {Spans} from "../reports/document.ts";
import {piece, piecesOf, type Piece} from "./pieces.ts";
import type {Style} from "./theme.ts";
import {widthOf} from "./width.ts";
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

/** The pieces broken at the width for reading; lines after the first are indented by `hang` columns. */
export function proseLines(pieces: Piece[], screen: Screen, hang = 0): Line[] {
  return withoutOrphan(pieces, proseWidth(screen), hang);
}

/** A last line shorter than this looks like a mistake on a screen that is not narrow, below a short text. */
const orphan = {columns: 8, lines: 6, screen: 40};

/** The pieces on lines, the last of which holds more than a word where narrower lines can see to that. */
export function withoutOrphan(pieces: readonly Piece[], width: number, hang = 0): Line[] {
  const lines = wrapPieces(pieces, width, hang);
  const unlikely = width < orphan.screen || lines.length < 2 || lines.length > orphan.lines;
  if (unlikely || lastWords(lines) >= orphan.columns) return lines;
  for (let less = 1; less <= width / 4; less++) {
    const tried = wrapPieces(pieces, width - less, hang);
    if (tried.length > lines.length) break;
    if (lastWords(tried) >= orphan.columns) return tried;
  }
  return lines;
}

/** Columns that the last line takes without what moves it in. */
function lastWords(lines: readonly Line[]): number {
  const last = lines.at(-1) ?? [];
  return last.reduce((sum, {text}) => sum + (text.trim() === "" ? 0 : widthOf(text)), 0);
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
