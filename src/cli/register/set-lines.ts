import {foldId} from "../../core/identity.ts";
import {foldName} from "../../core/text.ts";
import type {LineOf, LineSection, LineSections} from "../../notes/body.ts";
import type {Collection} from "../../notes/collection.ts";
import type {Config} from "../../notes/config.ts";
import {addLines, setBullet} from "../../notes/edit/edit-lines.ts";
import {asRead} from "../../notes/edit/edit-text.ts";
import type {FilePlace, ParsedFile} from "../../notes/files.ts";
import {readFile} from "../../notes/read-file.ts";
import {type LinkTo, writeLine} from "../../notes/lines/write-line.ts";
import {linksFrom} from "./line-links.ts";
import type {NewLines} from "./read-lines.ts";

/** A line to be put in place of the one at `at` (from 0) of its section, or behind the others. */
export interface LineChange {
  section: LineSection;
  at: number | null;
  row: LineOf<LineSection>;
  link: LinkTo | null;
}

/** What new lines change in a file: a line that names the same thing is replaced, any other is added. */
export function lineChanges(
  {file, id, body}: ParsedFile,
  lines: NewLines,
  collection: Collection,
): LineChange[] {
  const links = linksFrom(file, collection);
  const after = {...body.lines};
  const changes: LineChange[] = [];
  for (const [key, rows] of Object.entries(lines)) {
    const section = key as LineSection;
    for (const row of rows as LineOf<LineSection>[]) {
      const at = placeOf(section, after[section], {...row, line: 0}, keysIn(id, collection));
      const change = {section, at, row: {...row, line: 0}, link: links(section)};
      changes.push(change);
      Object.assign(after, linesAfter(after, [change]));
    }
  }
  return changes;
}

/** The lines of a file with the changes made. */
export function linesAfter(before: LineSections, changes: readonly LineChange[]): LineSections {
  const after = {...before};
  for (const {section, at, row} of changes) {
    const old: LineOf<LineSection>[] = after[section];
    const put = at === null ? [...old, row] : old.with(at, {...row, line: old[at]?.line ?? 0});
    Object.assign(after, {[section]: put});
  }
  return after;
}

/** The same in the text of the file: a line is rewritten only when it says something else. */
export function withLines(
  text: string,
  place: FilePlace,
  changes: readonly LineChange[],
  config: Config,
): string {
  let edited = text;
  for (const {section, at, row, link} of changes) {
    const rows = readFile(place, asRead(edited), config).parsed?.body.lines[section] ?? [];
    const old = at === null ? undefined : rows[at];
    const line = writeLine(section, row, link);
    if (old === undefined) edited = addLines(edited, place.kind, section, [line], config.headings);
    else if (JSON.stringify(sorted(old)) !== JSON.stringify(sorted(row)))
      edited = setBullet(edited, old.line, (source) => bulletSign(source) + line.slice(2));
  }
  return edited;
}

function sorted(row: object): [string, unknown][] {
  return Object.entries(row)
    .filter(([key]) => key !== "line")
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What stands before the text of a bullet, as it is in the file. */
function bulletSign(source: string): string {
  return /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/.exec(source)?.[0] ?? "";
}

type Keys = (section: LineSection, row: LineOf<LineSection>, at: number) => string;

/** The line that a new one stands for; null where it is one more. */
function placeOf(
  section: LineSection,
  old: readonly LineOf<LineSection>[],
  row: LineOf<LineSection>,
  keyOf: Keys,
): number | null {
  const key = keyOf(section, row, -1);
  const same = old.flatMap((one, at) => (keyOf(section, one, at) === key ? [at] : []));
  return section === "gates"
    ? gatePlace(old as LineSections["gates"], same, row as LineOf<"gates">)
    : (same[0] ?? null);
}

/**
 * A gate that was decided is history: a line of the same id without a decision is the repeat, which stands
 * beside it.
 */
function gatePlace(
  old: LineSections["gates"],
  same: readonly number[],
  {decision}: LineOf<"gates">,
): number | null {
  const isOpen = (word: LineOf<"gates">["decision"]): boolean =>
    word === null || word === "pending";
  const open = same.find((at) => isOpen(old[at]?.decision ?? null));
  if (open !== undefined) return open;
  return isOpen(decision) ? null : (same.at(-1) ?? null);
}

/** What a line is about, so that a talk or a customer is the same under whatever name the file gives it. */
function keysIn(id: string, {decisions, conversations}: Collection): Keys {
  const decision = decisions.find((one) => one.id === id);
  const talks = new Map(
    conversations.flatMap((one) => [one.id, ...one.also].map((note) => [foldId(note), one.id])),
  );
  const because = (row: LineOf<"because">, at: number): string => {
    const named = decision?.because[at]?.conversation ?? row.conversation;
    return talks.get(foldId(named)) ?? foldId(named);
  };
  return (section, row, at) => {
    if (section === "because") return because(row as LineOf<"because">, at);
    if (section === "told")
      return foldId(decision?.told[at]?.customer ?? (row as LineOf<"told">).customer);
    if (section === "people" || section === "gates")
      return foldId((row as LineOf<"gates" | "people">).id);
    if (section === "criteria") return (row as LineOf<"criteria">).criterion;
    return foldName((row as LineOf<"claims" | "limitations">).text);
  };
}
