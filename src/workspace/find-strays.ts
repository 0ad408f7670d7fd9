import {lstatSync, readdirSync} from "node:fs";
import {basename, join} from "node:path";
import fastGlob from "fast-glob";
import type {Fault} from "../core/diagnostics.ts";
import {compareText} from "../core/text.ts";
import {folders} from "../notes/vocabulary.ts";
import {fileFault} from "./file-codes.ts";
import type {Source} from "./source.ts";

/**
 * Warnings for notes that nobody would count: `.markdown` files in the five folders (`markdown`, as found
 * there) and `.md` files elsewhere in the workspace whose front matter has `customer:` and `date:`.
 */
export function findStrays(
  source: Pick<Source, "elsewhere" | "read">,
  markdown: readonly string[],
): {file: string; fault: Fault}[] {
  const elsewhere = source.elsewhere().filter((file) => looksLikeNote(source.read(file)));
  return [
    ...markdown.map((file) => ({file, fault: markdownFault(file)})),
    ...elsewhere.map((file) => ({file, fault: strayFault()})),
  ];
}

/** The Markdown files on the disk that lie outside the five folders, by path. */
export function filesElsewhere(root: string): string[] {
  const files = fastGlob.sync(
    ["**/*.{[mM][dD],[mM][aA][rR][kK][dD][oO][wW][nN]}", "**/pm-talk.yml"],
    {
      cwd: root,
      followSymbolicLinks: false,
      ignore: ["**/node_modules/**", "**/.git/**", ...ownFolders(root).map((name) => `${name}/**`)],
      suppressErrors: true,
    },
  );
  return ofThisWorkspace(files);
}

/** Of paths below a workspace the Markdown files, without those of another workspace below it, in order. */
export function ofThisWorkspace(files: readonly string[]): string[] {
  const below = files
    .filter((file) => file.endsWith("/pm-talk.yml"))
    .map((file) => file.slice(0, -"pm-talk.yml".length));
  return files
    .filter((file) => /\.(?:md|markdown)$/i.test(file))
    .filter((file) => !below.some((folder) => file.startsWith(folder)))
    .sort(compareText);
}

/** Folders that are looked into elsewhere. `Conversations` is one only where the disk makes no difference of case. */
function ownFolders(root: string): string[] {
  const names = [...Object.values(folders), "templates"];
  return [...names, ...namesIn(root).filter((name) => isAlike(root, name, names))];
}

function isAlike(root: string, name: string, names: readonly string[]): boolean {
  const own = name.toLowerCase();
  if (name === own || !names.includes(own)) return false;
  const inode = (one: string) => lstatSync(join(root, one), {throwIfNoEntry: false})?.ino;
  return inode(own) === inode(name);
}

function namesIn(root: string): string[] {
  try {
    return readdirSync(root);
  } catch {
    // Whoever may not list it learns that elsewhere.
    return [];
  }
}

/** Only the front matter is looked at, roughly: a warning needs no parser. */
function looksLikeNote(bytes: Buffer | Fault): boolean {
  if (!(bytes instanceof Uint8Array)) return false;
  const head = bytes
    .subarray(0, 64 * 1024)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  if (!/^---(?:yaml)?[ \t]*\r?\n/.test(head)) return false;
  const close = head.search(/\n---[ \t]*\r?(?:\n|$)/);
  const block = close === -1 ? "" : head.slice(0, close);
  return /^customer[ \t]*:/m.test(block) && /^date[ \t]*:/m.test(block);
}

function markdownFault(file: string): Fault {
  const name = basename(file).replace(/\.markdown$/i, ".md");
  const message = "a workspace file ends in .md, so this one is not read";
  return fileFault("file-markdown", message, `Call it ${name}.`);
}

function strayFault(): Fault {
  const message = "this looks like a note and lies outside conversations, so it is not read";
  return fileFault("file-stray", message, "Move it to conversations.");
}
