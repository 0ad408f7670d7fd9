import {flattenSpace} from "../../core/text.ts";
import {fieldForms} from "../../notes/front-matter/read-fields-schemas.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {knownSegments, memberKind} from "../known.ts";
import {findNamed, knownSpelling} from "../names.ts";
import {whoAmI} from "../open.ts";
import {referred} from "../register/read-register.ts";
import {dates, type Reference, referenceOf} from "../register/references.ts";
import {type Direction, echoDate, parseSpokenDate} from "../flags/spoken-dates.ts";
import {refuseUnwritable} from "../flags/unwritable.ts";
import {conversationReaders} from "./understand-note.ts";
import {listed, type Understanding} from "./understanding.ts";

/** The elements or the one value that a text means for a field; names become ids, words of a day the day. */
export async function understand(
  field: string,
  label: string,
  typed: string,
  by: Understanding,
): Promise<unknown[]> {
  const text = flattenSpace(refuseUnwritable(typed, label));
  const direction = directionOf(field, by);
  if (direction !== null) return [dayOf(text, field, direction, by)];
  const reader = by.kind === "conversation" ? conversationReaders[field] : undefined;
  if (reader !== undefined) return await reader(text, by);
  const reference = referenceOf(field, by.kind);
  if (reference !== null) return await referenceIn(text, field, reference, by);
  if (field === "segment" || field === "segments")
    return partsIn(text, field, by.kind).map((part) =>
      knownSpelling(part, knownSegments(by.opened.workspace.collection)),
    );
  return partsIn(text, field, by.kind).map(plainValue(field));
}

function directionOf(field: string, {kind, planned}: Understanding): Direction | null {
  if (kind === "assumption") return dates[field] ?? null;
  if (kind === "decision") return field === "date" ? "back" : null;
  if (kind !== "conversation") return null;
  if (field === "date") return planned ? "forward" : "back";
  return field === "until" ? "forward" : field === "logged" ? "back" : null;
}

function dayOf(text: string, field: string, direction: Direction, by: Understanding): string {
  const {today} = by.opened;
  const {date, inWords} = parseSpokenDate(text, today, direction);
  if (inWords) by.remarks.notices.push(`${field} ${echoDate(date, today)}.`);
  return date;
}

/** Names between commas are several only in a list, and only when the whole is no name itself. */
async function referenceIn(
  text: string,
  field: string,
  reference: Reference,
  by: Understanding,
): Promise<unknown[]> {
  const {collection} = by.opened.workspace;
  const whole = findNamed(text, reference.known(collection), reference.kind);
  if (whole !== null) return [whole];
  const parts = isList(field, by.kind) ? listed(text) : [text];
  return await Promise.all(
    parts.map(async (part) =>
      part.toLowerCase() === "me" && reference.kind.noun === memberKind.noun
        ? await whoAmI(by.opened, by.context)
        : referred(part, reference, collection, by.remarks),
    ),
  );
}

/** Lists whose texts may well hold a comma: `Acme, Inc.` */
const withCommas: readonly string[] = ["aliases"];

function partsIn(text: string, field: string, kind: Kind): string[] {
  return isList(field, kind) && !withCommas.includes(field) ? listed(text) : [text];
}

function isList(field: string, kind: Kind): boolean {
  return fieldForms[kind].some((form) => form.field === field && form.list);
}

const numbers: readonly string[] = ["duration", "questions", "talk", "cadence"];
const yesOrNo: readonly string[] = ["secondhand", "meaningful"];

/** A value as its schema wants it; what is none stays text, and the schema says what is wrong with it. */
function plainValue(field: string): (text: string) => unknown {
  return (text) => {
    const number = /^(\d+(?:\.\d+)?)(?: ?(?:m|min|minutes|days|d))?$/.exec(text)?.[1];
    if (numbers.includes(field) && number !== undefined) return Number(number);
    if (yesOrNo.includes(field) && /^(yes|true)$/i.test(text)) return true;
    if (yesOrNo.includes(field) && /^(no|false)$/i.test(text)) return false;
    return field === "tags" ? text.replace(/^#(?=\p{L})/u, "") : text;
  };
}
