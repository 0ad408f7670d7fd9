import {existsSync, readFileSync} from "node:fs";
import {dirname, relative, resolve, sep} from "node:path";
import {PmTalkError} from "../core/errors.ts";
import {createFile, replaceFile} from "../workspace/create-file.ts";
import type {Context} from "./context.ts";
import type {FormatName} from "../render/formats.ts";
import {writeNotice} from "./streams.ts";

/** The last line of a report's footer in each format, by which pm-talk knows its own files. */
const ownMarks: Record<FormatName, RegExp> = {
  text: /\d+ notes? read, /,
  markdown: /\d+ notes? read, /,
  json: /^\{\s*"schemaVersion": \d+,\s*"kind": "/,
};

/**
 * Writes a report to a file. An existing file is replaced only when pm-talk wrote it, or with --force; a
 * file that would not change is left alone.
 */
export async function writeOutput(
  output: {file: string; text: string; format: FormatName; force: boolean; quiet: boolean},
  context: Context,
): Promise<void> {
  const path = resolve(context.cwd, output.file);
  if (!existsSync(path)) await createFile(path, output.text);
  else await replaceOwn(path, output);
  if (!output.quiet) await writeNotice(context, `Wrote ${output.file}`);
}

async function replaceOwn(
  path: string,
  output: {file: string; text: string; format: FormatName; force: boolean},
): Promise<void> {
  const before = readBefore(path, output.file);
  if (before === output.text) return;
  if (!output.force && before.trim() !== "" && !ownMarks[output.format].test(before)) {
    throw new PmTalkError(
      "usage",
      `${output.file} exists, and pm-talk did not write it.`,
      "Another name, or --force to write over it.",
    );
  }
  await replaceFile(path, output.text);
}

function readBefore(path: string, name: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new PmTalkError("not-written", `${name} is there and cannot be read.`, "Another name?");
  }
}

/** Links of a Markdown report: relative to its file, or to the workspace where it goes to stdout. */
export function linkFrom(
  file: string | null,
  root: string,
  cwd: string,
): (target: string) => string {
  const from = file === null ? root : dirname(resolve(cwd, file));
  return (target) => relative(from, resolve(root, target)).split(sep).join("/");
}
