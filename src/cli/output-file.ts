import {basename, dirname, relative, resolve, sep} from "node:path";
import {PmTalkError} from "../core/errors.ts";
import {folders} from "../notes/vocabulary.ts";
import type {Context} from "./context.ts";
import type {FormatName} from "../render/formats.ts";
import {pageMark} from "../render/page-mark.ts";
import {writeOwn} from "../workspace/replace-own.ts";
import {writeNotice} from "./streams.ts";

/** The last line of a report's footer in each format, by which pm-talk knows its own files. */
const ownMarks: Record<FormatName, RegExp> = {
  text: /\d+ notes? read, /,
  markdown: /\d+ notes? read, /,
  html: new RegExp(pageMark),
  json: /^\{\s*"schemaVersion": \d+,\s*"kind": "/,
};

/** Writes a report to a file, and says so on stderr. */
export async function writeOutput(
  output: {
    file: string;
    /** Of the workspace. */
    root: string;
    text: string;
    format: FormatName;
    force: boolean;
    quiet: boolean;
  },
  context: Context,
): Promise<void> {
  const {file, root, text, format, force, quiet} = output;
  refuseNotesPlace(file, root, context.cwd);
  await writeOwn({
    path: resolve(context.cwd, file),
    name: file,
    text,
    mark: ownMarks[format],
    force,
  });
  if (!quiet) await writeNotice(context, `Wrote ${file}`);
}

/** Where notes lie a report would be read as one, and with --force it would replace people's only copy. */
function refuseNotesPlace(file: string, root: string, cwd: string): void {
  const inside = slashed(relative(root, resolve(cwd, file)));
  const [folder = ""] = inside.toLowerCase().split("/");
  if (!inside.includes("/") || !Object.values<string>(folders).includes(folder)) return;
  const better = slashed(relative(cwd, resolve(root, "reports", basename(file))));
  throw new PmTalkError(
    "usage",
    `-o ${file}: ${folder}/ is for what the team writes, and a report is none of it.`,
    `Keep reports beside it:  -o ${better}`,
  );
}

/** Links of a Markdown report: relative to its file, or to the workspace where it goes to stdout. */
export function linkFrom(
  file: string | null,
  root: string,
  cwd: string,
): (target: string) => string {
  const from = file === null ? root : dirname(resolve(cwd, file));
  return (target) => slashed(relative(from, resolve(root, target)));
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}
