import type {Span, Spans} from "../reports/document.ts";
import {visibleLine} from "./escape-terminal.ts";
import {legendOf, sideOf} from "./marks.ts";
import {ownSigns} from "./own-signs.ts";
import type {Style} from "./theme.ts";

/** A run of one line in one style. A whole one (a command, a day) is not broken where it fits on a line. */
export interface Piece {
  text: string;
  style: Style;
  whole: boolean;
}

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
    case "date":
      return [piece(span.text, span.role, true)];
    case "status":
      return [piece(span.text, span.tone)];
    case "file":
      return [piece(span.text, "file")];
    case "legend":
      return [piece(legendOf(unicode), "muted", true)];
    case "marks":
      return [
        piece(sideOf(span.against, "against", unicode), "bad"),
        piece("|"),
        piece(sideOf(span.for, "for", unicode), "good"),
      ];
  }
}
