/** A line that goes or comes; lines that stay are not listed. */
export interface ChangedLine {
  sign: "-" | "+";
  text: string;
}

/** Lines between the first and the last change that are compared each with each; beyond it all are listed. */
const most = 1000;

/** The lines in which two texts differ, in order; line ends and a byte order mark do not show. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const old = before.split(/\r\n?|\n/);
  const fresh = after.split(/\r\n?|\n/);
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++;
  let tail = 0;
  while (
    tail < Math.min(old.length, fresh.length) - head &&
    old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]
  )
    tail++;
  return between(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail));
}

function between(old: readonly string[], fresh: readonly string[]): ChangedLine[] {
  const gone = (text: string): ChangedLine => ({sign: "-", text});
  const come = (text: string): ChangedLine => ({sign: "+", text});
  if (old.length > most || fresh.length > most) return [...old.map(gone), ...fresh.map(come)];
  const common = commonLengths(old, fresh);
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  const lines: ChangedLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      i++;
      j++;
    } else if (j >= fresh.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push(gone(old[i++] ?? ""));
    } else lines.push(come(fresh[j++] ?? ""));
  }
  return lines;
}

/** How many lines the rests of both have in common, from each pair of places on. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const table = Array.from({length: old.length + 1}, () =>
    new Array<number>(fresh.length + 1).fill(0),
  );
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] =
        old[i] === fresh[j]
          ? (table[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}
