import {resolve} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {foldId} from "../../core/identity.ts";
import {count, flattenSpace, foldName} from "../../core/text.ts";
import type {Collection} from "../../notes/collection.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {isOwnLink} from "../../workspace/write/many-files.ts";
import {planRename} from "../../workspace/write/rename.ts";
import {quote} from "../../workspace/shell-words.ts";
import {type Input, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {findReadable} from "../find-file.ts";
import {assumptionKind, customerKind, knownAssumptions, knownCustomers} from "../known.ts";
import type {Named, NamedKind} from "../names.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {idGiven} from "../register/read-register.ts";
import {refuseUnwritable} from "../flags/unwritable.ts";
import {carryOut} from "./carry-out.ts";

type Kind = "customer" | "assumption";

const named: Record<Kind, NamedKind> = {customer: customerKind, assumption: assumptionKind};

/** Gives a customer or an assumption another id, which is the name of its file, and returns the exit code. */
export async function renameRegister(kind: Kind, input: Input, context: Context): Promise<number> {
  const [typed = "", wanted = ""] = input.args;
  const opened = await openWorkspace(input.global, context);
  const own = findReadable(typed, opened, context, {kind, named: named[kind]});
  const to = newId(wanted);
  const from = oldId(typed, to, own);
  const name = newName(input);
  refuseTaken(kind, [to, ...(name === null ? [] : [name])], own, opened);
  refuseFile(own, to, opened);
  const plan = await planRename(opened.workspace, {kind, file: own.file, from, to, name});
  const path = `${own.file.slice(0, own.file.lastIndexOf("/") + 1)}${to}.md`;
  const again = `pm-talk ${kind} rename ${quote(from)} ${quote(to)}${name === null ? "" : ` --name ${quote(name)}`}`;
  return await carryOut(
    {
      kind: `${kind}-rename`,
      plan,
      said: from === to ? `Renamed ${to} to ${String(name)}` : `Renamed ${from} to ${to}`,
      message: `Rename ${kind} ${from} to ${from === to ? String(name) : to}`,
      already: `Nothing to change: ${to} is called so already.`,
      again,
      notices: joining(kind, to, opened.workspace.collection),
      data: {id: to, path},
    },
    input,
    opened,
    context,
  );
}

/** The old id; where a run was cut off behind the move it is an alias by now, and the file has the new one. */
function oldId(typed: string, to: string, own: ParsedFile): string {
  if (own.id !== to) return own.id;
  const aliases = "aliases" in own.fields ? own.fields.aliases : [];
  return aliases.find((alias) => foldName(alias) === foldName(typed)) ?? own.id;
}

function newId(wanted: string): string {
  try {
    return idGiven({id: wanted}) ?? wanted;
  } catch (error) {
    if (!(error instanceof PmTalkError)) throw error;
    throw new PmTalkError(
      "usage",
      `"${wanted}" cannot be a file name everywhere.`,
      "Letters, digits and - in up to 60 characters: setup-under-five-minutes",
    );
  }
}

function newName({flags}: Input): string | null {
  const given = valueOf(flags, "name");
  if (given === null) return null;
  const name = flattenSpace(refuseUnwritable(given, "name"));
  if (name === "")
    throw new PmTalkError("usage", "--name is empty.", "Leave it out, or give it one.");
  return name;
}

/** What leads to another one already would lead to neither. */
function refuseTaken(kind: Kind, names: string[], own: ParsedFile, {workspace}: Opened): void {
  const {collection} = workspace;
  const declared =
    kind === "customer" ? declaredCustomers(collection) : declaredAssumptions(collection);
  for (const name of names) {
    const holder = declared.find(
      (one) =>
        one.id !== own.id &&
        [one.id, ...one.names].some((known) => foldName(known) === foldName(name)),
    );
    if (holder === undefined) continue;
    const hint =
      kind === "customer"
        ? `\nAre they one?  pm-talk customer merge ${quote(own.id)} ${quote(holder.id)}`
        : "";
    throw new PmTalkError(
      "usage",
      `"${name}" is another ${kind} already: ${holder.id}.`,
      `pm-talk ${kind} show ${quote(holder.id)}${hint}`,
    );
  }
}

function declaredCustomers(collection: Collection): Named[] {
  const customers = collection.customers.filter(({file}) => file !== null);
  return knownCustomers({...collection, customers});
}

/** One that cannot be read says no name; whether its file is in the way is asked of the file. */
function declaredAssumptions(collection: Collection): Named[] {
  const unread = new Set(collection.leftOut.map(({file}) => file));
  const assumptions = collection.assumptions.filter(({file}) => file !== null && !unread.has(file));
  return knownAssumptions({...collection, assumptions});
}

/** A file of that name, readable or not, is never written over. */
function refuseFile(own: ParsedFile, to: string, {workspace}: Opened): void {
  const holder = workspace.results.find(
    ({place}) =>
      place.kind === own.kind && place.file !== own.file && foldId(place.id) === foldId(to),
  );
  if (holder === undefined) return;
  const {root} = workspace;
  if (isOwnLink(resolve(root, own.file), resolve(root, holder.place.file))) return;
  throw new PmTalkError(
    "usage",
    `The ${own.kind} ${to} exists already: ${holder.place.file}.`,
    "Another id, or look at it first:  pm-talk check " + quote(holder.place.file),
  );
}

/** Notes may speak of the new id before anything is called so. */
function joining(
  kind: Kind,
  to: string,
  {conversations, customers, assumptions}: Collection,
): string[] {
  const things = kind === "customer" ? customers : assumptions;
  const undeclared = things.find(({id, file}) => file === null && foldId(id) === foldId(to));
  if (undeclared === undefined) return [];
  const notes = conversations.filter((one) =>
    kind === "customer"
      ? one.customer === undeclared.id
      : one.evidence.some(({assumption}) => assumption === undeclared.id),
  ).length;
  return [`${count(notes, "conversation")} said "${undeclared.id}" already, and will be its too.`];
}
