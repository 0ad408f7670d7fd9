import {PmTalkError} from "../../core/errors.ts";
import {foldId, idOfFile} from "../../core/identity.ts";
import {flattenSpace, foldName} from "../../core/text.ts";
import type {Collection, Customer} from "../../notes/collection.ts";
import {freeId, slugOf} from "../../workspace/slug.ts";
import {quote} from "../../workspace/shell-words.ts";
import {type Flags, isOn, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {fieldValue} from "../flags/field-value.ts";
import {customerKind, knownCustomers, knownSegments} from "../known.ts";
import {findNamed, knownSpelling, nearestNamed} from "../names.ts";
import {refuseUnwritable} from "../flags/unwritable.ts";
import type {NewCustomer, Remarks} from "./log-values.ts";

/** The customer of a talk: one that a file declares, or a new one whose file is still to be written. */
export interface FoundCustomer {
  id: string;
  name: string;
  /** Null for a new one. */
  file: string | null;
  new: NewCustomer | null;
}

/** Finds the customer that was typed; one that nobody declared becomes a new one, announced with the nearest. */
export function customerOf(
  typed: string,
  flags: Flags,
  collection: Collection,
  context: Context,
  remarks: Remarks,
): FoundCustomer {
  const name = flattenSpace(refuseUnwritable(typed, "customer"));
  if (name === "")
    throw new PmTalkError("usage", "--customer is empty.", "pm-talk log --customer gantry");
  const known = knownCustomers(collection);
  // Somebody who was shown the nearest ones and wants a new one means no beginning of a known id.
  const id = isOn(flags, "newCustomer") ? null : findNamed(name, known, customerKind);
  const customer = collection.customers.find((one) => one.id === id && one.file !== null);
  if (customer !== undefined) {
    refuseKnownFacts(flags, customer);
    if (!isNameOf(name, customer))
      remarks.notices.push(`Customer: ${customer.name} (${customer.id}).`);
    return {id: customer.id, name: customer.name, file: customer.file, new: null};
  }
  const unread = unreadFile(id ?? name, collection);
  if (unread !== null) return customerUnread(unread, name, flags, remarks);
  const near = id === null ? nearestNamed(name, known).map((thing) => thing.label ?? thing.id) : [];
  const fresh = newCustomer(id ?? name, flags, collection, context);
  remarks.notices.push(
    `New customer: ${fresh.name} (${fresh.id})${near.length === 0 ? "" : `; nearest: ${near.join(", ")}`}.`,
  );
  return {id: fresh.id, name: fresh.name, file: null, new: fresh};
}

function newCustomer(
  name: string,
  flags: Flags,
  collection: Collection,
  context: Context,
): NewCustomer {
  const taken = new Set(
    collection.customers.flatMap((one) => (one.file === null ? [] : [foldId(one.id)])),
  );
  return {
    id: freeId(slugOf(name), (id) => taken.has(foldId(id)), context.random),
    name,
    segment: factOf("segment", flags, collection),
    stage: factOf("stage", flags, collection),
    source: factOf("source", flags, collection),
  };
}

function customerUnread(file: string, name: string, flags: Flags, remarks: Remarks): FoundCustomer {
  for (const flag of ["segment", "stage"]) {
    if (valueOf(flags, flag) === null) continue;
    throw new PmTalkError(
      "usage",
      `--${flag} is for a new customer, and ${file} is there but cannot be read.`,
      `pm-talk check ${quote(file)}`,
    );
  }
  remarks.warnings.push(
    `${file} cannot be read; the note is written for that customer all the same: pm-talk check ${quote(file)}`,
  );
  return {id: idOfFile(file), name, file, new: null};
}

/** The customer file of that id that could not be read: a second customer would part their talks in two. */
function unreadFile(name: string, collection: Collection): string | null {
  const ids = [foldId(name), foldId(slugOf(name))];
  const left = collection.leftOut.find(
    ({kind, file}) => kind === "customer" && ids.includes(foldId(idOfFile(file))),
  );
  return left?.file ?? null;
}

function factOf(
  flag: "segment" | "stage" | "source",
  flags: Flags,
  collection: Collection,
): string | null {
  const typed = valueOf(flags, flag);
  if (typed === null) return null;
  const value = fieldValue("customer", flag, flag, typed) as string;
  return flag === "segment" ? knownSpelling(value, knownSegments(collection)) : value;
}

/** Segment and stage of a known customer stand in its file; given here they would be lost. */
function refuseKnownFacts(flags: Flags, customer: Customer): void {
  for (const flag of ["segment", "stage"] as const) {
    const typed = valueOf(flags, flag);
    if (typed === null || foldName(typed) === foldName(customer[flag] ?? "")) continue;
    throw new PmTalkError(
      "usage",
      `--${flag} is for a new customer, and ${customer.name} is known.`,
      `Its ${flag} stands in ${customer.file ?? ""}: ${customer[flag] ?? "none yet"}.`,
    );
  }
}

function isNameOf(typed: string, customer: Customer): boolean {
  return [customer.id, customer.name, ...customer.aliases].some(
    (name) => foldName(name) === foldName(typed),
  );
}
