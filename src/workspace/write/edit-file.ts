import {isDeepStrictEqual} from "node:util";
import {join} from "node:path";
import type {Fault} from "../../core/diagnostics.ts";
import {PmTalkError} from "../../core/errors.ts";
import type {Config} from "../../notes/config.ts";
import {decodeFile} from "../../notes/decode.ts";
import type {FilePlace, ParsedFile, ReadResult} from "../../notes/files.ts";
import {readFile} from "../../notes/read-file.ts";
import {replaceFile} from "./create-file.ts";
import {readBytes} from "../read-bytes.ts";

/** A change of one file that is ready to be written: its text on the disk and as it will be, both read. */
export interface PlannedEdit {
  place: FilePlace;
  before: string;
  after: string;
  /** What the file says now. Never null: what cannot be read is not edited. */
  old: ParsedFile;
  /** What reading the edited text gave; no error that was not there before. */
  result: ReadResult;
  /** What reading the file as it is gave. */
  oldResult: ReadResult;
}

/** What an edit may change; everything else must read back as it was. */
export interface EditScope {
  /** Fields of the front matter. */
  fields?: readonly string[];
  /**
   * The body as it shall read back, where it is not to stay as it was. Lines of rows and the count of words,
   * which follow from the rest, are not compared.
   */
  body?: (old: ParsedFile["body"]) => ParsedFile["body"];
  /** The file as the command has read it before: what it says by now must be the same. */
  since?: ParsedFile;
}

/**
 * Reads a file of the workspace, with every byte, and applies a change to its text. Nothing is written. Throws
 * `usage` for a file that cannot be read and for a change with which it would have an error that it has not now;
 * `not-written` for one with bytes that are not UTF-8, and when the edited text says anything else than it did
 * outside of `scope`.
 */
export async function planEdit(
  root: string,
  place: FilePlace,
  config: Config,
  change: (text: string) => string | Promise<string>,
  scope: EditScope,
): Promise<PlannedEdit> {
  const before = readText(root, place);
  const oldResult = readBack(place, before, config);
  const old = oldResult.parsed;
  if (old === null) throw cannotBeRead(place);
  if (scope.since !== undefined && !saysTheSame(scope.since, old)) throw changedMeanwhile(place);
  const after = await change(before);
  const result = readBack(place, after, config);
  refuseNewErrors(oldResult.faults, result.faults);
  if (result.parsed === null) throw cannotBeRead(place);
  assertScope(old, result.parsed, {
    ...scope,
    fields: [...(scope.fields ?? []), ...faulty(oldResult)],
  });
  return {place, before, after, old, result, oldResult};
}

/**
 * Writes a planned edit, whole or not at all, and reads it back. Throws `not-written` when the file holds
 * something else by now than when the edit was planned, or on any failure of the disk.
 */
export async function saveEdit(root: string, {place, before, after}: PlannedEdit): Promise<void> {
  if (before === after) return;
  await replaceFile(join(root, place.file), after, {before, root});
}

/** Throws `usage` for an error that was not there before: what `check` would name at once is not written. */
function refuseNewErrors(before: readonly Fault[], after: readonly Fault[]): void {
  const known = new Set(before.map(faultKey));
  const fresh = after.find((fault) => fault.severity === "error" && !known.has(faultKey(fault)));
  if (fresh === undefined) return;
  throw new PmTalkError("usage", `Nothing written: ${fresh.message}.`, fresh.hint);
}

function faultKey({code, message, place}: Fault): string {
  return JSON.stringify([code, message, place.at === "field" ? place.field : null]);
}

/** A field with an error reads as null; when the edit mends it, it may read as what stands there. */
function faulty({faults}: ReadResult): string[] {
  return faults.flatMap(({severity, place}) =>
    severity === "error" && place.at === "field" ? [place.field] : [],
  );
}

/** As the rest of pm-talk reads it. */
function readBack(place: FilePlace, text: string, config: Config): ReadResult {
  const decoded = decodeFile(new TextEncoder().encode(text));
  if (decoded.text === null) return {parsed: null, faults: decoded.faults};
  const {parsed, faults} = readFile(place, decoded.text, config);
  return {parsed, faults: [...decoded.faults, ...faults]};
}

function readText(root: string, place: FilePlace): string {
  const bytes = readBytes(root, place.file);
  if (!(bytes instanceof Uint8Array)) throw cannotBeRead(place, bytes.message);
  try {
    return new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    throw new PmTalkError(
      "not-written",
      `Not written: ${place.file} holds a byte that is not UTF-8, which an edit would lose.`,
      `pm-talk check ${place.file}     says where`,
    );
  }
}

function saysTheSame(a: ParsedFile, b: ParsedFile): boolean {
  const said = ({fields, unknownKeys, body}: ParsedFile): string =>
    JSON.stringify([fields, unknownKeys, body]);
  return said(a) === said(b);
}

function changedMeanwhile({file}: FilePlace): PmTalkError {
  return new PmTalkError(
    "not-written",
    `Not written: somebody else changed ${file} at the same time.`,
    "Nothing in it was touched. Try again.",
  );
}

function cannotBeRead({file}: FilePlace, reason: string | null = null): PmTalkError {
  return new PmTalkError(
    "usage",
    `${file} cannot be read, so it is not edited${reason === null ? "" : `: ${reason}`}.`,
    `pm-talk check ${file}     says why`,
  );
}

/** What reads back differently is a fault of ours, and the user's words are worth more than a saved file. */
function assertScope(old: ParsedFile, edited: ParsedFile, scope: EditScope): void {
  const fields = new Set(scope.fields);
  const others = (file: ParsedFile): unknown[] =>
    Object.entries(file.fields).filter(([field]) => !fields.has(field));
  const body = scope.body?.(old.body) ?? old.body;
  const words = scope.body === undefined ? edited.body.words : body.words;
  const same =
    isDeepStrictEqual(others(edited), others(old)) &&
    isDeepStrictEqual(edited.unknownKeys, old.unknownKeys) &&
    isDeepStrictEqual(withoutLines(edited.unknownHeadings), withoutLines(old.unknownHeadings)) &&
    isDeepStrictEqual(withoutLines({...edited.body, words}), withoutLines(body));
  if (same) return;
  throw new PmTalkError(
    "not-written",
    `Not written: ${old.file} would read back differently than it should.`,
    "This is a bug in pm-talk; change the line by hand, and please report it.",
  );
}

/** The same without lines of the file, which move when a line is added above. */
function withoutLines(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLines);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "line")
      .map(([key, inner]) => [key, withoutLines(inner)]),
  );
}
