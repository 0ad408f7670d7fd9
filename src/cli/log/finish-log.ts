import {exitCodes} from "../../core/errors.ts";
import {visible} from "../../core/visible.ts";
import {quote} from "../../workspace/shell-words.ts";
import type {Input} from "../command.ts";
import {commitSaved} from "../commit-saved.ts";
import type {Context} from "../context.ts";
import {pathFromHere} from "../notices.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {showResult} from "../report/print-report.ts";
import {writeNotice} from "../streams.ts";
import type {Remarks} from "./log-values.ts";
import type {Proof} from "./prove-note.ts";
import type {ReadyNote} from "./save-log.ts";

/** A note that is proven and only has to be written. */
export interface Ready {
  note: ReadyNote;
  proof: Proof;
  remarks: Remarks;
  /** How the customer is called, for the message of the commit. */
  customer: string;
}

/** The note on stdout, and where it would have gone; nothing is written. */
export async function showDry(
  {note, proof, remarks}: Ready,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const data = {...dataOf({note, proof, created: [], commit: null}, remarks), text: note.text};
  await showResult(
    {
      kind: "log",
      data,
      text: () => (context.stdoutIsTTY ? visible(note.text) : note.text),
      diagnostics: false,
    },
    input,
    opened,
    context,
  );
  if (!input.global.json)
    await say(
      [...remarks.notices, ...remarks.warnings, `Not written: ${note.file}`, proof.verdict],
      input,
      context,
    );
  return exitCodes.done;
}

/** Commits the files that were written, when asked to, and says so. `moved`: what they changed, when told. */
export async function commitAndShow(
  created: string[],
  ready: Ready,
  input: Input,
  opened: Opened,
  context: Context,
  moved: ((after: Opened) => string[]) | null = null,
): Promise<number> {
  const {note, proof, remarks} = ready;
  const commit = await commitAfter(created, ready, input, opened, context);
  return await showSaved({note, proof, created, commit}, remarks, input, opened, context, moved);
}

async function commitAfter(
  created: string[],
  {remarks, customer}: Ready,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<string | null> {
  const said = saved(created, opened, context);
  try {
    // The message is the same for everybody.
    const files = {files: created, message: `Talk with ${customer}`, said};
    return await commitSaved(files, input, opened, context);
  } catch (error) {
    await say([...remarks.notices, ...remarks.warnings], input, context);
    throw error;
  }
}

interface Saved {
  note: ReadyNote;
  proof: Proof;
  created: string[];
  commit: string | null;
}

async function showSaved(
  done: Saved,
  remarks: Remarks,
  input: Input,
  opened: Opened,
  context: Context,
  moved: ((after: Opened) => string[]) | null,
): Promise<number> {
  const {json} = input.global;
  const after = json || moved !== null ? await openWorkspace(input.global, context) : opened;
  if (!json && moved === null) await say([...remarks.notices, ...remarks.warnings], input, context);
  const text = (): string =>
    saved(done.created, opened, context) +
    (done.commit === null ? "" : `Committed ${done.commit.slice(0, 12)}\n`);
  await showResult(
    {kind: "log", data: dataOf(done, remarks), text, diagnostics: false},
    input,
    after,
    context,
  );
  if (json) return exitCodes.done;
  const told = moved === null ? [done.proof.verdict] : moved(after).map((line) => `  ${line}`);
  const shared = done.commit === null ? [share(done, opened, context)] : [];
  await say([...told, ...shared], input, context);
  return exitCodes.done;
}

function dataOf({note, proof, created, commit}: Saved, remarks: Remarks): Record<string, unknown> {
  return {
    id: note.id,
    path: note.file,
    created,
    commit,
    meaningful: proof.meaningful,
    missing: proof.missing,
    warnings: remarks.warnings,
  };
}

function saved(created: string[], opened: Opened, context: Context): string {
  return created.map((file) => `Saved ${pathFromHere(file, opened, context)}\n`).join("");
}

function share({created}: Saved, opened: Opened, context: Context): string {
  const files = created.map((file) => quote(pathFromHere(file, opened, context))).join(" ");
  return `To share it:  git add ${files} && git commit && git push`;
}

async function say(lines: string[], input: Input, context: Context): Promise<void> {
  if (!input.global.quiet) for (const line of lines) await writeNotice(context, line);
}
