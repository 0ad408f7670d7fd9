import {existsSync, readFileSync} from "node:fs";

/** Whether there is something at a path that the user named. */
export function isThere(path: string): boolean {
  return existsSync(path);
}

/** The bytes of a file that the user named, inside the workspace or not; null when it cannot be read. */
export function readGiven(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
