import {randomBytes} from "node:crypto";
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {basename, dirname, join} from "node:path";
import {suffixAlphabet} from "../../core/identity.ts";

/**
 * What a draft's file name says: `k7f3qa-4711-2b9x4m.json` is the draft k7f3qa, held by process 4711. Who
 * takes it over renames it, so that of two who want it at once only one succeeds.
 */
export interface DraftName {
  /** Six characters by which a person names the draft. */
  name: string;
  /** Null where somebody gave the file a name of their own. */
  pid: number | null;
}

/** Milliseconds after which a temporary file was left by a process that died. */
const staleAfter = 24 * 60 * 60 * 1000;

export function parseDraftName(file: string): DraftName {
  const match = /^([0-9a-z]{6})-(\d{1,10})-[0-9a-z]{6}\.json$/.exec(file);
  if (match?.[1] === undefined) return {name: file.replace(/\.json$/, ""), pid: null};
  return {name: match[1], pid: Number(match[2])};
}

/** A file name that no other process makes. */
export function newDraftFile(name: string, pid: number): string {
  return `${name}-${String(pid)}-${newDraftName()}.json`;
}

/** Six characters that nobody misreads. */
export function newDraftName(): string {
  return Array.from(randomBytes(6), (byte) =>
    suffixAlphabet.charAt(byte % suffixAlphabet.length),
  ).join("");
}

/**
 * Writes a file for its owner only, whole or not at all, and returns when it is on the disk: whatever ends
 * the process, there is the old text or the new one. Throws what the disk says; the old text stays then.
 */
export function replaceSync(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${newDraftName()}.tmp`);
  try {
    writeWhole(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    removeQuietly(temporary);
    throw error;
  }
  syncFolder(dirname(path));
}

function writeWhole(path: string, text: string): void {
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

export function removeQuietly(path: string): void {
  try {
    rmSync(path, {force: true});
  } catch {
    // It stays, and does no harm but to take space.
  }
}

/** Takes away what killed processes left. Old is a day before the given file was written: no clock is asked. */
export function removeOldTemporaries(newest: string): void {
  const folder = dirname(newest);
  try {
    const now = lstatSync(newest).mtimeMs;
    for (const name of readdirSync(folder).filter((one) => /^\..*\.tmp$/.test(one))) {
      const age = now - (lstatSync(join(folder, name), {throwIfNoEntry: false})?.mtimeMs ?? now);
      if (age > staleAfter) removeQuietly(join(folder, name));
    }
  } catch {
    // Another time.
  }
}
