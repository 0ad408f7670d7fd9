import {createHash} from "node:crypto";
import {lstatSync, readdirSync, realpathSync, rmSync, type Stats} from "node:fs";
import {platform, userInfo} from "node:os";
import {isAbsolute, join, relative, sep} from "node:path";
import {homeOf} from "../home.ts";
import {errorCode} from "../io-errors.ts";
import type {Environment} from "../git/run-git.ts";

/** Where what was read of one workspace is kept: a folder for all of them, and a name for this one. */
export interface CachePlace {
  folder: string;
  /** File names of this workspace begin with it. */
  name: string;
}

/**
 * The place for a workspace's cache: below XDG_CACHE_HOME, `~/.cache` or `%LOCALAPPDATA%`. Null where there
 * is none that is surely the user's own and outside the workspace, because reading changes nothing in it.
 */
export function cachePlace(root: string, env: Environment): CachePlace | null {
  try {
    const base = cacheBase(env);
    const folder = base === null ? null : join(base, "pm-talk");
    const real = realpathSync(root);
    if (folder === null || lies(folder, root) || lies(folder, real)) return null;
    const name = createHash("sha256").update(real).digest("hex").slice(0, 32);
    return {folder, name};
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

/** Deletes all that is kept of a workspace: the cache holds what customers said, word for word. */
export function dropCache(root: string, env: Environment): void {
  const place = cachePlace(root, env);
  if (place === null || !isOwn(statsOf(place.folder), "folder")) return;
  for (const file of readdirSync(place.folder)) {
    if (file.startsWith(place.name)) rmSync(join(place.folder, file), {force: true});
  }
}

/** Whether nobody else can have put it there: ours, no link, and writable for nobody else. */
export function isOwn(stats: Stats | undefined, what: "file" | "folder"): boolean {
  if (stats === undefined) return false;
  if (!(what === "file" ? stats.isFile() : stats.isDirectory())) return false;
  return isOurs(stats) && (platform() === "win32" || (stats.mode & 0o022) === 0);
}

/** What lies at a path, itself and not what it leads to; undefined where there is nothing. */
export function statsOf(path: string): Stats | undefined {
  return lstatSync(path, {throwIfNoEntry: false});
}

function cacheBase(env: Environment): string | null {
  const given = platform() === "win32" ? env["LOCALAPPDATA"] : env["XDG_CACHE_HOME"];
  if (given !== undefined && isAbsolute(given)) {
    return platform() === "win32" ? join(given, "pm-talk", "cache") : given;
  }
  const home = homeOf(env);
  // With sudo the home may be somebody else's, and what root leaves there they could not delete.
  const stats = home === "" ? undefined : statsOf(realpathSync(home));
  return stats !== undefined && isOurs(stats) ? join(home, ".cache") : null;
}

function isOurs(stats: Stats): boolean {
  const {uid} = userInfo();
  // Windows knows no such numbers; there the folder is the user's by where it lies.
  return uid === -1 || stats.uid === uid;
}

function lies(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}
