import type {Column, Span, Spans, Table} from "../../reports/document.ts";
import {plainText} from "../callout.ts";
import {inlineHtml} from "./inline.ts";
import {html, type Markup} from "./markup.ts";
import type {PageState} from "./page-state.ts";
import {plainWords} from "./words.ts";

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
  const columns = lookedColumns(table);
  const titled = table.columns.some((column) => column.title !== "");
  const head = titled
    ? html`<thead role="rowgroup">
        <tr role="row">
          ${columns.map(titleHtml)}
        </tr>
      </thead>`
    : null;
  const rows = table.rows.map((row) => rowHtml(row, columns, page));
  const grid = html`<table role="table" class="${stacks(table) ? "stacks" : "short"}">
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

/** A column as it is drawn. */
interface Looked {
  column: Column;
  /** Class of its cells: marks meet at their line, figures at their last digit. */
  look: "left" | "right" | "center";
  /** Whether its cells are the names of their rows. */
  names: boolean;
}

function lookedColumns({columns, rows}: Table): Looked[] {
  const header = namingColumn(columns, rows[0] ?? []);
  return columns.map((column, index) => ({
    column,
    look: rows.some((row) => has(row[index], "marks")) ? "center" : column.align,
    names: index === header,
  }));
}

/** The column that names its row: to hear "contested" before what is contested helps nobody. */
function namingColumn(columns: readonly Column[], row: readonly Spans[]): number {
  const said = columns.findIndex(({names}) => names === true);
  if (said >= 0) return said;
  const first = row.findIndex((cell) => !has(cell, "marks") && !has(cell, "status"));
  return Math.max(0, first);
}

function titleHtml({column, look, names}: Looked): Markup {
  if (column.title.trim() === "") return html`<td role="cell"></td>`;
  const classes = names ? `${look} names` : look;
  const title = plainWords(column.title);
  return html`<th role="columnheader" scope="col" class="${classes}">${title}</th>`;
}

function rowHtml(row: readonly Spans[], columns: readonly Looked[], page: PageState): Markup {
  const cells = columns.map(({column, look, names}, index) => {
    const value = row[index] ?? "";
    const inner = inlineHtml(value, page);
    if (names) return html`<th role="rowheader" scope="row" class="${look}">${inner}</th>`;
    const classes = classOf(look, value);
    return html`<td role="cell" class="${classes}" ${phoneLabel(column, value)}>${inner}</td>`;
  });
  return html`<tr role="row">
    ${cells}
  </tr>`;
}

/** "32 days" at the right end stays on one line, a sentence does not. */
function classOf(look: string, value: Spans): string {
  return look === "right" && plainText(value).length <= 12 ? `${look} brief` : look;
}

/** What a phone prints before the value, where there is one. */
function phoneLabel(column: Column, value: Spans): Markup | null {
  if (plainText(value).trim() === "" && !has(value, "marks")) return html`data-empty`;
  return column.title.trim() === "" ? null : html`data-label="${column.title}"`;
}

function has(cell: Spans | undefined, role: Exclude<Span, string>["role"]): boolean {
  return [cell ?? ""].flat().some((span) => typeof span !== "string" && span.role === role);
}
