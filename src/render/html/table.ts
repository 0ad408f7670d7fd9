import type {Column, Spans, Table} from "../../reports/document.ts";
import {plainText} from "../callout.ts";
import {inlineHtml} from "./inline.ts";
import {html, type Markup} from "./markup.ts";
import type {PageState} from "./page-state.ts";

/** Columns that stand beside each other on a page without being squeezed. */
const roomFor = 7;

/**
 * The table, named after what it is about. On a phone its rows become cards of "label: value", so each cell
 * says which column it is of; the roles keep it a table for screen readers there.
 */
export function tableHtml(table: Table, caption: string, page: PageState): Markup {
  const name = caption.trim() === "" ? "Table" : caption;
  const more = table.more ?? (table.rows.length === 0 ? "none" : null);
  const after = more === null ? null : html`<p class="more">${inlineHtml(more, page)}</p>`;
  if (table.columns.length === 0) return html`${after}`;
  if (table.rows.length === 0) return html`<div class="table">${after}</div>`;
  const header = headerColumn(table);
  const titled = table.columns.some((column) => column.title !== "");
  const head = titled
    ? html`<thead role="rowgroup">
        <tr role="row">
          ${table.columns.map(titleHtml)}
        </tr>
      </thead>`
    : null;
  const rows = table.rows.map((row) => rowHtml(row, table.columns, header, page));
  const grid = html`<table role="table" ${stacks(table) ? html` class="stacks"` : null}>
    <caption>
      ${name}
    </caption>
    ${head}
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table>`;
  if (table.columns.length <= roomFor) return html`<div class="table">${grid}${after}</div>`;
  return html`<div class="table">
    <div class="wide" role="region" tabindex="0" aria-label="${name}">${grid}</div>
    ${after}
  </div>`;
}

/** Two short columns have room on any screen. */
function stacks(table: Table): boolean {
  return table.columns.length > 2;
}

/** The column that names its row: the first that leads to a file, else the first without marks. */
function headerColumn(table: Table): number {
  const row = table.rows[0] ?? [];
  const has = (cell: Spans | undefined, role: string): boolean =>
    [cell ?? ""].flat().some((span) => typeof span !== "string" && span.role === role);
  const linked = row.findIndex((cell) => has(cell, "file"));
  if (linked >= 0) return linked;
  return Math.max(
    0,
    row.findIndex((cell) => !has(cell, "marks")),
  );
}

function titleHtml(column: Column): Markup {
  if (column.title.trim() === "") return html`<td role="cell"></td>`;
  return html`<th role="columnheader" scope="col" ${alignOf(column)}>${column.title}</th>`;
}

function rowHtml(
  row: readonly Spans[],
  columns: readonly Column[],
  header: number,
  page: PageState,
): Markup {
  const cells = columns.map((column, index) => {
    const value = row[index] ?? "";
    const classes = html`${alignOf(column)}${label(column, value)}`;
    const inner = inlineHtml(value, page);
    return index === header
      ? html`<th role="rowheader" scope="row" ${classes}>${inner}</th>`
      : html`<td role="cell" ${classes}>${inner}</td>`;
  });
  return html`<tr role="row">
    ${cells}
  </tr>`;
}

function alignOf(column: Column): Markup | null {
  return column.align === "right" ? html` class="right"` : null;
}

/** What a phone prints before the value; marks and files say themselves what they are. */
function label(column: Column, value: Spans): Markup | null {
  const empty = plainText(value).trim() === "" && !isMarks(value);
  if (empty) return html` data-empty`;
  return column.title === "" ? null : html` data-label="${column.title}"`;
}

function isMarks(value: Spans): boolean {
  return [value].flat().some((span) => typeof span !== "string" && span.role === "marks");
}
