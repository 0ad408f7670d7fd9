import {daysBetween, type CalendarDate} from "../core/calendar.ts";
import type {Conversation} from "../notes/collection.ts";

/**
 * A conversation as the data of every report names it. Customer, contacts and members are ids, or the text as
 * written when undeclared.
 */
export interface Ref {
  conversation: string;
  /** Ids of the other notes of the same talk. */
  also: string[];
  date: CalendarDate;
  daysAgo: number;
  customer: string;
  type: string;
  team: string[];
  observers: string[];
  contacts: string[];
  concepts: string[];
}

/** Names a conversation as of a day. */
export function refOf(conversation: Conversation, asOf: CalendarDate): Ref {
  const {id, also, date, customer, type, team, observers, contacts, concepts} = conversation;
  return {
    conversation: id,
    also,
    date,
    daysAgo: daysBetween(date, asOf),
    customer,
    type,
    team,
    observers,
    contacts,
    concepts,
  };
}
