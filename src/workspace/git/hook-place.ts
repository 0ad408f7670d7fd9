import {existsSync, realpathSync} from "node:fs";
import {basename, dirname, join, relative, resolve, sep} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {bare, noRepository} from "./commit-causes.ts";
import {type Environment, readWithGit} from "./run-git.ts";

/** Where a repository keeps the hook that runs before a commit. */
export interface HookPlace {
  /** Absolute; for people, and for `lies`. */
  file: string;
  /** Top folder of the work tree, in which git runs the hook. */
  top: string;
  /** The workspace as seen from there, with `/`; `.` for the top folder itself. */
  workspace: string;
  /** Whether the hook belongs to this repository alone; one that others run too is not ours to change. */
  own: boolean;
}

/**
 * The pre-commit hook of the repository around the workspace `root`, which need not exist yet. Knows
 * core.hooksPath, worktrees (which share their hooks), submodules, and husky, whose own folder only leads to
 * the hooks beside it. Throws `usage` where there is no work tree.
 */
export async function findHookPlace(root: string, env: Environment): Promise<HookPlace> {
  const {existing, rest} = existingPart(root);
  const ask = ["rev-parse", "--is-inside-work-tree", "--show-toplevel"];
  const asked = await readWithGit(existing, ask, env);
  if (asked.code !== 0 || !asked.stdout.startsWith("true")) {
    const {why} = asked.code === 0 ? bare : noRepository(asked);
    throw new PmTalkError("usage", `No place for a hook: ${why}.`, "Without one:  pm-talk init");
  }
  const top = realpathSync(asked.stdout.replace(/^true\r?\n|\r?\n$/g, ""));
  const folder = await pathIn(top, ["--git-path", "hooks"], env);
  const inRepository = [top, await pathIn(top, ["--git-common-dir"], env)];
  const hooks = isHusky(folder) ? dirname(folder) : folder;
  return {
    file: join(hooks, "pre-commit"),
    top,
    workspace: relative(top, join(existing, rest)).split(sep).join("/") || ".",
    own: inRepository.some((place) => hooks.startsWith(place + sep)),
  };
}

/** Its folder `_` is written anew with every install, and calls the hooks in the folder above. */
function isHusky(folder: string): boolean {
  return basename(folder) === "_" && basename(dirname(folder)) === ".husky";
}

async function pathIn(top: string, asked: string[], env: Environment): Promise<string> {
  const {stdout} = await readWithGit(top, ["rev-parse", ...asked], env);
  return followed(resolve(top, stdout.replace(/\r?\n$/, "")));
}

/** The path with the links in it followed, as far as it exists. */
function followed(path: string): string {
  const {existing, rest} = existingPart(path);
  return join(existing, rest);
}

/** The nearest folder that exists, without links, and what follows it. */
export function existingPart(path: string): {existing: string; rest: string} {
  let folder = resolve(path);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return {existing: realpathSync(folder), rest: relative(folder, resolve(path))};
}
