import {daysBetween, type CalendarDate} from "../core/calendar.ts";
import type {Collection, Conversation, Customer} from "../notes/collection.ts";
import {meaning} from "./meaningful.ts";
import {selectConversations, type Filters} from "./select.ts";
import {bands, band, compareRecency, isSpoken, lastSpoken, type Band} from "./spoken.ts";

/** One spoken conversation, judged. */
export interface Talk {
  conversation: Conversation;
  /** Days before the day the report is true for. */
  daysAgo: number;
  meaningful: boolean;
}

/** When somebody was last spoken with, and how often lately. */
export interface Recency {
  last: Talk | null;
  lastMeaningful: Talk | null;
  /** Spoken conversations of the last 30 days. */
  spoke30: number;
  spoke90: number;
  meaningful30: number;
  meaningful90: number;
}

/**
 * The spoken conversations that the filters let through, newest first: what "when did we last talk to a
 * customer" is answered from. `collection` holds only what exists as of the day.
 */
export function talksOf(collection: Collection, filters: Filters, asOf: CalendarDate): Talk[] {
  const spoken = collection.conversations.filter(isSpoken);
  return selectConversations(spoken, filters, collection)
    .sort((a, b) => compareRecency(b, a))
    .map((conversation) => ({
      conversation,
      daysAgo: daysBetween(conversation.date, asOf),
      meaningful: meaning(conversation, collection.config.meaningful).meaningful,
    }));
}

/** Sums up talks that are sorted newest first. */
export function recencyOf(talks: readonly Talk[]): Recency {
  const within = (days: number): Talk[] => talks.filter((talk) => talk.daysAgo <= days);
  const meaningful = (list: readonly Talk[]): number =>
    list.filter((talk) => talk.meaningful).length;
  return {
    last: talks[0] ?? null,
    lastMeaningful: talks.find((talk) => talk.meaningful) ?? null,
    spoke30: within(30).length,
    spoke90: within(90).length,
    meaningful30: meaningful(within(30)),
    meaningful90: meaningful(within(90)),
  };
}

/** The talks by what they belong to, in one pass; a talk may belong to several. */
export function groupTalks(
  talks: readonly Talk[],
  keysOf: (conversation: Conversation) => readonly (string | null)[],
): Map<string, Talk[]> {
  const groups = new Map<string, Talk[]>();
  for (const talk of talks) {
    for (const key of new Set(keysOf(talk.conversation))) {
      if (key === null) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [talk]);
      else group.push(talk);
    }
  }
  return groups;
}

/** Days between talks that we want: the customer's own cadence, else that of their stage; null when none. */
export function cadenceOf(
  customer: Customer,
  cadences: Collection["config"]["cadence"],
): number | null {
  const {cadence, stage} = customer;
  if (cadence !== null) return cadence;
  return stage !== null && Object.hasOwn(cadences, stage) ? (cadences[stage] ?? null) : null;
}

/**
 * Days by which the next talk is late: since the last one, less the cadence, and never below 0. Null when
 * there is no cadence, or no talk to count from.
 */
export function daysLate(daysAgo: number | null, cadence: number | null): number | null {
  if (daysAgo === null || cadence === null) return null;
  return Math.max(0, daysAgo - cadence);
}

/** Days since each customer was last spoken with, whatever is listed: lateness is no matter of filters. */
export function daysSinceSpoken(collection: Collection, asOf: CalendarDate): Map<string, number> {
  const byCustomer = new Map<string, Conversation[]>();
  for (const conversation of collection.conversations) {
    const list = byCustomer.get(conversation.customer);
    if (list === undefined) byCustomer.set(conversation.customer, [conversation]);
    else list.push(conversation);
  }
  const days = new Map<string, number>();
  for (const [customer, list] of byCustomer) {
    const last = lastSpoken(list);
    if (last !== null) days.set(customer, daysBetween(last.date, asOf));
  }
  return days;
}

/**
 * How each customer stands: what their file says, else what the latest held conversation that says anything
 * about it says.
 */
export function relationshipsOf(
  collection: Collection,
): Map<string, NonNullable<Customer["relationship"]>> {
  const standing = new Map<string, NonNullable<Customer["relationship"]>>();
  const inOrder = collection.conversations
    .filter(({status}) => status === "held")
    .sort(compareRecency);
  for (const {customer, relationship} of inOrder) {
    if (relationship !== null) standing.set(customer, relationship);
  }
  for (const {id, relationship} of collection.customers) {
    if (relationship !== null) standing.set(id, relationship);
  }
  return standing;
}

/** How many customers are in each band of days since the last talk. */
export function countBands(daysAgo: readonly (number | null)[]): Record<Band, number> {
  const counts = Object.fromEntries(bands.map((one) => [one, 0])) as Record<Band, number>;
  for (const days of daysAgo) counts[band(days)] += 1;
  return counts;
}
