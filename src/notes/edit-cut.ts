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

/**
 * Takes out the lines that a stretch touches. Comments in them stay: behind a key, with the key (`keep` is
 * where its colon ends), elsewhere on a line of their own. So no remark is lost with what it stood at.
 */
export function cutLines(
  text: string,
  stretch: Stretch,
  comments: readonly Stretch[],
  keep: number | null,
): string {
  const lines = wholeLines(text, stretch);
  let kept = "";
  for (let start = lines.start; start < lines.end;) {
    const end = wholeLines(text, {start, end: start}).end;
    kept += keptOf(text, {start, end}, comments, keep);
    start = end;
  }
  return splice(text, lines, kept);
}

function keptOf(
  text: string,
  line: Stretch,
  comments: readonly Stretch[],
  keep: number | null,
): string {
  const comment = comments.find(({start}) => start >= line.start && start < line.end);
  if (comment === undefined) return "";
  if (keep !== null && keep > line.start && keep <= line.end) {
    // The white space before the comment is the user's too; one blank must be there.
    const space = /\s*$/.exec(text.slice(keep, comment.start))?.[0] ?? "";
    return text.slice(line.start, keep) + (space || " ") + text.slice(comment.start, line.end);
  }
  const indent = /^[ \t]*/.exec(text.slice(line.start, comment.start))?.[0] ?? "";
  return indent + text.slice(comment.start, line.end);
}
