import {basename} from "node:path";
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
  const files = fastGlob.sync("**/*.{md,markdown}", {
    cwd: root,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
    ignore: [
      "**/node_modules/**",
      "**/.git/**",
      "templates/**",
      ...Object.values(folders).map((folder) => `${folder}/**`),
    ],
    suppressErrors: true,
  });
  return files.sort(compareText);
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
