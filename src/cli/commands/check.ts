import {isAbsolute, relative, resolve, sep} from "node:path";
import {staleCritical} from "../../analysis/stale-critical.ts";
import type {Diagnostic, Fault} from "../../core/diagnostics.ts";
import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {count} from "../../core/text.ts";
import {formatDiagnostic} from "../../render/diagnostic.ts";
import {strictDiagnostics} from "../../workspace/strict.ts";
import {isThere} from "../../workspace/given-files.ts";
import {type CommandDefinition, isOn} from "../command.ts";
import type {Context} from "../context.ts";
import {diagnosticData} from "../envelope.ts";
import {fromHere} from "../notices.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {openStaged} from "../open-staged.ts";
import {showResult} from "../print-report.ts";

export const command: CommandDefinition = {
  args: [{name: "[file...]", about: "only these files (default: all)"}],
  flags: [
    {
      flags: "--strict",
      about: "also what is undeclared, unknown or out of date; exit 1 on any finding",
    },
    {flags: "--staged", about: "what git has staged, not what lies on the disk; for a hook"},
  ],
  writes: "nothing.",
  examples: ["check", "check --strict"],
  reads: true,
  run: async (input, context) => {
    const opened = isOn(input.flags, "staged")
      ? await openStaged(input.global, context)
      : await openWorkspace(input.global, context, {strays: true, warnings: true});
    const strict = isOn(input.flags, "strict");
    const all = strict ? await allDiagnostics(opened) : opened.workspace.diagnostics;
    const found = onlyIn(input.args, all, opened.workspace, context);
    const errors = found.filter((diagnostic) => diagnostic.severity === "error").length;
    const data = {
      errors,
      warnings: found.length - errors,
      files: opened.workspace.collection.counts.files,
      diagnostics: found.map(diagnosticData),
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

function onlyIn(
  files: string[],
  diagnostics: Diagnostic[],
  {root, results}: Opened["workspace"],
  context: Context,
): Diagnostic[] {
  if (files.length === 0) return diagnostics;
  // What is staged need not lie on the disk.
  const read = new Set(results.map(({place}) => place.file));
  const wanted = files.map((file) => {
    const path = resolve(context.cwd, file);
    const inside = relative(root, path).split(sep).join("/");
    if (!read.has(inside) && !isThere(path))
      throw new PmTalkError("usage", `No file ${file} here.`, "All files: pm-talk check");
    // Silence would say that it is fine.
    if (inside === ".." || inside.startsWith("../") || isAbsolute(inside))
      throw new PmTalkError(
        "usage",
        `${file} is not in this workspace.`,
        "All files: pm-talk check",
      );
    return inside;
  });
  return diagnostics.filter(({file}) =>
    wanted.some((path) => path === "" || file === path || file.startsWith(`${path}/`)),
  );
}

/** Silent when fine. */
function textOf(diagnostics: Diagnostic[]): string {
  if (diagnostics.length === 0) return "";
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error").length;
  const files = new Set(diagnostics.map((diagnostic) => diagnostic.file)).size;
  const sum = `${count(errors, "error")} and ${count(diagnostics.length - errors, "warning")} in ${count(files, "file")}.`;
  return `${[...diagnostics.map(formatDiagnostic), sum].join("\n\n")}\n`;
}
