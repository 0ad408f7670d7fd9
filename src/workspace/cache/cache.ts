import {createHash} from "node:crypto";
import {lstatSync, type BigIntStats} from "node:fs";
import {join} from "node:path";
import {cachedDataVersionTag} from "node:v8";
import type {Config} from "../../notes/config.ts";
import type {ReadResult} from "../../notes/files.ts";
import {readCacheFile, writeCacheFile} from "./cache-file.ts";
import {type CachePlace, cachePlace} from "./cache-place.ts";
import type {Environment} from "../git/run-git.ts";

/** What a cache depends on besides the files. */
export interface CacheOptions {
  env: Environment;
  /** Changes with every line of the program: another build may read the same text otherwise. */
  build: string;
  /** Milliseconds since 1970, as the clock says when reading begins. */
  now: number;
}

/** A file system may say the same time of two changes that are this close, in milliseconds. */
const blur = 2000;

/** Up to this many files the cache is written again for each that changed; beyond, for one in fifty. */
const few = 1000;

/** Opens what was kept of a workspace with these settings; null where nothing may be kept. */
export function openCache(
  root: string,
  configText: string,
  {env, build, now}: CacheOptions,
): NoteCache | null {
  const place = cachePlace(root, env);
  if (place === null) return null;
  // Letters and upper case are what this version of the engine takes for them.
  const parts = [build, cachedDataVersionTag(), root, configText];
  const key = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return new NoteCache(root, {place, key, now});
}

interface Kept {
  config: Config;
  files: [file: string, stamp: string, result: ReadResult][];
}

/**
 * What reading gave the last time, by file. A result is found only while the file is surely the same: its
 * size, times and number (inode) are, and it did not change in the moment it was read. A stale answer would
 * be worse than none, so whatever is doubtful is read again.
 */
export class NoteCache {
  /** The settings as read from the same text; null when nothing is kept. */
  readonly config: Config | null;
  readonly #root: string;
  readonly #place: CachePlace;
  readonly #key: string;
  readonly #kept: Map<string, {stamp: string; result: ReadResult}>;
  readonly #found: Kept["files"] = [];
  /** The stamp of the file that was asked for last, when it can be trusted. */
  #asked: {file: string; stamp: string} | null = null;
  #added = 0;
  #outdated = 0;
  readonly #opened: number;

  constructor(root: string, {place, key, now}: {place: CachePlace; key: string; now: number}) {
    this.#root = root;
    this.#place = place;
    this.#key = key;
    this.#opened = now;
    const text = readCacheFile(place, key);
    const kept = text === null ? null : (JSON.parse(text) as Kept);
    this.config = kept?.config ?? null;
    this.#kept = new Map(kept?.files.map(([file, stamp, result]) => [file, {stamp, result}]));
  }

  /** What reading this file gave, if it still would. Else read it, and tell `keep`. */
  find(file: string): ReadResult | null {
    const stats = statsOf(join(this.#root, file));
    this.#asked = stats === undefined ? null : {file, stamp: stampOf(stats)};
    const kept = this.#kept.get(file);
    if (kept !== undefined && kept.stamp === this.#asked?.stamp) {
      this.#found.push([file, kept.stamp, kept.result]);
      return kept.result;
    }
    if (kept !== undefined) this.#outdated++;
    if (stats === undefined || !isSettled(stats, this.#opened)) this.#asked = null;
    return null;
  }

  /** Remembers what reading the file gave that `find` was asked for last. */
  keep(file: string, result: ReadResult): void {
    if (this.#asked?.file !== file) return;
    this.#found.push([file, this.#asked.stamp, result]);
    this.#added++;
  }

  /** Writes what is worth it, for the next time; never fails. */
  save(config: Config): void {
    if (!this.#isWorthIt()) return;
    writeCacheFile(this.#place, this.#key, partsOf({config, files: this.#found}));
  }

  /** What was said in a file that is gone must not stay; what was added may wait until it is more. */
  #isWorthIt(): boolean {
    const all = this.#found.length;
    const gone = this.#kept.size > all - this.#added + this.#outdated;
    return gone || (this.#added > 0 && (all <= few || this.#added * 50 >= all));
  }
}

/** Undefined also where the disk does not say: reading the file will tell why. */
function statsOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, {bigint: true, throwIfNoEntry: false});
  } catch {
    return undefined;
  }
}

/** Equal for the same file with the same content only. */
function stampOf({size, mtimeNs, ctimeNs, ino, mode}: BigIntStats): string {
  return `${String(size)} ${String(mtimeNs)} ${String(ctimeNs)} ${String(ino)} ${String(mode)}`;
}

/** Whether a change after this moment would show in its times. */
function isSettled({mtimeMs, ctimeMs}: BigIntStats, moment: number): boolean {
  const latest = Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs);
  return latest < moment - blur;
}

/** The JSON of all that is kept, some hundred files at a time. */
function* partsOf({config, files}: Kept): Generator<string> {
  yield `{"config":${asciiJson(config)},"files":[`;
  for (let from = 0; from < files.length; from += 200) {
    const some = asciiJson(files.slice(from, from + 200)).slice(1, -1);
    yield from === 0 ? some : `,${some}`;
  }
  yield "]}";
}

/** JSON of ASCII signs: it is read back in half the time, one byte a sign. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\x7f-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
