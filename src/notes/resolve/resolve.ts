import {isCalendarDate} from "../../core/calendar.ts";
import type {Fault} from "../../core/diagnostics.ts";
import {compareText} from "../../core/text.ts";
import type {Collection, FileCounts, LeftOut} from "../collection.ts";
import type {Config} from "../config.ts";
import {groupTalks, mergeTalks} from "./merge-talks.ts";
import {distinctFiles, type DistinctFiles} from "./resolve-duplicates.ts";
import {nameFaults, noteFaults, pairFaults} from "./resolve-faults.ts";
import type {FileFault, ReadFile, ResolveInput} from "./resolve-input.ts";
import {linkTalks} from "./resolve-links.ts";
import {resolveNote, type ResolvedNote} from "./resolve-note.ts";
import {indexesOf, referencesOf, type References} from "./resolve-references.ts";
import {assumptionsOf, conceptsOf, customersOf, decisionsOf} from "./resolve-registers.ts";
import {similarFaults} from "./resolve-similar.ts";
import {kinds} from "../vocabulary.ts";

/**
 * Joins all files into one collection: references become ids, accounts of one talk one conversation. Returns
 * the collection and the faults that no file shows alone, by file. Independent of the order of files; linear
 * in their number. Throws nothing.
 */
export function resolve(input: ResolveInput): {collection: Collection; faults: FileFault[]} {
  const {config, today} = input;
  const files = distinctFiles(input.results);
  const indexes = indexesOf(config, files);
  const references = referencesOf(indexes);
  const notes = resolveNotes(files, references, config);
  const talks = mergeTalks(notes);
  const linked = linkTalks(
    {
      conversations: talks,
      assumptions: assumptionsOf(files.of("assumption"), talks, references),
      decisions: decisionsOf(files.of("decision"), references),
    },
    indexes,
  );
  const {faults: linkFaults, ...rest} = linked;
  const faults = [
    ...files.faults,
    ...nameFaults(indexes),
    ...linkFaults,
    ...pairFaults(groupTalks(notes)),
    ...noteFaults(notes, talks, today),
    ...similarFaults(files.of("conversation").files, indexes),
  ];
  const leftOut = leftOutOf(input.results, files);
  return {
    collection: {
      config,
      ...rest,
      customers: customersOf(files.of("customer"), talks, references),
      concepts: conceptsOf(files.of("concept"), references),
      counts: countsOf(input.results, leftOut),
      leftOut,
    },
    faults: faults.sort(compareFaults),
  };
}

/** By date, then id, so that the spelling met first does not depend on what comes later. */
function resolveNotes(
  files: DistinctFiles,
  references: References,
  config: Config,
): ResolvedNote[] {
  return [...files.of("conversation").files]
    .sort((a, b) => compareText(a.fields.date, b.fields.date) || compareText(a.id, b.id))
    .map((note) => resolveNote(note, references, config));
}

function leftOutOf(results: readonly ReadFile[], files: DistinctFiles): LeftOut[] {
  const faultsOf = new Map(results.map(({place, result}) => [place.file, result.faults]));
  return kinds
    .flatMap((kind) => files.of(kind).leftOut)
    .map(({file, kind, id}) => ({
      file,
      kind,
      line: firstLine(faultsOf.get(file) ?? []),
      date: isCalendarDate(id.slice(0, 10)) ? id.slice(0, 10) : null,
    }))
    .sort((a, b) => compareText(a.file, b.file));
}

function firstLine(faults: readonly Fault[]): number {
  const lines = faults
    .filter((fault) => fault.severity === "error" && fault.dropped === "file")
    .flatMap(({place}) => (place.at === "line" ? [place.line] : []));
  return lines.length === 0 ? 1 : Math.min(...lines);
}

function countsOf(results: readonly ReadFile[], leftOut: readonly LeftOut[]): FileCounts {
  const skipped = new Set(leftOut.map(({file}) => file));
  const read = results.filter(
    ({place}) => place.kind === "conversation" && !skipped.has(place.file),
  );
  const partial = read.filter(({result}) => result.faults.some(costsPart));
  return {
    files: results.length,
    read: read.length,
    partial: partial.length,
    skipped: leftOut.length,
  };
}

function costsPart(fault: Fault): boolean {
  return fault.severity === "error" && (fault.dropped === "value" || fault.dropped === "line");
}

function compareFaults(a: FileFault, b: FileFault): number {
  return (
    compareText(a.file, b.file) ||
    compareText(a.fault.code, b.fault.code) ||
    compareText(placeKey(a.fault), placeKey(b.fault)) ||
    compareText(a.fault.message, b.fault.message)
  );
}

function placeKey({place}: Fault): string {
  if (place.at === "line") return String(place.line).padStart(9, "0");
  return place.at === "field" ? `${place.field} ${String(place.index ?? 0).padStart(6, "0")}` : "";
}
