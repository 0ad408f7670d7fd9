import {basename, dirname, relative, resolve, sep} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {folders} from "../../notes/vocabulary.ts";
import type {Context} from "../context.ts";
import type {FormatName} from "../../render/formats.ts";
import {type OwnFile, textBefore, writeOwn} from "../../workspace/write/replace-own.ts";
import {isOwn} from "./own-marks.ts";

/** A report on its way to a file. */
export interface Output {
  /** As the user named it. */
  file: string;
  /** Of the workspace. */
  root: string;
  text: string;
  format: FormatName;
  /** The first line of its CSV; null where there is none. */
  header: string | null;
  /** Also in place of a file that pm-talk did not write. */
  force: boolean;
  /** The file says all of it already: it is left alone. */
  kept: boolean;
}

/** Writes a report to a file, and says whether that was to be done. */
export async function writeOutput(output: Output, {cwd}: Context): Promise<"written" | "same"> {
  refuseNotesPlace(output.file, output.root, cwd);
  if (output.kept) return "same";
  return await writeOwn({...ownFile(output, cwd), text: output.text});
}

/** Throws where writeOutput would, before anything is written: for a file that is not ours, or not a place. */
export function refuseForeign(output: Omit<Output, "text" | "kept">, cwd: string): void {
  refuseNotesPlace(output.file, output.root, cwd);
  textBefore(ownFile(output, cwd));
}

function ownFile(
  {file, format, header, force}: Omit<Output, "text" | "kept">,
  cwd: string,
): Omit<OwnFile, "text"> {
  const path = resolve(cwd, file);
  return {path, name: file, isOwn: (text) => isOwn(format, text, header), force};
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
