import type {Piece} from "./pieces.ts";
import {clustersOf, widthOf} from "./width.ts";

/** What stays together when a line is broken: one word, or several pieces without a space between. */
export interface Word {
  pieces: Piece[];
  width: number;
  /** Spaces before it, dropped where a line begins. */
  gap: number;
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
const neverFirst = /^[\p{Pe}\p{Pf}、。，．・：；？！ー々ゝ…]/u;
const neverLast = /[\p{Ps}\p{Pi}]$/u;

/** The words of the pieces, for lines of `width` columns: wider "whole" pieces are broken at their spaces. */
export function wordsOf(pieces: readonly Piece[], width: number): Word[] {
  const words: Word[] = [];
  let word: Word = {pieces: [], width: 0, gap: 0};
  const end = (gap: number): void => {
    if (word.pieces.length === 0) {
      word.gap += gap;
      return;
    }
    words.push(word);
    word = {pieces: [], width: 0, gap};
  };
  for (const piece of pieces) {
    const whole = piece.whole && widthOf(piece.text) <= width;
    for (const part of whole ? [piece.text] : partsOf(piece.text)) {
      if (part === "") {
        end(0);
      } else if (!whole && part.startsWith(" ")) {
        end(part.length);
      } else {
        word.pieces.push({...piece, text: part, whole});
        word.width += widthOf(part);
      }
    }
  }
  end(0);
  return words;
}

/** Runs of spaces, words, and "" where Chinese or Japanese may be broken without a space. */
function partsOf(text: string): string[] {
  const runs = text.match(/ +|[^ ]+/g) ?? [];
  return wide.test(text) ? runs.flatMap(breakWide) : runs;
}

function breakWide(run: string): string[] {
  if (!wide.test(run)) return [run];
  const parts: string[] = [];
  let part = "";
  let previous = "";
  for (const cluster of clustersOf(run)) {
    if (mayBreak(previous, cluster)) {
      parts.push(part, "");
      part = "";
    }
    part += cluster;
    previous = cluster;
  }
  parts.push(part);
  return parts;
}

function mayBreak(before: string, after: string): boolean {
  if (before === "" || !(wide.test(before) || wide.test(after))) return false;
  return !neverFirst.test(after) && !neverLast.test(before);
}
