import type {Sources} from "../reports/request.ts";
import {type GitState, gitState} from "../workspace/git/git.ts";
import type {Workspace} from "../workspace/load.ts";
import type {Context} from "./context.ts";
import type {Opened} from "./open.ts";
import {version} from "./version.ts";

/** Of a command that rests on no workspace. */
export const noSources: Sources = {
  files: 0,
  read: 0,
  partial: 0,
  skipped: 0,
  diagnostics: [],
  newest: null,
  commit: null,
  uncommitted: 0,
  version,
};

/** What a report rests on, without asking git. */
export function sourcesOf(opened: Opened): Sources {
  const {collection, diagnostics} = opened.workspace;
  const {files, read, partial, skipped} = collection.counts;
  const counted = collection.conversations.filter(
    (conversation) => conversation.date <= opened.asOf,
  );
  const newest = counted.at(-1)?.id ?? null;
  return {...noSources, files, read, partial, skipped, diagnostics, newest};
}

/** One answer of git for all that is made from a workspace that was read once. */
const asked = new WeakMap<Workspace, Promise<GitState>>();

/** What a report rests on, the commit included. */
export async function sourcesWithGit(opened: Opened, {env}: Context): Promise<Sources> {
  const {workspace} = opened;
  const state = asked.get(workspace) ?? gitState(workspace.root, env);
  asked.set(workspace, state);
  return {...sourcesOf(opened), ...(await state)};
}
