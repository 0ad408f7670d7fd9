import {isAbsolute, relative, resolve, sep} from "node:path";
import {existsSync} from "node:fs";
import * as v from "valibot";
import {
  type CalendarDate,
  formatAge,
  daysBetween,
  formatDay,
  addDays,
} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import {nearest} from "../../core/text.ts";
import type {Collection, Conversation} from "../../notes/collection.ts";
import {type ConversationFields, conversationSchema} from "../../notes/conversation.ts";
import {conversationTypes} from "../../notes/vocabulary.ts";
import {type Flags, isOn, listOf, valueOf} from "../command.ts";
import {conversationKind, knownConcepts, knownMembers, memberKind} from "../known.ts";
import {findNamed, nearestNamed, unknownName} from "../names.ts";
import {echoDate, parseSpokenDate} from "../spoken-dates.ts";
import {refuseUnwritable} from "./log-lines.ts";
import type {Remarks} from "./log-values.ts";

/** Flags that become a front-matter field as they are, by camel-cased flag name. */
const plainFields = [
  "time",
  "channel",
  "pitch",
  "source",
  "via",
  "relationship",
  "firm",
  "ended",
  "recording",
  "attribution",
  "reason",
] as const;
const numberFields = ["duration", "talk", "questions"] as const;

/** What `log` knows before it reads the flags. */
export interface Before {
  collection: Collection;
  root: string;
  cwd: string;
  today: CalendarDate;
  /** The note of the same talk that --add-to names. */
  addTo: Conversation | null;
}

/** The status that the flags mean; held when they say nothing. */
export function statusOf(flags: Flags): string {
  const given = [
    valueOf(flags, "status"),
    isOn(flags, "planned") ? "planned" : null,
    flags["show"] === false ? "no-show" : null,
  ];
  const said = [...new Set(given.filter((status) => status !== null))];
  if (said.length > 1)
    throw new PmTalkError(
      "usage",
      `The talk cannot be both ${said.join(" and ")}.`,
      "Give one of --status, --planned, --no-show.",
    );
  return said[0] ?? "held";
}

/** The day of the talk: --date, else today. A held talk cannot be still to come. */
export function dateOf(
  flags: Flags,
  status: string,
  before: Before,
  remarks: Remarks,
): CalendarDate {
  if (before.addTo !== null) return before.addTo.date;
  const {today} = before;
  const typed = valueOf(flags, "date");
  if (typed === null) return today;
  const {date, inWords} = parseSpokenDate(typed, today, status === "planned" ? "forward" : "back");
  if (date > today && status !== "planned" && status !== "cancelled") {
    const lastWeek = addDays(date, -7);
    const past = lastWeek <= today ? `Last week?  --date ${lastWeek}    ` : "";
    throw new PmTalkError(
      "usage",
      `"${typed}" is ${formatDay(date)}, which is still to come (${formatAge(daysBetween(date, today))}). A talk that was held cannot be.`,
      `${past}Booked?  add --planned`,
    );
  }
  if (inWords) remarks.notices.push(`On ${echoDate(date, today)}.`);
  return date;
}

/** The type: --type, that of the talk added to, the last one with them, else interview. */
export function typeOf(flags: Flags, customer: string, before: Before): string {
  const typed = valueOf(flags, "type");
  const {collection} = before;
  if (typed === null) {
    const last = collection.conversations.findLast(
      (conversation) => conversation.customer === customer && conversation.date <= before.today,
    );
    return before.addTo?.type ?? last?.type ?? "interview";
  }
  const known = [...Object.keys(conversationTypes), ...Object.keys(collection.config.types)];
  const found =
    known.find((type) => type === typed.trim().toLowerCase().replaceAll(" ", "-")) ??
    known.find((type) => type === typed.trim());
  if (found !== undefined) return found;
  const near = nearest(typed, known);
  throw new PmTalkError(
    "usage",
    `No type "${typed}".`,
    `${near.length === 0 ? "" : `Did you mean ${near.join(" or ")}?  `}There are: ${known.join(", ")}`,
  );
}

/** Handles of ours; an unknown name is an error, because nobody is guessed. */
export function membersOf(
  typed: string[],
  collection: Collection,
  me: () => Promise<string>,
): Promise<string[]> {
  const known = knownMembers(collection);
  const one = async (value: string): Promise<string[]> => {
    if (value.trim().toLowerCase() === "me") return [await me()];
    const found = findNamed(value, known, memberKind);
    if (found !== null) return [found];
    if (!value.includes(",")) throw unknownName(value, known, memberKind);
    return (await Promise.all(value.split(",").map(one))).flat();
  };
  return Promise.all(typed.map(one)).then((lists) => [...new Set(lists.flat())]);
}

/** Ids of concepts; an unknown one is written as typed, with a warning. */
export function conceptsOf(typed: string[], collection: Collection, remarks: Remarks): string[] {
  const known = knownConcepts(collection);
  return typed.map((value) => {
    refuseUnwritable(value, "concept");
    const found = findNamed(value, known, {noun: "concept", all: ""});
    if (found === null) {
      const near = nearestNamed(value, known).map((thing) => thing.id);
      remarks.warnings.push(
        `No file declares the concept "${value}"; it is written as typed.${near.length === 0 ? "" : ` Nearest: ${near.join(", ")}`}`,
      );
    }
    return found ?? value.trim();
  });
}

