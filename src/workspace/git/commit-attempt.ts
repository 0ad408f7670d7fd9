import {lstatSync} from "node:fs";
import {join} from "node:path";
import {
  announce,
  flagAgain,
  GitRefusal,
  type OwnEntry,
  printed,
  scopeOf,
  unskip,
  withPaths,
} from "./commit-entries.ts";
import {conflictIn} from "./commit-causes.ts";
import {namesInIndex} from "./commit-names.ts";
import type {CommitTask} from "./commit-ready.ts";
import {notCommitted} from "./commit-refusal.ts";
import {assertOwnCommit, settleEntries} from "./commit-verify.ts";
import {readWithGit} from "./run-git.ts";

export interface Committed {
  commit: string;
  /** Null on a detached HEAD: the commit is on no branch yet. */
  branch: string | null;
}

/**
 * One attempt. Nothing is staged beforehand: new files are only announced to the index (commit knows no
 * untracked ones), and `git commit --only` takes all of them from the disk while it holds git's locks. Throws
 * GitRefusal when git refuses, `not-written` when a hook made another commit of it; the caller restores what
 * the index held `before`.
 */
export async function addAndCommit(
  task: CommitTask,
  before: readonly OwnEntry[],
): Promise<Committed> {
  // Git would commit the file with its conflict marks, and call it resolved.
  const torn = before.find(({stage}) => stage !== "0");
  if (torn !== undefined) throw await notCommitted(task, conflictIn(torn.file));
  const known = new Set(before.map(({file}) => file));
  const present = task.files.filter((file) => isThere(task, file));
  await announce(
    task,
    present.filter((file) => !known.has(file)),
  );
  await unskip(task, before);
  const gone = task.files.filter((file) => !present.includes(file));
  const names = [...(await namesInIndex(task, present)), ...(await knownTo(task, before, gone))];
  const commit = await commitOnly(task, names);
  await assertOwnCommit(task, commit, names);
  await settleEntries(task, commit, names);
  await flagAgain(task, before);
  return {commit, branch: await branchOf(task)};
}

function isThere({root}: CommitTask, file: string): boolean {
  try {
    return lstatSync(join(root, file), {throwIfNoEntry: false}) !== undefined;
  } catch {
    // A part of its path is no folder any more.
    return false;
  }
}

/** Of files that are gone, those that the index or the last commit still has. */
async function knownTo(
  task: CommitTask,
  before: readonly OwnEntry[],
  gone: readonly string[],
): Promise<string[]> {
  if (gone.length === 0) return [];
  const known = new Set(before.map(({file}) => file));
  for (const {file} of await inHead(task, gone)) known.add(file);
  return gone.filter((file) => known.has(file));
}

/** These files as the last commit has them; none before the first one. */
async function inHead(
  task: CommitTask,
  files: readonly string[],
): Promise<{file: string; object: string}[]> {
  const args = ["ls-tree", "-r", "-z", "HEAD", "--", ...scopeOf(files)];
  const {stdout} = await readWithGit(task.root, args, task.env);
  const wanted = new Set(files);
  return stdout.split("\0").flatMap((record) => {
    const [, object = "", file = ""] = /^\d+ \w+ ([0-9a-f]+)\t([^]+)$/.exec(record) ?? [];
    return wanted.has(file) ? [{file, object}] : [];
  });
}

/** The name of the new commit. Another one may be on top of it already, so HEAD does not tell. */
async function commitOnly(task: CommitTask, names: readonly string[]): Promise<string> {
  const args = ["commit", "--only", "--cleanup=whitespace", `--message=${task.message}`];
  // Without a path it would commit whatever is staged.
  if (names.length === 0) throw new GitRefusal({code: 1, stdout: "nothing to commit", stderr: ""});
  if (task.ended.aborted) throw new GitRefusal({code: 128, stdout: "interrupted", stderr: ""});
  const result = await withPaths(task, args, names, task.ended);
  if (result.code !== 0) throw new GitRefusal(result);
  const short = /^\[.+? ([0-9a-f]{4,64})\]/m.exec(result.stdout)?.[1] ?? "HEAD";
  return (await printed(task, ["rev-parse", "--verify", `${short}^{commit}`])).trim();
}

/**
 * The last commit, when it holds all of our files as they are on the disk, and none of those that are gone;
 * else null. Contents are compared: a file that git was told to pass over looks clean to `git status`.
 */
export async function committedAlready(task: CommitTask): Promise<Committed | null> {
  const held = new Map((await inHead(task, task.files)).map(({file, object}) => [file, object]));
  for (const file of task.files) {
    const object = isThere(task, file) ? await objectOf(task, file) : undefined;
    if (held.get(file) !== object) return null;
  }
  const {code, stdout} = await readWithGit(task.root, ["rev-parse", "HEAD"], task.env);
  return code === 0 ? {commit: stdout.trim(), branch: await branchOf(task)} : null;
}

async function objectOf({root, env}: CommitTask, file: string): Promise<string> {
  return (await readWithGit(root, ["hash-object", "--", file], env)).stdout.trim();
}

async function branchOf({root, env}: CommitTask): Promise<string | null> {
  const {code, stdout} = await readWithGit(root, ["symbolic-ref", "--short", "-q", "HEAD"], env);
  return code === 0 ? stdout.trim() : null;
}
