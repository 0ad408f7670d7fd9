import {
  cadenceOf,
  daysLate,
  daysSinceSpoken,
  groupTalks,
  relationshipsOf,
} from "../../analysis/last.ts";
import type {Filters} from "../../analysis/select.ts";
import {presentOf} from "../../analysis/spoken.ts";
import {compareText, foldName} from "../../core/text.ts";
import type {Collection, Customer} from "../../notes/collection.ts";
import type {RowSource} from "./last-rows.ts";
import type {Ref} from "../ref.ts";

/** When a customer was last spoken with, and when they should have been. */
export interface CustomerRow {
  id: string;
  name: string;
  segment: string | null;
  stage: Customer["stage"];
  /** What their file says, else the latest conversation that says it. */
  relationship: Customer["relationship"];
  lastSpoke: Ref | null;
  /** Who of us was there. */
  by: string[];
  /** Days between talks that we want. */
  cadence: number | null;
  /** Null without a cadence, and when nobody ever spoke with them. */
  daysLate: number | null;
  /** People of theirs whom their file or a note names, and who have not left. */
  contactsKnown: number;
  /** Spoken ones. */
  conversations: number;
}

/** The customers whom the filters let through, those to speak with first, first. */
export function customerRows(source: RowSource): CustomerRow[] {
  const {collection, talks, filters, asOf} = source;
  const byCustomer = groupTalks(talks, ({customer}) => [customer]);
  const since = daysSinceSpoken(collection, asOf);
  const relationships = relationshipsOf(collection);
  const named = contactsByCustomer(collection);
  const rows = collection.customers
    .filter((customer) => byCustomer.has(customer.id) || isListed(customer, filters))
    .map((customer): CustomerRow => {
      const {id, name, segment, stage} = customer;
      const theirs = byCustomer.get(id) ?? [];
      const lastSpoke = source.ref(theirs[0]);
      const cadence = cadenceOf(customer, collection.config.cadence);
      return {
        id,
        name,
        segment,
        stage,
        relationship: relationships.get(id) ?? null,
        lastSpoke,
        by: lastSpoke === null ? [] : presentOf(lastSpoke),
        cadence,
        daysLate: daysLate(since.get(id) ?? null, cadence),
        contactsKnown: contactsKnown(customer, named.get(id) ?? new Set()),
        conversations: theirs.length,
      };
    });
  const narrowed = narrowsConversations(filters);
  return rows.sort((a, b) => rank(a, narrowed) - rank(b, narrowed) || compareRows(a, b));
}

/** Contacts by customer as the notes name them: an id where their file has the person, else text. */
function contactsByCustomer({conversations}: Collection): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const {customer, contacts} of conversations) {
    const theirs = named.get(customer) ?? new Set();
    for (const contact of contacts) theirs.add(foldName(contact));
    named.set(customer, theirs);
  }
  return named;
}

/** Not everybody keeps people in files: whom a note names is known too, unless the file says that they left. */
function contactsKnown({people}: Customer, named: ReadonlySet<string>): number {
  const declared = new Set(people.map(({id}) => foldName(id)));
  const others = [...named].filter((contact) => !declared.has(contact));
  return people.filter(({left}) => left === null).length + others.length;
}

/** Filters that are about customers list customers; the others list what was said. */
function isListed({id, segment, people}: Customer, filters: Filters): boolean {
  const {customer, contact, segment: segments} = filters;
  return (
    (customer.length === 0 || customer.includes(id)) &&
    (segments.length === 0 || segments.includes(segment ?? "")) &&
    (contact.length === 0 ||
      people.some((one) => contact.includes(one.id) || contact.includes(`${id}/${one.id}`)))
  );
}

function narrowsConversations(filters: Filters): boolean {
  const {since, until, by, type, concept, assumption, tag} = filters;
  const lists = [by, type, concept, assumption, tag];
  return since !== null || until !== null || lists.some((list) => list.length > 0);
}

/**
 * Late ones, then those that should be spoken with and never were, then the others, at last the rest that
 * were never spoken with. Where only some conversations are asked for, "never" means "never about this".
 */
function rank({daysLate: late, lastSpoke, cadence}: CustomerRow, narrowed: boolean): number {
  if (lastSpoke === null) return cadence !== null && !narrowed ? 1 : 3;
  return late !== null && late > 0 ? 0 : 2;
}

function compareRows(a: CustomerRow, b: CustomerRow): number {
  return (
    (b.daysLate ?? 0) - (a.daysLate ?? 0) ||
    compareText(a.lastSpoke?.date ?? "", b.lastSpoke?.date ?? "") ||
    compareText(foldName(a.name), foldName(b.name)) ||
    compareText(a.id, b.id)
  );
}
