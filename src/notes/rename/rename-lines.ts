import {asRead, linesOf} from "../edit/edit-text.ts";

/** A line that is different afterwards, as it is shown before anything is written. */
export interface ChangedLine {
  /** From 1, in the file as it is. */
  line: number;
  /** Null where the line is added. */
  before: string | null;
  /** Null where the line goes. */
  after: string | null;
}

/** How far the same line is looked for where lines were added or taken out. */
const reach = 50;

/** The lines in which two texts differ, in the order of the file. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const old = linesOf(asRead(before)).map(({text}) => text);
  const fresh = linesOf(asRead(after)).map(({text}) => text);
  const changes: ChangedLine[] = [];
  let at = 0;
  let to = 0;
  while (at < old.length || to < fresh.length) {
    if (old[at] === fresh[to]) {
      at++;
      to++;
      continue;
    }
    const added = distance(fresh, to, old[at]);
    const gone = distance(old, at, fresh[to]);
    const isAdded = added !== null && (gone === null || added <= gone);
    if (isAdded || at >= old.length)
      changes.push({line: at + 1, before: null, after: fresh[to++] ?? ""});
    else if (gone !== null || to >= fresh.length)
      changes.push({line: at + 1, before: old[at++] ?? "", after: null});
    else changes.push({line: at + 1, before: old[at++] ?? "", after: fresh[to++] ?? ""});
  }
  return changes;
}

/** How many lines further the same line stands; a blank one tells nothing. */
function distance(lines: readonly string[], from: number, line: string | undefined): number | null {
  if (line === undefined || line.trim() === "") return null;
  const found = lines.slice(from, from + reach).indexOf(line);
  return found < 0 ? null : found;
}
