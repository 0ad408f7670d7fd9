import {PmTalkError} from "../../core/errors.ts";
import {flattenSpace} from "../../core/text.ts";
import type {Collection} from "../../notes/collection.ts";
import {conceptKind, knownConcepts, knownMembers, memberKind} from "../known.ts";
import {findNamed, nearestNamed, unknownName} from "../names.ts";
import {refuseUnwritable} from "../flags/unwritable.ts";
import type {Remarks} from "./log-values.ts";

/** Handles of ours; an unknown name is an error, because nobody is guessed. */
export function membersOf(
  typed: string[],
  collection: Collection,
  me: () => Promise<string>,
): Promise<string[]> {
  const known = knownMembers(collection);
  const one = async (value: string): Promise<string[]> => {
    if (value.trim().toLowerCase() === "me") return [await me()];
    const found = findNamed(value, known, memberKind);
    if (found !== null) return [found];
    const parts = partsOf(value);
    if (parts.length === 0 || parts[0] === value) throw unknownName(value, known, memberKind);
    return (await Promise.all(parts.map(one))).flat();
  };
  return Promise.all(typed.map(one)).then((lists) => [...new Set(lists.flat())]);
}

/** Ids of concepts; an unknown one is written as typed, with a warning. */
export function conceptsOf(typed: string[], collection: Collection, remarks: Remarks): string[] {
  const known = knownConcepts(collection);
  const one = (value: string): string[] => {
    const found = findNamed(value, known, conceptKind);
    if (found !== null) return [found];
    if (/[,，]/.test(value)) return partsOf(value).flatMap(one);
    const near = nearestNamed(value, known).map((thing) => thing.id);
    remarks.warnings.push(
      `No file declares the concept "${value}"; it is written as typed.${near.length === 0 ? "" : ` Nearest: ${near.join(", ")}.`}`,
    );
    return [value];
  };
  return unique(typed.flatMap((value) => one(textOf(value, "concept"))));
}

/**
 * Contacts of the customer: ids where a name or id is declared, else as typed. A comma parts names only
 * where all of them are known, because it also stands before a role: "Lena Moss, controller".
 */
export function contactsOf(typed: string[], customer: string, collection: Collection): string[] {
  const people = collection.customers.find((one) => one.id === customer)?.people ?? [];
  const known = people.map((person) => ({id: person.id, names: [person.name]}));
  const find = (value: string): string | null =>
    findNamed(ownOf(value, customer), known, {noun: "contact", all: ""});
  const one = (value: string): string[] => {
    const whole = find(value);
    if (whole !== null) return [whole];
    const parts = partsOf(value).map(find);
    return parts.every((part) => part !== null) ? parts : [ownOf(value, customer)];
  };
  return unique(typed.flatMap((value) => one(textOf(value, "contact"))));
}

function ownOf(contact: string, customer: string): string {
  return contact.startsWith(`${customer}/`) ? contact.slice(customer.length + 1) : contact;
}

function textOf(typed: string, flag: string): string {
  const text = flattenSpace(refuseUnwritable(typed, flag));
  if (partsOf(text).length === 0)
    throw new PmTalkError("usage", `--${flag} is empty.`, "Leave it out, or give it a value.");
  return text;
}

function partsOf(value: string): string[] {
  return value
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
