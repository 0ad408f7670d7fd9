import {lstatSync, readFileSync} from "node:fs";
import {isAbsolute, join} from "node:path";
import type {Environment} from "./git/run-git.ts";
import {replaceSync} from "./private-file.ts";
import {makeStateFolder, stateFolder} from "./state-folder.ts";

const fileName = "last-used.json";

/** Remembers the workspace that was written to, for whoever asks from elsewhere. A help: it never fails. */
export function rememberWorkspace(root: string, env: Environment): void {
  try {
    if (rememberedRoot(env) === root) return;
    const text = `${JSON.stringify({workspace: root}, null, 2)}\n`;
    replaceSync(join(makeStateFolder(env), fileName), text);
  } catch {
    // The note is written; only the way back to it is not remembered.
  }
}

/** The workspace last written to, absolute; null when none is known or it is no longer there. */
export function lastWorkspace(env: Environment): string | null {
  try {
    const root = rememberedRoot(env);
    return root !== null && isThere(join(root, "pm-talk.yml")) ? root : null;
  } catch {
    return null;
  }
}

function rememberedRoot(env: Environment): string | null {
  const path = join(stateFolder(env), fileName);
  if (lstatSync(path, {throwIfNoEntry: false})?.isFile() !== true) return null;
  const root = parseRoot(readFileSync(path, "utf8"));
  return typeof root === "string" && isAbsolute(root) ? root : null;
}

/** Nothing of a file that somebody spoilt: it is written anew the next time. */
function parseRoot(text: string): unknown {
  try {
    return (JSON.parse(text) as {workspace?: unknown} | null)?.workspace;
  } catch {
    return null;
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, {throwIfNoEntry: false}) !== undefined;
}
