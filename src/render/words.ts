import type {Piece} from "./pieces.ts";
import {hasWide} from "./wide-text.ts";
import {widthOf} from "./width.ts";

/** What stays together when a line is broken: one word, or several pieces without a space between. */
export interface Word {
  pieces: Piece[];
  width: number;
  /** Spaces before it, dropped where a line begins. */
  gap: number;
  /** Chinese or Japanese, which has no spaces: begins on the line before and is broken inside. */
  wide: boolean;
}

/** The words of the pieces, for lines of `width` columns: wider "whole" pieces are broken at their spaces. */
export function wordsOf(pieces: readonly Piece[], width: number): Word[] {
  const words: Word[] = [];
  let word: Word = {pieces: [], width: 0, gap: 0, wide: false};
  const space = (gap: number): void => {
    if (word.pieces.length === 0) {
      word.gap += gap;
      return;
    }
    words.push(word);
    word = {pieces: [], width: 0, gap, wide: false};
  };
  for (const piece of pieces) {
    const whole = piece.whole && widthOf(piece.text) <= width;
    for (const part of whole ? [piece.text] : (piece.text.match(/ +|[^ ]+/g) ?? [])) {
      if (!whole && part.startsWith(" ")) {
        space(part.length);
      } else {
        word.pieces.push({...piece, text: part, whole});
        word.width += widthOf(part);
        word.wide ||= !whole && hasWide(part);
      }
    }
  }
  space(0);
  return separatorsGlued(words);
}

/** A sign that parts two things ends the line of the first; it does not begin the line of the second. */
function separatorsGlued(words: readonly Word[]): Word[] {
  const glued: Word[] = [];
  for (const word of words) {
    const last = glued.at(-1);
    const [only] = word.pieces;
    const parts = word.pieces.length === 1 && only !== undefined && /^[·-]$/.test(only.text);
    if (!parts || word.gap !== 1 || last === undefined || last.wide) {
      glued.push(word);
      continue;
    }
    last.pieces.push({...only, text: ` ${only.text}`, whole: true});
    last.width += word.width + 1;
  }
  return glued;
}
