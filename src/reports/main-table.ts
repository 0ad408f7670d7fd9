/** What a cell of a spreadsheet can hold; a list is several values in one cell. */
export type Cell = string | number | boolean | null | readonly string[];

/** The rows of a report that one takes to a spreadsheet: what CSV prints. */
export interface MainTable {
  /** Keys as in JSON; `lastSpoke.date` is the `date` in `lastSpoke`. */
  columns: string[];
  rows: Cell[][];
}

/** The keys of a row that fit a cell, and those of an object in it, after a dot. */
export type CellPath<Row> = {
  [K in Extract<keyof Row, string>]: Row[K] extends Cell
    ? K
    : `${K}.${CellKey<NonNullable<Row[K]>>}`;
}[Extract<keyof Row, string>];

type CellKey<Value> = {
  [K in Extract<keyof Value, string>]: Value[K] extends Cell ? K : never;
}[Extract<keyof Value, string>];

/** The rows with these of their keys, in this order. */
export function mainTable<Row extends object>(
  columns: readonly CellPath<Row>[],
  rows: readonly Row[],
): MainTable {
  return {columns: [...columns], rows: rows.map((row) => columns.map((path) => cellAt(row, path)))};
}

function cellAt(row: object, path: string): Cell {
  let value: unknown = row;
  for (const key of path.split(".")) value = (value as Record<string, unknown> | null)?.[key];
  // The paths lead to cells only; what is absent is an empty one.
  return (value ?? null) as Cell;
}
