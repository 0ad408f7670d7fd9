import {mkdirSync} from "node:fs";
import * as nodeModule from "node:module";
import {join} from "node:path";
import type {Environment} from "../git/run-git.ts";
import {errorCode} from "../io-errors.ts";
import {cacheFolder, isOwn, statsOf} from "./cache-folder.ts";

/**
 * Lets Node keep the compiled program (this build of it) beside what was read of workspaces, so that the next
 * start takes half the time: from Node 22.1 on. Only where such a folder is there already and is the user's
 * own, since what lies in it is run. Never fails.
 */
export function keepCompiled(env: Environment, build: string): void {
  const {enableCompileCache} = nodeModule as {enableCompileCache?: (folder: string) => unknown};
  if (enableCompileCache === undefined) return;
  try {
    const cache = cacheFolder(env);
    if (cache === null || !isOwn(statsOf(cache), "folder")) return;
    const folder = join(cache, `code-${build}`);
    if (statsOf(folder) === undefined) mkdirSync(folder, {mode: 0o700});
    if (isOwn(statsOf(folder), "folder")) enableCompileCache(folder);
  } catch (error) {
    // A second start may have made the folder in this moment; a home that is read-only keeps nothing.
    if (errorCode(error) === null) throw error;
  }
}
