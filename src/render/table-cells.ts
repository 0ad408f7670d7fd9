import type {Column, Span, Spans, Table} from "../reports/document.ts";
import {sideOf} from "./marks.ts";
import {piece, piecesOf, type Piece} from "./pieces.ts";
import {widthOf} from "./width.ts";
import {wordsOf} from "./words.ts";
import {lineWidth} from "./wrap.ts";

/** A column of a table with what it takes to print it. */
export interface GridColumn {
  title: Piece[];
  cells: Piece[][];
  priority: number;
  align: Column["align"];
  /** Columns it takes when nothing is wrapped. */
  natural: number;
  /** Columns below which it would not be readable any more. */
  least: number;
}

/** A left-aligned column is not made narrower than this, nor is it kept wider for one long word. */
const readable = {text: 14, word: 20};

/** The columns of the table, marks aligned at their line. */
export function gridColumns(table: Table, unicode: boolean): GridColumn[] {
  return table.columns.map((column, index) => {
    const spans = table.rows.map((row) => row[index] ?? "");
    const marks = spans.some((cell) => marksOf(cell) !== null);
    const title = piecesOf(column.title, unicode).map((part) => ({
      ...part,
      style: "heading" as const,
    }));
    const cells = spans.map((cell) => piecesOf(cell, unicode));
    if (marks) alignMarks(column.title, title, spans, cells, unicode);
    return measured(column, title, cells, marks);
  });
}

function measured(column: Column, title: Piece[], cells: Piece[][], marks: boolean): GridColumn {
  let natural = lineWidth(title);
  let longestWord = 0;
  let longestCell = 0;
  for (const cell of cells) {
    const width = lineWidth(cell);
    longestCell = Math.max(longestCell, width);
    for (const word of wordsOf(cell, width)) longestWord = Math.max(longestWord, word.width);
  }
  natural = Math.max(natural, longestCell);
  const titleWord = Math.max(0, ...wordsOf(title, 1).map((word) => word.width));
  const rigid = column.align === "right" || marks;
  const text = Math.max(Math.min(longestWord, readable.word), Math.min(natural, readable.text));
  const least = rigid ? Math.max(longestCell, titleWord) : Math.max(text, titleWord);
  return {title, cells, priority: column.priority, align: column.align, natural, least};
}

/** The cell's marks when it holds nothing else. */
function marksOf(cell: Spans): Extract<Span, {role: "marks"}> | null {
  const span = Array.isArray(cell) && cell.length === 1 ? cell[0] : cell;
  if (span === undefined || typeof span === "string" || Array.isArray(span)) return null;
  return span.role === "marks" ? span : null;
}

/** Moves marks, and a title of two words ("against for"), so that all meet at the same line. */
function alignMarks(
  words: string,
  title: Piece[],
  spans: Spans[],
  cells: Piece[][],
  unicode: boolean,
): void {
  const left = /^(\S+) \S+$/.exec(words)?.[1] ?? "";
  const widths = spans.map((cell) => {
    const marks = marksOf(cell);
    return marks === null ? null : widthOf(sideOf(marks.against, "against", unicode));
  });
  const pivot = Math.max(widthOf(left), ...widths.map((width) => width ?? 0));
  cells.forEach((cell, index) => {
    const width = widths[index];
    if (width !== null && width !== undefined && width < pivot) cell.unshift(pad(pivot - width));
  });
  if (left !== "" && widthOf(left) < pivot) title.unshift(pad(pivot - widthOf(left)));
}

/** Spaces that are part of the word behind them. */
function pad(columns: number): Piece {
  return piece(" ".repeat(columns), "plain", true);
}
