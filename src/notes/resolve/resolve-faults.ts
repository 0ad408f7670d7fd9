import {daysBetween, type CalendarDate} from "../../core/calendar.ts";
import type {Fault, Place} from "../../core/diagnostics.ts";
import {foldId, idOfFile} from "../../core/identity.ts";
import {count} from "../../core/text.ts";
import type {Conversation, EvidenceRow} from "../collection.ts";
import type {FileFault} from "./resolve-input.ts";
import type {ResolvedNote} from "./resolve-note.ts";
import type {Indexes} from "./resolve-references.ts";
import {evidenceKinds} from "../vocabulary.ts";

/** Names and aliases with two holders: an error wherever they stand, for they count for neither. */
export function nameFaults(indexes: Indexes): FileFault[] {
  const kinds = [indexes.customers, indexes.assumptions, indexes.concepts];
  return kinds.flatMap(({clashes}) =>
    clashes.map(({file, place, name, other}) => ({
      file,
      fault: {
        code: "name-duplicate",
        severity: "error",
        place,
        message: `"${name}" is also ${leadsTo(name, other) === other ? "the id of" : "a name in"} ${other}`,
        hint: `Take it out of one of the two. Until then it leads to ${leadsTo(name, file, other)}.`,
        dropped: "value",
      },
    })),
  );
}

/** An id always finds its own file; a name or an alias that two hold finds neither. */
function leadsTo(name: string, ...files: string[]): string {
  const ids = files.map(idOfFile);
  const at = ids.findIndex((id) => foldId(id) === foldId(name));
  return files[at] ?? "neither";
}

/** Several notes of one talk: a question to the team, asked at every note but the first. */
export function pairFaults(groups: readonly ResolvedNote[][]): FileFault[] {
  return groups.flatMap(([first, ...others]) =>
    others.map(({file}) => ({
      file,
      fault: warning(
        "possible-duplicate",
        {at: "field", field: "date"},
        `counted as one talk with ${first?.file ?? ""}: the same customer and day`,
        "Two talks? Give each note its time, or its contacts.",
      ),
    })),
  );
}

/** What is wrong with a talk that was held: a day to come, missing asks, words or consent. */
export function noteFaults(
  notes: readonly ResolvedNote[],
  talks: readonly Conversation[],
  today: CalendarDate,
): FileFault[] {
  const consents = new Map<string, Conversation["consent"]>();
  for (const {id, also, consent} of talks) {
    for (const noteId of [id, ...also]) consents.set(noteId, consent);
  }
  return [
    ...notes.flatMap((note) => [
      ...futureFaults(note, today),
      ...recordingFaults(note, consents.get(note.id) ?? null),
    ]),
    ...talks.flatMap(rowFaults),
  ];
}

function futureFaults({file, fields}: ResolvedNote, today: CalendarDate): FileFault[] {
  const ahead = daysBetween(today, fields.date);
  if (fields.status !== "held" || ahead <= 1) return [];
  const fault = warning(
    "date-future",
    {at: "field", field: "date"},
    `${fields.date} is still ${count(ahead, "day")} away, and the talk is called held`,
    "Booked only? status: planned. As it stands it counts from that day on.",
  );
  return [{file, fault}];
}

function recordingFaults(
  {file, fields}: ResolvedNote,
  consent: Conversation["consent"],
): FileFault[] {
  if (fields.recording === null || consent?.includes("recording") === true) return [];
  const fault = warning(
    "recording-consent",
    {at: "field", field: "recording"},
    "a recording, and nothing says that they agreed to one",
    "If they did:  consent: [recording]",
  );
  return [{file, fault}];
}

/** A money row belongs to an ask, a row of story or better to somebody's words. */
function rowFaults(talk: Conversation): FileFault[] {
  if (talk.status !== "held") return [];
  const fileOf = (row: EvidenceRow): string =>
    talk.files[[talk.id, ...talk.also].indexOf(row.noteId)] ?? "";
  const asked = talk.asks.some((ask) => ask.currency === "money");
  return talk.evidence.flatMap((row) => {
    const faults: FileFault[] = [];
    if (row.kind === "money" && !asked) {
      const message = "money was given or refused, and The ask does not say what for";
      const hint = "Under The ask:  - A paid pilot in January (money, given)";
      faults.push(lineWarning(fileOf(row), row.line, {code: "ask-missing", message, hint}));
    }
    if (row.quote === null && evidenceKinds.indexOf(row.kind) >= evidenceKinds.indexOf("story")) {
      const message = `this line of ${row.kind} has no quote`;
      const hint = `Their words stand behind the brackets:  (${row.kind}): "We gave up" — who`;
      faults.push(lineWarning(fileOf(row), row.line, {code: "quote-missing", message, hint}));
    }
    return faults;
  });
}

/** A warning that costs nothing. */
export function warning(code: string, place: Place, message: string, hint: string | null): Fault {
  return {code, severity: "warning", place, message, hint, dropped: null};
}

/** A warning of a whole line, whose column is not known any more. */
function lineWarning(
  file: string,
  line: number,
  {code, message, hint}: Pick<Fault, "code" | "message" | "hint">,
): FileFault {
  return {file, fault: warning(code, {at: "line", line, column: 1, length: 0}, message, hint)};
}
