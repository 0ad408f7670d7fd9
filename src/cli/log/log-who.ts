import type {Collection} from "../../notes/collection.ts";
import {knownConcepts, knownMembers, memberKind} from "../known.ts";
import {findNamed, nearestNamed, unknownName} from "../names.ts";
import {refuseUnwritable} from "../unwritable.ts";
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
    if (!value.includes(",")) throw unknownName(value, known, memberKind);
    return (await Promise.all(value.split(",").map(one))).flat();
  };
  return Promise.all(typed.map(one)).then((lists) => [...new Set(lists.flat())]);
}

/** Ids of concepts; an unknown one is written as typed, with a warning. */
export function conceptsOf(typed: string[], collection: Collection, remarks: Remarks): string[] {
  const known = knownConcepts(collection);
  return typed.map((value) => {
    refuseUnwritable(value, "concept");
    const found = findNamed(value, known, {noun: "concept", all: ""});
    if (found === null) {
      const near = nearestNamed(value, known).map((thing) => thing.id);
      remarks.warnings.push(
        `No file declares the concept "${value}"; it is written as typed.${near.length === 0 ? "" : ` Nearest: ${near.join(", ")}`}`,
      );
    }
    return found ?? value.trim();
  });
}

/** Contacts of the customer: ids where a name or id is declared, else as typed. */
export function contactsOf(typed: string[], customer: string, collection: Collection): string[] {
  const people = collection.customers.find((one) => one.id === customer)?.people ?? [];
  const known = people.map((person) => ({id: person.id, names: [person.name]}));
  return typed.map((value) => {
    refuseUnwritable(value, "contact");
    const own = value.startsWith(`${customer}/`) ? value.slice(customer.length + 1) : value;
    return findNamed(own, known, {noun: "contact", all: ""}) ?? own.trim();
  });
}
