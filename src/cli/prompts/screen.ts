import type {Writable} from "node:stream";
import {stripVTControlCharacters} from "node:util";
import type {ChalkInstance} from "chalk";
import {visibleLine} from "../../core/visible.ts";
import {cutPieces} from "../../render/cut.ts";
import {ownSigns} from "../../render/own-signs.ts";
import {piece, type Piece} from "../../render/pieces.ts";
import {paint, type Style} from "../../render/theme.ts";
import {widthOf} from "../../render/width.ts";
import {prefixLines, wrapPieces} from "../../render/wrap.ts";

/** Letters of an answer that are shown again. */
const longest = 2000;

/** The terminal that is written to; its size changes while a question is open. */
export type TerminalOutput = Writable & {columns?: number; rows?: number};

/** Where questions are shown, and how. */
export interface Screen {
  output: TerminalOutput;
  chalk: ChalkInstance;
  unicode: boolean;
}

/** The width in columns at this moment. */
export function columnsOf({output}: Screen): number {
  return Math.max(10, output.columns || 80);
}

/** The height in rows at this moment. */
export function rowsOf({output}: Screen): number {
  return Math.max(6, output.rows || 24);
}

/** Words of a caller as a piece of a line: on one line, and nothing in it that a terminal obeys. */
export function shown(screen: Screen, text: string, style: Style = "plain"): Piece {
  return piece(ownSigns(visibleLine(text), screen.unicode), style);
}

/** The pieces in their colours, on one line of at most `width` columns. */
export function cutLine(screen: Screen, pieces: readonly Piece[], width: number): string {
  return painted(screen, cutPieces(pieces, Math.max(1, width), screen.unicode));
}

/** The pieces in their colours, on as many lines as they need: the first behind `lead`, the others as far in. */
export function wrapLines(screen: Screen, lead: string, pieces: readonly Piece[]): string[] {
  // The last column stays free: a terminal would open a line of its own behind it.
  const room = columnsOf(screen) - 1 - lead.length;
  return prefixLines(wrapPieces(pieces, room), piece(lead, "command")).map((line) =>
    painted(screen, line),
  );
}

/** A question as lines: a mark, the words in bold, and what stands in brackets at their end dimmed. */
export function questionLines(screen: Screen, message: string, mark = "? "): string[] {
  const [, words = "", brackets = ""] = /^(.*?)(\s*\([^()]*\))?$/s.exec(message.trim()) ?? [];
  return wrapLines(screen, mark, [
    shown(screen, words, "strong"),
    shown(screen, brackets, "muted"),
  ]);
}

/** A question with its answer behind it where that fits, else under it. */
export function answeredLines(screen: Screen, message: string, answer: string): string[] {
  const question = questionLines(screen, message);
  const last = question.at(-1) ?? "";
  const said = shown(screen, answer.slice(0, longest), "command");
  const room = columnsOf(screen) - 1;
  const behind = widthOf(stripVTControlCharacters(last)) + 1;
  if (behind + widthOf(said.text) <= room) {
    return [...question.slice(0, -1), `${last} ${painted(screen, [said])}`];
  }
  return [...question, ...wrapLines(screen, "  ", [said])];
}

/** A line that is said, wrapped and moved in as far as it was. */
export function saidLines(screen: Screen, line: string): string[] {
  const words = line.trimStart();
  const indent = Math.min(line.length - words.length, Math.floor(columnsOf(screen) / 2));
  return words === "" ? [""] : wrapLines(screen, " ".repeat(indent), [shown(screen, words)]);
}

/** What is wrong with an answer, under it. */
export function wrongLines(screen: Screen, wrong: string | null): string[] {
  return wrong === null ? [] : wrapLines(screen, "  ", [shown(screen, wrong, "warn")]);
}

function painted(screen: Screen, pieces: readonly Piece[]): string {
  return pieces.map((one) => paint(screen.chalk, one.style, one.text)).join("");
}
