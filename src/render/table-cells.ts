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
  /** Whether the title has to stay right above its cells. */
  pinned: boolean;
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
  let natural = lineWidth(title);
  let longestWord = 0;
  let longestCell = 0;
  for (const cell of cells) {
    const width = lineWidth(cell);
    longestCell = Math.max(longestCell, width);
    for (const word of wordsOf(cell, width))
      longestWord = Math.max(longestWord, word.wide ? 2 : word.width);
  }
  natural = Math.max(natural, longestCell);
  const titleWord = Math.max(0, ...wordsOf(title, 1).map((word) => word.width));
  const text = Math.max(Math.min(longestWord, readable.word), Math.min(natural, readable.text));
  const least = rigid ? Math.max(longestCell, titleWord) : Math.max(text, titleWord);
  const {priority, align} = column;
  return {title, cells, priority, align, pinned: align === "right", natural, least};
}

/** The marks of a cell that holds nothing else. */
function marksOf(cell: Spans): MarksSpan | null {
  const span = Array.isArray(cell) && cell.length === 1 ? cell[0] : cell;
  if (span === undefined || typeof span === "string" || Array.isArray(span)) return null;
  return span.role === "marks" ? span : null;
}
