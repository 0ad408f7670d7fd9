import {createHash} from "node:crypto";
import {realpathSync} from "node:fs";
import {isAbsolute, relative, sep} from "node:path";
import {errorCode} from "../io-errors.ts";
import {cacheFolder} from "./cache-folder.ts";
import type {Environment} from "../git/run-git.ts";

/** Where what was read of one workspace is kept: a folder for all of them, and a name for this one. */
export interface CachePlace {
  folder: string;
  /** File names of this workspace begin with it. */
  name: string;
}

/**
 * The place for a workspace's cache. Null where there is none that is surely the user's own and outside the
 * workspace, because reading changes nothing in it.
 */
export function cachePlace(root: string, env: Environment): CachePlace | null {
  try {
    const folder = cacheFolder(env);
    const real = realpathSync(root);
    if (folder === null || lies(folder, root) || lies(folder, real)) return null;
    const name = createHash("sha256").update(real).digest("hex").slice(0, 32);
    return {folder, name};
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

function lies(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}
