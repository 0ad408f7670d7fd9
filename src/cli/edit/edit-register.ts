import {PmTalkError} from "../../core/errors.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {type FieldChange, setFields} from "../../notes/edit-fields.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {planEdit, type PlannedEdit} from "../../workspace/edit-file.ts";
import type {Input} from "../command.ts";
import type {Context} from "../context.ts";
import {findFile, findReadable} from "../find-file.ts";
import type {Remarks} from "../log/log-values.ts";
import type {NamedKind} from "../names.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {canAsk} from "../prompts/can-ask.ts";
import {fieldFlags} from "../register/register-flags.ts";
import {editByHand} from "./edit-by-hand.ts";
import {namesOf} from "./edit-fields.ts";
import {finishEdit} from "./finish-edit.ts";
import {grantWishes} from "./grant-wishes.ts";
import {lostOf, type NewPerson, peopleWith, withPeople} from "./people.ts";
import {refuseUndeclared} from "./undeclared.ts";
import {readFlags} from "./wishes.ts";

/** A register command that changes one file by the flags with which it was added. */
export interface RegisterEdit {
  kind: "customer" | "assumption";
  named: NamedKind;
  /** People to add, or to put in place of those who have the same id. */
  people: NewPerson[];
}

/** Edits by the flags given; without any the file is opened in the editor. Returns the exit code. */
export async function editRegister(
  edit: RegisterEdit,
  input: Input,
  context: Context,
): Promise<number> {
  const {kind, named, people} = edit;
  const only = {kind, named};
  const opened = await openWorkspace(input.global, context);
  const wishes = readFlags(kind, input.flags);
  const typed = input.args[0] ?? "";
  refuseUndeclared(kind, typed, opened);
  if (wishes.length === 0 && people.length === 0) {
    const {place} = findFile(typed, opened, context, only);
    if (!canAsk(input.global, context)) throw noFlags(kind, place.id);
    return await editByHand(place.file, opened, input, context, `${kind}-edit`);
  }
  const parsed = findReadable(typed, opened, context, only);
  const remarks: Remarks = {notices: [], warnings: []};
  const changes = await grantWishes(parsed, wishes, opened, context, remarks);
  const planned = await planRegister(parsed, changes, people, opened);
  remarks.warnings.push(...lostOf(parsed.body.lines.people, people));
  const changed = [...namesOf(changes), ...(people.length === 0 ? [] : ["people"])];
  const message = `Edit ${parsed.id}: ${changed.join(", ")}`;
  const finished = {kind: `${kind}-edit`, planned, changed, message, remarks};
  return await finishEdit(finished, input, opened, context);
}

async function planRegister(
  parsed: ParsedFile,
  changes: readonly FieldChange[],
  people: readonly NewPerson[],
  {workspace}: Opened,
): Promise<PlannedEdit> {
  const {root, config} = workspace;
  const {kind, id, file} = parsed;
  const place = {kind, id, file};
  return await planEdit(
    root,
    place,
    config,
    async (text) => withPeople(await setFields(text, kind, changes), place, people, config),
    {
      since: parsed,
      fields: namesOf(changes),
      body: (old) => ({
        ...old,
        lines: {...old.lines, people: peopleWith(old.lines.people, people)},
      }),
    },
  );
}

function noFlags(kind: Kind, id: string): PmTalkError {
  const flags = fieldFlags(kind).map(({flag}) => `--${flag}`);
  const all = kind === "customer" ? [...flags, "--person"] : flags;
  return new PmTalkError(
    "usage",
    "Nothing changed: no terminal to open an editor in, and no flag says what to change.",
    `One or more of: ${all.join(" ")}\npm-talk ${kind} edit ${id} --owner ana`,
  );
}
