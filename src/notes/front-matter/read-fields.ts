import type {Fault} from "../../core/diagnostics.ts";
import type {Config} from "../config.ts";
import type {FieldsOf} from "../files.ts";
import {isStated, readUnknownKeys} from "./read-fields-keys.ts";
import {missingField} from "./read-fields-missing.ts";
import {applyRules} from "./read-fields-rules.ts";
import {costOf, fieldForms, headingFields, requiredFields} from "./read-fields-schemas.ts";
import type {FieldForm} from "./read-fields-schemas.ts";
import {readValue} from "./read-fields-value.ts";
import {kinds, type Kind} from "../vocabulary.ts";

/**
 * Every field of a kind at once: an object that gets its many fields one by one becomes a slow table, and
 * so does each copy of it.
 */
const blanks = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    Object.fromEntries(fieldForms[kind].map(({field}): [string, unknown] => [field, null])),
  ]),
) as Record<Kind, Record<string, unknown>>;

/** What reading the fields may look at besides the mapping itself. */
export interface FieldsContext {
  config: Config;
  /** The body's first level-1 heading, which may stand for a statement or a title. */
  title: string | null;
  /** The YAML source, from which hints show a value as it was typed. */
  block: string;
}

/** The fields of one file; null where a fault in one of them leaves the file out. */
export interface ReadFields<K extends Kind = Kind> {
  fields: FieldsOf[K] | null;
  /** Keys that no schema knows, as written. */
  unknownKeys: string[];
  faults: Fault[];
}

/**
 * Front matter as fields, read entry by entry so that a wrong value costs no more than it must: a
 * conversation is left out for its type, date, customer, team or status; anything else is that value.
 */
export function readFields<K extends Kind>(
  kind: K,
  data: Record<string, unknown>,
  context: FieldsContext,
): ReadFields<K> {
  const fields: Record<string, unknown> = {...blanks[kind]};
  const faults: Fault[] = [];
  for (const form of fieldForms[kind]) {
    const raw = isStated(data, form.field) ? data[form.field] : null;
    if (raw === null) {
      fields[form.field] = whenAbsent(form);
      continue;
    }
    const read = readValue(kind, form, raw, context.block);
    faults.push(...read.faults);
    fields[form.field] = read.value === undefined ? whenInvalid(form) : read.value;
  }
  takeHeading(kind, data, fields, context.title);
  faults.push(...findMissing(kind, data, fields, faults, context.config));
  faults.push(...applyRules(kind, fields, context.config));
  const keys = readUnknownKeys(kind, data);
  faults.push(...keys.faults);
  const leftOut = faults.some((fault) => fault.dropped === "file");
  return {
    fields: leftOut ? null : (fields as unknown as FieldsOf[K]),
    unknownKeys: keys.unknownKeys,
    faults,
  };
}

function whenAbsent(form: FieldForm): unknown {
  return Array.isArray(form.absent) ? [] : (form.absent ?? null);
}

/** A value that is left out is not the default: a status that is none must not read as accepted. */
function whenInvalid(form: FieldForm): unknown {
  return form.nullable ? null : whenAbsent(form);
}

function takeHeading(
  kind: Kind,
  data: Record<string, unknown>,
  fields: Record<string, unknown>,
  title: string | null,
): void {
  const field = headingFields[kind];
  if (field !== undefined && !isStated(data, field) && title !== null) fields[field] = title;
}

function findMissing(
  kind: Kind,
  data: Record<string, unknown>,
  fields: Record<string, unknown>,
  faults: readonly Fault[],
  config: Config,
): Fault[] {
  const faulty = new Set(faults.map((fault) => fault.code));
  return requiredFields[kind]
    .filter((field) => !faulty.has(`${field}-invalid`) && isEmpty(fields[field]))
    .filter((field) => field !== "team" || fields["secondhand"] !== true)
    .map((field) =>
      missingField(kind, field, Object.hasOwn(data, field), costOf(kind, field), config),
    );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
