import {realpathSync, statSync} from "node:fs";
import {basename, join, relative, sep} from "node:path";
import type {Fault} from "../core/diagnostics.ts";
import {folders} from "../notes/vocabulary.ts";
import {fileFault} from "./file-codes.ts";
import {isFileName} from "./file-names.ts";

/**
 * What a symbolic link in one of the five folders costs: links are not followed, so that nothing outside
 * is read and each real file counts once. Null for links that could hold no workspace file.
 */
export function linkFault(root: string, file: string): Fault | null {
  return faultOfLink(root, file, targetOf(join(root, file)));
}

/** The same for a link that leads to `target`; null where it leads nowhere. */
export function faultOfLink(
  root: string,
  file: string,
  target: {path: string; folder: boolean} | null,
): Fault | null {
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (target?.folder === true) {
    if (isReadAnyway(root, target.path)) return double("the folder");
    const hint = "Put the folder itself here, or list it as a workspace of its own.";
    return fileFault("folder-link", "this folder is a symbolic link, which is not followed", hint);
  }
  if (!isFileName(name)) return null;
  if (target === null) {
    const message = "this is a symbolic link that leads nowhere";
    return fileFault("file-link", message, "Put the file itself here, or delete the link.");
  }
  if (isFileName(basename(target.path)) && isReadAnyway(root, target.path)) {
    return double("the file");
  }
  const message = "this is a symbolic link, which is not followed";
  return fileFault("file-link", message, "Put the file itself here.");
}

function double(what: string): Fault {
  return fileFault(
    "file-link-double",
    `this symbolic link is not followed: ${what} it leads to is read where it is`,
    "Delete the link.",
  );
}

/** Where a link leads, asked without opening anything; null when it is broken or runs in circles. */
function targetOf(path: string): {path: string; folder: boolean} | null {
  try {
    return {path: realpathSync(path), folder: statSync(path).isDirectory()};
  } catch {
    return null;
  }
}

/** Below one of the five folders, or above them (a loop), everything is found without the link. */
function isReadAnyway(root: string, target: string): boolean {
  const top = realpathSync(root);
  if (top === target || top.startsWith(target + sep)) return true;
  const parts = relative(top, target).split(sep);
  const inFolder = Object.values(folders).some((folder) => folder === parts[0]);
  return inFolder && !parts.some((part) => part.startsWith("."));
}
