import {chmodSync, writeFileSync} from "node:fs";
import {platform as systemPlatform} from "node:os";
import {join, posix, win32} from "node:path";
import {PmTalkError} from "../core/errors.ts";
import {homeOf} from "./home.ts";
import {makeFolders} from "./make-folders.ts";
import type {Environment} from "./git/run-git.ts";

/**
 * Where pm-talk keeps what belongs to a person and not to a repository: $XDG_STATE_HOME/pm-talk, else
 * ~/.local/state/pm-talk; on Windows %LOCALAPPDATA%\pm-talk. Nothing is created. Throws `not-written`
 * where there is no home folder.
 */
export function stateFolder(env: Environment, platform: string = systemPlatform()): string {
  return platform === "win32" ? onWindows(env) : elsewhere(env);
}

/** The folder in the state folder, created for its owner only where it is missing. Throws what the disk says. */
export function makeStateFolder(env: Environment, ...below: string[]): string {
  const state = stateFolder(env);
  const folder = join(state, ...below);
  if (!makeFolders(folder, 0o700)) return folder;
  try {
    // A umask may have taken more away than was meant.
    chmodSync(folder, 0o700);
    // Some keep their home folder in git: what is kept here is for nobody else.
    writeFileSync(join(state, ".gitignore"), "*\n", {flag: "wx", mode: 0o600});
  } catch {
    // It is there already, or the folder will say so itself when it is written to.
  }
  return folder;
}

function elsewhere(env: Environment): string {
  const given = env["XDG_STATE_HOME"] ?? "";
  // The convention is that a relative path is none.
  if (posix.isAbsolute(given)) return posix.join(given, "pm-talk");
  return posix.join(knownHome(env), ".local", "state", "pm-talk");
}

function onWindows(env: Environment): string {
  const given = env["LOCALAPPDATA"] ?? "";
  if (win32.isAbsolute(given)) return win32.join(given, "pm-talk");
  const home = env["USERPROFILE"] ?? "";
  return win32.join(home === "" ? knownHome(env) : home, "AppData", "Local", "pm-talk");
}

function knownHome(env: Environment): string {
  const home = homeOf(env);
  if (home !== "") return home;
  throw new PmTalkError(
    "not-written",
    "There is no home folder to keep drafts in: HOME is not set.",
    "export XDG_STATE_HOME=/path/of/a/folder",
  );
}
