import {piece, type Piece} from "./pieces.ts";
import {mayBreak} from "./wide-text.ts";
import {clustersOf, widthOf} from "./width.ts";
import {wordsOf, type Word} from "./words.ts";

/** One line of the screen. */
export type Line = Piece[];

/** Columns that the line takes. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, part) => sum + widthOf(part.text), 0);
}

/** The line moved to the right; an empty one stays empty. */
export function indentLine(line: Line, columns: number): Line {
  return line.length === 0 || columns <= 0 ? line : [piece(" ".repeat(columns)), ...line];
}

/** The first line behind `first`, the others as far in. */
export function prefixLines(lines: Line[], first: Piece): Line[] {
  const indent = widthOf(first.text);
  return lines.map((line, index) => (index === 0 ? [first, ...line] : indentLine(line, indent)));
}

/**
 * The pieces on lines of at most `width` columns, the second and later ones moved in by `hang`. Lines are
 * broken at spaces, a longer word inside; nothing but spaces at a break is dropped. (fast-wrap-ansi
 * would break commands, joined emoji and the space between a mark and its letter.)
 */
export function wrapPieces(pieces: readonly Piece[], width: number, hang = 0): Line[] {
  const room = Math.max(2, width);
  const indent = Math.min(hang, Math.floor(room / 3));
  const filler = new Filler(room, room - indent);
  for (const word of wordsOf(pieces, room - indent)) filler.add(word);
  return filler.lines.map((line, index) => (index === 0 ? line : indentLine(line, indent)));
}

/** Fills lines one word after the other. */
class Filler {
  readonly lines: Line[] = [[]];
  private used = 0;
  private readonly first: number;
  private readonly rest: number;

  constructor(first: number, rest: number) {
    this.first = first;
    this.rest = rest;
  }

  add(word: Word): void {
    const gap = this.used === 0 ? 0 : word.gap;
    if (this.used + gap + word.width <= this.limit()) {
      this.addGap(gap, word);
      for (const part of word.pieces) this.put(part, widthOf(part.text));
      return;
    }
    if (word.wide && this.used + gap + 2 <= this.limit()) this.addGap(gap, word);
    else if (this.used > 0) this.open();
    for (const part of word.pieces) this.addPart(part);
  }

  /** A part of a word that may be too long for a line. */
  private addPart(part: Piece): void {
    const width = widthOf(part.text);
    if (this.used + width <= this.limit()) {
      this.put(part, width);
    } else if (part.whole) {
      this.open();
      this.put(part, width);
    } else {
      this.addBroken(part);
    }
  }

  private addBroken(part: Piece): void {
    let text = "";
    let taken = 0;
    let cut = 0;
    let previous = "";
    for (const cluster of clustersOf(part.text)) {
      const width = widthOf(cluster);
      if (mayBreak(previous, cluster)) cut = text.length;
      // What moves down may be too long again: later lines are moved in.
      while (this.used + taken > 0 && this.used + taken + width > this.limit()) {
        const kept = text.slice(0, cut > 0 ? cut : this.afterGap() ? 0 : softBreak(text));
        if (kept !== "") this.put({...part, text: kept}, 0);
        this.open();
        text = text.slice(kept.length);
        taken = widthOf(text);
        cut = 0;
      }
      text += cluster;
      taken += width;
      previous = cluster;
    }
    this.put({...part, text}, taken);
  }

  /** Whether the line so far ends in a space, so that what comes next may as well begin another line. */
  private afterGap(): boolean {
    return this.used > 0 && this.lines.at(-1)?.at(-1)?.text.endsWith(" ") === true;
  }

  private limit(): number {
    return this.lines.length === 1 ? this.first : this.rest;
  }

  private open(): void {
    this.lines.push([]);
    this.used = 0;
  }

  private put(part: Piece, width: number): void {
    const line = this.lines.at(-1);
    const last = line?.at(-1);
    if (last?.style === part.style) line?.splice(-1, 1, {...last, text: last.text + part.text});
    else line?.push({...part, whole: false});
    this.used += width;
  }

  /** A space inside a phrase of one style belongs to it, so that the phrase is coloured in one go. */
  private addGap(gap: number, word: Word): void {
    if (gap === 0) return;
    const before = this.lines.at(-1)?.at(-1)?.style;
    const inside = before !== undefined && before === word.pieces[0]?.style;
    this.put(piece(" ".repeat(gap), inside ? before : "plain"), gap);
  }
}

/** Where a long word is best cut: behind the last sign that parts it (of a path, an id), else at its end. */
function softBreak(text: string): number {
  const behind =
    Math.max(...["/", "-", "_", ".", ",", "&", "="].map((sign) => text.lastIndexOf(sign))) + 1;
  return behind > text.length / 2 ? behind : text.length;
}
