import type {Fault} from "../core/diagnostics.ts";
import type {Config} from "../notes/config.ts";
import {decodeFile} from "../notes/decode.ts";
import type {FilePlace, ReadResult} from "../notes/files.ts";
import type {NoteCache} from "./cache/cache.ts";
import {CopyFinder} from "./copies.ts";
import type {Source} from "./source.ts";

/** A file and what reading it alone gave. */
export interface LoadedFile {
  place: FilePlace;
  result: ReadResult;
}

export interface Reading {
  /** Keeps the texts of faulty files only, for their diagnostics. */
  texts: Map<string, string>;
  progress: (read: number, of: number) => void;
  cache: NoteCache | null;
}

/** Reads the files, or takes from the cache what reading them gave; copies of others are left out. */
export async function readAll(
  source: Source,
  places: readonly FilePlace[],
  config: Config,
  {texts, progress, cache}: Reading,
): Promise<LoadedFile[]> {
  const finder = new CopyFinder(places);
  const results: LoadedFile[] = [];
  let read: Reader | null = null;
  for (const [index, place] of places.entries()) {
    progress(index, places.length);
    const known = cache?.find(place.file) ?? null;
    const bytes = known === null || finder.wants(place) ? source.read(place.file) : null;
    if (bytes instanceof Uint8Array) finder.add(place, bytes);
    if (known !== null) results.push({place, result: known});
    else if (!(bytes instanceof Uint8Array)) results.push({place, result: unread(bytes)});
    else {
      read ??= await readerOf(config, texts);
      const result = read(place, bytes);
      cache?.keep(place.file, result);
      results.push({place, result});
    }
  }
  return withoutCopies(results, finder.copies());
}

function unread(fault: Fault | null): ReadResult {
  return {parsed: null, faults: fault === null ? [] : [fault]};
}

type Reader = (place: FilePlace, bytes: Uint8Array) => ReadResult;

/** Reads files alone, one by one, and puts the texts of faulty ones into `texts`. */
export async function readerOf(config: Config, texts = new Map<string, string>()): Promise<Reader> {
  const {readFile} = await import("../notes/read-file.ts");
  return (place, bytes) => {
    const {text, faults} = decodeFile(bytes);
    if (text === null) return {parsed: null, faults};
    const result = readFile(place, text, config);
    const all = [...faults, ...result.faults];
    if (all.length > 0) texts.set(place.file, text);
    return {parsed: result.parsed, faults: all};
  };
}

function withoutCopies(results: LoadedFile[], copies: Map<string, Fault>): LoadedFile[] {
  return results.map((loaded) => {
    const fault = copies.get(loaded.place.file);
    return fault === undefined ? loaded : {...loaded, result: {parsed: null, faults: [fault]}};
  });
}
