import type {CalendarDate} from "../../core/calendar.ts";
import type {Fault} from "../../core/diagnostics.ts";
import {PmTalkError} from "../../core/errors.ts";
import {flattenSpace, nearest} from "../../core/text.ts";
import {itemSections, type ItemSection, type LineSection} from "../../notes/body.ts";
import {type DateReader, parseLine} from "../../notes/lines/read-line.ts";
import {findSection} from "../../notes/body/sections-match.ts";
import type {NoteContent} from "../../notes/write-note.ts";
import {type Flags, listOf, flagKey} from "../command.ts";
import {didYouMean} from "../did-you-mean.ts";
import {type Direction, echoDate, parseSpokenDate} from "../flags/spoken-dates.ts";
import {refuseUnwritable} from "../flags/unwritable.ts";
import {itemFlags, lineFlags} from "./log-flags.ts";
import type {Remarks} from "./log-values.ts";

type Lines = NoteContent["lines"];

/** Reads every flag that is a line or an item of the note. Throws a usage error that shows a right line. */
export function readContent(
  flags: Flags,
  body: string | null,
  today: CalendarDate,
  remarks: Remarks,
): NoteContent {
  const items: NoteContent["items"] = {};
  const addItem = (section: ItemSection, flag: string, typed: string): void => {
    const text = itemOf(typed, flag);
    (items[section] ??= []).push(section === "quotes" ? inQuotes(text) : text);
  };
  for (const [flag, {section}] of Object.entries(itemFlags)) {
    for (const typed of listOf(flags, flagKey(flag))) addItem(section, flag, typed);
  }
  for (const typed of listOf(flags, "section")) {
    const [section, text] = splitSection(typed);
    addItem(section, "section", text);
  }
  const lines: Lines = {
    evidence: linesOf(flags, "evidence"),
    asks: linesOf(flags, "ask"),
    promised: linesOf(flags, "promise"),
    requests: linesOf(flags, "request"),
    introductions: linesOf(flags, "introduction"),
    steps: linesOf(
      flags,
      "step",
      (word) => dueDay(word, today, remarks),
      (typed) => withDoneDay(typed, today, remarks),
    ),
  };
  return {items, lines, body};
}

/** Whether there is anything at all in the note but its front matter. */
export function saysSomethingIn(content: NoteContent): boolean {
  return saysSomething(content) || Object.values(content.lines).some((lines) => lines.length > 0);
}

/** Whether the note says anything that was learned: an item, an evidence line or a body. */
export function saysSomething(content: NoteContent): boolean {
  return (
    Object.keys(content.items).length > 0 ||
    content.lines.evidence.length > 0 ||
    content.body !== null
  );
}

function linesOf<Flag extends keyof typeof lineFlags>(
  flags: Flags,
  flag: Flag,
  dates: DateReader | null = null,
  prepare: (typed: string) => string = (typed) => typed,
): Lines[(typeof lineFlags)[Flag]] {
  const section: LineSection = lineFlags[flag];
  const lines = listOf(flags, flag).map((typed) => {
    const result = parseLine(section, prepare(refuseUnwritable(typed, flag)), dates);
    if ("faults" in result) throw lineError(flag, typed, result.faults);
    return result.row;
  });
  return lines as Lines[(typeof lineFlags)[Flag]];
}

function lineError(flag: string, typed: string, faults: Fault[]): PmTalkError {
  const fault = faults[0];
  if (fault === undefined) throw new Error("a refused line names no fault");
  return new PmTalkError(
    "usage",
    `--${flag} '${flattenSpace(typed)}': ${fault.message}`,
    fault.hint,
  );
}

/** What stands under Quotes is their words: the shell has often eaten the marks around them. */
function inQuotes(text: string): string {
  if (/^["“„«「]/.test(text)) return text;
  const tags = /(?: #\S+)+$/.exec(text)?.[0] ?? "";
  const words = text.slice(0, text.length - tags.length);
  return words === "" ? text : `"${words}"${tags}`;
}

function itemOf(typed: string, flag: string): string {
  const text = flattenSpace(refuseUnwritable(typed, flag));
  if (text === "")
    throw new PmTalkError("usage", `--${flag} is empty.`, "Leave it out, or say what they said.");
  return text;
}

function splitSection(typed: string): [ItemSection, string] {
  const colon = typed.indexOf(":");
  const key = flattenSpace(colon < 0 ? typed : typed.slice(0, colon));
  const section = itemSections.find((known) => known === key.toLowerCase()) ?? itemSectionOf(key);
  if (section !== null && colon >= 0) return [section, typed.slice(colon + 1)];
  const near = nearest(key, itemSections);
  const hint = `${didYouMean(near)}--section 'pains: Exports take a morning'\nKeys: ${itemSections.join(" ")}`;
  const message =
    colon < 0
      ? `--section '${flattenSpace(typed)}' has no "KEY:".`
      : `No section "${key}" for items.`;
  throw new PmTalkError("usage", message, hint);
}

function itemSectionOf(heading: string): ItemSection | null {
  const section = findSection(heading, {});
  return itemSections.find((known) => known === section?.key) ?? null;
}

/** A step's day may be said in words on the command line; files hold the day itself. */
function dueDay(word: string, today: CalendarDate, remarks: Remarks): CalendarDate | null {
  return spokenDay(word, today, "forward", (date) => `Due ${echoDate(date, today)}.`, remarks);
}

/** The day something was done looks back, unlike the day it is due; the line's reader knows one way only. */
function withDoneDay(typed: string, today: CalendarDate, remarks: Remarks): string {
  return typed.replace(
    /([(（,，]\s{0,9}done )([^,，()（）]{1,40})(?=[,，)）])/giu,
    (whole, before: string, words: string) => {
      const echo = (date: CalendarDate): string => `Done ${echoDate(date, today)}.`;
      const date = spokenDay(words, today, "back", echo, remarks);
      return date === null ? whole : `${before}${date}`;
    },
  );
}

function spokenDay(
  words: string,
  today: CalendarDate,
  direction: Direction,
  echoOf: (date: CalendarDate) => string,
  remarks: Remarks,
): CalendarDate | null {
  try {
    const {date, inWords} = parseSpokenDate(words, today, direction);
    const echo = echoOf(date);
    if (inWords && !remarks.notices.includes(echo)) remarks.notices.push(echo);
    return date;
  } catch (error) {
    if (error instanceof PmTalkError) return null;
    throw error;
  }
}
