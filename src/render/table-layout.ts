import type {GridColumn} from "./table-cells.ts";

/** Which columns stand beside each other and how wide; the others go below their row as "label: value". */
export interface Layout {
  grid: {column: GridColumn; width: number}[];
  below: GridColumn[];
}

/** Spaces between two columns. */
export const columnGap = 2;

/**
 * Fits a table into `width` columns without dropping anything: columns are narrowed as long as they stay
 * readable; then those of the highest priority numbers, the last first, go below their row.
 */
export function layoutOf(columns: readonly GridColumn[], width: number): Layout {
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

/** Takes from the widest column first until all fit. */
function narrowed(columns: GridColumn[], room: number): Layout["grid"] {
  const widths = columns.map((column) => Math.min(column.natural, room));
  for (let excess = sum(widths) - room; excess > 0; excess--) {
    let widest = -1;
    columns.forEach((column, index) => {
      const width = widths[index] ?? 0;
      if (width > column.least && width > (widths[widest] ?? 0)) widest = index;
    });
    if (widest === -1) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return columns.map((column, index) => ({column, width: widths[index] ?? column.least}));
}

function rest(columns: readonly GridColumn[], chosen: readonly GridColumn[]): GridColumn[] {
  return columns.filter((column) => !chosen.includes(column));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
