import {PmTalkError} from "../../core/errors.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {type FieldChange, setFields} from "../../notes/edit/edit-fields.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {planEdit, type PlannedEdit} from "../../workspace/write/edit-file.ts";
import type {Input} from "../command.ts";
import type {Context} from "../context.ts";
import {findFile, findReadable} from "../find-file.ts";
import type {Remarks} from "../log/log-values.ts";
import type {NamedKind} from "../names.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {canAsk} from "../prompts/can-ask.ts";
import {lineFlags} from "../register/line-flags.ts";
import {lostParts} from "../register/lost-parts.ts";
import {readLines} from "../register/read-lines.ts";
import {fieldFlags} from "../register/register-flags.ts";
import {type LineChange, lineChanges, linesAfter, withLines} from "../register/set-lines.ts";
import {editByHand} from "./edit-by-hand.ts";
import {namesOf} from "./edit-fields.ts";
import {finishEdit} from "./finish-edit.ts";
import {grantWishes} from "./grant-wishes.ts";
import {refuseUndeclared} from "./undeclared.ts";
import {readFlags} from "./wishes.ts";

/** A register command that changes one file by the flags with which it was added. */
export interface RegisterEdit {
  kind: Kind;
  named: NamedKind;
  /** What more is to be said of the file as it will be. */
  remark?: (planned: PlannedEdit, opened: Opened) => string[];
}

/** Edits by the flags given; without any the file is opened in the editor. Returns the exit code. */
export async function editRegister(
  edit: RegisterEdit,
  input: Input,
  context: Context,
): Promise<number> {
  const {kind, named} = edit;
  const only = {kind, named};
  const opened = await openWorkspace(input.global, context);
  const remarks: Remarks = {notices: [], warnings: []};
  const wishes = readFlags(kind, input.flags);
  const lines = readLines(kind, input.flags, opened, context, remarks);
  const typed = input.args[0] ?? "";
  refuseUndeclared(kind, typed, opened);
  if (wishes.length === 0 && Object.keys(lines).length === 0) {
    const {place} = findFile(typed, opened, context, only);
    if (!canAsk(input.global, context)) throw noFlags(kind, place.id);
    return await editByHand(place.file, opened, input, context, `${kind}-edit`);
  }
  const parsed = findReadable(typed, opened, context, only);
  const changes = await grantWishes(parsed, wishes, opened, context, remarks);
  const put = lineChanges(parsed, lines, opened.workspace.collection);
  const planned = await planRegister(parsed, changes, put, opened);
  remarks.warnings.push(...lostParts(parsed, put), ...(edit.remark?.(planned, opened) ?? []));
  const changed = [...namesOf(changes), ...Object.keys(lines)];
  const message = `Edit ${parsed.id}: ${changed.join(", ")}`;
  const finished = {kind: `${kind}-edit`, planned, changed, message, remarks};
  return await finishEdit(finished, input, opened, context);
}

/** The edit that gives a file these fields and lines; nothing is written. */
export async function planRegister(
  parsed: ParsedFile,
  changes: readonly FieldChange[],
  lines: readonly LineChange[],
  {workspace}: Opened,
): Promise<PlannedEdit> {
  const {root, config} = workspace;
  const {kind, id, file} = parsed;
  const place = {kind, id, file};
  return await planEdit(
    root,
    place,
    config,
    async (text) => withLines(await setFields(text, kind, changes), place, lines, config),
    {
      since: parsed,
      fields: namesOf(changes),
      body: (old) => ({...old, lines: linesAfter(old.lines, lines)}),
    },
  );
}

function noFlags(kind: Kind, id: string): PmTalkError {
  const all = [...fieldFlags(kind), ...lineFlags(kind)].map(({flag}) => `--${flag}`);
  const example = kind === "decision" ? "--change 'what is different now'" : "--owner ana";
  return new PmTalkError(
    "usage",
    "Nothing changed: no terminal to open an editor in, and no flag says what to change.",
    `One or more of: ${all.join(" ")}\npm-talk ${kind} edit ${id} ${example}`,
  );
}
