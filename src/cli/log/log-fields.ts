import {isAbsolute, relative, resolve, sep} from "node:path";
import type {CalendarDate} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import type {Collection} from "../../notes/collection.ts";
import type {ConversationFields} from "../../notes/conversation.ts";
import {isThere} from "../../workspace/given-files.ts";
import {type Flags, isOn, listOf, valueOf} from "../command.ts";
import {fieldValue} from "../flags/field-value.ts";
import {conversationKind} from "../known.ts";
import {findNamed, unknownName} from "../names.ts";
import {echoDate, parseSpokenDate} from "../flags/spoken-dates.ts";
import {refuseUnwritable} from "../flags/unwritable.ts";
import type {Remarks} from "./log-values.ts";
import type {Before} from "./log-when.ts";

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
    Object.entries(raw).map(([name, value]) => [
      name,
      fieldValue("conversation", name, flagNames[name] ?? name, value),
    ]),
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

/** Fields whose flag has another name. */
const flagNames: Record<string, string> = {until: "consent-until", tags: "tag"};

function numberOf(flags: Flags, name: string): number | null {
  const typed = valueOf(flags, name);
  if (typed === null) return null;
  const match = /^(\d+(?:\.\d+)?)(?:\s*(?:m|min|minutes))?$/.exec(typed.trim());
  if (match === null || (name !== "duration" && match[0] !== match[1])) {
    throw new PmTalkError(
      "usage",
      `--${name} "${typed}" must be a number${name === "duration" ? " of minutes" : ""}.`,
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
  const {date, inWords} = parseSpokenDate(typed, today, "forward", "--consent-until");
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
  if (!isThere(path))
    throw new PmTalkError("usage", `--transcript ${typed}: there is no such file.`, null);
  return inside.split(sep).join("/");
}
