import {compareText} from "../../core/text.ts";
import {itemSections, type ItemSection} from "../body.ts";
import type {Conversation, EvidenceRow, NotedItem, StepRow} from "../collection.ts";
import type {ConversationFields} from "../conversation.ts";
import {unique, type ResolvedNote} from "./resolve-note.ts";

/**
 * Joins the accounts of one talk: two colleagues may write up one call. Held notes of the same customer and
 * day are one conversation unless they conflict; notes that were not held stand alone. Sorted by date, then
 * id.
 */
export function mergeTalks(notes: readonly ResolvedNote[]): Conversation[] {
  return groupTalks(notes)
    .map(conversationOf)
    .sort((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id));
}

/** The notes of each talk, by id; each note joins the first group with no member of which it conflicts. */
export function groupTalks(notes: readonly ResolvedNote[]): ResolvedNote[][] {
  const days = new Map<string, ResolvedNote[][]>();
  const groups: ResolvedNote[][] = [];
  for (const note of [...notes].sort((a, b) => compareText(a.id, b.id))) {
    const day = `${note.fields.date} ${note.fields.customer}`;
    const sameDay = note.fields.status === "held" ? (days.get(day) ?? []) : [];
    const group = sameDay.find((members) => !members.some((member) => conflict(member, note)));
    if (group !== undefined) {
      group.push(note);
      continue;
    }
    const opened = [note];
    groups.push(opened);
    sameDay.push(opened);
    if (note.fields.status === "held") days.set(day, sameDay);
  }
  return groups;
}

/** Whether two notes of one customer and day must be two talks. */
function conflict(a: ResolvedNote, b: ResolvedNote): boolean {
  const times = a.fields.time !== null && b.fields.time !== null && a.fields.time !== b.fields.time;
  return times || a.live !== b.live || strangers(a.fields.contacts, b.fields.contacts);
}

function strangers(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((contact) => b.includes(contact));
}

function conversationOf(notes: ResolvedNote[]): Conversation {
  const first = notes[0] as ResolvedNote;
  return {
    id: first.id,
    also: notes.slice(1).map((note) => note.id),
    files: notes.map((note) => note.file),
    live: first.live,
    selling: notes.every((note) => note.selling),
    items: joinItems(notes),
    evidence: joinRows(notes, evidenceOf),
    asks: joinRows(notes, (note) => fromNote(note, note.body.lines.asks)),
    promised: joinRows(notes, (note) => fromNote(note, note.body.lines.promised)),
    requests: joinRows(notes, (note) => fromNote(note, note.body.lines.requests)),
    introductions: joinRows(notes, (note) => fromNote(note, note.body.lines.introductions)),
    steps: joinRows(notes, stepsOf),
    words: notes.reduce((sum, note) => sum + note.body.words, 0),
    // Last, because an object that grows by so many fields after a spread takes ten times as long.
    ...(notes.length === 1 ? first.fields : joinFields(notes)),
    observers: listening(notes),
  };
}

/** Lists are the union, scalars the first given; the exceptions are named here. */
function joinFields(notes: ResolvedNote[]): ConversationFields {
  const all = notes.map((note) => note.fields);
  const union = (list: (fields: ConversationFields) => string[]): string[] =>
    unique(all.flatMap(list));
  const durations = all.flatMap((fields) => fields.duration ?? []);
  // An override and its reason belong together.
  const override = all.find((fields) => fields.meaningful !== null);
  return {
    ...firstGiven(all),
    team: union((fields) => fields.team),
    contacts: union((fields) => fields.contacts),
    concepts: union((fields) => fields.concepts),
    tags: union((fields) => fields.tags),
    duration: durations.length === 0 ? null : Math.max(...durations),
    consent: allowedByAll(
      all.flatMap((fields) => (fields.consent === null ? [] : [fields.consent])),
    ),
    secondhand: all.every((fields) => fields.secondhand),
    reason: override?.reason ?? firstGiven(all).reason,
  };
}

/** Those of ours who observed in one note and took part in another took part. */
function listening(notes: ResolvedNote[]): string[] {
  const observers = joinRows(notes, (note) => note.fields.observers);
  if (observers.length === 0) return [];
  const took = new Set(notes.flatMap((note) => note.fields.team));
  return unique(observers).filter((who) => !took.has(who));
}

function firstGiven(all: ConversationFields[]): ConversationFields {
  const given = {...all[0]} as Record<string, unknown>;
  for (const fields of all.slice(1)) {
    for (const [key, value] of Object.entries(fields)) given[key] ??= value;
  }
  return given as ConversationFields;
}

/** What every statement allows; null when nobody asked, empty when one refused. */
function allowedByAll(
  stated: NonNullable<ConversationFields["consent"]>[],
): ConversationFields["consent"] {
  const [first, ...others] = stated;
  if (first === undefined) return null;
  return first.filter((use) => others.every((allowed) => allowed.includes(use)));
}

/** Nearly all sections of a talk are empty, and stay as they are. */
function joinItems(notes: ResolvedNote[]): Conversation["items"] {
  const [first] = notes;
  const joined = {...first?.body.items} as Record<ItemSection, NotedItem[]>;
  for (const section of itemSections) {
    if (notes.some((note) => note.body.items[section].length > 0))
      joined[section] = joinRows(notes, (note) => fromNote(note, note.body.items[section]));
  }
  return joined;
}

/** Nearly every talk has one note. */
function joinRows<Row>(
  notes: readonly ResolvedNote[],
  rowsOf: (note: ResolvedNote) => Row[],
): Row[] {
  const [first] = notes;
  return first !== undefined && notes.length === 1 ? rowsOf(first) : notes.flatMap(rowsOf);
}

function evidenceOf(note: ResolvedNote): EvidenceRow[] {
  const {secondhand} = note.fields;
  return note.body.lines.evidence.map((row, position) => ({
    noteId: note.id,
    secondhand,
    position,
    ...row,
  }));
}

function stepsOf(note: ResolvedNote): StepRow[] {
  return note.body.lines.steps.map((step, index) => ({noteId: note.id, n: index + 1, ...step}));
}

/** What is added stands first, here and above: a copy that grows takes four times as long. */
function fromNote<Row>(note: ResolvedNote, rows: readonly Row[]): (Row & {noteId: string})[] {
  return rows.length === 0 ? [] : rows.map((row) => ({noteId: note.id, ...row}));
}
