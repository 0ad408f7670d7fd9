import type {Table} from "../reports/document.ts";
import {ownSigns} from "./own-signs.ts";
import {piece, piecesOf, type Piece} from "./pieces.ts";
import {gridColumns, type GridColumn} from "./table-cells.ts";
import {columnGap, layoutOf, type Layout} from "./table-layout.ts";
import {cutPieces} from "./cut.ts";
import {indentLine, lineWidth, wrapPieces, type Line} from "./wrap.ts";

/** How a table stands on the screen: `rows` moves rows in below the first title. */
export interface TableLook {
  width: number;
  rows: number;
  unicode: boolean;
}

/**
 * The lines of a table. Own code and not cli-table3: that cuts Chinese and Japanese text when it wraps,
 * and knows neither columns that go below their row nor marks that meet at a line.
 */
export function tableLines(table: Table, look: TableLook): Line[] {
  const layout = layoutOf(gridColumns(table, look.unicode), look.width - look.rows);
  // Details stand further in than their row, so a row of one column keeps its own lines together.
  const hang = layout.grid.length === 1 && layout.below.length > 0 ? 0 : 2;
  const rows = table.rows.flatMap((_, row) => [
    ...gridLines(layout, (column) => column.cells[row] ?? [], hang, look.unicode),
    ...belowLines(layout.below, row, look),
  ]);
  if (rows.length === 0) rows.push([piece("none", "muted")]);
  if (table.more !== null) {
    const more = piece(ownSigns(table.more, look.unicode), "muted");
    rows.push(
      ...wrapPieces(
        piecesOf({role: "muted", text: more.text}, look.unicode),
        look.width - look.rows,
      ),
    );
  }
  return [...titleLines(layout, look), ...rows.map((line) => indentLine(line, look.rows))];
}

/** The titles; the first stands over its rows like a heading, unless it has to meet the marks. */
function titleLines(layout: Layout, look: TableLook): Line[] {
  const titled = layout.grid.some((entry) => entry.column.title.length > 0);
  if (!titled) return [];
  const [first, ...others] = layout.grid;
  if (first === undefined || first.column.pinned || first.column.title.length === 0) {
    return gridLines(layout, (column) => column.title, 0, look.unicode).map((line) =>
      indentLine(line, look.rows),
    );
  }
  const grid = [{column: first.column, width: first.width + look.rows}, ...others];
  return gridLines({grid, below: []}, (column) => column.title, 0, look.unicode);
}

function gridLines(
  layout: Layout,
  cell: (column: GridColumn) => Piece[],
  hang: number,
  unicode: boolean,
): Line[] {
  const cells = layout.grid.map(({column, width}) =>
    column.cut && layout.grid.length > 1
      ? [cutPieces(cell(column), width, unicode)]
      : wrapPieces(cell(column), width, width < 12 ? 0 : hang),
  );
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({length: height}, (_, row) => {
    const line: Line = [];
    layout.grid.forEach(({column, width}, index) => {
      const part = cells[index]?.[row] ?? [];
      const space = piece(" ".repeat(Math.max(0, width - lineWidth(part))));
      if (index > 0) line.push(piece(" ".repeat(columnGap)));
      line.push(...(column.align === "right" ? [space, ...part] : [...part, space]));
    });
    return line;
  });
}

/** What had no room beside its row: "label: value" below it, several on a line where they fit. */
function belowLines(below: readonly GridColumn[], row: number, look: TableLook): Line[] {
  const indent = 2;
  const width = look.width - look.rows - indent;
  const separator = piece(look.unicode ? " · " : " - ", "muted");
  const lines: Line[] = [];
  for (const column of below) {
    const cell = (column.cells[row] ?? []).filter((part) => part.text.trim() !== "");
    if (cell.length === 0) continue;
    const pair = [...labelOf(column.title), ...cell];
    const last = lines.at(-1);
    const used = last === undefined ? Infinity : lineWidth(last) + lineWidth([separator]);
    if (last !== undefined && used + lineWidth(pair) <= width) last.push(separator, ...pair);
    else lines.push(...wrapPieces(pair, width, 2));
  }
  return lines.map((line) => indentLine(line, indent));
}

function labelOf(title: readonly Piece[]): Piece[] {
  if (title.length === 0) return [];
  return [...title.filter((part) => part.text.trim() !== ""), piece(": ", "heading")].map(
    (part) => ({
      ...part,
      style: "muted",
    }),
  );
}
