import {count} from "../../core/text.ts";
import {PmTalkError} from "../../core/errors.ts";
import type {Cause} from "./commit-causes.ts";
import {indexEntries, printed, scopeOf} from "./commit-entries.ts";
import type {CommitTask} from "./commit-ready.ts";
import {notCommitted} from "./commit-refusal.ts";
import {readWithGit, writeWithGit} from "./run-git.ts";

/**
 * A hook may stage other files while the commit is made, or take ours out of it. Such a commit is taken back:
 * throws `not-written`. `names` are our files as the index calls them.
 */
export async function assertOwnCommit(
  task: CommitTask,
  commit: string,
  names: readonly string[],
): Promise<void> {
  const own = new Set(names.map((name) => task.prefix + name));
  const shown = ["--no-commit-id", "--root", "-r", "-z", "--name-only", "--no-renames"];
  const held = (await printed(task, ["diff-tree", ...shown, commit]))
    .split("\0")
    .filter((file) => file !== "");
  const foreign = held.filter((file) => !own.has(file));
  if (held.length > 0 && foreign.length === 0) return;
  const what =
    foreign.length === 0
      ? "a hook took the files out of the commit"
      : `a hook put ${named(foreign)} into the commit as well`;
  if (await takeBack(task, commit)) throw await notCommitted(task, {why: what, then: allTheSame});
  throw new PmTalkError(
    "not-written",
    `Committed, but ${what}, and it could not be taken back.`,
    `What it holds:  git show --stat ${commit.slice(0, 12)}`,
  );
}

const allTheSame: Cause["then"] = "To commit it with what the hook does:";

function named(files: readonly string[]): string {
  const [first = "", ...others] = files;
  return others.length === 0 ? first : `${first} and ${count(others.length, "other file")}`;
}

/** Only while it is the last commit: false when somebody has built on it. */
async function takeBack({root, env}: CommitTask, commit: string): Promise<boolean> {
  const parent = await readWithGit(root, ["rev-parse", "--verify", "-q", `${commit}^`], env);
  const change = parent.code === 0 ? ["HEAD", parent.stdout.trim()] : ["-d", "HEAD"];
  const args = [
    "update-ref",
    "-m",
    "pm-talk: a hook changed what was committed",
    ...change,
    commit,
  ];
  return (await writeWithGit(root, args, env)).code === 0;
}

/**
 * Where a hook rewrote our files on their way into the commit, git keeps the former text in the index, which
 * would undo the change with the next commit: brings those entries up to the commit.
 */
export async function settleEntries(
  task: CommitTask,
  commit: string,
  names: readonly string[],
): Promise<void> {
  const own = new Set(names);
  const differs = await printed(task, [
    "diff-index",
    "--cached",
    "--name-only",
    "--no-renames",
    "--relative",
    "-z",
    commit,
    "--",
    ...scopeOf(names),
  ]);
  const late = differs.split("\0").filter((name) => own.has(name));
  if (late.length === 0) return;
  const held = await printed(task, ["ls-tree", "-r", "-z", "--full-name", commit, "--", ...late]);
  await indexEntries(
    task,
    held.split("\0").filter((line) => line !== ""),
  );
}
