import {findWorkspace} from "../workspace/find-workspace.ts";
import {loadStaged} from "../workspace/git/staged.ts";
import type {GlobalFlags} from "./command.ts";
import type {Context} from "./context.ts";
import {type Opened, readAsOf} from "./open.ts";
import {progressOn} from "./progress.ts";

/**
 * As openWorkspace, but every file is read from git's index: the workspace as the next commit would have it.
 * Throws a usage error also where there is no repository, or pm-talk.yml is not staged.
 */
export async function openStaged(global: GlobalFlags, context: Context): Promise<Opened> {
  const {today, env, cwd} = context;
  const asOf = await readAsOf(global, today, context);
  const root = findWorkspace({cwd, dir: global.dir, env});
  const progress = progressOn(context, global);
  const options = {today, env, cwd, strays: true, progress: progress.step};
  const workspace = await loadStaged(root, options);
  progress.done();
  return {workspace, today, asOf};
}
