import {PmTalkError} from "../../core/errors.ts";
import {rememberWorkspace} from "../../workspace/last-used.ts";
import {isOn, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import type {Opened} from "../open.ts";
import {canAsk} from "../prompts/can-ask.ts";
import {readBody} from "./body-flag.ts";
import {openForLog, workspaceMissing} from "./choose-workspace.ts";
import {draftOf, type LogInput} from "./draft-input.ts";
import {keepingDraft, keepTyped, keptError} from "./draft-keep.ts";
import {offerNotice} from "./draft-offer.ts";
import {editReady} from "./edit-log.ts";
import {commitAndShow, type Ready, showDry} from "./finish-log.ts";
import type {Remarks} from "./log-values.ts";
import {proveNote} from "./prove-note.ts";
import {readLog} from "./read-log.ts";
import {composeNote, saveCustomer, saveNote} from "./save-log.ts";

/** `log` when its flags say enough, or nobody is there to be asked: reads, proves, saves. */
export async function logByFlags(log: LogInput, context: Context): Promise<number> {
  const {flags} = log.input;
  const body = log.body === undefined ? await readBody(valueOf(flags, "body"), context) : log.body;
  const opened = await openOrKeep(log, body, context);
  const {root} = opened.workspace;
  const input = {...log.input, global: {...log.input.global, dir: root}};
  if (log.resumed === null) await offerNotice(input.global, context);
  const remarks: Remarks = {notices: [], warnings: []};
  const values = await readLog(input, body, opened, context, remarks, log.saidOn);
  const note = composeNote(values, opened.workspace, context);
  const proof = proveNote(note, values, opened, remarks);
  const ready: Ready = {note, proof, remarks, customer: values.customer.name};
  const edited = isOn(flags, "edit")
    ? await editReady(ready, values, input, opened, context)
    : {ready, drop: () => undefined};
  if (isOn(flags, "dryRun")) return await showDry(edited.ready, input, opened, context);
  const content = draftOf(log, {root, cwd: context.cwd, body, answers: null});
  const saved = edited.ready.note;
  // Once the note is there, a draft would only be written a second time.
  await keepingDraft(content, context.env, () => saveNote(saved, root), log.resumed?.draft);
  edited.drop();
  rememberWorkspace(root, context.env);
  const created = await saveCustomer(saved, root);
  return await commitAndShow(created, edited.ready, input, opened, context);
}

/** Outside a workspace somebody at the terminal is offered one; else what was typed is kept. */
async function openOrKeep(log: LogInput, body: string | null, context: Context): Promise<Opened> {
  const asks = canAsk(log.input.global, context) && workspaceMissing(log.input, context) !== null;
  const prompter = asks ? await context.openPrompter(log.input.global.color) : null;
  try {
    return await openForLog(log.input, context, prompter);
  } catch (error) {
    if (!(error instanceof PmTalkError)) throw error;
    const content = draftOf(log, {root: null, cwd: context.cwd, body, answers: null});
    throw log.resumed === null
      ? keepTyped(error, content, context.env)
      : keptError(error, log.resumed.draft, context.env);
  } finally {
    await prompter?.close();
  }
}
