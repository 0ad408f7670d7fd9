import {PmTalkError} from "../../core/errors.ts";
import type {Diagnostic} from "../../core/diagnostics.ts";
import {foldId} from "../../core/identity.ts";
import {foldName} from "../../core/text.ts";
import type {ConversationFields} from "../../notes/conversation.ts";
import type {FilePlace} from "../../notes/files.ts";
import {readFile} from "../../notes/read-file.ts";
import {locateFaults} from "../../notes/report-faults.ts";
import {writeRegister} from "../../notes/write-register.ts";
import {newId, slugOf} from "../../workspace/slug.ts";
import type {Input} from "../command.ts";
import type {Context} from "../context.ts";
import {editNewNote} from "../edit/edit-new-note.ts";
import {customerKind, knownCustomers} from "../known.ts";
import {findNamed} from "../names.ts";
import type {Opened} from "../open.ts";
import {canAsk} from "../prompts/can-ask.ts";
import {blankNote, withoutGuidance} from "./blank-note.ts";
import type {Ready} from "./finish-log.ts";
import type {Remarks} from "./log-values.ts";
import {proveEdited} from "./prove-note.ts";
import type {LogValues} from "./read-log.ts";
import type {ReadyNote} from "./save-log.ts";

/** A note as somebody left it in the editor, and how the text kept meanwhile is taken away. */
export interface EditedReady {
  ready: Ready;
  drop: () => void;
}

/**
 * Opens the note in the editor before it is saved: the one that flags or answers made, or the template where
 * they say nothing yet. Day, customer and type may be changed there; the file is named by what they are then.
 */
export async function editReady(
  ready: Ready,
  values: LogValues,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<EditedReady> {
  if (!canAsk(input.global, context))
    throw new PmTalkError(
      "usage",
      "Nothing written: --edit opens an editor, and there is no terminal for it.",
      "Leave it out, or give the text with --body FILE.",
    );
  const {workspace} = opened;
  const blank = blankNote(values, workspace);
  const place: FilePlace<"conversation"> = {
    kind: "conversation",
    id: ready.note.id,
    file: ready.note.file,
  };
  const check = async (text: string): Promise<Diagnostic[]> =>
    await locateFaults(place.file, text, readFile(place, text, workspace.config).faults);
  const start = blank?.text ?? ready.note.text;
  const edited = await editNewNote(start, `${ready.note.id}.md`, check, context);
  const text = blank === null ? edited.text : withoutGuidance(edited.text, blank);
  const {parsed} = readFile(place, text, workspace.config);
  if (parsed === null) throw new Error("a note that was checked cannot be read");
  const note = namedByContent(ready.note, text, parsed.fields, values, opened, context);
  const remarks: Remarks = {notices: [], warnings: []};
  const proof = proveEdited(note, values.addTo, opened, remarks);
  return {ready: {...ready, note, proof, remarks}, drop: edited.drop};
}

/** Keeps the id while day, customer and type are what it says; else makes one that says what they are. */
function namedByContent(
  note: ReadyNote,
  text: string,
  fields: ConversationFields,
  values: LogValues,
  {workspace: {collection}}: Opened,
  context: Context,
): ReadyNote {
  const sameCustomer = foldName(fields.customer) === foldName(values.fields.customer);
  const same =
    sameCustomer && fields.date === values.fields.date && fields.type === values.fields.type;
  if (same) return {...note, text};
  const known = findNamed(fields.customer, knownCustomers(collection), customerKind);
  const customer = known ?? slugOf(fields.customer);
  const id = newId(
    {date: fields.date, customer: slugOf(customer), type: fields.type},
    context.random,
  );
  const file = `conversations/${fields.date.slice(0, 4)}/${id}.md`;
  const declared = collection.customers.some(
    (one) => one.file !== null && foldId(one.id) === foldId(customer),
  );
  const customerFile = sameCustomer
    ? note.customerFile
    : declared
      ? null
      : {
          file: `customers/${slugOf(customer)}.md`,
          name: fields.customer,
          text: writeRegister("customer", {name: fields.customer}),
        };
  return {id, file, text, customerFile};
}
