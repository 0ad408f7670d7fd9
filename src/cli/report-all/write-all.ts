import {join, relative, resolve, sep} from "node:path";
import {formatOfFile, type FormatName} from "../../render/formats.ts";
import {namesIn, textIn} from "../../workspace/own-files.ts";
import type {BuildReport} from "../report/built-report.ts";
import {type Input, isOn} from "../command.ts";
import type {Context} from "../context.ts";
import {isAsItWas} from "../report/keep-day.ts";
import type {Opened} from "../open.ts";
import {refuseForeign, writeOutput} from "../report/output-file.ts";
import {isOwn} from "../report/own-marks.ts";
import {renderReport} from "../report/render-report.ts";
import {buildContents, contentsNames, fileName} from "./contents.ts";
import {gatePrefix, planReports} from "./plan.ts";

export interface AllReports {
  files: {path: string; format: FormatName; state: "written" | "same"}[];
  /** Reports of ours in the folder, of gates that are decided or gone. */
  stale: string[];
}

interface PlannedFile {
  name: string;
  format: FormatName;
  build: BuildReport;
}

/**
 * Writes every report into a folder, in each of the formats, and the page that leads to them; what would not
 * change is left alone. Before anything is written, throws for a file that pm-talk did not write.
 */
export async function writeAll(
  dir: string,
  written: readonly FormatName[],
  input: Input,
  opened: Opened,
  context: Context,
): Promise<AllReports> {
  const files = planFiles(dir, written, opened);
  const outputs = [];
  for (const {name, format, build} of files) {
    const built = await build(input, opened, context);
    const file = join(dir, name);
    const place = {format, file, raw: false, input, opened, context};
    const header = built.table?.().columns.join(",") ?? null;
    const force = isOn(input.flags, "force");
    const output = {file, root: opened.workspace.root, format, header, force};
    refuseForeign(output, context.cwd);
    const text = await renderReport(built, place);
    outputs.push({...output, text, kept: await isAsItWas(built, place, build)});
  }
  const all: AllReports = {files: [], stale: staleIn(dir, files, context)};
  for (const output of outputs) {
    const state = await writeOutput(output, context);
    all.files.push({path: output.file, format: output.format, state});
  }
  return all;
}

function planFiles(dir: string, written: readonly FormatName[], opened: Opened): PlannedFile[] {
  const reports = planReports(opened);
  return written.flatMap((format) => {
    const contents = contentsNames[format];
    const index = buildContents(reports, dir, written, format);
    return [...(contents === undefined ? [] : [{name: contents, build: index}]), ...reports].map(
      ({name, build}) => ({name: fileName(name, format), format, build}),
    );
  });
}

/** Files of gates that pm-talk wrote once, in any format, and of which no report is planned any more. */
function staleIn(dir: string, files: readonly PlannedFile[], {cwd}: Context): string[] {
  const folder = resolve(cwd, dir);
  const current = new Set(files.map(({name}) => withoutEnding(name)));
  return namesIn(folder)
    .filter((name) => name.startsWith(gatePrefix) && !current.has(withoutEnding(name)))
    .filter((name) => {
      const format = formatOfFile(name);
      return format !== null && isOwn(format, textIn(folder, name), null);
    })
    .map((name) => join(dir, name));
}

function withoutEnding(name: string): string {
  return name.slice(0, name.lastIndexOf("."));
}

/** A path as typed, from the workspace, with `/`: as JSON names it. */
export function fromRoot(path: string, {workspace}: Opened, {cwd}: Context): string {
  return relative(workspace.root, resolve(cwd, path)).split(sep).join("/");
}
