import {relative, resolve, sep} from "node:path";
import {exitCodes, PmTalkError} from "../../core/errors.ts";
import type {FormatName} from "../../render/formats.ts";
import {type CommandDefinition, type Flags, type Input, isOn, listOf, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {formatFlagsOf} from "../flags/flags.ts";
import {formatNamed} from "../report/format.ts";
import {noticeDiagnostics, noticeEmpty} from "../notices.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {hasErrors, showResult} from "../report/print-report.ts";
import {type AllReports, fromRoot, writeAll} from "../report-all/write-all.ts";
import {writeNotice} from "../streams.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [
    {flags: "-o, --output <dir>", about: "the folder for them, such as reports"},
    {
      flags: "--format <format>",
      about: "text, markdown, html, json or csv (default: markdown and html)",
      repeatable: true,
    },
    ...formatFlagsOf("force", "strict", "all"),
  ],
  notes:
    "A report for each gate that is not decided yet is among them, and README.md and index.html lead to all. A\nreport in which nothing has changed but the day is left as it is.",
  writes: "the reports; never another file, unless --force is given.",
  examples: ["report all -o reports", "report all -o reports --format html"],
  reads: true,
  run: async (input, context) => {
    const formats = formatsOf(input.flags);
    const opened = await openWorkspace(input.global, context);
    const dir = folderOf(input, opened, context);
    if (!input.global.json) await noticeDiagnostics(opened, input.global, context);
    await noticeEmpty(opened, input.global, context);
    const all = await writeAll(dir, formats, input, opened, context);
    const data = {
      files: all.files.map((file) => ({...file, path: fromRoot(file.path, opened, context)})),
      stale: all.stale.map((path) => fromRoot(path, opened, context)),
    };
    const result = {kind: "report-all", data, text: () => textOf(all), diagnostics: false};
    await showResult(result, input, opened, context);
    if (!input.global.quiet && !input.global.json) await noticeStale(all, context);
    return isOn(input.flags, "strict") && hasErrors(opened) ? exitCodes.findings : exitCodes.done;
  },
};

function formatsOf(flags: Flags): FormatName[] {
  const asked = listOf(flags, "format").flatMap((value) => value.split(","));
  const formats = asked.map((word) => formatNamed(word.trim()));
  return formats.length === 0 ? ["markdown", "html"] : [...new Set(formats)];
}

/** Where the reports go. Throws a usage error for none, and for one that holds the workspace. */
function folderOf({flags}: Input, {workspace}: Opened, {cwd}: Context): string {
  const dir = valueOf(flags, "output");
  const better = "pm-talk report all -o reports";
  if (dir === null)
    throw new PmTalkError("usage", "report all writes files, and wants a folder for them.", better);
  const inside = relative(resolve(cwd, dir), workspace.root);
  if (inside !== ".." && !inside.startsWith(`..${sep}`) && resolve(inside) !== inside)
    throw new PmTalkError(
      "usage",
      `-o ${dir}: the workspace is in there, and has a README.md of its own.`,
      `Reports want a folder to themselves:  ${better}`,
    );
  return dir;
}

function textOf({files}: AllReports): string {
  return files
    .map(({path, state}) => `${state === "written" ? "wrote    " : "same     "}${path}\n`)
    .join("");
}

/** They are somebody's to delete: a link may lead to them. */
async function noticeStale({stale}: AllReports, context: Context): Promise<void> {
  for (const path of stale)
    await writeNotice(context, `${path} is of a gate that is decided or gone. Delete it?`);
}
