import {realpathSync} from "node:fs";
import {relative, resolve, sep} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import type {Cause} from "./commit-causes.ts";
import {type Environment, readWithGit} from "./run-git.ts";
import {quote} from "../shell-words.ts";

/** What was to be committed, and from where. */
export interface Attempt {
  root: string;
  /** Relative to `root`, with `/`. */
  files: readonly string[];
  message: string;
  /** Where the user is. */
  cwd: string;
  env: Environment;
  /** Top folder of the work tree; null while it is not known. */
  top: string | null;
  /** Some of the files lie outside a sparse checkout, so git adds them only on demand. */
  sparse?: boolean;
}

/** Beyond so many files the commands name their folders. */
const mostFiles = 20;

/**
 * The error for a commit that could not be made: the cause in one sentence and the commands that do it by
 * hand, for a POSIX shell in the user's folder.
 */
export async function notCommitted(task: Attempt, cause: Cause): Promise<PmTalkError> {
  const here = task.top !== null && (await isWorkTree(task.cwd, task.top, task.env));
  const git = here ? "git" : `git -C ${quote(task.root)}`;
  const shown = pathsFrom(here ? task.cwd : task.root, task)
    .map((path) => quote(asPathspec(path)))
    .join(" ");
  const flags = [
    ...(cause.force === true ? ["--force"] : []),
    ...(task.sparse === true ? ["--sparse"] : []),
  ];
  const commands = [
    ...(cause.first ?? []),
    ["add", ...flags, "--", shown].join(" "),
    `commit -m ${quote(task.message)} -- ${shown}`,
  ];
  const hint = [cause.then, ...commands.map((command) => `  ${git} ${command}`)].join("\n");
  return new PmTalkError("not-written", `Not committed: ${cause.why}.`, hint);
}

/** A submodule in the work tree is another one, where the commands would not do. */
async function isWorkTree(folder: string, top: string, env: Environment): Promise<boolean> {
  const {code, stdout} = await readWithGit(folder, ["rev-parse", "--show-toplevel"], env);
  return code === 0 && realpath(stdout.replace(/\r?\n$/, "")) === realpath(top);
}

function pathsFrom(folder: string, {root, files}: Attempt): string[] {
  const from = realpath(folder);
  const named = files.length > mostFiles ? foldersOf(files) : files;
  return named.map((file) => {
    const path = relative(from, resolve(realpath(root), file));
    return path.split(sep).join("/") || ".";
  });
}

function foldersOf(files: readonly string[]): string[] {
  return [...new Set(files.map((file) => file.split("/")[0] ?? file))];
}

/** Git reads a path as a pattern. */
function asPathspec(path: string): string {
  return /^:|[*?[\\]/.test(path) ? `:(literal)${path}` : path;
}

function realpath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
