import type {CalendarDate} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import {foldId} from "../../core/identity.ts";
import {flattenSpace} from "../../core/text.ts";
import {slugOf} from "../../workspace/slug.ts";
import type {Collection} from "../../notes/collection.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {type Flags, listOf, valueOf} from "../command.ts";
import {fieldValue} from "../flags/field-value.ts";
import {knownSegments} from "../known.ts";
import {findNamed, knownSpelling, nearestNamed} from "../names.ts";
import {refuseUnwritable} from "../flags/unwritable.ts";
import {echoDate, parseSpokenDate} from "../flags/spoken-dates.ts";
import type {Remarks} from "../log/log-values.ts";
import {dates, type Reference, referenceOf} from "./references.ts";
import {fieldFlags, type FieldFlag} from "./register-flags.ts";

/** The front matter that the flags of `add` describe. Throws a usage error naming the flag that is wrong. */
export function readRegister(
  kind: Kind,
  flags: Flags,
  collection: Collection,
  today: CalendarDate,
  remarks: Remarks,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const flag of fieldFlags(kind)) {
    const typed = listOf(flags, flag.flag).map((value) => typedText(value, flag));
    if (typed.length === 0) continue;
    const values = typed.map((value) => understood(value, kind, flag, collection, today, remarks));
    fields[flag.field] = fieldValue(kind, flag.field, flag.flag, flag.list ? values : values[0]);
  }
  return fields;
}

/** What `add` cannot do without, said by flag name. */
export function refuseMissing(
  command: string,
  fields: Record<string, unknown>,
  required: string[],
  example: string,
): void {
  const missing = required.filter((field) => fields[field] === undefined);
  if (missing.length === 0) return;
  throw new PmTalkError(
    "usage",
    `Nothing written: these are missing: ${missing.map((field) => `--${field}`).join(", ")}.`,
    `pm-talk ${command} ${example}`,
  );
}

/** A value of `--id`, which must be usable as a file name. */
export function idGiven(flags: Flags): string | null {
  const id = valueOf(flags, "id");
  if (id === null) return null;
  if (
    /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}])?$/u.test(id) &&
    id.length <= 60 &&
    !isReserved(id)
  )
    return id;
  throw new PmTalkError(
    "usage",
    `--id "${id}" cannot be a file name everywhere.`,
    "Letters, digits and - in up to 60 characters: --id setup-under-five-minutes",
  );
}

/** Windows keeps some names for devices; a slug of one gets something before it. */
function isReserved(id: string): boolean {
  return slugOf(id).endsWith(`x-${foldId(id)}`);
}

function typedText(value: string, {flag}: FieldFlag): string {
  const text = flattenSpace(refuseUnwritable(value, flag));
  if (text === "")
    throw new PmTalkError("usage", `--${flag} is empty.`, "Leave it out, or give it a value.");
  return text;
}

function understood(
  value: string,
  kind: Kind,
  {field, flag}: FieldFlag,
  collection: Collection,
  today: CalendarDate,
  remarks: Remarks,
): string | number {
  const direction = dates[field];
  if (direction !== undefined) {
    const {date, inWords} = parseSpokenDate(value, today, direction, `--${flag}`);
    if (inWords) remarks.notices.push(`${flag} ${echoDate(date, today)}.`);
    return date;
  }
  const reference = referenceOf(field, kind);
  if (reference !== null) return referred(value, reference, collection, remarks);
  if (flag === "segment") return knownSpelling(value, knownSegments(collection));
  return field === "cadence" && /^\d+$/.test(value) ? Number(value) : value;
}

/** The id that a value means; what is not found is kept as typed, with a warning. */
export function referred(
  value: string,
  {known, kind}: Reference,
  collection: Collection,
  remarks: Remarks,
): string {
  const things = known(collection);
  const id = findNamed(value, things, kind);
  if (id !== null) return id;
  const near = nearestNamed(value, things).map((thing) => thing.id);
  remarks.warnings.push(
    `No ${kind.noun} "${value}" is declared; it is written as typed.${near.length === 0 ? "" : ` Nearest: ${near.join(", ")}.`}`,
  );
  return value;
}
