import * as v from "valibot";
import {PmTalkError} from "../../core/errors.ts";
import {type Edited, removeEntry, replaceEntry} from "./edit-entry.ts";
import {insertEntry} from "./edit-insert.ts";
import {asRead, type Parted, partText, unreadable} from "./edit-text.ts";
import {listText, valueText} from "./edit-value.ts";
import {type Entry, readYamlMap, type YamlMap} from "./edit-yaml.ts";
import {splitFrontMatter} from "../front-matter/front-matter.ts";
import {schemas} from "../front-matter/read-fields-schemas.ts";
import type {Kind} from "../vocabulary.ts";

/** What a field of the front matter shall be. */
export interface FieldChange {
  field: string;
  /** As its schema gives it; null takes the key out. */
  value: unknown;
}

/**
 * A file's text with these fields of its front matter changed and every other byte as it was: unknown keys,
 * comments, order, quotes, line ends and the body. A new key stands where the schema's order puts it. What it
 * returns has been read back: the fields are as meant, all other data is equal. Throws `not-written` where
 * that cannot be had without touching more, with what to write by hand.
 */
export async function setFields(
  text: string,
  kind: Kind,
  changes: readonly FieldChange[],
): Promise<string> {
  let edited = text;
  for (const change of changes) edited = await setField(edited, kind, change);
  return edited;
}

async function setField(text: string, kind: Kind, {field, value}: FieldChange): Promise<string> {
  const before = dataOf(text);
  const wanted = isNothing(field, value) ? null : value;
  if (isAsMeant(kind, field, wanted, before[field])) return text;
  const parts = partText(text);
  const block = await withValue(parts.block, kind, field, wanted);
  if (block !== null) {
    const edited = parts.head + alikeEnded(block, parts) + parts.tail;
    if (provesRight(edited, parts, before, kind, {field, value: wanted})) return edited;
  }
  throw shapeOfItsOwn(field, wanted);
}

/** An empty front matter has no line to take the line end from, but its fence has. */
function alikeEnded(block: string, {head, block: before}: Parted): string {
  return before === "" && head.endsWith("\r\n") ? block.replaceAll("\n", "\r\n") : block;
}

/** An empty list says nothing, but for consent: asked, and refused. */
function isNothing(field: string, value: unknown): boolean {
  return Array.isArray(value) && value.length === 0 && field !== "consent";
}

/** A list is brought to what is wanted element by element, and found anew after each. */
async function withValue(
  block: string,
  kind: Kind,
  field: string,
  value: unknown,
): Promise<Edited> {
  let edited = block;
  for (let steps = 0; steps <= mostSteps; steps++) {
    const map = await readYamlMap(edited);
    const entry = map.entries.find((one) => one.field === field);
    const next = step(edited, map, entry, field, value, kind);
    if (next === null || next === edited) return next;
    edited = next;
    if (!Array.isArray(value)) return edited;
  }
  return null;
}

/** More elements than a list of ours ever has. */
const mostSteps = 1000;

function step(
  block: string,
  map: YamlMap,
  entry: Entry | undefined,
  field: string,
  value: unknown,
  kind: Kind,
): Edited {
  if (value === null) return entry === undefined ? block : removeEntry(block, map, entry);
  if (entry === undefined)
    return insertEntry(block, map, field, value, Object.keys(schemas[kind].entries));
  return replaceEntry(block, map, entry, value);
}

/** The front matter as our reader has it. */
export function dataOf(text: string): Record<string, unknown> {
  const split = splitFrontMatter(asRead(text));
  if ("faults" in split) throw unreadable(split.faults[0]?.message ?? "its front matter is none");
  return split.data;
}

function provesRight(
  edited: string,
  before: Parted,
  data: Record<string, unknown>,
  kind: Kind,
  {field, value}: FieldChange,
): boolean {
  const read = splitFrontMatter(asRead(edited));
  if ("faults" in read || !edited.endsWith(before.tail)) return false;
  if (partText(edited).tail !== before.tail) return false;
  const others = (one: Record<string, unknown>): string =>
    JSON.stringify(
      Object.entries(one).filter(([key]) => key !== field),
      withoutLastEnds,
    );
  return others(read.data) === others(data) && isAsMeant(kind, field, value, read.data[field]);
}

/** A block of text has one line end less where it is the last thing before the fence. */
function withoutLastEnds(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.trimEnd() : value;
}

function isAsMeant(kind: Kind, field: string, wanted: unknown, raw: unknown): boolean {
  if (wanted === null || raw === null || raw === undefined) return wanted === (raw ?? null);
  const schema = (schemas[kind].entries as Record<string, v.GenericSchema>)[field];
  if (schema === undefined) return JSON.stringify(raw) === JSON.stringify(wanted);
  const result = v.safeParse(schema, raw);
  // Beside a word that is none already, the others of a list may be mended.
  if (!result.success && !isTexts(raw)) return false;
  return JSON.stringify(result.success ? result.output : raw) === JSON.stringify(wanted);
}

function isTexts(raw: unknown): boolean {
  return Array.isArray(raw) && raw.every((one) => typeof one === "string");
}

function shapeOfItsOwn(field: string, value: unknown): PmTalkError {
  return new PmTalkError(
    "not-written",
    `Not written: the front matter has a shape in which ${field} cannot be changed alone.`,
    value === null ? `By hand: delete ${field}.` : `By hand:  ${field}: ${shownAs(value)}`,
  );
}

function shownAs(value: unknown): string {
  return Array.isArray(value) ? listText(value) : valueText(value);
}
