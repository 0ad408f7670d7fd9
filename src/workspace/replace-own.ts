import {dirname} from "node:path";
import {PmTalkError} from "../core/errors.ts";
import {createFile, replaceFile} from "./create-file.ts";
import {isThere, readGiven} from "./given-files.ts";

/** A file that pm-talk writes again and again, such as a report. */
export interface OwnFile {
  /** Absolute. */
  path: string;
  /** As the user named it. */
  name: string;
  text: string;
  /** By what pm-talk knows a file that it wrote. */
  mark: RegExp;
  /** Also replace a file of somebody else. */
  force: boolean;
}

/**
 * Writes a file, new or in place of one that bears the mark; one that would not change is left alone.
 * Throws `usage` for a file that somebody else wrote, unless forced, `not-written` when the disk refuses.
 */
export async function writeOwn({path, name, text, mark, force}: OwnFile): Promise<void> {
  // A reports folder may be a link: the file belongs to its folder, wherever that lies.
  const root = dirname(path);
  if (!isThere(path)) return await createFile(path, text, root);
  const bytes = readGiven(path);
  if (bytes === null)
    throw new PmTalkError("not-written", `${name} is there and cannot be read.`, "Another name?");
  const before = Buffer.from(bytes).toString("utf8");
  if (before === text) return;
  if (!force && before.trim() !== "" && !mark.test(before)) {
    throw new PmTalkError(
      "usage",
      `${name} exists, and pm-talk did not write it.`,
      "Another name, or --force to write over it.",
    );
  }
  await replaceFile(path, text, {before, root});
}
