import {PmTalkError} from "../../core/errors.ts";
import {foldName} from "../../core/text.ts";
import type {Config} from "../config.ts";
import type {CustomerFields} from "../customer.ts";
import {addListItem} from "../edit/edit-items.ts";
import {asRead, lineEndAt} from "../edit/edit-text.ts";
import type {ParsedFile} from "../files.ts";
import {readFile} from "../read-file.ts";
import {mergeFields} from "./rename-merge-fields.ts";
import {moveLinks} from "./rename-merge-links.ts";
import {mergePeople} from "./rename-merge-people.ts";
import {restOf} from "./rename-merge-rest.ts";

/** A customer's file, and its text with every byte. */
export interface CustomerText {
  parsed: ParsedFile<"customer">;
  text: string;
}

/** One customer's text with all that another's file says. */
export interface Merged {
  /** With its people, fields and text, but not yet its names, for those may lead to one file only. */
  content: string;
  /** With its names as well. */
  whole: string;
  /** What the two say differently. */
  remarks: string[];
}

/**
 * Makes two customers one, losing nothing: people and fields that the first lacks, and whatever is left of the
 * second in a section of its own. Done again it changes nothing more. Throws `not-written` where the first file
 * has a shape in which that cannot be done.
 */
export async function mergeCustomers(
  into: CustomerText,
  from: CustomerText,
  config: Config,
): Promise<Merged> {
  const {headings} = config;
  const name = from.parsed.fields.name ?? from.parsed.id;
  const fields = await mergeFields(into.text, into.parsed.fields, {
    fields: from.parsed.fields,
    text: from.text,
  });
  const own = readBack(into, fields.text, config);
  const people = mergePeople(
    fields.text,
    own.body.lines.people,
    {people: from.parsed.body.lines.people, text: from.text},
    headings,
  );
  const left = new Set([...fields.left, ...faultyFields(from, config)]);
  const rest = await restOf(from.text, {name, left, moved: people.moved, headings});
  const content = withSection(
    people.text,
    rest === null ? null : moveLinks(rest, from.parsed.file, into.parsed.file),
  );
  assertWhole(into, from, readBack(into, content, config), rest);
  const whole = await withNames(content, into.parsed, from.parsed);
  return {content, whole, remarks: [...fields.remarks, ...people.remarks]};
}

/** At the end, in the line ends of the file; not a second time. */
function withSection(text: string, section: string | null): string {
  if (section === null || asRead(text).includes(section)) return text;
  const end = lineEndAt(text, text.length);
  const open = text.endsWith("\n") ? "" : end;
  const gap = /(?:^|\n)\r?\n$/.test(text) ? "" : end;
  return `${text}${open}${gap}${section.replaceAll("\n", end)}${end}`;
}

async function withNames(
  text: string,
  into: ParsedFile<"customer">,
  from: ParsedFile<"customer">,
): Promise<string> {
  const known = new Set([into.id, ...namesOf(into.fields)].map(foldName));
  let edited = text;
  for (const name of [from.id, ...namesOf(from.fields)]) {
    if (known.has(foldName(name))) continue;
    known.add(foldName(name));
    edited = await addListItem(edited, "customer", "aliases", name);
  }
  return edited;
}

/** What a customer is called besides its id. */
export function namesOf({name, aliases}: CustomerFields): string[] {
  return name === null ? aliases : [name, ...aliases];
}

function readBack(
  {parsed: {kind, id, file}}: CustomerText,
  text: string,
  config: Config,
): ParsedFile<"customer"> {
  const {parsed} = readFile({kind, id, file}, asRead(text), config);
  if (parsed === null) throw shapeOfItsOwn(file);
  return parsed;
}

/** Values that were left out when the file was read. */
function faultyFields({parsed: {kind, id, file}, text}: CustomerText, config: Config): string[] {
  return readFile({kind, id, file}, asRead(text), config).faults.flatMap(({place, severity}) =>
    place.at === "field" && severity === "error" ? [place.field] : [],
  );
}

/** Everybody is there, and what is left is a section that is read as none. */
function assertWhole(
  into: CustomerText,
  from: CustomerText,
  after: ParsedFile<"customer">,
  rest: string | null,
): void {
  const ids = new Set(after.body.lines.people.map(({id}) => foldName(id)));
  const all = [into, from].flatMap(({parsed}) => parsed.body.lines.people);
  const isThere =
    rest === null || after.unknownHeadings.some(({heading}) => heading.startsWith("From "));
  if (!all.every(({id}) => ids.has(foldName(id))) || !isThere)
    throw shapeOfItsOwn(into.parsed.file);
}

function shapeOfItsOwn(file: string): PmTalkError {
  return new PmTalkError(
    "not-written",
    `Not written: ${file} has a shape in which nothing can be added at its end.`,
    "Is a comment or a block of code not closed there?",
  );
}
