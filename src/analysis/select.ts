import type {CalendarDate} from "../core/calendar.ts";
import {foldName} from "../core/text.ts";
import {itemSections} from "../notes/body.ts";
import type {Collection, Conversation} from "../notes/collection.ts";

/**
 * What the person asked to see, all absolute: ids instead of names, days instead of words. Filters choose
 * what is listed; they never change what a rule computes. Different filters narrow, several values widen.
 */
export interface Filters {
  /** First day, inclusive. */
  since: CalendarDate | null;
  /** Last day, inclusive. */
  until: CalendarDate | null;
  customer: string[];
  contact: string[];
  segment: string[];
  /** Handles of members; a talk counts for everybody of ours who was present. */
  by: string[];
  type: string[];
  concept: string[];
  assumption: string[];
  /** Tags of the front matter and hashtags, without `#`. */
  tag: string[];
}

export const noFilters: Filters = {
  since: null,
  until: null,
  customer: [],
  contact: [],
  segment: [],
  by: [],
  type: [],
  concept: [],
  assumption: [],
  tag: [],
};

/**
 * The conversations that the filters let through, in their order. A conversation is about an assumption when
 * it has evidence on it, and about a concept when it lists it or has evidence on one of its assumptions that
 * is not retired. `collection` is as of the day: see `collectionAsOf`.
 */
export function selectConversations(
  conversations: readonly Conversation[],
  filters: Filters,
  collection: Collection,
): Conversation[] {
  const tests = [
    ...dayTests(filters),
    ...whoTests(filters, collection),
    ...aboutTests(filters, collection),
  ];
  return conversations.filter((conversation) => tests.every((test) => test(conversation)));
}

/**
 * Whether a conversation belongs to a concept; the gate's rule and the filter's are one. An assumption that
 * is retired is the concept's no more, so pass what exists as of the day: see `collectionAsOf`.
 */
export function aboutConcepts(
  concepts: readonly string[],
  collection: Pick<Collection, "assumptions">,
): (conversation: Conversation) => boolean {
  const wanted = new Set(concepts);
  const assumptions = new Set(
    collection.assumptions
      .filter(({retired}) => retired === null)
      .filter((assumption) => assumption.concepts.some((concept) => wanted.has(concept)))
      .map((assumption) => assumption.id),
  );
  return ({concepts: listed, evidence}) =>
    listed.some((concept) => wanted.has(concept)) ||
    evidence.some((row) => assumptions.has(row.assumption));
}

type Test = (conversation: Conversation) => boolean;

function dayTests({since, until}: Filters): Test[] {
  const tests: Test[] = [];
  if (since !== null) tests.push(({date}) => date >= since);
  if (until !== null) tests.push(({date}) => date <= until);
  return tests;
}

function whoTests(filters: Filters, collection: Collection): Test[] {
  const {customer, contact, segment, by} = filters;
  const tests: Test[] = [];
  if (customer.length > 0) tests.push((one) => customer.includes(one.customer));
  if (contact.length > 0) {
    // A contact's id is unique within its customer only: `gantry/tom-berg` names one person.
    tests.push((one) =>
      one.contacts.some((id) => contact.includes(id) || contact.includes(`${one.customer}/${id}`)),
    );
  }
  if (segment.length > 0) {
    const segments = new Map(collection.customers.map(({id, segment: its}) => [id, its]));
    tests.push((one) => segment.includes(segments.get(one.customer) ?? ""));
  }
  if (by.length > 0) {
    tests.push(({team, observers}) => [...team, ...observers].some((who) => by.includes(who)));
  }
  return tests;
}

function aboutTests(filters: Filters, collection: Collection): Test[] {
  const {type, concept, assumption, tag} = filters;
  const tests: Test[] = [];
  if (type.length > 0) tests.push((one) => type.includes(one.type));
  if (concept.length > 0) tests.push(aboutConcepts(concept, collection));
  if (assumption.length > 0) {
    tests.push(({evidence}) => evidence.some((row) => assumption.includes(row.assumption)));
  }
  if (tag.length > 0) {
    const wanted = new Set(tag.map(foldTag));
    tests.push((one) => tagsOf(one).some((its) => wanted.has(its)));
  }
  return tests;
}

/** Tags of the front matter and hashtags of items and evidence, case-folded, without `#`. */
function tagsOf({tags, items, evidence}: Conversation): string[] {
  const themes = itemSections.flatMap((section) => items[section].flatMap((item) => item.themes));
  return [...tags, ...themes, ...evidence.flatMap((row) => row.themes)].map(foldTag);
}

function foldTag(tag: string): string {
  return foldName(tag).replace(/^#/, "");
}
