import {linkEndFinder} from "./line-scan-links.ts";

/** A stretch of a line that is text whatever stands in it, or (a comment) no text at all. */
export interface Range {
  kind: "escape" | "code" | "link" | "wiki" | "autolink" | "comment";
  start: number;
  end: number;
}

/**
 * Signs that a backslash makes plain: ASCII punctuation as in Markdown, and the other signs that this
 * grammar gives a meaning to, for else they could not be written at all.
 */
export const escapable = /[!-/:-@[-`{-~（）：，“”„«»「」—–→]/;

const interesting = /[\\`[\]<]/g;
const autolink = /<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>/iy;

/** Stretches in order, none inside another; in linear time whatever the line holds. */
export function findRanges(source: string): Range[] {
  const ranges: Range[] = [];
  const opens: number[] = [];
  const finders: Finders = {
    code: codeFinder(source),
    wiki: closeFinder(source, "]]"),
    comment: closeFinder(source, "-->"),
    link: linkEndFinder(source),
  };
  let at = nextSign(source, 0);
  while (at < source.length) {
    const range = readRange(source, at, opens, finders);
    if (range !== null) {
      // A link holds what was found inside its text.
      while ((ranges.at(-1)?.start ?? -1) >= range.start) ranges.pop();
      ranges.push(range);
    }
    at = nextSign(source, range === null ? signEnd(source, at) : range.end);
  }
  return ranges;
}

interface Finders {
  code: (start: number, length: number) => number;
  wiki: (from: number) => number;
  comment: (from: number) => number;
  link: (open: number) => number;
}

function readRange(source: string, at: number, opens: number[], finders: Finders): Range | null {
  switch (source[at] ?? "") {
    case "\\":
      return readEscapes(source, at);
    case "`": {
      const length = signEnd(source, at) - at;
      const close = finders.code(at + length, length);
      return close < 0 ? null : {kind: "code", start: at, end: close + length};
    }
    case "[":
      return readWiki(source, at, opens, finders.wiki);
    case "]":
      return readLink(source, at, opens, finders.link);
    default:
      return readAngle(source, at, finders.comment);
  }
}

/** One backslash with its sign, or a run of them: a long line of backslashes is one range. */
function readEscapes(source: string, at: number): Range | null {
  let end = at;
  while (source[end] === "\\" && escapable.test(source[end + 1] ?? "")) end += 2;
  return end === at ? null : {kind: "escape", start: at, end};
}

function readWiki(
  source: string,
  at: number,
  opens: number[],
  findEnd: (from: number) => number,
): Range | null {
  if (source[at + 1] === "[") {
    const close = findEnd(at + 2);
    const inner = source.indexOf("[", at + 2);
    if (close > at + 2 && (inner < 0 || inner > close)) {
      return {kind: "wiki", start: at, end: close + 2};
    }
  }
  opens.push(at);
  return null;
}

function readLink(
  source: string,
  at: number,
  opens: number[],
  findEnd: (open: number) => number,
): Range | null {
  const open = opens.pop();
  if (open === undefined || source[at + 1] !== "(") return null;
  const end = findEnd(at + 1);
  return end < 0 ? null : {kind: "link", start: open, end};
}

function readAngle(
  source: string,
  at: number,
  findCommentEnd: (from: number) => number,
): Range | null {
  if (source.startsWith("<!--", at)) {
    // `<!-->` is a whole comment.
    const close = findCommentEnd(at + 2);
    return close < 0 ? null : {kind: "comment", start: at, end: close + 3};
  }
  autolink.lastIndex = at;
  return autolink.test(source) ? {kind: "autolink", start: at, end: autolink.lastIndex} : null;
}

function nextSign(source: string, from: number): number {
  interesting.lastIndex = from;
  return interesting.exec(source)?.index ?? source.length;
}

/** Backticks count by the run, every other sign by itself. */
function signEnd(source: string, at: number): number {
  let end = at + 1;
  if (source[at] === "`") while (source[end] === "`") end++;
  return end;
}

/** Finds the next `mark` from a place; places must not decrease, and the whole line is walked once. */
function closeFinder(source: string, mark: string): (from: number) => number {
  let found = -2;
  return (from) => {
    if (found === -2 || (found >= 0 && found < from)) found = source.indexOf(mark, from);
    return found;
  };
}

/** Finds the next run of exactly `length` backticks from a place; places must not decrease. */
function codeFinder(source: string): Finders["code"] {
  let runs: Map<number, number[]> | null = null;
  return (from, length) => {
    runs ??= backtickRuns(source);
    const starts = runs.get(length);
    if (starts === undefined) return -1;
    // Reversed, so that runs already passed are dropped from the end.
    while ((starts.at(-1) ?? from) < from) starts.pop();
    return starts.at(-1) ?? -1;
  };
}

function backtickRuns(source: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const match of source.matchAll(/`+/g)) {
    const starts = runs.get(match[0].length) ?? [];
    starts.push(match.index);
    runs.set(match[0].length, starts);
  }
  for (const starts of runs.values()) starts.reverse();
  return runs;
}
