import {PmTalkError} from "../core/errors.ts";
import {commitFiles} from "../workspace/git/git.ts";
import {type Input, isOn} from "./command.ts";
import type {Context} from "./context.ts";
import type {Opened} from "./open.ts";
import {writeResult} from "./streams.ts";

/** Files that are on the disk, and how that is told. */
export interface SavedFiles {
  /** Relative to the workspace. */
  files: string[];
  /** One line for the commit; it names no person. */
  message: string;
  /** What is printed of them, with its line ends. */
  said: string;
  /** The same as a sentence for the JSON of an error; without it the files are named. */
  inBrief?: string;
}

/**
 * Commits exactly these files where --commit or the settings want it, and returns the commit; null where they
 * do not. What keeps git from it is thrown, once it is said that the files are safe on the disk.
 */
export async function commitSaved(
  {files, message, said, inBrief}: SavedFiles,
  {flags, global}: Input,
  {workspace}: Opened,
  context: Context,
): Promise<string | null> {
  if (!isOn(flags, "commit") && !workspace.config.commit) return null;
  try {
    const {cwd, env, onInterrupt} = context;
    const options = {cwd, env, onInterrupt};
    return (await commitFiles(workspace.root, files, message, options)).commit;
  } catch (error) {
    if (!global.json) await writeResult(context, said);
    if (!global.json || !(error instanceof PmTalkError)) throw error;
    const saved = inBrief ?? `Saved ${files.join(" and ")}.`;
    throw new PmTalkError(error.code, `${saved} ${error.message}`, error.hint);
  }
}
