import {chmodSync, existsSync, lstatSync, readFileSync} from "node:fs";
import {delimiter, dirname, join} from "node:path";
import {createFile, replaceFile} from "../write/create-file.ts";
import type {HookPlace} from "./hook-place.ts";
import {hookText, isOurHook, linesForHook} from "./hook-text.ts";
import {errorCode} from "../io-errors.ts";
import type {Environment} from "./run-git.ts";

/** What became of the hook. */
export interface HookResult {
  /** Absolute. */
  file: string;
  state: "written" | "changed" | "left";
  /** Why a hook that is not ours was left, as the end of a sentence; null when there is nothing to do. */
  why: string | null;
  /** The lines to put into that hook by hand. */
  add: string[];
  /** Whether it will find a pm-talk to run, as far as can be told from here. */
  reachable: boolean;
}

/**
 * Installs the hook that checks the staged notes before a commit, or brings ours up to date. A hook of
 * somebody else's is never touched, nor one that other repositories run too: the result says which lines to
 * add to it. Throws `not-written` when the disk refuses.
 */
export async function installHook(place: HookPlace, env: Environment): Promise<HookResult> {
  const reachable = isWithinReach(place, env);
  const foreign = reasonToLeave(place);
  if (foreign !== null) return {...foreign, file: place.file, state: "left", reachable};
  return {...(await writeHook(place)), file: place.file, why: null, add: [], reachable};
}

/** Null for a hook that is ours to write. One that checks the notes already needs nothing. */
function reasonToLeave({file, workspace, own}: HookPlace): Pick<HookResult, "why" | "add"> | null {
  const before = readHook(file);
  if (before === null ? own : own && isOurHook(before)) return null;
  if (before?.includes("check --staged") === true) return {why: null, add: []};
  const why = own
    ? "this hook is not ours, so it was left as it is."
    : "core.hooksPath leads here, out of this repository, so nothing was written.";
  return {why, add: linesForHook(workspace)};
}

async function writeHook({file, workspace}: HookPlace): Promise<Pick<HookResult, "state">> {
  const before = readHook(file);
  const text = hookText(workspace, before);
  if (before === null) await createFile(file, text, dirname(file));
  else if (before !== text) await replaceFile(file, text, {before, root: dirname(file)});
  const runs = makeRunnable(file);
  const state = before === null ? "written" : before !== text || runs ? "changed" : "left";
  return {state};
}

function isWithinReach({top, workspace}: HookPlace, env: Environment): boolean {
  const own = [top, join(top, workspace)].map((folder) => join(folder, "node_modules", ".bin"));
  const path = (env["PATH"] ?? env["Path"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "");
  return [...own, ...path].some((folder) => existsSync(join(folder, "pm-talk")));
}

/** The text of what stands there; empty for a link, a folder, or what may not be read; null for nothing. */
function readHook(file: string): string | null {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, "utf8") : "";
  } catch (error) {
    const code = errorCode(error);
    return code === "ENOENT" || code === "ENOTDIR" ? null : "";
  }
}

/** Git passes over a hook that may not be run. True when that had to be changed. */
function makeRunnable(file: string): boolean {
  const {mode} = lstatSync(file);
  if ((mode & 0o111) === 0o111) return false;
  chmodSync(file, 0o755);
  return true;
}
