import {shortId} from "../../core/identity.ts";
import type {PlannedEdit} from "../../workspace/write/edit-file.ts";
import type {Opened} from "../open.ts";

/**
 * What a note still says in its text of a customer or concept that its fields no longer name: the text is the
 * writer's, so it is not touched, but the reader should not be led to somebody else.
 */
export function staleLinks({before, old, result}: PlannedEdit, {workspace}: Opened): string[] {
  if (old.kind !== "conversation" || result.parsed === null) return [];
  const gone = new Set(namesIn(old.fields));
  for (const name of namesIn(result.parsed.fields)) gone.delete(name);
  const {customers, concepts} = workspace.collection;
  return [...customers, ...concepts].flatMap(({id, file}) =>
    file !== null && gone.has(id) && before.includes(`${file})`)
      ? [`The text still links to ${file}; to change it too:  pm-talk edit ${shortId(old.id)}`]
      : [],
  );
}

function namesIn(fields: object): string[] {
  const {customer, concepts} = fields as {customer?: string; concepts?: string[]};
  return [...(customer === undefined ? [] : [customer]), ...(concepts ?? [])];
}
