import type {Column, Spans, Table} from "./document.ts";
import type {Page} from "./page.ts";

/** A column of text; `priority` as in a table of a document. */
export function left(title: string, priority: number): Column {
  return {title, priority, align: "left"};
}

/** A column of numbers. */
export function right(title: string, priority: number): Column {
  return {title, priority, align: "right"};
}

/** Rows that a table shows before it says how many more there are. */
const shown = 12;

/** A table of the first rows; "… and 9 more (--all)" says that there are others. */
export function cut<Row>(
  columns: {column: Column; cell: (row: Row) => Spans}[],
  rows: readonly Row[],
  {request}: Page,
  most = shown,
): Table {
  const listed = request.all ? rows : rows.slice(0, most);
  return {
    block: "table",
    columns: columns.map(({column}) => column),
    rows: listed.map((row) => columns.map(({cell}) => cell(row))),
    more: andMore(rows.length - listed.length),
  };
}

/** "… and 9 more (--all)"; null when nothing was left off. */
export function andMore(rows: number): string | null {
  return rows === 0 ? null : `… and ${String(rows)} more (--all)`;
}
