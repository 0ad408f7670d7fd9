import {foldName, listWithAnd} from "../core/text.ts";
import type {Collection} from "../notes/collection.ts";

/** How people and things are called on a screen; an undeclared one is called what the note calls it. */
export interface Names {
  /** First name where it is unique in the team, else the whole name. */
  member(handle: string): string;
  /** "Ana", "Ana and Farid", "Ana, Ben and Eva". */
  members(handles: readonly string[]): string;
  customer(id: string): string;
  contact(customer: string, contact: string): string;
  concept(id: string): string;
  /** The statement of an assumption, or its id where it has none. */
  assumption(id: string): string;
  /** "sales call" for `sales-call`. */
  type(type: string): string;
}

/** Types that are one word; the others are two. */
const hyphenated = new Set(["check-in", "win-loss"]);

/** Looks names up in the declared customers, members, concepts and assumptions. */
export function namesOf(collection: Collection): Names {
  const members = new Map(
    collection.config.team.map((member) => [member.handle, member.name ?? member.handle]),
  );
  const firstNames = new Map<string, number>();
  for (const name of members.values()) {
    const first = foldName(firstWord(name));
    firstNames.set(first, (firstNames.get(first) ?? 0) + 1);
  }
  const customers = new Map(collection.customers.map((customer) => [customer.id, customer]));
  const concepts = new Map(collection.concepts.map((concept) => [concept.id, concept.name]));
  const assumptions = new Map(
    collection.assumptions.map((assumption) => [assumption.id, assumption]),
  );
  const member = (handle: string): string => {
    const name = members.get(handle);
    if (name === undefined) return handle;
    const first = firstWord(name);
    return firstNames.get(foldName(first)) === 1 ? first : name;
  };
  return {
    member,
    members: (handles) => listWithAnd(handles.map(member)),
    customer: (id) => customers.get(id)?.name ?? id,
    contact: (customer, contact) =>
      customers.get(customer)?.people.find((person) => person.id === contact)?.name ?? contact,
    concept: (id) => concepts.get(id) ?? id,
    assumption: (id) => assumptions.get(id)?.statement ?? id,
    type: typeName,
  };
}

/** "sales call" for `sales-call`. */
export function typeName(type: string): string {
  return hyphenated.has(type) ? type : type.replaceAll("-", " ");
}

function firstWord(name: string): string {
  return name.split(" ")[0] ?? name;
}
