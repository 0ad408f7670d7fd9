import {randomBytes} from "node:crypto";
import {closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";

/** Files outside the repository, written at once and readable by their owner only. */

/**
 * Writes a file for its owner only, whole or not at all, and returns when it is on the disk: whatever ends
 * the process, there is the old text or the new one. Throws what the disk says; the old text stays then.
 */
export function replaceSync(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    writeNewSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
  syncFolder(dirname(path));
}

/** Writes a new file for its owner only, and returns when it is on the disk. Throws what the disk says. */
export function writeNewSync(path: string, text: string): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the new name itself last; not every platform can. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The bytes are on the disk already; without this only a power cut can lose the name.
  }
}

/** Takes a file away where that can be done. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, {force: true});
  } catch {
    // It stays, and does no harm but to take space.
  }
}
