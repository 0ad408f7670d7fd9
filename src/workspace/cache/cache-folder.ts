import {lstatSync, realpathSync, type Stats} from "node:fs";
import {platform, userInfo} from "node:os";
import {isAbsolute, join} from "node:path";
import {homeOf} from "../home.ts";
import type {Environment} from "../git/run-git.ts";

/**
 * The user's own folder for what may be lost: below XDG_CACHE_HOME, `~/.cache` or `%LOCALAPPDATA%`. Null
 * where there is none that is surely the user's own. Throws what the disk says.
 */
export function cacheFolder(env: Environment): string | null {
  const base = cacheBase(env);
  return base === null ? null : join(base, "pm-talk");
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
