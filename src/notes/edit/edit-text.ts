import {PmTalkError} from "../../core/errors.ts";
import {findFences} from "../front-matter/front-matter-fence.ts";

/** A file's text as it stands on the disk, cut at its front matter; the three parts joined are the text. */
export interface Parted {
  /** A byte order mark, if there is one, and the opening fence with its line end. */
  head: string;
  /** The YAML, each line with its own line end. */
  block: string;
  /** The closing fence and the body. */
  tail: string;
}

const byteOrderMark = "\uFEFF";

/** Cuts a text at its fences. Throws `not-written` where the front matter has none, or wrong ones. */
export function partText(text: string): Parted {
  const mark = text.startsWith(byteOrderMark) ? 1 : 0;
  const source = text.slice(mark);
  const fences = findFences(source);
  if ("fault" in fences) throw unreadable(fences.fault.message);
  const start = source.indexOf("\n") + 1;
  const close = source.lastIndexOf("\n", Math.max(0, fences.end - 1)) + 1;
  return {
    head: text.slice(0, mark + start),
    block: source.slice(start, close),
    tail: source.slice(close),
  };
}

/** The text as the reader sees it: without a byte order mark, lines ended by `\n`. */
export function asRead(text: string): string {
  return (text.startsWith(byteOrderMark) ? text.slice(1) : text).replaceAll("\r\n", "\n");
}

/** One line of a text and the signs that end it; the last line of a text may have none. */
export interface TextLine {
  text: string;
  end: string;
}

/** All lines of a text, at the line ends that the reader knows; joined again they are the text. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let at = 0;
  for (const match of text.matchAll(/\r\n?|\n/g)) {
    lines.push({text: text.slice(at, match.index), end: match[0]});
    at = match.index + match[0].length;
  }
  if (at < text.length) lines.push({text: text.slice(at), end: ""});
  return lines;
}

/** The text that these lines are, to the byte. */
export function joinLines(lines: readonly TextLine[]): string {
  return lines.map(({text, end}) => text + end).join("");
}

/** The line end that a line added next to this place should have: that of the nearest line before it. */
export function lineEndAt(text: string, at: number): string {
  const before = text.lastIndexOf("\n", at - 1);
  const near = before < 0 ? text.indexOf("\n", at) : before;
  return near > 0 && text[near - 1] === "\r" ? "\r\n" : "\n";
}

/** What stops an edit before it begins: nothing is rewritten that cannot be read. */
export function unreadable(reason: string): PmTalkError {
  return new PmTalkError(
    "not-written",
    `Not written: the file cannot be read: ${reason}.`,
    "pm-talk check     says where, and what would be right",
  );
}
