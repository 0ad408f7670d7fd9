import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {flattenSpace} from "../../core/text.ts";

/** Signs; a longer message says no more, and git takes no argument of any length. */
const longest = 200;

/**
 * One line of printable text, so that a name cannot forge a trailer or a second paragraph, nor turn a log
 * around on the screen.
 */
export function commitLine(message: string): string {
  const line = flattenSpace(
    message.replace(
      /[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g,
      " ",
    ),
  );
  const signs = Array.from(line.toWellFormed());
  if (signs.length === 0) return "Customer conversations";
  return signs.length <= longest ? signs.join("") : `${signs.slice(0, longest - 1).join("")}…`;
}

/** Messages that git keeps for the user's next commit, and throws away with any commit that is made. */
const prepared = ["MERGE_MSG", "SQUASH_MSG", "COMMIT_EDITMSG"];

/** Runs `action`, and puts back the messages that wait for a commit of the user's own. */
export async function keepPreparedMessages<Result>(
  gitDir: string,
  action: () => Promise<Result>,
): Promise<Result> {
  const kept = prepared.flatMap((name) => {
    const path = join(gitDir, name);
    const bytes = bytesOf(path);
    return bytes === null ? [] : [{path, bytes}];
  });
  try {
    return await action();
  } finally {
    for (const {path, bytes} of kept) putBack(path, bytes);
  }
}

function putBack(path: string, bytes: Buffer): void {
  try {
    if (bytesOf(path)?.equals(bytes) !== true) writeFileSync(path, bytes);
  } catch {
    // A convenience of git's; the commit is what counts.
  }
}

/** Null where there is none, or none that can be read. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
