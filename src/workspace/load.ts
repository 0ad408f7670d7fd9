import type {CalendarDate} from "../core/calendar.ts";
import {compareDiagnostics, type Diagnostic, type Fault} from "../core/diagnostics.ts";
import type {Collection} from "../notes/collection.ts";
import type {Config} from "../notes/config.ts";
import {decodeFile} from "../notes/decode.ts";
import type {FilePlace, ReadResult} from "../notes/files.ts";
import {readConfig} from "../notes/read-config.ts";
import {readFile} from "../notes/read-file.ts";
import {locateFaults} from "../notes/report-faults.ts";
import {resolve} from "../notes/resolve.ts";
import {CopyFinder} from "./copies.ts";
import {type FileFault, placeOf} from "./find-files.ts";
import {findStrays} from "./find-strays.ts";
import {diskSource} from "./disk-source.ts";
import type {Source} from "./source.ts";

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

export interface LoadedFile {
  place: FilePlace;
  result: ReadResult;
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
}

/**
 * Reads all files of the workspace. Throws `usage` when pm-talk.yml is missing or invalid; whatever is wrong
 * with another file becomes a diagnostic, and the rest counts.
 */
export async function loadWorkspace(root: string, options: LoadOptions): Promise<Workspace> {
  return await loadFrom(diskSource(root), options);
}

/** As loadWorkspace, from wherever the files are to be read. */
export async function loadFrom(source: Source, options: LoadOptions): Promise<Workspace> {
  const {root} = source;
  const config = await readConfig(source.configText());
  const found = source.files();
  const texts = new Map<string, string>();
  const {progress = () => undefined} = options;
  const read = readAll(source, found.places, config, {texts, progress});
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

/** Keeps the texts of faulty files only, for their diagnostics. */
function readAll(
  source: Source,
  places: readonly FilePlace[],
  config: Config,
  {texts, progress}: {texts: Map<string, string>; progress: (read: number, of: number) => void},
): LoadedFile[] {
  const finder = new CopyFinder(places);
  const results = places.map((place, index) => {
    progress(index, places.length);
    const bytes = source.read(place.file);
    if (!(bytes instanceof Uint8Array)) return {place, result: {parsed: null, faults: [bytes]}};
    finder.add(place, bytes);
    const {text, faults} = decodeFile(bytes);
    const result = text === null ? {parsed: null, faults: []} : readFile(place, text, config);
    if (text !== null && faults.length + result.faults.length > 0) texts.set(place.file, text);
    return {place, result: {...result, faults: [...faults, ...result.faults]}};
  });
  return withoutCopies(results, finder.copies());
}

function withoutCopies(results: LoadedFile[], copies: Map<string, Fault>): LoadedFile[] {
  return results.map((loaded) => {
    const fault = copies.get(loaded.place.file);
    return fault === undefined ? loaded : {...loaded, result: {parsed: null, faults: [fault]}};
  });
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
