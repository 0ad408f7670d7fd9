const spaces = /\s*/y;
const angled = /<(?:[^\\<>\n]|\\.)*>/y;
const title = /\s+(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\))/y;
const structural = /[()\s]|\\[^]/g;
/** CommonMark's readers stop here too; it keeps a run of half-written links linear. */
const deepest = 32;

/**
 * Where the target of a link ends, behind its `)`: `open` is the place of the `(`. -1 where what follows
 * is no link target.
 */
export function findLinkEnd(source: string, open: number): number {
  const start = match(spaces, source, open + 1);
  const target = source[start] === "<" ? match(angled, source, start) : bareEnd(source, start);
  if (target < 0) return -1;
  const titled = match(title, source, target);
  const end = match(spaces, source, titled < 0 ? target : titled);
  return source[end] === ")" ? end + 1 : -1;
}

function bareEnd(source: string, start: number): number {
  let depth = 0;
  structural.lastIndex = start;
  for (let found = structural.exec(source); found !== null; found = structural.exec(source)) {
    const sign = found[0];
    if (sign === "(" && ++depth > deepest) return -1;
    if (sign === ")" && --depth < 0) return found.index;
    if (sign.trim() === "") return depth === 0 ? found.index : -1;
  }
  return -1;
}

function match(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : -1;
}
