import type {CalendarDate} from "../core/calendar.ts";
import {compareDiagnostics, type Diagnostic, type Fault} from "../core/diagnostics.ts";
import type {Collection} from "../notes/collection.ts";
import type {Config} from "../notes/config.ts";
import {decodeFile} from "../notes/decode.ts";
import {locateFaults} from "../notes/report-faults.ts";
import {resolve} from "../notes/resolve/resolve.ts";
import {type CacheOptions, type NoteCache, openCache} from "./cache/cache.ts";
import {type FileFault, placeOf} from "./find-files.ts";
import {findStrays} from "./find-strays.ts";
import {diskSource} from "./disk-source.ts";
import {type LoadedFile, readAll} from "./read-notes.ts";
import type {Source} from "./source.ts";

export type {LoadedFile} from "./read-notes.ts";

/** A workspace as read: every file of it is counted in the collection or named in a diagnostic. */
export interface Workspace {
  /** Absolute. */
  root: string;
  config: Config;
  collection: Collection;
  /** Sorted by file and position. */
  diagnostics: Diagnostic[];
  /** Each file as read alone, before references were resolved. */
  results: LoadedFile[];
  /** Where it was read from. */
  source: Source;
}

export interface LoadOptions {
  /** What the clock says. */
  today: CalendarDate;
  /** Also warn of notes that lie outside the folders or end in `.markdown`, as check does. */
  strays?: boolean;
  /**
   * False: only errors become diagnostics. Finding where a warning stands costs a second parse, and a text
   * report prints none; what is counted and left out is the same.
   */
  warnings?: boolean;
  /** Told after each file how many of how many are read. */
  progress?: (read: number, of: number) => void;
  /** What was read before may be kept outside the workspace and used; without it every file is read anew. */
  cache?: CacheOptions | null;
}

/**
 * Reads all files of the workspace. Throws `usage` when pm-talk.yml is missing or invalid; whatever is wrong
 * with another file becomes a diagnostic, and the rest counts.
 */
export async function loadWorkspace(root: string, options: LoadOptions): Promise<Workspace> {
  const source = diskSource(root);
  const {cache = null} = options;
  const text = source.configText();
  return await loadAll(source, text, options, cache === null ? null : openCache(root, text, cache));
}

/** As loadWorkspace, from wherever the files are to be read. */
export async function loadFrom(source: Source, options: LoadOptions): Promise<Workspace> {
  return await loadAll(source, source.configText(), options, null);
}

async function loadAll(
  source: Source,
  configText: string,
  options: LoadOptions,
  cache: NoteCache | null,
): Promise<Workspace> {
  const {root} = source;
  const config = cache?.config ?? (await readSettings(configText));
  const found = source.files();
  const texts = new Map<string, string>();
  const {progress = () => undefined} = options;
  const read = await readAll(source, found.places, config, {texts, progress, cache});
  cache?.save(config);
  const results = [...found.faults.map(refused), ...read];
  const {collection, faults} = resolve({config, today: options.today, results});
  const strays = options.strays === true ? findStrays(source, found.strays) : [];
  const all = [...ownFaults(results), ...faults, ...strays];
  const named =
    options.warnings === false
      ? all.filter(({fault}) => fault.severity === "error" || fault.dropped !== null)
      : all;
  const diagnostics = await locateAll(source, named, texts);
  const counted = withLines(collection, diagnostics);
  return {root, config, collection: counted, diagnostics, results, source};
}

/** A thing that cannot be read counts as a file that is left out. */
function refused({kind, file, fault}: FileFault): LoadedFile {
  return {place: placeOf(kind, file), result: {parsed: null, faults: [fault]}};
}

/** Parsers take long to load, and nothing has to be parsed when all was read before. */
async function readSettings(text: string): Promise<Config> {
  const {readConfig} = await import("../notes/read-config.ts");
  return await readConfig(text);
}

function ownFaults(results: readonly LoadedFile[]): {file: string; fault: Fault}[] {
  return results.flatMap(({place, result}) =>
    result.faults.map((fault) => ({file: place.file, fault})),
  );
}

/** Turns faults into diagnostics, file by file: positions are looked up in the text of faulty files only. */
export async function locateAll(
  source: Source,
  faults: readonly {file: string; fault: Fault}[],
  texts: ReadonlyMap<string, string>,
): Promise<Diagnostic[]> {
  const byFile = new Map<string, Fault[]>();
  for (const {file, fault} of faults) {
    const known = byFile.get(file);
    if (known === undefined) byFile.set(file, [fault]);
    else known.push(fault);
  }
  const diagnostics: Diagnostic[] = [];
  for (const [file, own] of byFile) {
    const text = own.every((fault) => fault.place.at === "file") ? "" : textOf(source, file, texts);
    diagnostics.push(...(await locateFaults(file, text, own)));
  }
  return diagnostics.sort(compareDiagnostics);
}

/** A file that is clean by itself may still be at fault next to others; it is read again then. */
function textOf(source: Source, file: string, texts: ReadonlyMap<string, string>): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const bytes = source.read(file);
  return bytes instanceof Uint8Array ? (decodeFile(bytes).text ?? "") : "";
}

/** Says of each file that is left out where its first error stands, now that this is known. */
function withLines(collection: Collection, diagnostics: readonly Diagnostic[]): Collection {
  const lines = new Map<string, number>();
  for (const {file, dropped, line} of diagnostics) {
    if (dropped === "file" && !lines.has(file)) lines.set(file, line);
  }
  const leftOut = collection.leftOut.map((left) => ({
    ...left,
    line: lines.get(left.file) ?? left.line,
  }));
  return {...collection, leftOut};
}
