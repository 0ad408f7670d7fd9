import * as v from "valibot";
import {PmTalkError} from "../../core/errors.ts";
import {foldName, listWithOr, nearest} from "../../core/text.ts";
import {fieldForms, type FieldForm, schemas} from "../../notes/front-matter/read-fields-schemas.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {refuseUnwritable} from "./unwritable.ts";

/**
 * A flag's value as the field of a file takes it. On the command line the case of a known word does not
 * matter. Throws a usage error that says what is allowed, and the nearest word.
 */
export function fieldValue(kind: Kind, field: string, flag: string, typed: unknown): unknown {
  const form = fieldForms[kind].find((known) => known.field === field);
  const schema = (schemas[kind].entries as Record<string, v.GenericSchema>)[field];
  if (form === undefined || schema === undefined) throw new Error(`no field ${field}`);
  const given: unknown[] = Array.isArray(typed) ? typed : [typed];
  const values = given.map((value) => meant(value, flag, form));
  const result = v.safeParse(schema, Array.isArray(typed) ? [...new Set(values)] : values[0]);
  if (result.success) return result.output;
  throw new PmTalkError(
    "usage",
    `--${flag} "${given.map(String).join(", ")}" ${result.issues[0].message}.`,
    hintOf(given, form),
  );
}

function meant(value: unknown, flag: string, {words}: FieldForm): unknown {
  if (typeof value !== "string") return value;
  const text = refuseUnwritable(value, flag);
  return words?.find((word) => word === foldWord(text)) ?? text;
}

/** `no show` is `no-show`. */
function foldWord(text: string): string {
  return foldName(text).replaceAll(" ", "-");
}

function hintOf(given: unknown[], {field, words}: FieldForm): string | null {
  const texts = given.filter((value) => typeof value === "string");
  if (field === "time") {
    const padded = texts[0]?.trim().padStart(5, "0") ?? "";
    return /^0\d:[0-5]\d$/.test(padded) ? `Did you mean ${padded}?` : null;
  }
  const near = texts
    .filter((text) => words?.includes(foldWord(text)) === false)
    .flatMap((text) => nearest(text, words ?? []));
  return near.length === 0 ? null : `Did you mean ${listWithOr([...new Set(near)])}?`;
}
