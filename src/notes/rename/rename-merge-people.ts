import {foldId} from "../../core/identity.ts";
import {foldName} from "../../core/text.ts";
import type {PersonLine} from "../body.ts";
import {itemAt} from "../edit/edit-body.ts";
import {addLines, setBullet} from "../edit/edit-lines.ts";
import {linesOf} from "../edit/edit-text.ts";
import type {Synonyms} from "../body/sections-match.ts";
import {writeLine} from "../lines/write-line.ts";

/** The text of a customer with another's people besides, and which lines of the other one are told by it. */
export interface MergedPeople {
  text: string;
  /** Lines of the other file, from 1, that have gone over whole. */
  moved: Set<number>;
  remarks: string[];
}

/**
 * Adds the people of one customer to another. Two lines with one id become one that says what both say; where
 * they differ the first one's words stay, and the second line is not counted as moved.
 */
export function mergePeople(
  text: string,
  into: readonly PersonLine[],
  from: {people: readonly PersonLine[]; text: string},
  headings: Synonyms,
): MergedPeople {
  const merged: MergedPeople = {text, moved: new Set(), remarks: []};
  const own = new Map(into.map((person) => [foldId(person.id), person]));
  const fresh = from.people.filter((person) => !own.has(foldId(person.id)));
  for (const person of from.people) {
    const known = own.get(foldId(person.id));
    if (known === undefined) continue;
    const union = unionOf(known, person);
    if (union !== null) noteMoved(merged, from.text, person.line);
    else
      merged.remarks.push(`${known.id} says one thing here and another there: both lines are kept`);
    const row = union ?? fill(known, person);
    if (JSON.stringify(row) !== JSON.stringify(known))
      merged.text = setBullet(merged.text, known.line, (source) => rewritten(source, row));
  }
  const bullets = fresh.map((person) => bulletOf(from.text, person));
  merged.text = addLines(merged.text, "customer", "people", bullets, headings);
  for (const person of fresh) noteMoved(merged, from.text, person.line);
  return merged;
}

/** What both lines say; null where they contradict each other. */
function unionOf(own: PersonLine, other: PersonLine): PersonLine | null {
  const row = fill(own, other);
  const keys = Object.keys(own) as (keyof PersonLine)[];
  const agrees = keys.every((key) => {
    if (key === "line" || key === "id") return true;
    const theirs = key === "name" && other.name === other.id ? null : other[key];
    return theirs === null || foldName(String(theirs)) === foldName(String(row[key]));
  });
  return agrees ? row : null;
}

/** The id stands for the name of a person of whom only that is known. */
function fill(own: PersonLine, other: PersonLine): PersonLine {
  const name = own.name === own.id ? other.name : own.name;
  return {
    ...own,
    name: name === other.id ? own.name : name,
    title: own.title ?? other.title,
    role: own.role ?? other.role,
    relationship: own.relationship ?? other.relationship,
    left: own.left ?? other.left,
    email: own.email ?? other.email,
  };
}

function rewritten(source: string, row: PersonLine): string {
  const marker = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/.exec(source)?.[0] ?? "- ";
  return marker + writeLine("people", row).slice(2);
}

/** As it stands there, where it stands on one line. */
function bulletOf(text: string, person: PersonLine): string {
  const place = itemAt(text, person.line);
  const source = linesOf(text)[person.line - 1]?.text ?? "";
  if (place.own === place.start + 1)
    return source.replace(/^\s*(?:[-*+]|\d{1,9}[.)])\s+/, "- ").trimEnd();
  return writeLine("people", person);
}

/** A bullet with something nested below it stays where it is, so that this is not lost. */
function noteMoved({moved}: MergedPeople, text: string, line: number): void {
  const {start, own, end} = itemAt(text, line);
  if (end > own) return;
  for (let at = start; at < own; at++) moved.add(at);
}
