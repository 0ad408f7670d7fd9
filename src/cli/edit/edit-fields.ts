import {type FieldChange, setFields} from "../../notes/edit/edit-fields.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {planEdit, type PlannedEdit} from "../../workspace/write/edit-file.ts";
import type {Opened} from "../open.ts";

/** The edit that gives a file these fields; its text is read anew, and nothing is written. */
export async function planFields(
  parsed: ParsedFile,
  changes: readonly FieldChange[],
  {workspace}: Opened,
): Promise<PlannedEdit> {
  const {root, config} = workspace;
  const {kind, id, file} = parsed;
  return await planEdit(root, {kind, id, file}, config, (text) => setFields(text, kind, changes), {
    fields: namesOf(changes),
  });
}

/** The names of the fields that change, in the order of the changes. */
export function namesOf(changes: readonly FieldChange[]): string[] {
  return changes.map(({field}) => field);
}
