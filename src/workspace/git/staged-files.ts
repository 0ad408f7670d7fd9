import {realpathSync, statSync} from "node:fs";
import {dirname, join, posix, resolve} from "node:path";
import type {Fault} from "../../core/diagnostics.ts";
import {compareText} from "../../core/text.ts";
import {folders, kinds, type Kind} from "../../notes/vocabulary.ts";
import {fileFault} from "../file-codes.ts";
import {ofThisWorkspace} from "../find-strays.ts";
import {isFileName, isMarkdownName} from "../file-names.ts";
import {type FoundFiles, placeOf} from "../find-files.ts";
import {faultOfLink} from "../links.ts";
import type {StagedEntry} from "./staged-entries.ts";

/** The workspace files among staged entries: the same names, in the same order, as on the disk. */
export function stagedFiles(
  root: string,
  entries: readonly StagedEntry[],
  targetOf: (link: StagedEntry) => string,
): FoundFiles {
  const found: FoundFiles = {places: [], faults: [], strays: []};
  for (const entry of entries) {
    const kind = kindOf(entry.file);
    if (kind === null || isHidden(entry.file)) continue;
    const fault = faultOf(root, kind, entry, targetOf);
    const name = posix.basename(entry.file);
    if (fault !== null) found.faults.push({kind, file: entry.file, fault});
    else if (!isPlain(entry)) continue;
    else if (isFileName(name)) found.places.push(placeOf(kind, entry.file));
    else if (isMarkdownName(name)) found.strays.push(entry.file);
  }
  for (const list of [found.places, found.faults]) {
    list.sort((a, b) => compareText(a.file, b.file));
  }
  found.strays.sort(compareText);
  return found;
}

/** Markdown files outside the five folders, as on the disk. */
export function stagedElsewhere(entries: readonly StagedEntry[]): string[] {
  const files = entries.filter((entry) => isPlain(entry) && !entry.unmerged).map(({file}) => file);
  return ofThisWorkspace(files).filter(
    (file) => kindOf(file) === null && !isHidden(file) && !file.startsWith("templates/"),
  );
}

function kindOf(file: string): Kind | null {
  const [top = ""] = file.split("/");
  return kinds.find((kind) => folders[kind] === top) ?? null;
}

/** Hidden files and folders are not looked into, nor is what was installed. */
function isHidden(file: string): boolean {
  return file.split("/").some((part) => part.startsWith(".") || part === "node_modules");
}

function isPlain({mode}: StagedEntry): boolean {
  return mode.startsWith("100");
}

function faultOf(
  root: string,
  kind: Kind,
  entry: StagedEntry,
  targetOf: (link: StagedEntry) => string,
): Fault | null {
  if (entry.mode === submodule) return submoduleFault();
  const isFolder = entry.file === folders[kind];
  if (entry.mode === link) {
    const fault = faultOfLink(root, entry.file, follow(root, entry, targetOf));
    return fault ?? (isFolder ? folderFault(entry) : null);
  }
  if (isFolder) return folderFault(entry);
  return entry.unmerged && isFileName(posix.basename(entry.file)) ? unmerged() : null;
}

const link = "120000";
const submodule = "160000";

/** Where a staged link will lead; what it leads to is looked for on the disk, as most of it is never staged. */
function follow(
  root: string,
  entry: StagedEntry,
  targetOf: (link: StagedEntry) => string,
): {path: string; folder: boolean} | null {
  try {
    const path = realpathSync(resolve(dirname(join(root, entry.file)), targetOf(entry)));
    return {path, folder: statSync(path).isDirectory()};
  } catch {
    return null;
  }
}

function folderFault({mode, file}: StagedEntry): Fault {
  if (mode === link) {
    return fileFault("folder-link", "a symbolic link stands in place of this folder", null);
  }
  const hint = `Rename it, so that ${file} can be a folder.`;
  return fileFault("folder-special", "a file stands in place of this folder", hint);
}

function submoduleFault(): Fault {
  const message = "this folder is a submodule, and what it holds is not staged here";
  return fileFault("folder-unreadable", message, "On the disk it is read:  pm-talk check");
}

function unmerged(): Fault {
  const message = "this file cannot be read: a merge left a conflict in it";
  return fileFault("file-unreadable", message, "Resolve it, and git add the file.");
}
