import {resolve} from "node:path";
import type {Diagnostic} from "../../core/diagnostics.ts";
import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {count} from "../../core/text.ts";
import {formatDiagnostic} from "../../render/diagnostic.ts";
import {createFile, replaceFile} from "../../workspace/create-file.ts";
import {readGiven} from "../../workspace/given-files.ts";
import {keepText} from "../../workspace/kept-text.ts";
import {loadWorkspace} from "../../workspace/load.ts";
import type {Input} from "../command.ts";
import type {Context} from "../context.ts";
import {openEditor} from "../editor.ts";
import {fromHere, pathFromHere} from "../notices.ts";
import type {Opened} from "../open.ts";
import {showResult} from "../print-report.ts";
import {canAsk} from "../prompts/can-ask.ts";
import {writeNotice} from "../streams.ts";
import {askOnce} from "./ask-once.ts";

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
  const {outcome, diagnostics} = await editFileByHand(file, opened, input, context);
  const data = {path: file, outcome, diagnostics: diagnostics.map(({excerpt: _, ...rest}) => rest)};
  const text = () => `${sentences[outcome]} ${pathFromHere(file, opened, context)}\n`;
  await showResult({kind, data, text, diagnostics: false}, input, opened, context);
  return outcome === "faulty" ? exitCodes.findings : exitCodes.done;
}

const sentences: Record<HandEdit["outcome"], string> = {
  saved: "Saved",
  unchanged: "Unchanged:",
  "put-back": "Put back as it was:",
  faulty: "Left as it is:",
};

/** The same without a word about the result: for commands that go on with it. */
export async function editFileByHand(
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
    await sayErrors(after === null ? null : errors, file, opened, context);
    const next = await askNext(wasReadable(file, opened) ? before : null, after, file, context);
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
    `pm-talk edit ${file.replace(/^.*\/|\.md$/gi, "")} --set FIELD=VALUE`,
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

async function sayErrors(
  errors: Diagnostic[] | null,
  file: string,
  opened: Opened,
  context: Context,
): Promise<void> {
  if (errors === null) {
    await writeNotice(context, `${pathFromHere(file, opened, context)} is not there any more.`);
    return;
  }
  for (const error of errors)
    await writeNotice(context, formatDiagnostic(fromHere(error, opened, context)));
}

function wasReadable(file: string, {workspace}: Opened): boolean {
  return workspace.results.some(({place, result}) => place.file === file && result.parsed !== null);
}

type Next = "again" | "leave" | "back";

async function askNext(
  before: Uint8Array | null,
  after: Uint8Array | null,
  file: string,
  context: Context,
): Promise<Next> {
  return await askOnce(context, `${file} stays as it is now.`, (prompter) =>
    prompter.select<Next>({
      message: "What now?",
      choices: [
        ...(after === null ? [] : [{value: "again" as const, label: "Open it again"}]),
        ...(before === null || textOf(before) === null
          ? []
          : [{value: "back" as const, label: "Put back what was there"}]),
        {value: "leave", label: "Leave it as it is"},
      ],
    }),
  );
}

/** What was typed is kept elsewhere, for it is no less somebody's work because a line of it is wrong. */
async function putBack(
  path: string,
  before: Uint8Array | null,
  after: Uint8Array | null,
  context: Context,
): Promise<void> {
  const text = before === null ? null : textOf(before);
  if (text === null) throw new Error("there is nothing to put back");
  if (after === null) return await createFile(path, text);
  const typed = Buffer.from(after).toString("utf8");
  const kept = keepText(path.replace(/^.*[\\/]/, ""), typed, context.env);
  await replaceFile(path, text, {before: typed});
  await writeNotice(context, `What you typed is kept in ${kept}`);
}

/** Null where the bytes are no UTF-8 text, so that writing the text would change them. */
function textOf(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes).toString("utf8");
  return equal(Buffer.from(text, "utf8"), bytes) ? text : null;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
