import {type FieldChange, dataOf, setFields} from "./edit-fields.ts";
import type {Kind} from "../vocabulary.ts";

/**
 * One element of a list in the front matter, changed alone: the others keep their bytes, in brackets or in
 * bullets, quoted or plain. A single text where a list may stand is a list of one. All throw as setFields does.
 */

/** The text with one more element at the end of the list; the key is added when it is missing. */
export async function addListItem(
  text: string,
  kind: Kind,
  field: string,
  value: string,
): Promise<string> {
  const list = listIn(text, field);
  return list.includes(value) ? text : await change(text, kind, field, [...list, value]);
}

/** The text without the element, wherever it stands in the list; the key goes with the last one. */
export async function removeListItem(
  text: string,
  kind: Kind,
  field: string,
  value: string,
): Promise<string> {
  const list = listIn(text, field);
  return await change(
    text,
    kind,
    field,
    list.filter((one) => one !== value),
  );
}

/** The text with another value in place of an element, wherever it stands; one that is there twice then stays once. */
export async function replaceListItem(
  text: string,
  kind: Kind,
  field: string,
  from: string,
  to: string,
): Promise<string> {
  const replaced = listIn(text, field).map((one) => (one === from ? to : one));
  const once = replaced.filter((one, index) => one !== to || replaced.indexOf(to) === index);
  return await change(text, kind, field, once);
}

async function change(text: string, kind: Kind, field: string, value: unknown[]): Promise<string> {
  const changes: FieldChange[] = [{field, value: value.length === 0 ? null : value}];
  return await setFields(text, kind, changes);
}

/** The elements; empty bullets are none. One that is no text stays, and then the list is not changed. */
function listIn(text: string, field: string): unknown[] {
  const data = dataOf(text);
  const raw = Object.hasOwn(data, field) ? data[field] : null;
  const elements: unknown[] = Array.isArray(raw) ? raw : [raw];
  return elements
    .filter((one) => one !== null && one !== undefined)
    .map((one) => (typeof one === "string" ? one.trim() : one));
}
