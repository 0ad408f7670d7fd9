import {createHash, randomBytes} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {type CachePlace, isOwn, statsOf} from "./cache-place.ts";
import {errorCode} from "./io-errors.ts";

/** Days after which the cache of a workspace that is not read any more goes. */
const keptDays = 30;
const day = 86_400_000;

/**
 * What was kept under this key, as the text that `writeCacheFile` was given. Null when there is nothing, it
 * was kept under another key, it is not whole, or somebody else may have written it.
 */
export function readCacheFile({folder, name}: CachePlace, key: string): string | null {
  const path = join(folder, name);
  return quietly(() => {
    if (!isOwn(statsOf(folder), "folder") || !isOwn(statsOf(path), "file")) return null;
    const bytes = readFileSync(path);
    const end = bytes.indexOf(0x0a);
    const body = bytes.subarray(end + 1);
    if (end === -1 || bytes.toString("latin1", 0, end) !== headOf(key, body)) return null;
    return body.toString("latin1");
  });
}

/**
 * Keeps a text of ASCII signs for the next start, for the user alone, in one step: whoever reads meanwhile
 * finds the old one or the new one. What cannot be kept (no space, a home that is read-only) is not.
 */
export function writeCacheFile({folder, name}: CachePlace, key: string, text: string): void {
  quietly(() => {
    makeFolder(folder);
    if (!isOwn(statsOf(folder), "folder")) return null;
    const temporary = join(folder, `${name}.${randomBytes(6).toString("hex")}.tmp`);
    try {
      const body = Buffer.from(text, "latin1");
      const head = Buffer.from(`${headOf(key, body)}\n`, "latin1");
      writeFileSync(temporary, Buffer.concat([head, body]), {flag: "wx", mode: 0o600});
      renameSync(temporary, join(folder, name));
    } finally {
      rmSync(temporary, {force: true});
    }
    sweep(folder, name);
    return null;
  });
}

function makeFolder(folder: string): void {
  if (mkdirSync(folder, {recursive: true, mode: 0o700}) === undefined) return;
  // Some keep their home folder in git: what customers said is for nobody else.
  writeFileSync(join(folder, ".gitignore"), "*\n", {flag: "wx", mode: 0o600});
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

/** The first line: it fits only these bytes, kept under this key. */
function headOf(key: string, body: Uint8Array): string {
  return `pm-talk ${key} ${createHash("sha256").update(body).digest("hex")}`;
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
