import {resolve} from "node:path";
import {idOfFile} from "../../core/identity.ts";
import type {Diagnostic} from "../../core/diagnostics.ts";
import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {count} from "../../core/text.ts";
import {formatDiagnostic} from "../../render/diagnostic.ts";
import {readGiven} from "../../workspace/given-files.ts";
import {loadWorkspace} from "../../workspace/load.ts";
import {type Input, isOn} from "../command.ts";
import {commitSaved} from "../commit-saved.ts";
import type {Context} from "../context.ts";
import {diagnosticData} from "../envelope.ts";
import {openEditor} from "../editor.ts";
import {fromHere, pathFromHere} from "../notices.ts";
import type {Opened} from "../open.ts";
import {showResult} from "../report/print-report.ts";
import {canAsk} from "../prompts/can-ask.ts";
import {writeNotice} from "../streams.ts";
import {askNext, equal, putBack} from "./hand-mishap.ts";

/** What became of a file that was opened in the editor. */
export interface HandEdit {
  outcome: "saved" | "unchanged" | "put-back" | "faulty";
  /** What `check` says of the file now; warnings too. */
  diagnostics: Diagnostic[];
}

/**
 * Opens a file of the workspace (relative to its root, with `/`) in the person's editor, checks what came of
 * it, and says so. Returns the exit code: 1 when it is left with errors. A file with errors is offered again.
 * Throws `usage` where there is no terminal for an editor. `kind`: the command's words joined by `-`.
 */
export async function editByHand(
  file: string,
  opened: Opened,
  input: Input,
  context: Context,
  kind = "edit",
): Promise<number> {
  refuseDryRun(input);
  const {outcome, diagnostics} = await editFileByHand(file, opened, input, context);
  const done = `${sentences[outcome]} ${pathFromHere(file, opened, context)}\n`;
  const saved = {files: [file], message: `Edit ${idOfFile(file)}`, said: done};
  const commit = outcome === "saved" ? await commitSaved(saved, input, opened, context) : null;
  const warnings = diagnostics.filter(({severity}) => severity === "warning");
  const data = {
    id: idOfFile(file),
    path: file,
    changed: [],
    outcome,
    commit,
    diagnostics: diagnostics.map(diagnosticData),
    warnings: warnings.map(({message}) => message),
  };
  const text = () => (commit === null ? done : `${done}Committed ${commit.slice(0, 12)}\n`);
  await showResult({kind, data, text, diagnostics: false}, input, opened, context);
  return outcome === "faulty" ? exitCodes.findings : exitCodes.done;
}

function refuseDryRun({flags}: Input): void {
  if (!isOn(flags, "dryRun")) return;
  throw new PmTalkError(
    "usage",
    "--dry-run shows what flags would change; what an editor will do nobody knows.",
    "Leave it out, or say what to change.",
  );
}

const sentences: Record<HandEdit["outcome"], string> = {
  saved: "Saved",
  unchanged: "Unchanged:",
  "put-back": "Put back as it was:",
  faulty: "Left as it is:",
};

/** The same without a word about the result: for commands that go on with it. */
async function editFileByHand(
  file: string,
  opened: Opened,
  input: Input,
  context: Context,
): Promise<HandEdit> {
  refuseWithoutTerminal(file, input, context);
  const path = resolve(opened.workspace.root, file);
  const before = readGiven(path);
  for (;;) {
    await openEditor(path, context);
    const after = readGiven(path);
    if (before !== null && after !== null && equal(before, after))
      return {outcome: "unchanged", diagnostics: []};
    const diagnostics = await diagnosticsOf(file, opened);
    const errors = diagnostics.filter(({severity}) => severity === "error");
    if (after !== null && errors.length === 0) {
      await sayWarnings(file, diagnostics, opened, input, context);
      return {outcome: "saved", diagnostics};
    }
    await sayFaults(after === null ? null : diagnostics, file, opened, context);
    const was = wasReadable(file, opened) ? before : null;
    const next = await askNext(was, after, file, input, context);
    if (next === "leave") return {outcome: "faulty", diagnostics};
    if (next === "back") {
      await putBack(path, before, after, context);
      return {outcome: "put-back", diagnostics: []};
    }
  }
}

function refuseWithoutTerminal(file: string, {global}: Input, context: Context): void {
  if (canAsk(global, context)) return;
  throw new PmTalkError(
    "usage",
    `Nothing changed: no terminal to open ${file} in.`,
    `pm-talk edit ${idOfFile(file)} --set FIELD=VALUE`,
  );
}

/** The whole workspace is read again: a file may be right by itself and wrong next to others. */
async function diagnosticsOf(
  file: string,
  {workspace: {root}, today}: Opened,
): Promise<Diagnostic[]> {
  const {diagnostics} = await loadWorkspace(root, {today, warnings: true});
  return diagnostics.filter((one) => one.file === file);
}

async function sayWarnings(
  file: string,
  warnings: Diagnostic[],
  opened: Opened,
  {global}: Input,
  context: Context,
): Promise<void> {
  if (global.quiet || warnings.length === 0) return;
  const shown = pathFromHere(file, opened, context);
  await writeNotice(context, `${count(warnings.length, "warning")}:  pm-talk check ${shown}`);
}

/** Warnings too: a key that is missing may be the one that is misspelt. */
async function sayFaults(
  diagnostics: Diagnostic[] | null,
  file: string,
  opened: Opened,
  context: Context,
): Promise<void> {
  if (diagnostics === null) {
    await writeNotice(context, `${pathFromHere(file, opened, context)} is not there any more.`);
    return;
  }
  for (const diagnostic of diagnostics)
    await writeNotice(context, formatDiagnostic(fromHere(diagnostic, opened, context)));
}

function wasReadable(file: string, {workspace}: Opened): boolean {
  return workspace.results.some(({place, result}) => place.file === file && result.parsed !== null);
}
