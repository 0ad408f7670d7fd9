const spaces = /\s*/y;
const angled = /<(?:[^\\<>\n]|\\.)*>/y;
const title = /\s+(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\))/y;
const structural = /[()\s]|\\[^]/g;
/** A bare target with nothing in it that needs a closer look; it ends before the next bracket of any kind. */
const simple = /[^()\s\\<]*(?=\))/y;

/**
 * Finds where the target of a link ends, behind its `)`, by the place of its `(`; -1 where what follows is
 * no link target. The brackets of a line are paired once, so that a long run of half-written links does
 * not walk the rest of the line again for each.
 */
export function linkEndFinder(source: string): (open: number) => number {
  let ends: Map<number, number> | null = null;
  return (open) => {
    const start = match(spaces, source, open + 1);
    let target: number;
    if (source[start] === "<") target = match(angled, source, start);
    else if (start > open + 1) target = bareEnd(source, start);
    else target = match(simple, source, start);
    if (target < 0 && start === open + 1 && source[start] !== "<") {
      target = (ends ??= pairBrackets(source)).get(open) ?? -1;
    }
    if (target < 0) return -1;
    const titled = match(title, source, target);
    const end = match(spaces, source, titled < 0 ? target : titled);
    return source[end] === ")" ? end + 1 : -1;
  };
}

/**
 * For each `(` the place of the `)` that closes it or of the white space before which it has nothing
 * open inside: a bare target holds no space, and brackets in pairs only.
 */
function pairBrackets(source: string): Map<number, number> {
  const ends = new Map<number, number>();
  let opens: number[] = [];
  // Left behind by the walk through another line.
  structural.lastIndex = 0;
  for (const {0: sign, index} of source.matchAll(structural)) {
    if (sign === "(") opens.push(index);
    else if (!sign.startsWith("\\")) {
      const open = opens.pop();
      if (open !== undefined) ends.set(open, index);
      if (sign !== ")") opens = [];
    }
  }
  return ends;
}

/** Where a target ends that has white space before it: at the next one, or its closing bracket. */
function bareEnd(source: string, start: number): number {
  let depth = 0;
  structural.lastIndex = start;
  for (let found = structural.exec(source); found !== null; found = structural.exec(source)) {
    const sign = found[0];
    if (sign === "(") depth++;
    if (sign === ")" && --depth < 0) return found.index;
    if (sign.trim() === "") return depth === 0 ? found.index : -1;
  }
  return -1;
}

function match(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : -1;
}
