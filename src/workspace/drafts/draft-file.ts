import {randomBytes} from "node:crypto";
import {lstatSync, readdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {suffixAlphabet} from "../../core/identity.ts";
import {removeQuietly} from "../private-file.ts";

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

/** What the file name of a draft says; one that is not ours is its name. */
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
