import {randomBytes} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import {PmTalkError} from "../core/errors.ts";
import {reasonOf} from "./io-errors.ts";
import type {Environment} from "./git/run-git.ts";
import {writeNewSync} from "./private-file.ts";
import {makeStateFolder, stateFolder} from "./state-folder.ts";

/**
 * Keeps a text outside the repository, readable by its owner only, and returns the path. The file's name
 * begins with `name`, so that an editor knows what it is. Throws `not-written` with the reason.
 */
export function keepText(name: string, text: string, env: Environment): string {
  const folder = join(stateFolder(env), "texts");
  const path = join(folder, `${randomBytes(3).toString("hex")}-${name}`);
  try {
    makeStateFolder(env, "texts");
    writeNewSync(path, text);
  } catch (error) {
    throw new PmTalkError("not-written", `Not kept: ${path}: ${reasonOf(error)}.`);
  }
  return path;
}

/** Takes a kept text away, once it is saved where it belongs. */
export function dropText(path: string): void {
  rmSync(path, {force: true});
}
