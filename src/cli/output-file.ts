import {dirname, relative, resolve, sep} from "node:path";
import type {Context} from "./context.ts";
import type {FormatName} from "../render/formats.ts";
import {writeOwn} from "../workspace/replace-own.ts";
import {writeNotice} from "./streams.ts";

/** The last line of a report's footer in each format, by which pm-talk knows its own files. */
const ownMarks: Record<FormatName, RegExp> = {
  text: /\d+ notes? read, /,
  markdown: /\d+ notes? read, /,
  json: /^\{\s*"schemaVersion": \d+,\s*"kind": "/,
};

/** Writes a report to a file, and says so on stderr. */
export async function writeOutput(
  output: {file: string; text: string; format: FormatName; force: boolean; quiet: boolean},
  context: Context,
): Promise<void> {
  const {file, text, format, force, quiet} = output;
  await writeOwn({
    path: resolve(context.cwd, file),
    name: file,
    text,
    mark: ownMarks[format],
    force,
  });
  if (!quiet) await writeNotice(context, `Wrote ${file}`);
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
