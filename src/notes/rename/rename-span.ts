import {foldId, idOfFile} from "../../core/identity.ts";
import {linkTargetCut} from "../lines/read-line-reference.ts";
import {isMeant, type Renaming} from "./rename-meant.ts";
import {escapeValue} from "../lines/write-line-escape.ts";
import {encodePath} from "../lines/write-line-link.ts";
import {relativePath} from "../write-note.ts";

/** A stretch of a link and what is to stand there instead. */
export interface Part {
  start: number;
  end: number;
  text: string;
}

/**
 * What changes in `[text](path)`: the name of the file in the path (the whole path where the file moves to
 * another folder), and the text where it is the old id. `file` is the one the link stands in: the path must
 * lead to the old file then; null where the link is the reference of a line, of which only the name counts.
 */
export function linkParts(link: string, renaming: Renaming, file: string | null): Part[] {
  const target = linkTargetCut(link);
  const path = pathPart(link, target);
  const decoded = decode(link.slice(path.start, path.end));
  const isOld =
    file === null
      ? isMeant(idOf(decoded), renaming)
      : joined(file, decoded) === renaming.from.file.normalize();
  if (!isOld) return [];
  return [...textPart(link, renaming), newPath(link, path, decoded, renaming, file)];
}

/** What changes in `[[path/id#heading|alias]]`; in prose only where it can mean nothing else. */
export function wikiPart(link: string, renaming: Renaming, isReference: boolean): Part[] {
  const [target = ""] = link.slice(2, -2).split(/\\?\|/, 1);
  const [path = ""] = target.split("#", 1);
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.md\s*$/i, "");
  const isOld = isReference
    ? isMeant(name, renaming)
    : foldId(name) === foldId(renaming.from.id) && leadsThere(path, renaming);
  if (!isOld || /[[\]|#^\\]/.test(renaming.to.id)) return [];
  const start = 2 + path.lastIndexOf("/") + 1;
  const lead = name.length - name.trimStart().length;
  return [{start: start + lead, end: start + lead + name.trim().length, text: renaming.to.id}];
}

/** Without a path the id alone must tell; a path is the end of the file's, as Obsidian writes it. */
function leadsThere(path: string, {from, alone}: Renaming): boolean {
  if (!path.includes("/")) return alone;
  const whole = foldId(path.replace(/^(?:\.{0,2}\/)+/, "").replace(/\.md\s*$/i, ""));
  return `/${foldId(from.file.replace(/\.md$/i, ""))}`.endsWith(`/${whole}`);
}

function textPart(link: string, {from, to}: Renaming): Part[] {
  const text = [from.id, escapeValue(from.id, /[[\]`]/)].find((id) => link.startsWith(`[${id}](`));
  if (text === undefined) return [];
  return [{start: 1, end: 1 + text.length, text: escapeValue(to.id, /[[\]`]/)}];
}

function pathPart(
  link: string,
  target: Part | {start: number; end: number},
): {start: number; end: number} {
  const length = link.slice(target.start, target.end).search(/[?#]/);
  return {start: target.start, end: length < 0 ? target.end : target.start + length};
}

function newPath(
  link: string,
  path: {start: number; end: number},
  decoded: string,
  {from, to}: Renaming,
  file: string | null,
): Part {
  const raw = link.slice(path.start, path.end);
  const moves = folderOf(from.file) !== folderOf(to.file);
  if (file !== null && moves) return {...path, text: encodePath(relativePath(file, to.file))};
  const start = path.start + raw.lastIndexOf("/") + 1;
  const ending = /\.md$/i.exec(decoded)?.[0] ?? "";
  return {start, end: path.end, text: encodePath(to.id) + ending};
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/"));
}

function idOf(path: string): string {
  return idOfFile(path);
}

/** The file of the workspace that a relative path leads to from another file; null outside of it. */
export function joined(file: string, path: string): string | null {
  const parts = folderOf(file).split("/");
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/").normalize();
}

/** A path of a link as the name of a file: without backslashes and percent signs. */
function decode(path: string): string {
  const plain = path.replace(/\\([!-/:-@[-`{-~])/g, "$1");
  try {
    return decodeURIComponent(plain);
  } catch {
    // A bare `%` is a sign like any other.
    return plain;
  }
}
