import {ownSigns} from "./own-signs.ts";
import {piece, type Piece} from "./pieces.ts";
import {clustersOf, widthOf} from "./width.ts";
import {lineWidth} from "./wrap.ts";

/** The pieces on one line of at most `width` columns; longer ones end in "…", behind a word where one ends. */
export function cutPieces(pieces: readonly Piece[], width: number, unicode: boolean): Piece[] {
  if (lineWidth([...pieces]) <= width) return [...pieces];
  const sign = ownSigns("…", unicode);
  const kept: Piece[] = [];
  let room = width - widthOf(sign);
  for (const part of pieces) {
    const text = beginning(part.text, room);
    if (text !== "") kept.push({...part, text});
    if (text !== part.text) break;
    room -= widthOf(text);
  }
  return [...kept, piece(sign, kept.at(-1)?.style ?? "plain")];
}

/** As much of the text as fits; up to its last space, unless that would take more than a third of it. */
function beginning(text: string, width: number): string {
  let kept = "";
  let used = 0;
  for (const cluster of clustersOf(text)) {
    used += widthOf(cluster);
    if (used > width) {
      const space = text[kept.length] === " " ? kept.length : kept.lastIndexOf(" ");
      return (space > (kept.length * 2) / 3 ? kept.slice(0, space) : kept).trimEnd();
    }
    kept += cluster;
  }
  return text;
}
