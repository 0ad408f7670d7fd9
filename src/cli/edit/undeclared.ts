import {PmTalkError} from "../../core/errors.ts";
import {foldId} from "../../core/identity.ts";
import {foldName} from "../../core/text.ts";
import type {Collection} from "../../notes/collection.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {quote} from "../../workspace/shell-words.ts";
import {knownConcepts} from "../known.ts";
import type {Opened} from "../open.ts";

/** Throws a usage error for what notes only name: there is no file that could be changed yet. */
export function refuseUndeclared(kind: Kind, typed: string, {workspace}: Opened): void {
  const found = namedOnly(kind, workspace.collection).find(
    (id) => foldName(id) === foldName(typed),
  );
  if (found === undefined || hasFile(kind, found, workspace)) return;
  const add =
    kind === "assumption"
      ? `pm-talk assumption add --id ${quote(found)} --statement "We believe ..."`
      : `pm-talk ${kind} add --name ${quote(found)}`;
  throw new PmTalkError(
    "usage",
    `The ${kind} ${found} is only named in notes: it has no file yet.`,
    add,
  );
}

/** A file that cannot be read declares nothing, but it is there, and can be opened. */
function hasFile(kind: Kind, id: string, {results}: Opened["workspace"]): boolean {
  return results.some(({place}) => place.kind === kind && foldId(place.id) === foldId(id));
}

function namedOnly(kind: Kind, collection: Collection): string[] {
  const {customers, assumptions, concepts} = collection;
  const without = (things: {id: string; file: string | null}[]): string[] =>
    things.flatMap(({id, file}) => (file === null ? [id] : []));
  if (kind === "customer") return without(customers);
  if (kind === "assumption") return without(assumptions);
  const declared = new Set(concepts.map(({id}) => id));
  return kind === "concept"
    ? knownConcepts(collection).flatMap(({id}) => (declared.has(id) ? [] : [id]))
    : [];
}
