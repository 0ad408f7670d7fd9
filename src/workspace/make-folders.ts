import {existsSync, mkdirSync, statSync} from "node:fs";
import {dirname} from "node:path";
import {errorCode} from "./io-errors.ts";

/**
 * Makes a folder and those above it that are missing, and returns whether any was. One by one, for where none
 * can be made, as below /proc, Node's own `recursive` tries for ever. Throws what the disk says.
 */
export function makeFolders(folder: string, mode = 0o777): boolean {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const one of missing.reverse()) make(one, mode);
  return missing.length > 0;
}

/** Another process may make the same folder at the same time. */
function make(folder: string, mode: number): void {
  try {
    mkdirSync(folder, {mode});
  } catch (error) {
    const isThere = errorCode(error) === "EEXIST";
    if (!isThere || statSync(folder, {throwIfNoEntry: false})?.isDirectory() !== true) throw error;
  }
}
