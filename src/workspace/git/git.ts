import {randomInt} from "node:crypto";
import {setTimeout as sleep} from "node:timers/promises";
import {addAndCommit, type Committed, committedAlready} from "./commit-attempt.ts";
import {causeOf} from "./commit-causes.ts";
import {GitRefusal, type OwnEntry, ownEntries, restoreEntries} from "./commit-entries.ts";
import {interrupted, type OnInterrupt, orInterrupted} from "./commit-interrupt.ts";
import {commitInTurn} from "./commit-lock.ts";
import {commitLine, keepPreparedMessages} from "./commit-message.ts";
import {type CommitTask, prepareCommit} from "./commit-ready.ts";
import {notCommitted} from "./commit-refusal.ts";
import {type Environment, readWithGit} from "./run-git.ts";

/** What a report says about the repository it was made from. */
export interface GitState {
  /** Null before the first commit and where there is no repository or no git. */
  commit: string | null;
  /** Files of the workspace that are changed, staged or untracked. */
  uncommitted: number;
}

export interface CommitOptions {
  /** Where the user is: the commands in an error are to be run there. */
  cwd: string;
  env: Environment;
  /** Milliseconds to wait for another git to end. */
  patience?: number;
  /** Without it, Ctrl-C ends the program at once, and the index may keep what was announced to it. */
  onInterrupt?: OnInterrupt | undefined;
}

/** The commit that is checked out in `root`, and how much of the workspace is not in it. Never writes. */
export async function gitState(root: string, env: Environment): Promise<GitState> {
  const args = ["status", "--porcelain=v2", "--branch", "-z", "--no-renames"];
  const scope = ["--untracked-files=all", "--ignore-submodules=dirty", "--", "."];
  const {code, stdout} = await readWithGit(root, [...args, ...scope], env);
  if (code !== 0) return {commit: null, uncommitted: 0};
  const records = stdout.split("\0").filter((record) => record !== "");
  const commit = /^# branch\.oid ([0-9a-f]+)$/.exec(records[0] ?? "")?.[1] ?? null;
  return {commit, uncommitted: records.filter((record) => !record.startsWith("#")).length};
}

/** The e-mail address that git signs commits in `root` with (`user.email`), or null. */
export async function gitUser(root: string, env: Environment): Promise<string | null> {
  const {code, stdout} = await readWithGit(root, ["config", "--get", "user.email"], env);
  const email = stdout.trim();
  return code === 0 && email !== "" ? email : null;
}

/**
 * Commits exactly these files (relative to `root`, with `/`) as they are on the disk, whatever else is
 * staged, and returns the commit; a file that is gone is committed as gone. The message becomes one line.
 * Hooks run; what they add of other files is not kept. Waits for another git to end. Throws `not-written`
 * with the cause, such as Ctrl-C, and the commands to run by hand; the index is then as before.
 */
export async function commitFiles(
  root: string,
  files: readonly string[],
  message: string,
  options: CommitOptions,
): Promise<Committed> {
  const {cwd, env, patience = 5000, onInterrupt} = options;
  return await orInterrupted(onInterrupt, async (ended) => {
    const asked = {root, files, message: commitLine(message), cwd, env, ended};
    const task = await prepareCommit(asked);
    return await commitInTurn(task, () =>
      keepPreparedMessages(task.gitDir, () => commitOrRestore(task, patience)),
    );
  });
}

async function commitOrRestore(task: CommitTask, patience: number): Promise<Committed> {
  let before: OwnEntry[] | null = null;
  try {
    before = await ownEntries(task);
    return await commitPatiently(task, before, performance.now() + patience);
  } catch (error) {
    if (before !== null) await restoreEntries(task, before);
    if (!(error instanceof GitRefusal)) throw error;
    // The very same is committed already: that is no failure.
    const already = await committedAlready(task);
    if (already !== null) return already;
    const cause = task.ended.aborted
      ? interrupted
      : await causeOf(error.result, task.root, task.env);
    throw await notCommitted(task, cause);
  }
}

/** Tries until it is done, up to the deadline while another git holds a lock. */
async function commitPatiently(
  task: CommitTask,
  before: readonly OwnEntry[],
  deadline: number,
): Promise<Committed> {
  for (;;) {
    try {
      return await addAndCommit(task, before);
    } catch (error) {
      if (!(error instanceof GitRefusal) || performance.now() >= deadline) throw error;
      if (task.ended.aborted) throw error;
      const {busy} = await causeOf(error.result, task.root, task.env);
      if (busy !== true) throw error;
    }
    // Not in step with others who wait for the same lock.
    await sleep(randomInt(20, 200));
  }
}
