import {setTimeout as sleep} from "node:timers/promises";
import type {CommitTask} from "./commit-ready.ts";
import {type GitResult, readWithGit, writeWithGit} from "./run-git.ts";

/** Git refused to do something on the way to a commit. */
export class GitRefusal extends Error {
  readonly result: GitResult;

  constructor(result: GitResult) {
    super(result.stderr);
    this.result = result;
  }
}

/** One of our files in git's index. */
export interface OwnEntry {
  /** Relative to the workspace, with `/`. */
  file: string;
  mode: string;
  object: string;
  stage: string;
  /** Flags with which a user keeps git from looking at the file. */
  assumed: boolean;
  skipped: boolean;
}

/** Up to so many paths stand on a command line; beyond, everything is listed and picked from. */
const mostPaths = 100;

/** Paths for a git command that only lists: the files, or all where they are many. */
export function scopeOf(files: readonly string[]): string[] {
  return files.length > mostPaths ? ["."] : [...files];
}

/** What git prints, when it does what it is asked. Throws GitRefusal. */
export async function printed({root, env}: CommitTask, args: readonly string[]): Promise<string> {
  const result = await readWithGit(root, args, env);
  if (result.code !== 0) throw new GitRefusal(result);
  return result.stdout;
}

/** Our files in the index as it is now. Throws GitRefusal. */
export async function ownEntries(task: CommitTask): Promise<OwnEntry[]> {
  const own = new Set([...task.files, ...task.respelt]);
  const args = ["ls-files", "--stage", "-v", "-z", "--", ...scopeOf([...own])];
  return (await printed(task, args)).split("\0").flatMap((record) => {
    const match = /^(\S) (\d+) ([0-9a-f]+) (\d)\t([^]+)$/.exec(record);
    const [, tag = "", mode = "", object = "", stage = "", file = ""] = match ?? [];
    if (match === null || !own.has(file)) return [];
    const assumed = tag !== tag.toUpperCase();
    return [{file, mode, object, stage, assumed, skipped: tag.toUpperCase() === "S"}];
  });
}

/** Makes our entries of the index what they were before, and waits for its lock if need be. Never throws. */
export async function restoreEntries(task: CommitTask, before: readonly OwnEntry[]): Promise<void> {
  const now = await ownEntries(task).catch(() => null);
  if (now === null) return;
  const wanted = new Set(before.map(nameOf));
  const there = new Set(now.map(nameOf));
  const changed = new Set(
    [...before, ...now]
      .filter((entry) => !wanted.has(nameOf(entry)) || !there.has(nameOf(entry)))
      .map(({file}) => file),
  );
  await removeEntries(
    task,
    [...changed].filter((file) => now.some((entry) => entry.file === file)),
  );
  await setEntries(
    task,
    before.filter(({file}) => changed.has(file)),
  );
  await flagAgain(task, before);
}

function nameOf({file, mode, object, stage}: OwnEntry): string {
  return [mode, object, stage, file].join(" ");
}

async function removeEntries(task: CommitTask, files: readonly string[]): Promise<void> {
  await updateIndex(task, ["--force-remove", "-z", "--stdin"], files);
}

/** The empty file, by either of git's ways to name objects: what an announced file stands for. */
const empty =
  /^(?:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391|473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813)$/;

/** Whether an entry was made by `git add -N`, as no note is empty. */
export function isAnnounced(object: string): boolean {
  return empty.test(object);
}

async function setEntries(task: CommitTask, entries: readonly OwnEntry[]): Promise<void> {
  const announced = entries.filter(({object}) => isAnnounced(object)).map(({file}) => file);
  const others = entries.filter(({object}) => !isAnnounced(object));
  await indexEntries(
    task,
    others.map(
      ({file, ...entry}) => `${entry.mode} ${entry.object} ${entry.stage}\t${task.prefix}${file}`,
    ),
  );
  if (announced.length > 0) await announce(task, announced).catch(() => undefined);
}

/** Sets entries of the index from lines as `git ls-files --stage` or `git ls-tree` print them. */
export async function indexEntries(task: CommitTask, lines: readonly string[]): Promise<void> {
  await updateIndex(task, ["-z", "--index-info"], lines);
}

/** Announces new files to the index, so that a commit can name them. Throws GitRefusal. */
export async function announce(task: CommitTask, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const result = await withPaths(task, ["add", "-N"], files);
  if (result.code === 0) return;
  // Files outside a sparse checkout are added only on demand.
  if (!/sparse-checkout/.test(result.stderr)) throw new GitRefusal(result);
  task.sparse = true;
  const again = await withPaths(task, ["add", "-N", "--sparse"], files);
  if (again.code !== 0) throw new GitRefusal(again);
}

/** Takes the flag away with which git passes over our files; `flagAgain` sets it again. */
export async function unskip(task: CommitTask, entries: readonly OwnEntry[]): Promise<void> {
  const skipped = entries.filter((entry) => entry.skipped).map(({file}) => file);
  await updateIndex(task, ["--no-skip-worktree", "-z", "--stdin"], skipped);
}

/** Sets the user's flags again on entries that had them. */
export async function flagAgain(task: CommitTask, before: readonly OwnEntry[]): Promise<void> {
  const flagged = before.filter(({assumed, skipped}) => assumed || skipped);
  if (flagged.length === 0) return;
  const now = new Set((await ownEntries(task).catch(() => [])).map(({file}) => file));
  const left = flagged.filter(({file}) => now.has(file));
  for (const [flag, has] of [
    ["skipped", "--skip-worktree"],
    ["assumed", "--assume-unchanged"],
  ] as const) {
    const files = left.filter((entry) => entry[flag]).map(({file}) => file);
    await updateIndex(task, [has, "-z", "--stdin"], files);
  }
}

/** Runs a git command that writes on files of any number and name, until it is done or `ended`. */
export function withPaths(
  {root, env}: CommitTask,
  args: readonly string[],
  files: readonly string[],
  ended?: AbortSignal,
): Promise<GitResult> {
  const paths = files.map((file) => `:(literal)${file}`);
  if (files.length <= mostPaths)
    return writeWithGit(root, [...args, "--", ...paths], env, {input: "", ended});
  const listed = ["--pathspec-from-file=-", "--pathspec-file-nul"];
  return writeWithGit(root, [...args, ...listed], env, {input: paths.join("\0"), ended});
}

/** For a second or so, should another git hold the lock of the index. */
async function updateIndex(
  {root, env}: CommitTask,
  args: string[],
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return;
  const input = lines.map((line) => `${line}\0`).join("");
  for (let tries = 0; tries < 20; tries++) {
    const {code, stderr} = await writeWithGit(root, ["update-index", ...args], env, {input});
    if (code === 0 || !stderr.includes(".lock")) return;
    await sleep(50);
  }
}
