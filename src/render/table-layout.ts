import {withoutWeekdays, type GridColumn} from "./table-cells.ts";

/** Which columns stand beside each other and how wide; the others go below their row as "label: value". */
export interface Layout {
  grid: {column: GridColumn; width: number}[];
  below: GridColumn[];
}

/** Spaces between two columns. */
export const columnGap = 2;

/** Rows that are looked at when widths are chosen; a longer table is like its beginning. */
const looked = 200;

/**
 * Fits a table into `width` columns. What only says again what another column says gives way first, then the
 * day of the week; columns are narrowed where that breaks the fewest rows, as long as they stay readable;
 * then those of the highest priority numbers, the last first, go below their row.
 */
export function layoutOf(all: readonly GridColumn[], width: number): Layout {
  const columns = lightened(all, width);
  const byPriority = columns
    .map((column, index) => ({column, index}))
    .sort((a, b) => a.column.priority - b.column.priority || a.index - b.index);
  for (let kept = columns.length; kept > 1; kept--) {
    const room = width - columnGap * (kept - 1);
    const grid = byPriority.slice(0, kept).sort((a, b) => a.index - b.index);
    const chosen = grid.map((entry) => entry.column);
    if (sum(chosen.map((column) => column.least)) <= room) {
      return {grid: narrowed(chosen, room), below: rest(columns, chosen)};
    }
  }
  const first = byPriority.slice(0, 1).map((entry) => entry.column);
  const grid = first.map((column) => ({column, width: Math.min(column.natural, width)}));
  return {grid, below: rest(columns, first)};
}

function lightened(all: readonly GridColumn[], width: number): readonly GridColumn[] {
  if (fits(all, width)) return all;
  const needed = all.filter((column) => !column.spare);
  return fits(needed, width) ? needed : needed.map(withoutWeekdays);
}

function fits(columns: readonly GridColumn[], width: number): boolean {
  const gaps = columnGap * (columns.length - 1);
  return sum(columns.map((column) => column.natural)) + gaps <= width;
}

/** Narrows where that breaks the fewest rows for each column won, of two alike the wider one. */
function narrowed(columns: readonly GridColumn[], room: number): Layout["grid"] {
  const widths = columns.map((column) => Math.min(column.natural, room));
  for (let excess = sum(widths) - room; excess > 0; excess = sum(widths) - room) {
    const change = cheapest(columns, widths, excess);
    if (change === null) break;
    widths[change.index] = (widths[change.index] ?? 0) - change.by;
  }
  return columns.map((column, index) => ({column, width: widths[index] ?? column.least}));
}

interface Change {
  index: number;
  by: number;
  /** Lines that it adds to the table, for each column won. */
  cost: number;
}

function cheapest(
  columns: readonly GridColumn[],
  widths: readonly number[],
  excess: number,
): Change | null {
  const now = heightAt(columns, widths);
  let best: Change | null = null;
  for (const [index, column] of columns.entries()) {
    const width = widths[index] ?? 0;
    for (let by = 1; by <= Math.min(excess, width - column.least); by++) {
      const lines = heightAt(columns, widths.with(index, width - by)) - now;
      const change = {index, by, cost: lines / by};
      if (best === null || isBetter(change, best, widths)) best = change;
    }
  }
  return best;
}

/** Of changes that cost nothing the wider column gives first, and no more than it has to. */
function isBetter(one: Change, other: Change, widths: readonly number[]): boolean {
  if (one.cost !== other.cost) return one.cost < other.cost;
  if (one.index === other.index) return one.cost > 0 && one.by > other.by;
  return (widths[one.index] ?? 0) > (widths[other.index] ?? 0);
}

/** What a further line costs: a title on two looks worse than a row on two, a row on two already hardly. */
const weight = {title: 2, row: 1, cell: 0.25};

/** About how tall the table is; cells that may be cut make no row taller. */
function heightAt(columns: readonly GridColumn[], widths: readonly number[]): number {
  const extra = (cell: (column: GridColumn) => number, lines: number): number => {
    let most = 0;
    let all = 0;
    columns.forEach((column, index) => {
      if (column.cut) return;
      const more = Math.max(0, Math.ceil(cell(column) / Math.max(1, widths[index] ?? 1)) - 1);
      most = Math.max(most, more);
      all += more;
    });
    return lines * most + weight.cell * all;
  };
  const rows = Math.min(looked, columns[0]?.widths.length ?? 0);
  let height = extra((column) => column.titleWidth, weight.title);
  for (let row = 0; row < rows; row++) {
    height += extra((column) => column.widths[row] ?? 0, weight.row);
  }
  return height;
}

function rest(columns: readonly GridColumn[], chosen: readonly GridColumn[]): GridColumn[] {
  return columns.filter((column) => !chosen.includes(column));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
