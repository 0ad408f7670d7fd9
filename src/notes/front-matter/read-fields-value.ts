import * as v from "valibot";
import {shortened} from "../../core/text.ts";
import type {Fault} from "../../core/diagnostics.ts";
import {hintValue} from "./read-fields-hints.ts";
import {costOf, type FieldForm} from "./read-fields-schemas.ts";
import {sourceOf} from "./read-fields-source.ts";
import type {Kind} from "../vocabulary.ts";

/** A field's value as its schema gives it; undefined where nothing of it can be used. */
export interface ReadValue {
  value: unknown;
  faults: Fault[];
}

/** Reads one value that is there; a wrong element of a list costs that element only. */
export function readValue(kind: Kind, form: FieldForm, raw: unknown, block: string): ReadValue {
  if (!form.list) return readOne(kind, form, raw, block, null);
  const elements: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const values: unknown[] = [];
  const faults: Fault[] = [];
  for (const [index, element] of elements.entries()) {
    // An empty bullet says nothing, as a key without a value does.
    if (element === null) continue;
    const at = Array.isArray(raw) ? {index, alone: raw.length === 1} : null;
    const read = readOne(kind, form, element, block, at);
    faults.push(...read.faults);
    if (read.faults.length === 0) values.push(read.value);
  }
  if (!Array.isArray(raw) && faults.length === 0) faults.push(...commaFaults(form, raw));
  const nothingLeft = values.length === 0 && faults.length > 0;
  return {value: nothingLeft ? undefined : values, faults};
}

/** Lists whose texts may well hold a comma: `Tom Berg, head of finance` and `Acme, Inc.` */
const withCommas: readonly string[] = ["contacts", "aliases"];

/** `team: ana, ben` is one member to YAML; it would be credited to nobody, and nobody would notice. */
function commaFaults(form: FieldForm, raw: unknown): Fault[] {
  if (typeof raw !== "string" || !raw.includes(",") || withCommas.includes(form.field)) return [];
  const names = raw.split(",").map((name) => name.trim());
  const fault: Fault = {
    code: "list-comma",
    severity: "warning",
    place: {at: "field", field: form.field, of: "value"},
    message: `"${shortened(raw)}" is read as one name`,
    hint: `If there are several:  ${form.field}: [${names.join(", ").slice(0, 80)}]`,
    dropped: null,
  };
  return [fault];
}

function readOne(
  kind: Kind,
  form: FieldForm,
  raw: unknown,
  block: string,
  at: {index: number; alone: boolean} | null,
): ReadValue {
  const result = v.safeParse(form.schema, raw);
  if (result.success) return {value: result.output, faults: []};
  const written = sourceOf(block, form.field, at?.index ?? null, raw);
  const place = {at: "field", field: form.field, of: "value"} as const;
  const fault: Fault = {
    code: `${form.field}-invalid`,
    severity: "error",
    place: at === null ? place : {...place, index: at.index},
    message: messageOf(form, raw, written, result.issues[0].message),
    hint: unfilled(block, form.field) ?? hintValue(form, raw, written, at),
    dropped: costOf(kind, form.field),
  };
  return {value: undefined, faults: [fault]};
}

function messageOf(form: FieldForm, raw: unknown, written: string, rule: string): string {
  const shown = show(raw, written);
  if (form.words !== null) return `${form.field} cannot be ${shown}`;
  if (raw === "" && !form.list) return `${form.field} must not be empty`;
  const one = form.list ? `each of ${form.field}` : form.field;
  if (rule.startsWith("must not")) return `${one} ${rule}`;
  if (/^\d{4}-\d\d-\d\d$/.test(written)) return `${form.field}: there is no ${written}`;
  const type =
    typeof raw === "number" ? " a number" : typeof raw === "boolean" ? " a yes or no" : "";
  if (rule === "must be text" && type !== "")
    return `${one} must be text; ${shown} is read as${type}`;
  return `${one} ${rule}; it is ${shown}`;
}

/** A value as it is named in a message: texts in quotes, long ones cut. */
function show(raw: unknown, written: string): string {
  if (Array.isArray(raw)) return "a list";
  if (typeof raw === "object") return "a mapping";
  if (typeof raw === "string") return `"${shortened(raw)}"`;
  return shortened(written);
}

/** A template's `{{date}}` that nobody has filled is a mapping to YAML. */
function unfilled(block: string, field: string): string | null {
  const lines = block.split(/\r?\n/);
  const line = lines.find((text) => text.startsWith(`${field}:`));
  const blank = /\{\{\s*\w{1,30}\s*\}\}/.exec(line ?? "")?.[0];
  return blank === undefined ? null : `Fill in the template's ${blank}.`;
}
