import {createHash, randomBytes} from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import {dirname, join} from "node:path";
import {isOwn, statsOf} from "./cache-folder.ts";
import type {CachePlace} from "./cache-place.ts";
import {errorCode} from "../io-errors.ts";

/** Days after which the cache of a workspace that is not read any more goes. */
const keptDays = 30;
const day = 86_400_000;

/** Digits of the checksum at the end. */
const sumLength = 64;

/**
 * What was kept under this key, as the text that `writeCacheFile` was given. Null when there is nothing, it
 * was kept under another key, it is not whole, or somebody else may have written it.
 */
export function readCacheFile({folder, name}: CachePlace, key: string): string | null {
  const path = join(folder, name);
  return quietly(() => {
    if (!isOwn(statsOf(folder), "folder") || !isOwn(statsOf(path), "file")) return null;
    const bytes = readFileSync(path);
    const head = Buffer.from(headOf(key));
    if (!bytes.subarray(0, head.length).equals(head)) return null;
    const body = bytes.subarray(head.length, -sumLength);
    const sum = createHash("sha256").update(body).digest("hex");
    return bytes.toString("latin1", bytes.length - sumLength) === sum
      ? body.toString("latin1")
      : null;
  });
}

/**
 * Keeps a text of ASCII signs, given in parts, for the next start and for the user alone, in one step: who
 * reads meanwhile finds the old one or the new one. What cannot be kept (a full disk, a home that is
 * read-only) is not.
 */
export function writeCacheFile(
  {folder, name}: CachePlace,
  key: string,
  parts: Iterable<string>,
): void {
  quietly(() => {
    makeFolder(folder);
    if (!isOwn(statsOf(folder), "folder")) return null;
    const temporary = join(folder, `${name}.${randomBytes(6).toString("hex")}.tmp`);
    try {
      writeParts(temporary, headOf(key), parts);
      renameSync(temporary, join(folder, name));
    } finally {
      rmSync(temporary, {force: true});
    }
    sweep(folder, name);
    return null;
  });
}

/** Part by part, because as one text a large workspace would be in memory three times. */
function writeParts(path: string, head: string, parts: Iterable<string>): void {
  const file = openSync(path, "wx", 0o600);
  try {
    const hash = createHash("sha256");
    writeSync(file, head);
    for (const part of parts) {
      const bytes = Buffer.from(part, "latin1");
      hash.update(bytes);
      writeAll(file, bytes);
    }
    writeSync(file, hash.digest("hex"));
  } finally {
    closeSync(file);
  }
}

/** A disk that fills up takes a part of what it is given, and says nothing. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from);
}

function makeFolder(folder: string): void {
  if (!make(folder)) return;
  // Some keep their home folder in git: what customers said is for nobody else.
  writeFileSync(join(folder, ".gitignore"), "*\n", {flag: "wx", mode: 0o600});
}

/** Step by step: where a system refuses as /proc does, `recursive` never returns. False when it was there. */
function make(folder: string): boolean {
  if (statsOf(folder) !== undefined) return false;
  if (!existsSync(dirname(folder))) make(dirname(folder));
  mkdirSync(folder, {mode: 0o700});
  return true;
}

/** Deletes what is much older than the file just written: unused workspaces, and what a killed process left. */
function sweep(folder: string, written: string): void {
  const now = statsOf(join(folder, written))?.mtimeMs ?? 0;
  for (const file of readdirSync(folder)) {
    const limit = file.endsWith(".tmp") ? day : keptDays * day;
    const age = now - (statsOf(join(folder, file))?.mtimeMs ?? now);
    if (age > limit && file !== ".gitignore") rmSync(join(folder, file), {force: true});
  }
}

/** The first line; behind the text stands its checksum. */
function headOf(key: string): string {
  return `pm-talk ${key}\n`;
}

/** A cache that fails is no cache; a text too long for one string is none either. */
function quietly<Result>(work: () => Result | null): Result | null {
  try {
    return work();
  } catch (error) {
    if (errorCode(error) === null && !(error instanceof RangeError)) throw error;
    return null;
  }
}
