import {type Input, isOn, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {openWorkspace} from "../open.ts";
import {readBody} from "./body-flag.ts";
import {type Ready, saveAndShow, showDry} from "./finish-log.ts";
import type {Remarks} from "./log-values.ts";
import {proveNote} from "./prove-note.ts";
import {readLog} from "./read-log.ts";
import {composeNote} from "./save-log.ts";

/** `log` when its flags say enough, or nobody is there to be asked: reads, proves, saves. */
export async function logByFlags(input: Input, context: Context): Promise<number> {
  const opened = await openWorkspace(input.global, context);
  const remarks: Remarks = {notices: [], warnings: []};
  const body = await readBody(valueOf(input.flags, "body"), context);
  const values = await readLog(input, body, opened, context, remarks);
  const note = composeNote(values, opened.workspace, context);
  const proof = proveNote(note, values, opened, remarks);
  const ready: Ready = {note, proof, remarks, customer: values.customer.name};
  if (isOn(input.flags, "dryRun")) return await showDry(ready, input, opened, context);
  return await saveAndShow(ready, input, opened, context, null, () => undefined);
}
