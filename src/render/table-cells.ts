import type {Column, Spans, Table} from "../reports/document.ts";
import {sideOf} from "./marks.ts";
import {type MarksSpan, marksPieces, piece, piecesOf, type Piece} from "./pieces.ts";
import {widthOf} from "./width.ts";
import {wordsOf} from "./words.ts";
import {lineWidth} from "./wrap.ts";

/** A column of a table with what it takes to print it. */
export interface GridColumn {
  title: Piece[];
  cells: Piece[][];
  priority: number;
  align: Column["align"];
  spare: boolean;
  cut: boolean;
  /** Whether it cannot be wrapped. */
  rigid: boolean;
  /** Whether the title has to stay right above its cells. */
  pinned: boolean;
  titleWidth: number;
  /** Columns that each cell takes on one line. */
  widths: number[];
  /** Columns it takes when nothing is wrapped. */
  natural: number;
  /** Columns below which it would not be readable any more. */
  least: number;
}

/** A text is not made narrower than this: a phrase, a sentence; nor is it kept wider for one long word. */
const readable = {phrase: 10, sentence: 16, word: 26};
/** What is longer than this is a sentence. */
const longestPhrase = 28;

/** The columns of the table, marks aligned at their line. */
export function gridColumns(table: Table, unicode: boolean): GridColumn[] {
  return table.columns.map((column, index) => {
    const spans = table.rows.map((row) => row[index] ?? "");
    const title = piecesOf(column.title, unicode).map((part) => ({
      ...part,
      style: "heading" as const,
    }));
    const marks = spans.some((cell) => marksOf(cell) !== null);
    if (marks) return marksColumn(column, title, spans, unicode);
    const cells = spans.map((cell) => piecesOf(cell, unicode));
    return measured(column, title, cells, column.align === "right");
  });
}

/** The column with its days as 2026-11-19, without the day of the week; itself where it holds none. */
export function withoutWeekdays(column: GridColumn): GridColumn {
  if (!column.cells.some((cell) => isWeekday(cell))) return column;
  const cells = column.cells.map((cell) =>
    isWeekday(cell) ? cell.map((part) => ({...part, text: part.text.slice(4)})) : cell,
  );
  return {...column, ...sizes(column.title, cells, column)};
}

/** A cell that is one day and nothing else: "Thu 2026-11-19". */
function isWeekday(cell: readonly Piece[]): boolean {
  return cell.length === 1 && /^\p{L}{3} \d{4}-\d\d-\d\d$/u.test(cell[0]?.text ?? "");
}

/** Marks, and a title of two words ("against for", "against | for"), all meet at the same line. */
function marksColumn(column: Column, title: Piece[], spans: Spans[], unicode: boolean): GridColumn {
  const word = /^(\S+(?: (?=\|))?)(?: |\| )\S+$/.exec(column.title)?.[1] ?? "";
  const sides = {against: widthOf(word), for: 0};
  for (const cell of spans) {
    const against = sideOf(marksOf(cell)?.against ?? [], "against", unicode);
    sides.against = Math.max(sides.against, widthOf(against));
  }
  const cells = spans.map((cell) => {
    const marks = marksOf(cell);
    return marks === null ? piecesOf(cell, unicode) : marksPieces(marks, unicode, sides);
  });
  const pad = piece(" ".repeat(word === "" ? 0 : sides.against - widthOf(word)), "heading", true);
  const padded = pad.text === "" ? title : [pad, ...title];
  return {...measured(column, padded, cells, true), pinned: word !== ""};
}

function measured(column: Column, title: Piece[], cells: Piece[][], rigid: boolean): GridColumn {
  const {priority, align, spare = false, cut = false} = column;
  const pinned = align === "right";
  return {title, priority, align, spare, cut, rigid, pinned, ...sizes(title, cells, {rigid})};
}

type Sizes = Pick<GridColumn, "cells" | "titleWidth" | "widths" | "natural" | "least">;

function sizes(title: Piece[], cells: Piece[][], {rigid}: {rigid: boolean}): Sizes {
  const widths = cells.map(lineWidth);
  const longestCell = widths.reduce((most, width) => Math.max(most, width), 0);
  let longestWord = 0;
  cells.forEach((cell, index) => {
    for (const word of wordsOf(cell, widths[index] ?? 0))
      longestWord = Math.max(longestWord, word.wide ? 2 : word.width);
  });
  const titleWidth = lineWidth(title);
  const natural = Math.max(titleWidth, longestCell);
  const titleWord = Math.max(0, ...wordsOf(title, 1).map((word) => word.width));
  const text = natural > longestPhrase ? readable.sentence : Math.min(natural, readable.phrase);
  const wrapped = Math.max(Math.min(longestWord, readable.word), text);
  return {
    cells,
    titleWidth,
    widths,
    natural,
    least: Math.max(rigid ? longestCell : wrapped, titleWord),
  };
}

/** The marks of a cell that holds nothing else. */
function marksOf(cell: Spans): MarksSpan | null {
  const span = Array.isArray(cell) && cell.length === 1 ? cell[0] : cell;
  if (span === undefined || typeof span === "string" || Array.isArray(span)) return null;
  return span.role === "marks" ? span : null;
}
