import {foldName} from "../../core/text.ts";
import type {Config} from "../config.ts";
import {setFields} from "../edit/edit-fields.ts";
import {replaceListItem} from "../edit/edit-items.ts";
import * as fields from "../fields.ts";
import {padDate} from "./fix-dates.ts";
import {type FieldForm, fieldForms} from "../front-matter/read-fields-schemas.ts";
import {typeNames} from "../front-matter/read-fields-rules.ts";
import type {Kind} from "../vocabulary.ts";

/** The id of the customer that a name or an alias leads to; null where it leads to none, or is the id. */
export type IdOfCustomer = (name: string) => string | null;

/** One value of the front matter, and what it was meant to be. */
export interface FieldFix {
  field: string;
  from: string;
  to: string;
  list: boolean;
}

/** What can be mended in the values of a front matter without a question: in order of the fields. */
export function fieldFixes(
  kind: Kind,
  data: Record<string, unknown>,
  config: Config,
  idOf: IdOfCustomer,
): FieldFix[] {
  return fieldForms[kind].flatMap((form) => {
    const raw = Object.hasOwn(data, form.field) ? data[form.field] : null;
    return [...new Set([raw].flat())].flatMap((value) => {
      if (typeof value !== "string") return [];
      const from = value.trim();
      const to = meant(kind, form, from, config, idOf);
      const {field, list} = form;
      return to === null || to === from ? [] : [{field, from, to, list}];
    });
  });
}

/** The text with this one value changed, and every other byte as it was. Throws as setFields does. */
export async function fixField(text: string, kind: Kind, fix: FieldFix): Promise<string> {
  const {field, from, to, list} = fix;
  if (list) return await replaceListItem(text, kind, field, from, to);
  return await setFields(text, kind, [{field, value: to}]);
}

function meant(
  kind: Kind,
  {field, schema, words}: FieldForm,
  value: string,
  config: Config,
  idOf: IdOfCustomer,
): string | null {
  if (schema === fields.date) return padDate(value);
  if (kind === "conversation" && field === "customer") return idOf(value);
  const known = kind === "conversation" && field === "type" ? typeNames(config) : words;
  if (known === null || known.includes(value)) return null;
  return known.find((word) => foldName(word) === foldName(value)) ?? null;
}
