import {homedir} from "node:os";
import {resolve, sep} from "node:path";
import type {Environment} from "./git/run-git.ts";
import {quote} from "./shell-words.ts";

/** The home folder, absolute; empty where the surroundings name none and the system knows none either. */
export function homeOf(env: Environment): string {
  const given = [env["HOME"], env["USERPROFILE"]].find((path) => (path ?? "") !== "");
  return given === undefined ? systemHome() : resolve(given);
}

/** The path as people write it: `~/insights`. */
export function tilde(path: string, home: string): string {
  if (path === home) return "~";
  return isBelow(path, home) ? `~${path.slice(home.length)}` : path;
}

/** As tilde, and as a shell reads it back: the `~` means the home folder only outside of quotes. */
export function quoteTilde(path: string, home: string): string {
  if (path === home) return "~";
  return isBelow(path, home) ? `~/${quote(path.slice(home.length + 1))}` : quote(path);
}

function isBelow(path: string, home: string): boolean {
  return home !== "" && path.startsWith(home + sep);
}

/** A user without an entry in the system's list, as in many containers, has no home: then it throws. */
function systemHome(): string {
  try {
    return homedir();
  } catch {
    return "";
  }
}
