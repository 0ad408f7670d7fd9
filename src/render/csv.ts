import {stringify} from "csv-stringify/sync";
import {visible} from "../core/visible.ts";
import type {Cell, MainTable} from "../reports/main-table.ts";

/**
 * What a spreadsheet takes for the start of a formula, after spaces too: `=`, `+`, `-`, `@`, also in full
 * width, and what makes it look at the next line or cell first.
 */
const formula = /^(?:\s*[=+\-@＝＋－＠]|\s*[\t\r\n])/u;

/**
 * The table as CSV (RFC 4180): a header of keys, CRLF after each line, a list joined by `; `. Texts that a
 * spreadsheet would run as a formula get an apostrophe in front, and what a terminal would obey is written
 * as an escape; `raw` leaves every text as it is.
 */
export function renderCsv({columns, rows}: MainTable, {raw = false} = {}): string {
  const cells = rows.map((row) => row.map((cell) => (raw ? rawCell(cell) : safeCell(cell))));
  return stringify([columns, ...cells], {
    record_delimiter: "windows",
    // A line that holds one empty cell would else be no line.
    quoted_empty: columns.length === 1,
    quoted_match: /[\r\n]/,
  });
}

function rawCell(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "object" ? cell.join("; ") : String(cell);
}

/** Only texts are somebody's words: a number below zero is no formula. */
function safeCell(cell: Cell): string {
  if (typeof cell === "string") return safeText(cell);
  // Where `;` parts cells, as in much of Europe, each of a list may come to stand first.
  if (cell !== null && typeof cell === "object") return rawCell(cell.map(safeText));
  return rawCell(cell);
}

function safeText(text: string): string {
  return (formula.test(text) ? "'" : "") + visible(text);
}
