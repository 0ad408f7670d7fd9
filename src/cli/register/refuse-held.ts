import {PmTalkError} from "../../core/errors.ts";
import {foldId, idOfFile} from "../../core/identity.ts";
import {foldName} from "../../core/text.ts";
import type {Collection} from "../../notes/collection.ts";
import {quote} from "../../workspace/shell-words.ts";
import {slugOf} from "../../workspace/slug.ts";
import {knownAssumptions, knownConcepts, knownCustomers} from "../known.ts";
import type {Named as Thing} from "../names.ts";

/** Kinds whose names must be one file's only: a name that two hold counts for neither. */
type Named = "customer" | "assumption" | "concept";

/** The id of the file that is called so: by its id, its name or statement, or an alias; null where none is. */
function holderOf(name: string, kind: Named, collection: Collection): string | null {
  const declared = declaredOf(kind, collection);
  const wanted = foldName(name);
  const holder = declared.find(({id, names}) =>
    [id, ...names].some((known) => foldName(known) === wanted),
  );
  return holder?.id ?? null;
}

function declaredOf(kind: Named, collection: Collection): Thing[] {
  if (kind === "customer")
    return knownCustomers({...collection, customers: collection.customers.filter(isDeclared)});
  if (kind === "assumption")
    return knownAssumptions({
      ...collection,
      assumptions: collection.assumptions.filter(isDeclared),
    });
  const declared = new Set(collection.concepts.map(({id}) => id));
  return knownConcepts(collection).filter(({id}) => declared.has(id));
}

/**
 * Why a name cannot be a new file's, as an answer to the question for it; null when it can. A file that
 * cannot be read may well be called so: a second one beside it would part what belongs together.
 */
export function whyTaken(name: string, kind: Named, collection: Collection): string | null {
  const holder = holderOf(name, kind, collection);
  if (holder !== null) return `That is ${withArticle(kind)} already: ${holder}.`;
  const ids = [foldId(name), foldId(slugOf(name))];
  const unread = collection.leftOut.find(
    (left) => left.kind === kind && ids.includes(foldId(idOfFile(left.file))),
  );
  return unread === undefined
    ? null
    : `${unread.file} is there, and cannot be read: pm-talk check.`;
}

function withArticle(kind: Named): string {
  return `${kind === "assumption" ? "an" : "a"} ${kind}`;
}

/** Throws a usage error for a name that another file holds. */
export function refuseHeld(names: readonly string[], kind: Named, collection: Collection): void {
  for (const name of names) {
    const holder = holderOf(name, kind, collection);
    if (holder === null) continue;
    throw new PmTalkError(
      "usage",
      `"${name}" is ${withArticle(kind)} already: ${holder}.`,
      `pm-talk ${kind} show ${quote(holder)}`,
    );
  }
}

function isDeclared({file}: {file: string | null}): boolean {
  return file !== null;
}
