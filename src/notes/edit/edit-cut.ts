import type {Stretch} from "./edit-yaml.ts";

/** A text with a stretch of it replaced. */
export function splice(text: string, {start, end}: Stretch, put: string): string {
  return text.slice(0, start) + put + text.slice(end);
}

/** The whole lines that a stretch touches, line end included. */
export function wholeLines(text: string, {start, end}: Stretch): Stretch {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  // A stretch may end with a line end of its own, as a block of text does.
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end;
  const close = text.indexOf("\n", last);
  return {start: from, end: close < 0 ? text.length : close + 1};
}

/** A key whose lines are taken out. */
export interface CutKey {
  /** Where its colon ends; null for none. */
  behindColon: number | null;
  /** The column to which its comments are moved, where they would be taken for something else. */
  moveTo: number | null;
}

/**
 * Takes out the lines that a stretch touches. Comments in them stay: one behind the key itself with the key,
 * the others on lines of their own. So no remark is lost with what it stood at. `key` is null where elements
 * of a list are taken out, and the key stays.
 */
export function cutLines(
  text: string,
  stretch: Stretch,
  comments: readonly Stretch[],
  key: CutKey | null,
): string {
  const lines = wholeLines(text, stretch);
  const first = wholeLines(text, {start: lines.start, end: lines.start});
  const behind = key?.behindColon ?? null;
  const keyStays = behind !== null && commentIn(first, comments) !== undefined;
  const moveTo = keyStays ? null : (key?.moveTo ?? null);
  const margin = moveTo === null ? null : " ".repeat(moveTo);
  let kept = "";
  for (let start = lines.start; start < lines.end;) {
    const end = wholeLines(text, {start, end: start}).end;
    const isKey = keyStays && start === lines.start;
    kept += isKey
      ? withoutValue(text, first, comments, behind)
      : commentAlone(text, {start, end}, comments, margin);
    start = end;
  }
  return splice(text, lines, kept);
}

function commentIn(line: Stretch, comments: readonly Stretch[]): Stretch | undefined {
  return comments.find(({start}) => start >= line.start && start < line.end);
}

/** The white space before the comment is the user's too; one blank must be there. */
function withoutValue(
  text: string,
  line: Stretch,
  comments: readonly Stretch[],
  behindColon: number,
): string {
  const start = commentIn(line, comments)?.start ?? line.end;
  const space = /\s*$/.exec(text.slice(behindColon, start))?.[0] ?? "";
  return text.slice(line.start, behindColon) + (space || " ") + text.slice(start, line.end);
}

function commentAlone(
  text: string,
  line: Stretch,
  comments: readonly Stretch[],
  margin: string | null,
): string {
  const comment = commentIn(line, comments);
  if (comment === undefined) return "";
  const indent = /^[ \t]*/.exec(text.slice(line.start, comment.start))?.[0] ?? "";
  return (margin ?? indent) + text.slice(comment.start, line.end);
}
