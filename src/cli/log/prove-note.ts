import {meaning} from "../../analysis/meaningful.ts";
import {PmTalkError} from "../../core/errors.ts";
import {shortId} from "../../core/identity.ts";
import {decodeFile} from "../../notes/decode.ts";
import type {ParsedFile, ReadResult} from "../../notes/files.ts";
import {readFile} from "../../notes/read-file.ts";
import {resolve} from "../../notes/resolve/resolve.ts";
import type {FilePlace} from "../../notes/files.ts";
import type {Opened} from "../open.ts";
import type {Remarks} from "./log-values.ts";
import {assertSaid} from "./prove-content.ts";
import type {LogValues} from "./read-log.ts";
import type {ReadyNote} from "./save-log.ts";

/** What reading the note back says about it, before it is saved. */
export interface Proof {
  meaningful: boolean;
  /** What it lacks to count as meaningful, as sentences. */
  missing: string[];
  /** "Counts as a meaningful conversation: yes". */
  verdict: string;
  /** That it counts as one talk with other notes of the day, where nobody asked for that, and how to part them. */
  oneTalk: string | null;
}

/**
 * Reads the note back before it is written and compares it with what the flags said: a note that would say
 * something else is never saved. Faults of a --body are the user's and are named, not hidden.
 */
export function proveNote(
  note: ReadyNote,
  values: LogValues,
  opened: Opened,
  remarks: Remarks,
): Proof {
  const read = readBack(note, opened);
  const {result} = read;
  const isOurs = values.content.body === null;
  if (!isOurs || result.faults.some(({severity}) => severity === "error"))
    refuseFaults(result, remarks);
  if (result.parsed !== null) assertSaid(result.parsed, values);
  return verdictOn(note, values.addTo, read, opened, remarks);
}

/** The same for a note that somebody changed in the editor: what it says is theirs. */
export function proveEdited(
  note: ReadyNote,
  addTo: string | null,
  opened: Opened,
  remarks: Remarks,
): Proof {
  const read = readBack(note, opened);
  refuseFaults(read.result, remarks);
  return verdictOn(note, addTo, read, opened, remarks);
}

interface ReadBack {
  place: FilePlace<"conversation">;
  result: ReadResult<"conversation">;
}

function readBack(note: ReadyNote, {workspace}: Opened): ReadBack {
  const place: FilePlace<"conversation"> = {kind: "conversation", id: note.id, file: note.file};
  // As bytes, like any other file: what is too long, for one, would be left out for ever after.
  const {text, faults} = decodeFile(new TextEncoder().encode(note.text));
  if (text === null) return {place, result: {parsed: null, faults}};
  const result = readFile(place, text, workspace.config);
  return {place, result: {...result, faults: [...faults, ...result.faults]}};
}

function refuseFaults(result: ReadResult, remarks: Remarks): void {
  for (const fault of result.faults) {
    const line = fault.place.at === "line" ? `line ${String(fault.place.line)} of the note: ` : "";
    const text = `${line}${fault.message}${fault.hint === null ? "" : `. ${fault.hint}`}`;
    if (result.parsed === null && fault.severity === "error")
      throw new PmTalkError(
        "usage",
        `Nothing written: ${text}`,
        "The note could not be read back.",
      );
    remarks.warnings.push(text);
  }
}

function verdictOn(
  note: ReadyNote,
  addTo: string | null,
  {place, result}: ReadBack,
  opened: Opened,
  remarks: Remarks,
): Proof {
  const {workspace, today} = opened;
  // Only the notes of that day can be accounts of the same talk; the whole year need not be joined again.
  const day = result.parsed === null ? null : dayOf(result.parsed);
  const sameDay = workspace.results.filter(
    (file) =>
      file.place.kind !== "conversation" ||
      (file.result.parsed !== null && dayOf(file.result.parsed) === day),
  );
  const {collection} = resolve({
    config: workspace.config,
    today,
    results: [...sameDay, {place, result}],
  });
  const talk = collection.conversations.find(
    (one) => one.id === note.id || one.also.includes(note.id),
  );
  if (talk === undefined) throw new Error("the note is no conversation");
  const others = [talk.id, ...talk.also].filter((id) => id !== note.id);
  refuseOtherTalk(addTo, others);
  const isAsked = addTo !== null && others.length > 0;
  if (isAsked) remarks.notices.push(`One talk with ${others.join(" and ")}.`);
  const oneTalk = others.length === 0 || isAsked ? null : sayOneTalk(others, result, opened);
  if (oneTalk !== null) remarks.warnings.push(oneTalk);
  const {meaningful, missing} = meaning(talk, workspace.config.meaningful);
  const said = meaningful ? "yes" : `not yet: ${missing.join("; ")}`;
  return {
    meaningful,
    missing,
    oneTalk,
    verdict:
      talk.status === "held"
        ? `Counts as a meaningful conversation: ${said}`
        : `Noted as ${talk.status}: it counts nowhere as a talk.`,
  };
}

/**
 * Only two different times, or two sets of people, make two talks of one day: says which of the notes has no
 * time yet, for one of them alone parts nothing.
 */
function sayOneTalk(
  others: string[],
  {parsed}: ReadResult<"conversation">,
  {workspace}: Opened,
): string {
  const timeless = workspace.results.flatMap(({place, result: {parsed: other}}) =>
    others.includes(place.id) && other?.kind === "conversation" && timeOf(other) === null
      ? [`pm-talk edit ${shortId(place.id)} --set time=HH:MM`]
      : [],
  );
  const here = parsed === null || timeOf(parsed) !== null ? [] : ["--time HH:MM for this one"];
  const ways = [...here, ...timeless];
  const how = ways.length === 0 ? "give them different times" : ways.join(", and  ");
  return `One talk with ${others.join(" and ")}: another one on that day?  ${how}`;
}

function timeOf(parsed: ParsedFile): string | null {
  return parsed.kind === "conversation" ? (parsed as ParsedFile<"conversation">).fields.time : null;
}

/** With --add-to, a note that would count as a talk of its own is not what was asked for. */
function refuseOtherTalk(addTo: string | null, accounts: string[]): void {
  if (addTo === null || accounts.includes(addTo)) return;
  throw new PmTalkError(
    "usage",
    `This would not count as the same talk as ${addTo}.`,
    "Two notes are one talk when both were held, and both were live or neither was (--type, --channel, --status).",
  );
}

function dayOf(parsed: ParsedFile): string | null {
  return parsed.kind === "conversation" ? (parsed as ParsedFile<"conversation">).fields.date : null;
}
