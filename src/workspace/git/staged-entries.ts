import {realpathSync} from "node:fs";
import {resolve} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {noRepository} from "./commit-causes.ts";
import {type Environment, type GitResult, readForHook} from "./run-git.ts";

/** One path of git's index. */
export interface StagedEntry {
  /** Relative to the workspace, with `/`. */
  file: string;
  /** As git writes it: `100644` a file, `100755` a program, `120000` a link, `160000` a submodule. */
  mode: string;
  /** The object that holds its content. */
  object: string;
  /** Two sides of a conflict stand there in place of one content. */
  unmerged: boolean;
}

/** Where git is asked: the folder and the environment, cleared of what depends on the current folder. */
export interface Repository {
  root: string;
  env: Environment;
}

/**
 * The repository that `check --staged` reads. A hook is told by GIT_DIR, GIT_WORK_TREE and GIT_INDEX_FILE which
 * one it runs for (`git commit -a` has an index of its own); everybody else means the one around `root`.
 * Throws `usage` when there is none.
 */
export async function stagedRepository(
  root: string,
  env: Environment,
  cwd: string,
): Promise<Repository> {
  const absolute = {...env};
  for (const name of ["GIT_DIR", "GIT_WORK_TREE"]) {
    const path = env[name];
    if (path !== undefined && path !== "") absolute[name] = resolve(cwd, path);
  }
  const told = absolute["GIT_DIR"] !== undefined && absolute["GIT_DIR"] !== "";
  const asked = await readForHook(told ? cwd : root, ["rev-parse", "--show-toplevel"], absolute);
  if (asked.code !== 0) throw unreadable(asked);
  // With GIT_DIR alone git takes any folder that it is run in for the top one.
  if (told) absolute["GIT_WORK_TREE"] = text(asked).replace(/\r?\n$/, "");
  return {root: realpathSync(root), env: absolute};
}

/** All entries of the index below the workspace, by path. Throws `usage` when git cannot say. */
export async function stagedEntries({root, env}: Repository): Promise<StagedEntry[]> {
  const listed = await readForHook(root, ["ls-files", "--stage", "-z", "--", "."], env);
  if (listed.code !== 0) throw unreadable(listed);
  const entries = new Map<string, StagedEntry>();
  for (const record of text(listed).split("\0")) {
    const match = /^(\d+) ([0-9a-f]+) (\d)\t([^]+)$/.exec(record);
    if (match === null) continue;
    const [, mode = "", object = "", stage, file = ""] = match;
    entries.set(file, {file, mode, object, unmerged: stage !== "0"});
  }
  return await withoutAnnounced([...entries.values()], {root, env});
}

/** What `git add -N` only announced will not be committed; it stands in the index as an empty file. */
async function withoutAnnounced(entries: StagedEntry[], at: Repository): Promise<StagedEntry[]> {
  const empty = await objectName("blob", at);
  if (!entries.some(({object, file}) => object === empty && /\.(md|yml)$/i.test(file))) {
    return entries;
  }
  const against = [
    "diff-index",
    "--cached",
    "--ita-invisible-in-index",
    await objectName("tree", at),
  ];
  const shown = ["--name-only", "--no-renames", "--relative", "-z", "--", "."];
  const listed = await readForHook(at.root, [...against, ...shown], at.env);
  if (listed.code !== 0) throw unreadable(listed);
  const staged = new Set(text(listed).split("\0"));
  return entries.filter(({file, object}) => object !== empty || staged.has(file));
}

/** The name of the empty object of a type, which depends on how the repository hashes. */
async function objectName(type: "blob" | "tree", {root, env}: Repository): Promise<string> {
  return text(await readForHook(root, ["hash-object", "-t", type, "--stdin"], env)).trim();
}

function text({stdout}: GitResult<Buffer>): string {
  return stdout.toString("utf8");
}

/** Why what is staged cannot be read, and what can be. */
export function unreadable({code, stdout, stderr}: GitResult<Buffer>): PmTalkError {
  const {why} = noRepository({code, stdout: stdout.toString("utf8"), stderr});
  return new PmTalkError(
    "usage",
    `What is staged cannot be read: ${why}.`,
    "What is on the disk:  pm-talk check",
  );
}
