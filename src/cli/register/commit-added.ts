import {PmTalkError} from "../../core/errors.ts";
import {commitFiles} from "../../workspace/git/git.ts";
import {type Input, isOn} from "../command.ts";
import type {Context} from "../context.ts";
import type {Opened} from "../open.ts";
import {writeResult} from "../streams.ts";

/** Files that are on the disk, and what is said of them. */
export interface Added {
  /** Relative to the workspace. */
  files: string[];
  /** One line for the commit; it names no person. */
  message: string;
  said: string;
}

/** Commits exactly these files where that is wanted, and returns the commit; null where it is not. */
export async function commitAdded(
  {files, message, said}: Added,
  input: Input,
  {workspace}: Opened,
  context: Context,
): Promise<string | null> {
  if (!isOn(input.flags, "commit") && !workspace.config.commit) return null;
  try {
    const options = {cwd: context.cwd, env: context.env};
    return (await commitFiles(workspace.root, files, message, options)).commit;
  } catch (error) {
    // The file is safe on disk: say so before the reason why it is not committed yet.
    if (!input.global.json) await writeResult(context, said);
    if (!input.global.json || !(error instanceof PmTalkError)) throw error;
    throw new PmTalkError(error.code, `Saved ${files.join(" and ")}. ${error.message}`, error.hint);
  }
}
