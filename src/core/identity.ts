import {foldName} from "./text.ts";

/** The six characters that `log` and `decide` end an id with; no i, l, o, u, so that none is misread. */
const suffixPattern = /-([0-9a-hjkmnp-tv-z]{6})$/;

/** Letters and digits of which id suffixes are made. */
export const suffixAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Two ids are one when this is equal. */
export function foldId(id: string): string {
  return foldName(id);
}

/** What reports print of an id: its last six characters where pm-talk made them, else all of it. */
export function shortId(id: string): string {
  return suffixPattern.exec(id)?.[1] ?? id;
}

/** The id of the file at this path: its name without the ending. */
export function idOfFile(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
}
