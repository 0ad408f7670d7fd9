import {existsSync, lstatSync, readdirSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {PmTalkError} from "../core/errors.ts";
import {compareText} from "../core/text.ts";
import {homeOf, quoteTilde, tilde} from "./home.ts";
import {errorCode} from "./io-errors.ts";
import {lastWorkspace} from "./last-used.ts";
import {quote} from "./shell-words.ts";

/** The file that makes a folder a workspace. */
export const configFile = "pm-talk.yml";

/** What decides which workspace a command works on. */
export interface Surroundings {
  cwd: string;
  /** `--dir`, as given. */
  dir: string | null;
  env: Record<string, string | undefined>;
  /** The command that wants one, for the hints; `last` when left out. */
  command?: string;
}

/** How far below the current folder workspaces are looked for, and in how many folders at most. */
const searchBelow = {levels: 4, folders: 2000, named: 10};

/**
 * The absolute path of the workspace: `--dir`, else PM_TALK_DIR, else the nearest folder with a
 * pm-talk.yml from `cwd` up to the root of the git repository (without one, up to the home folder).
 * Throws `usage` when there is none, naming the workspaces below.
 */
export function findWorkspace(surroundings: Surroundings): string {
  const {cwd, dir, env} = surroundings;
  const given = dir ?? env["PM_TALK_DIR"] ?? "";
  if (given !== "") return givenWorkspace(resolve(cwd, given), dir === null, surroundings);
  const found = workspaceAround(cwd, env);
  if (found !== null) return found;
  throw noWorkspace(`here or above (${tilde(cwd, homeOf(env))})`, cwd, surroundings);
}

/** The workspace that a folder lies in, or null: `init` in one of its folders means it, not a second one. */
export function workspaceAround(cwd: string, env: Surroundings["env"]): string | null {
  return foldersAbove(cwd, homeOf(env)).find(isWorkspace) ?? null;
}

function givenWorkspace(folder: string, fromEnv: boolean, surroundings: Surroundings): string {
  if (isWorkspace(folder)) return folder;
  const shown = tilde(folder, homeOf(surroundings.env));
  throw noWorkspace(`in ${shown}${fromEnv ? " (PM_TALK_DIR)" : ""}`, folder, surroundings);
}

/** From the folder upwards, ending with the git root, the home folder, or the top. */
function foldersAbove(cwd: string, home: string): string[] {
  const all: string[] = [];
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    all.push(folder);
    // In a worktree and in a submodule .git is a file.
    if (existsSync(join(folder, ".git"))) return all;
    if (dirname(folder) === folder) break;
  }
  const atHome = all.indexOf(home);
  return atHome === -1 ? all : all.slice(0, atHome + 1);
}

/** A link or folder of that name counts too, so that reading it can say what is wrong. */
function isWorkspace(folder: string): boolean {
  try {
    return lstatSync(join(folder, configFile), {throwIfNoEntry: false}) !== undefined;
  } catch (error) {
    // A folder that nobody may look into is no workspace for this person; a disk at fault says so when it is read.
    return errorCode(error) !== "EACCES";
  }
}

function noWorkspace(where: string, folder: string, surroundings: Surroundings): PmTalkError {
  const {cwd, env, command = "last"} = surroundings;
  const below = workspacesBelow(folder);
  const hints = below.slice(0, searchBelow.named).map((found) => {
    const path = relative(cwd, found);
    return `There is one below:     pm-talk --dir ${quote(path)} ${command}`;
  });
  if (below.length > searchBelow.named) {
    hints.push(`... and ${String(below.length - searchBelow.named)} more below`);
  }
  const last = lastWorkspace(env);
  if (last !== null && !below.includes(last)) {
    const path = quoteTilde(last, homeOf(env));
    hints.push(`The one you used last:  pm-talk --dir ${path} ${command}`);
  }
  const target = relative(cwd, folder);
  const init = target === "" ? "pm-talk init" : `pm-talk init ${quote(target)}`;
  hints.push(`A new one here:         ${init}`, "With sample data:       pm-talk demo");
  return new PmTalkError("usage", `No pm-talk workspace ${where}.`, hints.join("\n"));
}

/**
 * The workspaces in the folders below, absolute. Level by level, so that the nearest are found first, and
 * never more than a moment's work.
 */
export function workspacesBelow(top: string): string[] {
  const found: string[] = [];
  let level = [top];
  let budget = searchBelow.folders;
  for (let depth = 0; depth < searchBelow.levels && budget > 0; depth++) {
    const below = level.slice(0, budget).flatMap(subfolders);
    budget -= level.length;
    found.push(...below.filter(isWorkspace));
    level = below.filter((folder) => !isWorkspace(folder));
  }
  return found.sort(compareText);
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
      .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
      .map((entry) => join(folder, entry.name));
  } catch {
    // A folder that may not be looked into holds no workspace for this person.
    return [];
  }
}
