import type {CalendarDate} from "../core/calendar.ts";
import type {Collection, Conversation} from "../notes/collection.ts";
import {compareRows, type SubjectRow} from "./evidence.ts";
import {compareRecency} from "./spoken.ts";

/** A line of evidence as the notes have it, with the talk and the customer it belongs to. */
export interface NotedEvidence extends SubjectRow {
  /** Id of the talk; `conversation` is the note of it that holds the line. */
  talk: string;
  assumption: string;
  /** Who said it; the only contact of the talk where the line names nobody. */
  contact: string | null;
  unprompted: boolean;
  quote: string | null;
  note: string | null;
}

/** All evidence of a collection, looked up by assumption. Built once, used for every day a report asks for. */
export interface EvidenceIndex {
  /** Rows dated up to the day, by day, note and place; whether an advocate speaks is as of that day too. */
  rowsOf(assumption: string, asOf: CalendarDate): NotedEvidence[];
}

/** A row, and the same row on days when its customer is an advocate, made when first asked for. */
interface IndexedRow {
  row: NotedEvidence;
  advocates: NotedEvidence | null;
}

/** Sorts the evidence of all talks by assumption, in one pass. */
export function indexEvidence(collection: Collection): EvidenceIndex {
  const segments = new Map(collection.customers.map((one) => [one.id, one.segment]));
  const byAssumption = new Map<string, IndexedRow[]>();
  for (const conversation of collection.conversations) {
    const segment = segments.get(conversation.customer) ?? null;
    for (const row of evidenceOf(conversation, segment)) {
      const rows = byAssumption.get(row.assumption);
      if (rows === undefined) byAssumption.set(row.assumption, [{row, advocates: null}]);
      else rows.push({row, advocates: null});
    }
  }
  for (const rows of byAssumption.values()) rows.sort((a, b) => compareRows(a.row, b.row));
  const advocates = advocatesByDay(collection);
  return {
    rowsOf: (assumption, asOf) => {
      const friends = advocates(asOf);
      return (byAssumption.get(assumption) ?? [])
        .filter(({row}) => row.date <= asOf)
        .map((indexed) =>
          friends.has(indexed.row.customer)
            ? (indexed.advocates ??= {...indexed.row, advocate: true})
            : indexed.row,
        );
    },
  };
}

/** Ids of the customers who are advocates of ours as of a day. */
export function advocatesOn(collection: Collection, day: CalendarDate): ReadonlySet<string> {
  return advocatesByDay(collection)(day);
}

function evidenceOf(conversation: Conversation, segment: string | null): NotedEvidence[] {
  const {contacts} = conversation;
  const onlyContact = contacts.length === 1 ? (contacts[0] ?? null) : null;
  return conversation.evidence.map((line) => ({
    talk: conversation.id,
    conversation: line.noteId,
    position: line.position,
    date: conversation.date,
    customer: conversation.customer,
    segment,
    advocate: false,
    held: conversation.status === "held",
    secondhand: line.secondhand,
    assumption: line.assumption,
    stance: line.stance,
    kind: line.kind,
    contact: line.who ?? onlyContact,
    unprompted: line.unprompted,
    quote: line.quote,
    note: line.note,
  }));
}

interface Standing {
  date: CalendarDate;
  advocate: boolean;
}

/**
 * Customers who are advocates as of a day: by their file, else by their latest held talk up to that day
 * that states a relationship. Answers are remembered, because every assumption asks for the same days.
 */
function advocatesByDay(collection: Collection): (asOf: CalendarDate) => ReadonlySet<string> {
  const declared = new Map(collection.customers.map((one) => [one.id, one.relationship]));
  const stated = new Map<string, Standing[]>();
  for (const talk of [...collection.conversations].sort(compareRecency)) {
    if (talk.status !== "held" || talk.relationship === null) continue;
    if ((declared.get(talk.customer) ?? null) !== null) continue;
    const standing = {date: talk.date, advocate: talk.relationship === "advocate"};
    const standings = stated.get(talk.customer);
    if (standings === undefined) stated.set(talk.customer, [standing]);
    else standings.push(standing);
  }
  const answers = new Map<CalendarDate, ReadonlySet<string>>();
  return (asOf) => {
    const known = answers.get(asOf);
    if (known !== undefined) return known;
    const advocates = new Set<string>();
    for (const [id, relationship] of declared) if (relationship === "advocate") advocates.add(id);
    for (const [id, standings] of stated) {
      if (standings.findLast((standing) => standing.date <= asOf)?.advocate) advocates.add(id);
    }
    answers.set(asOf, advocates);
    return advocates;
  };
}
