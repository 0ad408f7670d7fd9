import {bare, noRepository, unfinishedWork} from "./commit-causes.ts";
import {type Attempt, notCommitted} from "./commit-refusal.ts";
import {readWithGit} from "./run-git.ts";

/** A commit that can be made now. */
export interface CommitTask extends Attempt {
  gitDir: string;
  /** The workspace as seen from the top of the work tree: empty, or with a `/` at its end. */
  prefix: string;
  /** Given when somebody wants the program to end. */
  ended: AbortSignal;
  /** Names under which git announced our files to the index, where they are not our own spelling. */
  respelt: Set<string>;
}

type Asked = Omit<Attempt, "top" | "sparse"> & Pick<CommitTask, "ended">;

/** Looks whether a commit is possible in the state that the repository is in. Throws `not-written` if not. */
export async function prepareCommit(asked: Asked): Promise<CommitTask> {
  const {root, env} = asked;
  // One question each, for a folder's name may hold a line end.
  const answerTo = async (question: string): Promise<string> => {
    const result = await readWithGit(root, ["rev-parse", question], env);
    if (result.code !== 0) throw await notCommitted({...asked, top: null}, noRepository(result));
    return result.stdout.replace(/\r?\n$/, "");
  };
  if ((await answerTo("--is-inside-work-tree")) !== "true")
    throw await notCommitted({...asked, top: null}, bare);
  const gitDir = await answerTo("--absolute-git-dir");
  const prefix = await answerTo("--show-prefix");
  const top = await answerTo("--show-toplevel");
  const task = {...asked, gitDir, top, prefix, respelt: new Set<string>()};
  const cause = unfinishedWork(gitDir);
  if (cause !== null) throw await notCommitted(task, cause);
  return task;
}
