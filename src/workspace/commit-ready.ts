import {bare, noRepository, unfinishedWork} from "./commit-causes.ts";
import {type Attempt, notCommitted} from "./commit-refusal.ts";
import {type Environment, readWithGit} from "./run-git.ts";

/** A commit that can be made now. */
export interface CommitTask extends Attempt {
  gitDir: string;
  /** The workspace as seen from the top of the work tree: empty, or with a `/` at its end. */
  prefix: string;
  /** Names under which git announced our files to the index, where they are not our own spelling. */
  respelt: Set<string>;
}

/** Looks whether a commit is possible in the state that the repository is in. Throws `not-written` if not. */
export async function prepareCommit(asked: Omit<Attempt, "top" | "sparse">): Promise<CommitTask> {
  const {root, env} = asked;
  const inside = await readWithGit(root, ["rev-parse", "--is-inside-work-tree"], env);
  if (inside.code !== 0) throw await notCommitted({...asked, top: null}, noRepository(inside));
  if (inside.stdout.trim() !== "true") throw await notCommitted({...asked, top: null}, bare);
  const [gitDir, top, prefix] = await Promise.all([
    ask(asked, "--absolute-git-dir"),
    ask(asked, "--show-toplevel"),
    ask(asked, "--show-prefix"),
  ]);
  const task = {...asked, gitDir, top, prefix, respelt: new Set<string>()};
  const cause = unfinishedWork(gitDir);
  if (cause !== null) throw await notCommitted(task, cause);
  return task;
}

async function ask(
  {root, env}: {root: string; env: Environment},
  question: string,
): Promise<string> {
  const {stdout} = await readWithGit(root, ["rev-parse", question], env);
  return stdout.replace(/\r?\n$/, "");
}
