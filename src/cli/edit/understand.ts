import {isAbsolute, relative, resolve, sep} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {flattenSpace} from "../../core/text.ts";
import {fieldForms} from "../../notes/read-fields-schemas.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {isThere} from "../../workspace/given-files.ts";
import type {Context} from "../context.ts";
import {
  conversationKind,
  customerKind,
  knownCustomers,
  knownSegments,
  memberKind,
} from "../known.ts";
import {contactsOf, membersOf} from "../log/log-who.ts";
import type {Remarks} from "../log/log-values.ts";
import {typeOf} from "../log/log-when.ts";
import {findNamed, knownSpelling, type Named, type NamedKind, unknownName} from "../names.ts";
import {type Opened, whoAmI} from "../open.ts";
import {dates, type Reference, referred, references} from "../register/read-register.ts";
import {type Direction, echoDate, parseSpokenDate} from "../spoken-dates.ts";
import {refuseUnwritable} from "../unwritable.ts";

/** What the values of the command line are understood by. */
export interface Understanding {
  kind: Kind;
  opened: Opened;
  context: Context;
  remarks: Remarks;
  /** The customer of the note, as it will be. */
  customer: string;
  /** Whether the talk is still to come, so that a weekday is the next one. */
  planned: boolean;
}

type Reader = (typed: string, by: Understanding) => Promise<unknown[]> | unknown[];

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

const conversationReaders: Record<string, Reader> = {
  type: (text, {opened: {workspace, today}, context}) => [
    typeOf({type: text}, "", {
      collection: workspace.collection,
      root: workspace.root,
      cwd: context.cwd,
      today,
      addTo: null,
    }),
  ],
  customer: (text, {opened}) => {
    const known = knownCustomers(opened.workspace.collection);
    return [declared(text, known, customerKind, `pm-talk customer add --name "${text}"`)];
  },
  team: (text, by) => ours(text, by),
  observers: (text, by) => ours(text, by),
  contacts: (text, {opened, customer}) => contactsOf([text], customer, opened.workspace.collection),
  follows: (text, {opened}) => {
    const known = opened.workspace.collection.conversations.flatMap(({id, also}) =>
      [id, ...also].map((one) => ({id: one, names: []})),
    );
    return [declared(text, known, conversationKind, null)];
  },
  transcript: (text, by) => [transcriptIn(text, by)],
  consent: (text) => wordsIn(text),
};

function ours(text: string, {opened, context}: Understanding): Promise<string[]> {
  return membersOf([text], opened.workspace.collection, () => whoAmI(opened, context));
}

/** What must be there already: a wrong name here would move a talk to nobody. */
function declared(text: string, known: Named[], kind: NamedKind, add: string | null): string {
  const found = findNamed(text, known, kind);
  if (found !== null) return found;
  const error = unknownName(text, known, kind);
  if (add === null) throw error;
  throw new PmTalkError("usage", error.message, `${error.hint ?? ""}\nA new one:    ${add}`.trim());
}

/** `none` is an answer: asked, and refused. */
function wordsIn(text: string): unknown[] {
  const words = listed(text);
  return words.length === 1 && /^(none|no|refused)$/i.test(words[0] ?? "") ? [] : words;
}

function referenceOf(field: string, kind: Kind): Reference | null {
  if (kind === "decision" && field === "assumptions") return references["replaces"] ?? null;
  if (kind === "decision" && field === "concept") return references["concepts"] ?? null;
  if (kind === "decision" && field === "replaces") return decisions;
  return references[field] ?? null;
}

const decisions: Reference = {
  known: ({decisions: all}) =>
    all.map(({id, title}) => ({id, names: title === null ? [] : [title]})),
  kind: {noun: "decision", all: ""},
};

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

function listed(text: string): string[] {
  return text
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
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

/** A file of the workspace, as it is typed here or as the note has it. */
function transcriptIn(text: string, {opened, context}: Understanding): string {
  const {root} = opened.workspace;
  const paths = [resolve(context.cwd, text), resolve(root, text)];
  const found = paths.find((path) => isThere(path));
  if (found === undefined)
    throw new PmTalkError("usage", `--set transcript=${text}: there is no such file.`, null);
  const inside = relative(root, found);
  if (inside === "" || inside.startsWith("..") || isAbsolute(inside))
    throw new PmTalkError(
      "usage",
      `--set transcript=${text} is not in the workspace.`,
      "Put it under transcripts/ first.",
    );
  return inside.split(sep).join("/");
}
