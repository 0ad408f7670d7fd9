import {visibleLine} from "../../core/visible.ts";
import {clustersOf, widthOf} from "../../render/width.ts";

/** A line that is being typed: its text, and the place of the cursor in it (in UTF-16 units, as readline counts). */
export interface Typed {
  line: string;
  cursor: number;
}

export interface TypedRows {
  rows: string[];
  /** Rows above these that are not shown. */
  top: number;
  /** Where the cursor stands, in rows and columns from 0. */
  row: number;
  column: number;
}

/** Signs around the cursor that are looked at; of a longer line the rest is not shown. */
const before = 1200;
const after = 400;

/**
 * The typed line broken into rows of less than `width` columns by its real width, with the place of the cursor.
 * The first row begins at column `first`, the others at `hang`; of more than `most` rows those around the
 * cursor are given. readline and inquirer would count letters and lose the cursor in wide ones.
 */
export function typedRows(
  typed: Typed,
  {first, hang, width, most}: {first: number; hang: number; width: number; most: number},
): TypedRows {
  const from = outsidePair(typed.line, Math.max(0, typed.cursor - before));
  const text = typed.line.slice(from, outsidePair(typed.line, typed.cursor + after));
  const rows = [""];
  let column = first;
  let offset = from;
  let place: {row: number; column: number} | null = null;
  for (const cluster of clustersOf(text)) {
    const sign = visibleLine(cluster);
    const wide = widthOf(sign);
    if (column + wide >= width && column > hang) {
      rows.push("");
      column = hang;
    }
    if (place === null && offset + cluster.length > typed.cursor) {
      place = {row: rows.length - 1, column};
    }
    rows[rows.length - 1] += sign;
    column += wide;
    offset += cluster.length;
  }
  place ??= {row: rows.length - 1, column};
  const top = Math.max(0, Math.min(place.row - Math.floor(most / 2), rows.length - most));
  return {rows: rows.slice(top, top + most), top, row: place.row - top, column: place.column};
}

/** This place, or the next one where it lies inside a surrogate pair. */
function outsidePair(line: string, at: number): number {
  return /[\udc00-\udfff]/.test(line.charAt(at)) ? at + 1 : at;
}
