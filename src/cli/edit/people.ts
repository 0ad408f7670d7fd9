import {PmTalkError} from "../../core/errors.ts";
import {foldId} from "../../core/identity.ts";
import type {PersonLine} from "../../notes/body.ts";
import type {Config} from "../../notes/config.ts";
import {addLines, setBullet} from "../../notes/edit-lines.ts";
import {asRead} from "../../notes/edit-text.ts";
import type {FilePlace} from "../../notes/files.ts";
import {readFile} from "../../notes/read-file.ts";
import {parseLine} from "../../notes/read-line.ts";
import {writeLine} from "../../notes/write-line.ts";
import {refuseUnwritable} from "../unwritable.ts";

export type NewPerson = Omit<PersonLine, "line">;

/** A value of `--person`. Throws a usage error that shows a right line. */
export function personOf(typed: string): NewPerson {
  const result = parseLine("people", refuseUnwritable(typed, "person"));
  if (!("faults" in result)) return result.row;
  const fault = result.faults[0];
  throw new PmTalkError(
    "usage",
    `--person '${typed}': ${fault?.message ?? "cannot be read"}`,
    fault?.hint ?? null,
  );
}

/** The people of a customer with others added, or in place of those who have the same id. */
export function peopleWith(old: readonly PersonLine[], added: readonly NewPerson[]): PersonLine[] {
  const people = [...old];
  for (const person of added) {
    const at = people.findIndex(({id}) => foldId(id) === foldId(person.id));
    if (at < 0) people.push({...person, line: 0});
    else people[at] = {...person, line: people[at]?.line ?? 0};
  }
  return people;
}

/** What lines that are replaced said and no longer say: a line is given whole, and a forgotten part is lost. */
export function lostOf(old: readonly PersonLine[], added: readonly NewPerson[]): string[] {
  return added.flatMap((person) => {
    const before = old.find(({id}) => foldId(id) === foldId(person.id));
    if (before === undefined) return [];
    const parts = ["title", "role", "relationship", "left", "email"] as const;
    const lost = parts.flatMap((part) => (person[part] === null ? (before[part] ?? []) : []));
    return lost.length === 0 ? [] : [`The line of ${person.id} no longer says: ${lost.join(", ")}`];
  });
}

/** The same in the text of the customer's file: a line is rewritten only when it says something else. */
export function withPeople(
  text: string,
  place: FilePlace,
  added: readonly NewPerson[],
  config: Config,
): string {
  let edited = text;
  for (const person of added) {
    const rows = readFile(place, asRead(edited), config).parsed?.body.lines.people ?? [];
    const row = rows.find(({id}) => foldId(id) === foldId(person.id));
    const line = writeLine("people", person);
    if (row === undefined) edited = addLines(edited, place.kind, "people", [line], config.headings);
    else if (JSON.stringify({...row, line: 0}) !== JSON.stringify({...person, line: 0}))
      edited = setBullet(edited, row.line, (source) => bulletSign(source) + line.slice(2));
  }
  return edited;
}

/** What stands before the text of a bullet, as it is in the file. */
function bulletSign(source: string): string {
  return /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/.exec(source)?.[0] ?? "";
}
