import {randomInt} from "node:crypto";
import {setTimeout as sleep} from "node:timers/promises";
import {flattenSpace} from "../core/text.ts";
import {commitInTurn} from "./commit-lock.ts";
import {type Attempt, notCommitted} from "./commit-refusal.ts";
import {bare, type Cause, causeOf, noRepository, unfinishedWork} from "./commit-causes.ts";
import {type Environment, type GitResult, readWithGit, writeWithGit} from "./run-git.ts";

/** What a report says about the repository it was made from. */
export interface GitState {
  /** Null before the first commit and where there is no repository or no git. */
  commit: string | null;
  /** Files of the workspace that are changed, staged or untracked. */
  uncommitted: number;
}

export interface Committed {
  commit: string;
  /** Null on a detached HEAD: the commit is on no branch yet. */
  branch: string | null;
}

export interface CommitOptions {
  /** Where the user is: the commands in an error are to be run there. */
  cwd: string;
  env: Environment;
  /** Milliseconds to wait for another git to end. */
  patience?: number;
}

interface Task extends Attempt {
  env: Environment;
  /** Files that we announced to the index. */
  announced: Set<string>;
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
 * staged, and returns the commit. The message becomes one line. Hooks run. Waits for another git to end.
 * Throws `not-written` with the cause and the commands to run by hand; the index is then as before.
 */
export async function commitFiles(
  root: string,
  files: readonly string[],
  message: string,
  options: CommitOptions,
): Promise<Committed> {
  const {cwd, env, patience = 5000} = options;
  const task: Task = {
    root,
    files,
    message: oneLine(message),
    cwd,
    env,
    top: null,
    announced: new Set(),
  };
  const gitDir = await assertReady(task);
  return commitInTurn(gitDir, () => commitPatiently(task, patience));
}

/** Tries until it is done, for `patience` milliseconds while another git holds a lock. */
async function commitPatiently(task: Task, patience: number): Promise<Committed> {
  const deadline = performance.now() + patience;
  for (;;) {
    const failed = await addAndCommit(task);
    if (failed === null) return head(task);
    const cause = await causeOf(failed, task.root, task.env);
    if (cause.busy !== true || performance.now() >= deadline) return giveUp(task, cause);
    // Not in step with others who wait for the same lock.
    await sleep(randomInt(20, 200));
  }
}

/** The index is as before, unless there was nothing to commit: the very same is committed already. */
async function giveUp(task: Task, cause: Cause): Promise<Committed> {
  await takeBack(task, [...task.announced]);
  if (await isCommitted(task)) return head(task);
  throw notCommitted(task, cause);
}

/** One line of printable text, so that a name cannot forge a trailer or a second paragraph. */
function oneLine(message: string): string {
  const line = flattenSpace(message.replace(/[\x00-\x1f\x7f-\x9f]/g, " "));
  return line === "" ? "Customer conversations" : line;
}

/** The git directory, when a commit can be made now. */
async function assertReady(task: Task): Promise<string> {
  const asked = ["rev-parse", "--is-inside-work-tree", "--absolute-git-dir"];
  const inside = await readWithGit(task.root, asked, task.env);
  if (inside.code !== 0) throw notCommitted(task, noRepository(inside));
  const [answer, gitDir = ""] = inside.stdout.split(/\r?\n/);
  if (answer !== "true") throw notCommitted(task, bare);
  const top = await readWithGit(task.root, ["rev-parse", "--show-toplevel"], task.env);
  task.top = top.stdout.replace(/\r?\n$/, "");
  const cause = unfinishedWork(gitDir);
  if (cause !== null) throw notCommitted(task, cause);
  return gitDir;
}

/**
 * Null when it is done, else how it failed. Nothing is staged beforehand: new files are only announced to
 * the index (commit knows no untracked ones), and that is taken back when the commit fails.
 */
async function addAndCommit(task: Task): Promise<GitResult | null> {
  const {root, files, env} = task;
  const tracked = await readWithGit(root, ["ls-files", "-z", "--", ...files], env);
  if (tracked.code !== 0) return tracked;
  const known = new Set(tracked.stdout.split("\0"));
  const fresh = files.filter((file) => !known.has(file));
  return (await announce(task, fresh)) ?? (await commit(task));
}

async function announce(task: Task, fresh: string[]): Promise<GitResult | null> {
  if (fresh.length === 0) return null;
  for (const file of fresh) task.announced.add(file);
  const result = await writeWithGit(
    task.root,
    ["add", "-N", "--", ...fresh.map(literal)],
    task.env,
  );
  return result.code === 0 ? null : result;
}

async function commit({root, files, message, env}: Task): Promise<GitResult | null> {
  const args = ["commit", "--quiet", "--only", "--cleanup=whitespace", `--message=${message}`];
  const result = await writeWithGit(root, [...args, "--", ...files.map(literal)], env);
  return result.code === 0 ? null : result;
}

/** Takes announced files out of the index again, waiting for its lock if need be. */
async function takeBack({root, env}: Task, fresh: string[]): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const {stdout} = await readWithGit(root, ["ls-files", "-z", "--", ...fresh], env);
    if (fresh.length === 0 || stdout === "") return;
    const args = ["update-index", "--force-remove", "--", ...fresh];
    const {code, stderr} = await writeWithGit(root, args, env);
    if (code === 0 || !stderr.includes(".lock")) return;
    await sleep(50);
  }
}

/** Nothing to commit, because these very files are committed already, is no failure. */
async function isCommitted({root, files, env}: Task): Promise<boolean> {
  const args = ["status", "--porcelain", "-z", "--ignored", "--", ...files];
  const {code, stdout} = await readWithGit(root, args, env);
  return code === 0 && stdout === "";
}

async function head({root, env}: Task): Promise<Committed> {
  const {stdout} = await readWithGit(root, ["rev-parse", "HEAD", "--abbrev-ref", "HEAD"], env);
  const [sha = "", branch = "HEAD"] = stdout.split(/\r?\n/);
  return {commit: sha, branch: branch === "HEAD" ? null : branch};
}

/** A path that git must not read as a pattern. */
function literal(path: string): string {
  return `:(literal)${path}`;
}
