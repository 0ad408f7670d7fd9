import {foldId} from "../../core/identity.ts";
import {compareText} from "../../core/text.ts";
import type {FilePlace, ParsedFile} from "../files.ts";
import type {FileFault, ReadFile} from "./resolve-input.ts";
import type {Kind} from "../vocabulary.ts";

/** Files of one kind: those that count, and the places of those that are left out. Both by id. */
export interface FilesOf<K extends Kind> {
  files: ParsedFile<K>[];
  leftOut: FilePlace[];
}

/** What all the files of a workspace are, once no two of one kind share an id. */
export interface DistinctFiles {
  of<K extends Kind>(kind: K): FilesOf<K>;
  faults: FileFault[];
}

/**
 * Sorts files by kind and id. Two files of one kind with one id (compared NFKC and case-folded) are an error
 * on both, and both are left out: which of them a reference means cannot be known.
 */
export function distinctFiles(results: readonly ReadFile[]): DistinctFiles {
  const kinds = new Map<Kind, FilesOf<Kind>>();
  const faults: FileFault[] = [];
  for (const same of groupById(results)) {
    const [first] = same;
    if (first === undefined) continue;
    const files = filesOf(kinds, first.place.kind);
    const counts = same.length === 1 && first.result.parsed !== null;
    if (counts) files.files.push(first.result.parsed as ParsedFile);
    else files.leftOut.push(...same.map((read) => read.place));
    if (same.length > 1) faults.push(...same.map((read, at) => duplicate(read, same, at)));
  }
  return {of: (kind) => filesOf(kinds, kind) as FilesOf<typeof kind>, faults};
}

function groupById(results: readonly ReadFile[]): Iterable<ReadFile[]> {
  const groups = new Map<string, ReadFile[]>();
  for (const read of [...results].sort(compareFiles)) {
    const key = `${read.place.kind} ${foldId(read.place.id)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [read]);
    else group.push(read);
  }
  return groups.values();
}

function compareFiles(a: ReadFile, b: ReadFile): number {
  return compareText(a.place.id, b.place.id) || compareText(a.place.file, b.place.file);
}

function filesOf(kinds: Map<Kind, FilesOf<Kind>>, kind: Kind): FilesOf<Kind> {
  const known = kinds.get(kind);
  if (known !== undefined) return known;
  const files: FilesOf<Kind> = {files: [], leftOut: []};
  kinds.set(kind, files);
  return files;
}

function duplicate(read: ReadFile, same: readonly ReadFile[], at: number): FileFault {
  const other = same[at === 0 ? 1 : 0]?.place.file ?? "";
  return {
    file: read.place.file,
    fault: {
      code: "id-duplicate",
      severity: "error",
      place: {at: "file"},
      message:
        other.normalize() === read.place.file.normalize()
          ? `another file has the id "${read.place.id}" too, and a name that only looks the same`
          : `the id "${read.place.id}" is also that of ${other}`,
      hint: "Rename one of the two files. Until then both are left out.",
      dropped: "file",
    },
  };
}
