import {existsSync, readFileSync, type Stats, statSync} from "node:fs";

/** Whether there is something at a path that the user named. */
export function isThere(path: string): boolean {
  return existsSync(path);
}

/**
 * What is at a path that the user named, or where a link there leads. A device or a pipe is `special`: reading
 * one may never end, and a file put in its place takes it away from everybody.
 */
export function whatIsAt(path: string): "nothing" | "file" | "folder" | "special" {
  const found = statsOf(path);
  if (found === undefined) return "nothing";
  if (found.isFile()) return "file";
  return found.isDirectory() ? "folder" : "special";
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, {throwIfNoEntry: false});
  } catch {
    return undefined;
  }
}

/** The bytes of a file that the user named, inside the workspace or not; null when it cannot be read. */
export function readGiven(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
