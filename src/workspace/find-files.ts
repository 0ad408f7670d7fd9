import {lstatSync, readdirSync, type Stats} from "node:fs";
import {join, posix, relative, sep} from "node:path";
import fastGlob, {type Entry} from "fast-glob";
import type {Fault} from "../core/diagnostics.ts";
import {compareText} from "../core/text.ts";
import type {FilePlace} from "../notes/files.ts";
import {folders, kinds, type Kind} from "../notes/vocabulary.ts";
import {fileFault} from "./file-codes.ts";
import {isFileName, isMarkdownName} from "./file-names.ts";
import {linkFault} from "./links.ts";
import {errorCode, reasonOf} from "./io-errors.ts";

/** A fault of a file or folder as such; paths are relative to the workspace, with `/`. */
export interface FileFault {
  kind: Kind;
  file: string;
  fault: Fault;
}

export interface FoundFiles {
  /** Regular files that are named like workspace files, by path. */
  places: FilePlace[];
  /** What is named like a workspace file, or could hold some, and cannot be one. */
  faults: FileFault[];
  /** Files in the five folders that end in `.markdown`. */
  strays: string[];
}

/**
 * All workspace files below `root`, in order of code points. Symbolic links are not followed. Hidden
 * folders (`.trash`, `.obsidian`) are not looked into; every other folder is, however it is called.
 */
export function findFiles(root: string): FoundFiles {
  const found: FoundFiles = {places: [], faults: [], strays: []};
  for (const kind of kinds) findKind(root, kind, found);
  found.places.sort((a, b) => compareText(a.file, b.file));
  found.faults.sort((a, b) => compareText(a.file, b.file));
  found.strays.sort(compareText);
  return found;
}

/** The place of a workspace file by its path relative to the workspace. */
export function placeOf<K extends Kind>(kind: K, file: string): FilePlace<K> {
  return {kind, id: posix.basename(file).replace(/\.md$/i, ""), file};
}

function findKind(root: string, kind: Kind, found: FoundFiles): void {
  const folder = folders[kind];
  let top: Stats | undefined;
  try {
    top = lstatSync(join(root, folder), {throwIfNoEntry: false});
  } catch (error) {
    found.faults.push({kind, file: folder, fault: unreadableFault(error)});
    return;
  }
  if (top === undefined) return;
  if (!top.isDirectory()) {
    found.faults.push({kind, file: folder, fault: folderFault(root, folder, top)});
    return;
  }
  const unreadable = (path: string, error: unknown): void => {
    const file = relative(root, path).split(sep).join("/");
    found.faults.push({kind, file, fault: unreadableFault(error)});
  };
  for (const entry of entriesBelow(join(root, folder), unreadable)) {
    classify(root, kind, `${folder}/${entry.path}`, entry, found);
  }
}

/** `unreadable` is told of each folder that cannot be listed: the files in it would be missed in silence. */
function entriesBelow(cwd: string, unreadable: (path: string, error: unknown) => void): Entry[] {
  const list = ((path: string, options: {withFileTypes: true}) => {
    try {
      return readdirSync(path, options);
    } catch (error) {
      // One that is gone by now holds nothing.
      if (errorCode(error) !== "ENOENT") unreadable(path, error);
      return [];
    }
  }) as typeof readdirSync;
  return fastGlob.sync("**", {
    fs: {readdirSync: list},
    cwd,
    objectMode: true,
    onlyFiles: false,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
    ignore: ["**/node_modules/**", "**/.git/**"],
  });
}

function classify(
  root: string,
  kind: Kind,
  file: string,
  {name, dirent}: Entry,
  found: FoundFiles,
): void {
  if (dirent.isSymbolicLink()) {
    const fault = linkFault(root, file);
    if (fault !== null) found.faults.push({kind, file, fault});
    return;
  }
  if (!dirent.isDirectory() && isMarkdownName(name)) found.strays.push(file);
  if (!isFileName(name)) return;
  if (dirent.isFile()) found.places.push(placeOf(kind, file));
  else found.faults.push({kind, file, fault: specialFault(dirent)});
}

function specialFault(entry: Pick<Stats, "isDirectory" | "isFIFO">): Fault {
  const what = entry.isDirectory() ? "a folder" : entry.isFIFO() ? "a pipe" : "a device or socket";
  const hint = entry.isDirectory()
    ? "Give the folder a name without .md. The files in it are read."
    : "Move it out of the folder.";
  return fileFault("file-special", `this is ${what}, not a file`, hint);
}

function folderFault(root: string, folder: string, found: Stats): Fault {
  if (found.isSymbolicLink()) {
    return (
      linkFault(root, folder) ??
      fileFault("folder-link", "a symbolic link stands in place of this folder", null)
    );
  }
  const hint = `Rename it, so that ${folder} can be a folder.`;
  return fileFault("folder-special", "a file stands in place of this folder", hint);
}

function unreadableFault(error: unknown): Fault {
  const message = `this folder cannot be looked into: ${reasonOf(error)}`;
  return fileFault("folder-unreadable", message, "Allow yourself to read the folder.");
}
