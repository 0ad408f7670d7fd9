import {realpathSync} from "node:fs";
import {relative, resolve, sep} from "node:path";
import {PmTalkError} from "../core/errors.ts";
import type {Cause} from "./commit-causes.ts";
import {quote} from "./shell-words.ts";

/** What was to be committed, and from where. */
export interface Attempt {
  root: string;
  /** Relative to `root`, with `/`. */
  files: readonly string[];
  message: string;
  /** Where the user is. */
  cwd: string;
  /** Top folder of the work tree; null while it is not known. */
  top: string | null;
}

/**
 * The error for a commit that could not be made: the cause in one sentence and the commands that do it by
 * hand, for a POSIX shell in the user's folder.
 */
export function notCommitted(task: Attempt, cause: Cause): PmTalkError {
  const paths = task.files.map((file) => resolve(task.root, file));
  const here = task.top !== null && isWithin(task.cwd, task.top);
  const from = here ? task.cwd : task.root;
  const git = here ? "git" : `git -C ${quote(task.root)}`;
  const shown = paths.map((path) => quote(relative(realpath(from), realpath(path)))).join(" ");
  const add = cause.force === true ? "add --force" : "add";
  const commands = [
    ...(cause.first ?? []),
    `${add} -- ${shown}`,
    `commit -m ${quote(task.message)} -- ${shown}`,
  ];
  const hint = [cause.then, ...commands.map((command) => `  ${git} ${command}`)].join("\n");
  return new PmTalkError("not-written", `Not committed: ${cause.why}.`, hint);
}

function isWithin(folder: string, top: string): boolean {
  const path = realpath(folder);
  return path === realpath(top) || path.startsWith(realpath(top) + sep);
}

function realpath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
