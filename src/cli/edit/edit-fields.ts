import {type FieldChange, setFields} from "../../notes/edit/edit-fields.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {planEdit, type PlannedEdit} from "../../workspace/write/edit-file.ts";
import type {Opened} from "../open.ts";

/**
 * The edit that gives a file these fields; its text is read anew, and nothing is written. Throws `not-written`
 * when the file says something else by now than `parsed`, from which the changes were made: a list with one
 * more element would be without the one that somebody else has just added.
 */
export async function planFields(
  parsed: ParsedFile,
  changes: readonly FieldChange[],
  {workspace}: Opened,
): Promise<PlannedEdit> {
  const {root, config} = workspace;
  const {kind, id, file} = parsed;
  return await planEdit(root, {kind, id, file}, config, (text) => setFields(text, kind, changes), {
    since: parsed,
    fields: namesOf(changes),
  });
}

/** The names of the fields that change, in the order of the changes. */
export function namesOf(changes: readonly FieldChange[]): string[] {
  return changes.map(({field}) => field);
}
