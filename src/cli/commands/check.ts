import {staleCritical} from "../../analysis/stale-critical.ts";
import type {Diagnostic, Fault} from "../../core/diagnostics.ts";
import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {count} from "../../core/text.ts";
import {formatDiagnostic} from "../../render/diagnostic.ts";
import {strictDiagnostics} from "../../workspace/strict.ts";
import {givenPaths} from "../check/given-paths.ts";
import {mend} from "../check/mend.ts";
import {type CommandDefinition, type Input, isOn} from "../command.ts";
import type {Context} from "../context.ts";
import {diagnosticData} from "../envelope.ts";
import {writesToday} from "../flags/writes-today.ts";
import {fromHere} from "../notices.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {openStaged} from "../open-staged.ts";
import {showResult} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [{name: "[file...]", about: "only these files (default: all)"}],
  flags: [
    {
      flags: "--strict",
      about: "also what is undeclared, unknown or out of date; exit 1 on any finding",
    },
    {flags: "--staged", about: "what git has staged, not what lies on the disk; for a hook"},
    {
      flags: "--fix",
      about:
        "first mend what needs no question: days that are not padded, the case of known words, customers by id; shown before it is written",
    },
    {flags: "--yes", about: "with --fix: do not ask"},
  ],
  writes: "nothing; with --fix the lines that it shows.",
  examples: ["check", "check --strict", "check --fix --yes"],
  reads: true,
  run: async (input, context) => {
    refuseTogether(input);
    if (isOn(input.flags, "fix") && input.global.asOf !== null)
      throw writesToday("check --fix", "Leave it out.");
    const asItIs = await open(input, context);
    const isGiven = givenPaths(input.args, asItIs, context);
    const fix = isOn(input.flags, "fix");
    const mended = fix ? await mend(isGiven, input, asItIs, context) : [];
    const opened = mended.length > 0 ? await open(input, context) : asItIs;
    const strict = isOn(input.flags, "strict");
    const all = strict ? await allDiagnostics(opened) : opened.workspace.diagnostics;
    const found = all.filter(({file}) => isGiven(file));
    const errors = found.filter((diagnostic) => diagnostic.severity === "error").length;
    const data = {
      errors,
      warnings: found.length - errors,
      files: opened.workspace.collection.counts.files,
      diagnostics: found.map(diagnosticData),
      ...(fix ? {mended} : {}),
    };
    await showResult(
      {
        kind: "check",
        data,
        text: () => textOf(found.map((one) => fromHere(one, opened, context))),
        diagnostics: false,
      },
      input,
      opened,
      context,
    );
    return errors > 0 || (strict && found.length > 0) ? exitCodes.findings : exitCodes.done;
  },
};

/** What is staged is not on the disk to be mended. */
function refuseTogether({flags}: Input): void {
  if (isOn(flags, "staged") && isOn(flags, "fix"))
    throw new PmTalkError(
      "usage",
      "--fix mends files on the disk, and --staged looks at what git has staged.",
      "First one, then the other:  pm-talk check --fix",
    );
  if (isOn(flags, "yes") && !isOn(flags, "fix"))
    throw new PmTalkError(
      "usage",
      "--yes answers what only --fix asks.",
      "pm-talk check --fix --yes",
    );
}

async function open({flags, global}: Input, context: Context): Promise<Opened> {
  return isOn(flags, "staged")
    ? await openStaged(global, context)
    : await openWorkspace(global, context, {strays: true, warnings: true});
}

/** With what only a rule can find: a critical assumption whose evidence has expired. */
async function allDiagnostics({workspace, today, asOf}: Opened): Promise<Diagnostic[]> {
  const stale = staleCritical(workspace.collection, asOf).map(({file}) => ({
    file,
    fault: staleFault,
  }));
  return await strictDiagnostics(workspace, {today, asOf}, stale);
}

const staleFault: Fault = {
  code: "assumption-stale",
  severity: "warning",
  place: {at: "file"},
  message: "all evidence on this critical assumption has expired",
  hint: "Ask somebody again, or retire it:  retired: YYYY-MM-DD",
  dropped: null,
};

/** Silent when fine. */
function textOf(diagnostics: Diagnostic[]): string {
  if (diagnostics.length === 0) return "";
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error").length;
  const files = new Set(diagnostics.map((diagnostic) => diagnostic.file)).size;
  const sum = `${count(errors, "error")} and ${count(diagnostics.length - errors, "warning")} in ${count(files, "file")}.`;
  return `${[...diagnostics.map(formatDiagnostic), sum].join("\n\n")}\n`;
}