/** Contacts of the customer: ids where a name or id is declared, else as typed. */
export function contactsOf(typed: string[], customer: string, collection: Collection): string[] {
  const people = collection.customers.find((one) => one.id === customer)?.people ?? [];
  const known = people.map((person) => ({id: person.id, names: [person.name]}));
  return typed.map((value) => {
    refuseUnwritable(value, "contact");
    const own = value.startsWith(`${customer}/`) ? value.slice(customer.length + 1) : value;
    return findNamed(own, known, {noun: "contact", all: ""}) ?? own.trim();
  });
}

/** The other fields, checked by the schema of the note. Throws a usage error that says what is allowed. */
export function otherFields(
  flags: Flags,
  before: Before,
  remarks: Remarks,
): Partial<ConversationFields> {
  const raw: Record<string, unknown> = {};
  for (const name of plainFields) raw[name] = valueOf(flags, name);
  for (const name of numberFields) raw[name] = numberOf(flags, name);
  raw["tags"] = listOf(flags, "tag").map((tag) =>
    refuseUnwritable(tag, "tag").replace(/^#(?=\p{L})/u, ""),
  );
  raw["secondhand"] = isOn(flags, "secondhand");
  raw["consent"] = consentOf(listOf(flags, "consent"));
  raw["until"] = untilOf(flags, before.today, remarks);
  raw["meaningful"] = booleanOf(flags, "meaningful");
  raw["follows"] = followsOf(valueOf(flags, "follows"), before.collection);
  raw["transcript"] = transcriptOf(valueOf(flags, "transcript"), before);
  const fields = Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, checked(name, value)]),
  );
  if (fields["meaningful"] !== null && fields["reason"] === null) {
    throw new PmTalkError(
      "usage",
      "--meaningful overrides the rule and needs --reason.",
      `--meaningful ${String(raw["meaningful"])} --reason "they came back with their whole team"`,
    );
  }
  return fields;
}

function checked(name: string, value: unknown): unknown {
  const schema = conversationSchema.entries[name as keyof typeof conversationSchema.entries];
  if (typeof value === "string") refuseUnwritable(value, name);
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const words =
    typeof value === "string" ? value : Array.isArray(value) ? value.join(", ") : String(value);
  throw new PmTalkError(
    "usage",
    `--${name === "until" ? "consent-until" : name} "${words}" ${result.issues[0].message}.`,
    null,
  );
}

function numberOf(flags: Flags, name: string): number | null {
  const typed = valueOf(flags, name);
  if (typed === null) return null;
  const match = /^(\d+(?:\.\d+)?)(?:\s*(?:m|min|minutes))?$/.exec(typed.trim());
  if (match === null || (name !== "duration" && match[0] !== match[1])) {
    throw new PmTalkError(
      "usage",
      `--${name} "${typed}" must be a number.`,
      `--${name} ${name === "talk" ? "0.4" : "45"}`,
    );
  }
  return Number(match[1]);
}

function booleanOf(flags: Flags, name: string): boolean | null {
  const typed = valueOf(flags, name)?.trim().toLowerCase();
  if (typed === undefined) return null;
  if (typed === "true" || typed === "yes") return true;
  if (typed === "false" || typed === "no") return false;
  throw new PmTalkError("usage", `--${name} "${typed}" must be true or false.`, null);
}

/** Null: not asked. Empty: asked and refused, on the command line `none` or `no`. */
function consentOf(typed: string[]): string[] | null {
  if (typed.length === 0) return null;
  const words = typed.flatMap((value) => value.split(",")).map((word) => word.trim().toLowerCase());
  const refused = words.filter((word) => word === "none" || word === "no");
  if (refused.length > 0 && refused.length < words.length) {
    throw new PmTalkError(
      "usage",
      `--consent cannot be both refused and given.`,
      "--consent none, or --consent internal",
    );
  }
  return refused.length > 0 ? [] : words;
}

function untilOf(flags: Flags, today: CalendarDate, remarks: Remarks): CalendarDate | null {
  const typed = valueOf(flags, "consentUntil");
  if (typed === null) return null;
  const {date, inWords} = parseSpokenDate(typed, today, "forward");
  if (inWords) remarks.notices.push(`Consent until ${echoDate(date, today)}.`);
  return date;
}

function followsOf(typed: string | null, collection: Collection): string | null {
  if (typed === null) return null;
  const known = collection.conversations.flatMap((conversation) =>
    [conversation.id, ...conversation.also].map((id) => ({id, names: []})),
  );
  const found = findNamed(typed, known, conversationKind);
  if (found === null) throw unknownName(typed, known, conversationKind);
  return found;
}

/** A file of the workspace, relative to it. */
function transcriptOf(typed: string | null, before: Before): string | null {
  if (typed === null) return null;
  const path = resolve(before.cwd, typed);
  const inside = relative(before.root, path);
  if (inside === "" || inside.startsWith("..") || isAbsolute(inside)) {
    throw new PmTalkError(
      "usage",
      `--transcript ${typed} is not in the workspace.`,
      "Put it under transcripts/ first.",
    );
  }
  if (!existsSync(path))
    throw new PmTalkError("usage", `--transcript ${typed}: there is no such file.`, null);
  return inside.split(sep).join("/");
}
