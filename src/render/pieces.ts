import type {Span, Spans} from "../reports/document.ts";
import {visibleLine} from "../core/visible.ts";
import {legendOf, sideOf} from "./marks.ts";
import {ownSigns} from "./own-signs.ts";
import type {Style} from "./theme.ts";
import {widthOf} from "./width.ts";

/** A run of one line in one style. A whole one (a command, a day) is not broken where it fits on a line. */
export interface Piece {
  text: string;
  style: Style;
  whole: boolean;
}

export type MarksSpan = Extract<Span, {role: "marks"}>;

/** A run of text in one style. */
export function piece(text: string, style: Style = "plain", whole = false): Piece {
  return {text, style, whole};
}

/** The spans as printable pieces: safe for a terminal, on one line, not yet wrapped or coloured. */
export function piecesOf(spans: Spans, unicode: boolean): Piece[] {
  const list = Array.isArray(spans) ? spans : [spans];
  return list
    .flatMap((span) => piecesOfSpan(span, unicode))
    .map((part) => ({...part, text: visibleLine(part.text)}))
    .filter((part) => part.text !== "");
}

/** The words of somebody in quotation marks. */
export function quoted(text: string): string {
  return `"${text}"`;
}

function piecesOfSpan(span: Span, unicode: boolean): Piece[] {
  if (typeof span === "string") return [piece(ownSigns(span, unicode))];
  switch (span.role) {
    case "muted":
      return [piece(ownSigns(span.text, unicode), "muted")];
    case "strong":
    case "id":
      return [piece(span.text, span.role)];
    case "quote":
      return [piece(quoted(span.text), "quote")];
    case "command":
      return [piece(span.text, "command", true)];
    case "date":
      return dayPieces(span.text);
    case "status":
      return [piece(span.text, span.tone)];
    case "file":
      return isDay.test(span.text) ? [piece(span.text, "file", true)] : [piece(span.text, "file")];
    case "legend":
      return [piece(legendOf(unicode), "muted", true)];
    case "marks":
      return marksPieces(span, unicode);
  }
}

/** A day that leads to its note stays on one line as any other day does. */
const isDay = /^\p{L}{3} \d{4}-\d\d-\d\d$/u;

/** The day with its weekday stays together; words around it ("14 days ago") may stand on another line. */
function dayPieces(text: string): Piece[] {
  return text
    .split(/((?:\p{L}{3} )?\d{4}-\d\d-\d\d)/u)
    .map((part, index) => piece(part, "date", index % 2 === 1));
}

/** Marks on both sides of their line, moved in so that lines below each other meet. */
export function marksPieces(
  marks: MarksSpan,
  unicode: boolean,
  sides = {against: 0, for: 0},
): Piece[] {
  const against = sideOf(marks.against, "against", unicode);
  const forIt = sideOf(marks.for, "for", unicode);
  return [
    piece(" ".repeat(Math.max(0, sides.against - widthOf(against))), "plain", true),
    piece(against, "bad"),
    piece("|"),
    piece(forIt, "good"),
    piece(" ".repeat(Math.max(0, sides.for - widthOf(forIt))), "plain", true),
  ].filter((part) => part.text !== "");
}
