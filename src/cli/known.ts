import {shortId} from "../core/identity.ts";
import {compareText, foldName} from "../core/text.ts";
import type {Collection} from "../notes/collection.ts";
import {conversationTypes} from "../notes/vocabulary.ts";
import type {Named, NamedKind} from "./names.ts";

/** What the workspace knows by name: what a file declares, and what a readable file uses. */

export const customerKind: NamedKind = {
  noun: "customer",
  all: "All of them: pm-talk customer list",
};
export const assumptionKind: NamedKind = {
  noun: "assumption",
  all: "All of them: pm-talk assumption list",
};
export const conceptKind: NamedKind = {noun: "concept", all: ""};
export const conversationKind: NamedKind = {noun: "conversation", all: "All of them: pm-talk list"};
export const decisionKind: NamedKind = {
  noun: "decision",
  all: "All of them: pm-talk decision list",
};
export const memberKind: NamedKind = {noun: "member", all: "The team stands in pm-talk.yml."};

/** Customers by id, name and alias. */
export function knownCustomers(collection: Collection): Named[] {
  return collection.customers.map((customer) => ({
    id: customer.id,
    names: unique([customer.name, ...customer.aliases]),
    label: customer.name,
  }));
}

/** Assumptions by id, statement and alias. */
export function knownAssumptions(collection: Collection): Named[] {
  return collection.assumptions.map((assumption) => ({
    id: assumption.id,
    names: unique([
      ...assumption.aliases,
      ...(assumption.statement === null ? [] : [assumption.statement]),
    ]),
    ...(assumption.statement === null ? {} : {label: assumption.statement}),
  }));
}

/** Concepts by id, name and alias, and those that only notes and assumptions name. */
export function knownConcepts(collection: Collection): Named[] {
  const declared = collection.concepts.map((concept) => ({
    id: concept.id,
    names: unique([concept.name, ...concept.aliases]),
    label: concept.name,
  }));
  const used = [...collection.conversations, ...collection.assumptions].flatMap(
    (thing) => thing.concepts,
  );
  return withUsed(declared, used);
}

/** Decisions by id and title. */
export function knownDecisions({decisions}: Collection): Named[] {
  return decisions.map(({id, title}) => ({
    id,
    names: title === null ? [] : [title],
  }));
}

/** Conversation notes, those of one talk each; the six characters of an id count as a name of it. */
export function knownNotes({conversations}: Collection): Named[] {
  return conversations.flatMap(({id, also}) =>
    [id, ...also].map((note) => ({id: note, names: [shortId(note)], label: note})),
  );
}

/** Members of the team by handle, name, first name and alias, and those whom only notes name. */
export function knownMembers(collection: Collection): Named[] {
  const declared = collection.config.team.map((member) => ({
    id: member.handle,
    names: unique([
      ...(member.name === null ? [] : [member.name, firstName(member.name)]),
      ...member.aliases,
    ]),
    ...(member.name === null ? {} : {label: member.name}),
  }));
  return withUsed(
    declared,
    collection.conversations.flatMap(({team, observers, steps}) => [
      ...team,
      ...observers,
      ...steps.map(({who}) => who).filter((who) => who !== "them"),
    ]),
  );
}

/** Contacts as `customer/contact`; their ids and names stand for them where only one customer has them. */
export function knownContacts(collection: Collection): Named[] {
  const contacts = new Map<string, Named>();
  for (const customer of collection.customers) {
    for (const person of customer.people) {
      const id = `${customer.id}/${person.id}`;
      contacts.set(id, {id, names: unique([person.id, person.name]), label: person.name});
    }
  }
  for (const conversation of collection.conversations) {
    for (const contact of conversation.contacts) {
      const id = `${conversation.customer}/${contact}`;
      if (!contacts.has(id)) contacts.set(id, {id, names: [contact]});
    }
  }
  return [...contacts.values()];
}

/** Segments of the settings, and those that files name. */
export function knownSegments(collection: Collection): Named[] {
  const {config, customers, assumptions, concepts} = collection;
  const used = [...config.segments, ...customers.flatMap((customer) => customer.segment ?? [])];
  return withUsed(
    [],
    [...used, ...[...assumptions, ...concepts].flatMap((thing) => thing.segments)],
  );
}

/** Types of talk, built in and of the settings; `sales call` is `sales-call`. */
export function knownTypes(collection: Collection): Named[] {
  const types = [...Object.keys(conversationTypes), ...Object.keys(collection.config.types)];
  return withUsed([], types).map((type) => ({...type, names: [type.id.replaceAll("-", " ")]}));
}

/** Tags of the front matter, hashtags of items and of what was said, and the config's vocabulary. */
export function knownTags(collection: Collection): Named[] {
  const used = collection.conversations.flatMap((conversation) => [
    ...conversation.tags,
    ...Object.values(conversation.items).flatMap((items) => items.flatMap((item) => item.themes)),
    ...conversation.evidence.flatMap((row) => row.themes),
  ]);
  // Typed as it stands in the text: `#sso`.
  return withUsed([], [...collection.config.themes, ...used]).map(({id}) => ({
    id,
    names: [`#${id}`],
    label: id,
  }));
}

/** Adds what is only used; of spellings of one name the first in order stands for all. */
function withUsed(declared: Named[], used: string[]): Named[] {
  const seen = new Set(declared.map((thing) => foldName(thing.id)));
  const added: Named[] = [];
  for (const id of [...new Set(used)].sort(compareText)) {
    if (seen.has(foldName(id))) continue;
    seen.add(foldName(id));
    added.push({id, names: []});
  }
  return [...declared, ...added];
}

function firstName(name: string): string {
  return name.split(" ")[0] ?? name;
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
