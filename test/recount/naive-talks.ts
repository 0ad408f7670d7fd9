import type {NaiveEvidence, NaiveStep} from "./naive-body.ts";
import {type NaiveFile, type NaiveWorkspace, textOf, texts} from "./naive-reader.ts";
import {fold, order} from "./naive-text.ts";

export interface NaiveRow extends NaiveEvidence {
  note: string;
  position: number;
  secondhand: boolean;
}

/** One talk, from one or more notes. */
export interface NaiveTalk {
  id: string;
  also: string[];
  date: string;
  customer: string;
  type: string;
  status: string;
  time: string | null;
  live: boolean;
  selling: boolean;
  secondhand: boolean;
  team: string[];
  observers: string[];
  contacts: string[];
  concepts: string[];
  duration: number | null;
  talk: number | null;
  relationship: string | null;
  meaningful: boolean | null;
  evidence: NaiveRow[];
  steps: (NaiveStep & {note: string; noteDate: string})[];
  itemKeys: string[];
  themes: string[];
  pains: string[];
  quoted: boolean;
  words: number;
}

const builtIn: Record<string, [live: boolean, selling: boolean]> = {
  interview: [true, false],
  "sales-call": [true, true],
  demo: [true, true],
  "site-visit": [true, false],
  "support-call": [true, false],
  "usability-test": [true, false],
  "win-loss": [true, false],
  "check-in": [true, false],
  survey: [false, false],
  email: [false, false],
  event: [true, false],
};

/** Looks a written name up among ids, names and aliases; what nobody declares stays as written. */
export function finder(entries: {id: string; names: string[]}[]): (written: string) => string {
  const undeclared: string[] = [];
  return (written) => {
    const wanted = fold(written);
    const known =
      entries.find((entry) => fold(entry.id) === wanted) ??
      entries.find((entry) => entry.names.some((name) => fold(name) === wanted));
    if (known) return known.id;
    const before = undeclared.find((name) => fold(name) === wanted);
    if (before !== undefined) return before;
    undeclared.push(written);
    return written;
  };
}

/** Finders by name for each kind of thing that notes refer to. */
export function findersOf(workspace: NaiveWorkspace) {
  const named = (file: NaiveFile) => ({
    id: file.id,
    names: [...texts(file.fields.name), ...texts(file.fields.aliases)],
  });
  return {
    customer: finder(workspace.customers.map(named)),
    concept: finder(workspace.concepts.map(named)),
    assumption: finder(
      workspace.assumptions.map((file) => ({id: file.id, names: texts(file.fields.aliases)})),
    ),
    member: finder(
      workspace.members.map(({handle, name, aliases}) => ({id: handle, names: [name, ...aliases]})),
    ),
  };
}

/** The talks of a workspace: every note alone, but for held notes of one customer and day that agree. */
export function talksOf(workspace: NaiveWorkspace): NaiveTalk[] {
  const find = findersOf(workspace);
  const notes = workspace.conversations.map((file) => talkOf(workspace, find, file));
  const groups: NaiveTalk[][] = [];
  for (const note of notes) {
    const group = groups.find(
      (members) =>
        note.status === "held" &&
        members.every((member) => member.status === "held" && !conflict(member, note)),
    );
    if (group) group.push(note);
    else groups.push([note]);
  }
  return groups.map(join).sort((a, b) => order(a.date, b.date) || order(a.id, b.id));
}

function conflict(a: NaiveTalk, b: NaiveTalk): boolean {
  if (a.customer !== b.customer || a.date !== b.date) return true;
  if (a.time !== null && b.time !== null && a.time !== b.time) return true;
  if (a.live !== b.live) return true;
  const theirs = b.contacts.map(fold);
  const shared = a.contacts.some((contact) => theirs.includes(fold(contact)));
  return a.contacts.length > 0 && b.contacts.length > 0 && !shared;
}

function talkOf(
  workspace: NaiveWorkspace,
  find: ReturnType<typeof findersOf>,
  {id, fields, body}: NaiveFile,
): NaiveTalk {
  const type = textOf(fields.type) ?? "";
  const own = workspace.types.get(type);
  const [live, selling] = own ? [own.live, own.selling] : (builtIn[type] ?? [true, false]);
  const customer = find.customer(textOf(fields.customer) ?? "");
  const people = workspace.customers.find((file) => file.id === customer)?.body.people ?? [];
  const contact = finder(people.map((person) => ({id: person.id, names: [person.name]})));
  const secondhand = fields.secondhand === true;
  const date = textOf(fields.date) ?? "";
  const status = textOf(fields.status) ?? "held";
  return {
    id,
    also: [],
    date,
    customer,
    type,
    status,
    time: textOf(fields.time),
    live: live && !["chat", "email"].includes(textOf(fields.channel) ?? ""),
    selling,
    secondhand,
    team: texts(fields.team).map(find.member),
    observers: texts(fields.observers).map(find.member),
    contacts: texts(fields.contacts).map(contact),
    concepts: texts(fields.concepts).map(find.concept),
    duration: typeof fields.duration === "number" ? fields.duration : null,
    talk: typeof fields.talk === "number" ? fields.talk : null,
    relationship: textOf(fields.relationship),
    meaningful: typeof fields.meaningful === "boolean" ? fields.meaningful : null,
    evidence: body.evidence.map((row, position) => ({
      ...row,
      assumption: find.assumption(row.assumption),
      who: row.who === null ? null : contact(row.who),
      note: id,
      position,
      secondhand,
    })),
    steps: body.steps.map((step) => ({...step, note: id, noteDate: date})),
    itemKeys: body.itemKeys,
    themes: body.themes,
    pains: body.pains,
    quoted: body.quoted,
    words: body.words,
  };
}

/** Several notes of one talk as one: lists joined, the first value given, the longest duration. */
function join(notes: NaiveTalk[]): NaiveTalk {
  const [first] = notes;
  if (!first) throw new Error("A talk has at least one note.");
  const union = (pick: (note: NaiveTalk) => string[]) => {
    const all: string[] = [];
    for (const value of notes.flatMap(pick))
      if (!all.some((known) => fold(known) === fold(value))) all.push(value);
    return all;
  };
  const given = <Value>(pick: (note: NaiveTalk) => Value | null) =>
    notes.map(pick).find((value) => value !== null) ?? null;
  const team = union((note) => note.team);
  const durations = notes.flatMap((note) => (note.duration === null ? [] : [note.duration]));
  return {
    ...first,
    also: notes.slice(1).map((note) => note.id),
    time: given((note) => note.time),
    talk: given((note) => note.talk),
    relationship: given((note) => note.relationship),
    meaningful: given((note) => note.meaningful),
    duration: durations.length === 0 ? null : Math.max(...durations),
    secondhand: notes.every((note) => note.secondhand),
    selling: notes.every((note) => note.selling),
    team,
    // Who took part by one account and listened in by another took part.
    observers: union((note) => note.observers).filter((handle) => !team.includes(handle)),
    contacts: union((note) => note.contacts),
    concepts: union((note) => note.concepts),
    evidence: notes.flatMap((note) => note.evidence),
    steps: notes.flatMap((note) => note.steps),
    itemKeys: notes.flatMap((note) => note.itemKeys),
    themes: notes.flatMap((note) => note.themes),
    pains: notes.flatMap((note) => note.pains),
    quoted: notes.some((note) => note.quoted),
    words: notes.reduce((sum, note) => sum + note.words, 0),
  };
}
