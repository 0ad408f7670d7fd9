import {dirname} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {createFile, replaceFile} from "./create-file.ts";
import {readGiven, whatIsAt} from "../given-files.ts";

/** A file that pm-talk writes again and again, such as a report. */
export interface OwnFile {
  /** Absolute. */
  path: string;
  /** As the user named it. */
  name: string;
  text: string;
  /** Whether pm-talk wrote the file that has this text. */
  isOwn: (text: string) => boolean;
  /** Also replace a file of somebody else. */
  force: boolean;
}

/**
 * Writes a file, new or in place of one that pm-talk wrote; one that would not change is left alone, and the
 * answer is `same`. Throws `usage` for a file that somebody else wrote, unless forced, `not-written` when
 * the disk refuses.
 */
export async function writeOwn(file: OwnFile): Promise<"written" | "same"> {
  const {path, text} = file;
  // A reports folder may be a link: the file belongs to its folder, wherever that lies.
  const root = dirname(path);
  const before = textBefore(file);
  if (before === null) await createFile(path, text, root);
  else if (sameText(before, text)) return "same";
  // Bytes that are no text cannot be compared with what was read, and force does not ask what they were.
  else await replaceFile(path, text, file.force ? {root} : {before, root});
  return "written";
}

/**
 * The text that the file has now; null where there is none yet. Throws `usage` where somebody else wrote it,
 * unless forced, `not-written` where it cannot be read or is no file at all.
 */
export function textBefore({path, name, isOwn, force}: Omit<OwnFile, "text">): string | null {
  const found = whatIsAt(path);
  if (found === "nothing") return null;
  if (found !== "file") throw noFile(name, found);
  const bytes = readGiven(path);
  if (bytes === null)
    throw new PmTalkError("not-written", `${name} is there and cannot be read.`, "Another name?");
  const before = Buffer.from(bytes).toString("utf8");
  if (force || before.trim() === "" || isOwn(before)) return before;
  throw new PmTalkError(
    "usage",
    `${name} exists, and pm-talk did not write it.`,
    "Another name, or --force to write over it.",
  );
}

function noFile(name: string, found: "folder" | "special"): PmTalkError {
  return found === "folder"
    ? new PmTalkError("not-written", `${name} is a folder.`, "Name a file in it.")
    : new PmTalkError("not-written", `${name} is no file that could be replaced.`, "Another name?");
}

/** Git may have turned the line ends on the way: that is no change. */
function sameText(a: string, b: string): boolean {
  return a.replaceAll("\r\n", "\n") === b.replaceAll("\r\n", "\n");
}
