import type {Place} from "../../core/diagnostics.ts";
import {foldName} from "../../core/text.ts";
import type {Body} from "../body.ts";
import type {Collection} from "../collection.ts";
import type {ParsedFile} from "../files.ts";
import {warning} from "./resolve-faults.ts";
import type {FileFault} from "./resolve-input.ts";

/**
 * Where the team wants roles instead of names: what in a note looks like a contact's name, an e-mail address,
 * a telephone number or an address on the web that lets its holder in. A help and no guarantee: what is
 * written in no known section is not seen.
 */
export function personalFaults(
  notes: readonly ParsedFile<"conversation">[],
  collection: Collection,
): FileFault[] {
  const people = collection.customers.flatMap((customer) => customer.people);
  const names = people.map(({name}) => foldName(name)).filter((name) => name !== "");
  const ids = new Set(people.map(({id}) => foldName(id)));
  const isName = nameFinder(names);
  const hasName = (text: string): boolean => isName(withoutIds(text, ids));
  return notes.flatMap((note) =>
    textsOf(note).flatMap(({text, place}) =>
      foundIn(text, hasName).map((what) => ({
        file: note.file,
        fault: warning(
          "personal-data",
          place,
          `this looks like ${what}`,
          "Write the role instead; names of people stand in customers alone.",
        ),
      })),
    ),
  );
}

function foundIn(text: string, hasName: (text: string) => boolean): string[] {
  const words = text.split(/\s+/);
  const found: string[] = [];
  if (hasName(text)) found.push("a contact's name");
  if (words.some(isMail)) found.push("an e-mail address");
  if (hasPhone(text)) found.push("a telephone number");
  if (words.some(isKeyed)) found.push("a link that lets its holder in");
  return found;
}

/** A contact's id is what the team was told to write instead of the name, as `tom-berg` or `gantry/tom-berg`. */
function withoutIds(text: string, ids: ReadonlySet<string>): string {
  return text
    .split(/\s+/)
    .filter((word) => {
      // Longer than any id, and trimming it would walk it again and again.
      if (word.length > 200) return true;
      const bare = foldName(word.slice(word.lastIndexOf("/") + 1));
      return !ids.has(bare.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
    })
    .join(" ");
}

/**
 * Finds a whole name among the words of a text. Names are kept by their first word, so that a text is gone
 * through once, however many people are known.
 */
function nameFinder(names: readonly string[]): (text: string) => boolean {
  const byFirst = new Map<string, string[][]>();
  for (const name of names) {
    const parts = wordsOf(name);
    const [first] = parts;
    if (first === undefined) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), parts]);
  }
  return (text) => {
    const words = wordsOf(foldName(text));
    return words.some((word, at) =>
      byFirst.get(word)?.some((parts) => parts.every((part, n) => words[at + n] === part)),
    );
  };
}

function wordsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== "");
}

function isMail(word: string): boolean {
  const at = word.indexOf("@");
  return at > 0 && /^[\p{L}\p{N}-]+\.\p{L}/u.test(word.slice(at + 1));
}

/** Days are digits and dashes too. */
function hasPhone(text: string): boolean {
  const candidates = text.replace(/\d{4}-\d\d-\d\d/g, " ").match(/[+(0][\d ()./-]{6,}/g) ?? [];
  return candidates.some((candidate) => candidate.replace(/\D/g, "").length >= 7);
}

function isKeyed(word: string): boolean {
  return (
    /https?:\/\//i.test(word) &&
    /[?&#;][\w-]*(?:token|key|sig|signature|auth|pwd|pass|password|secret|code)=/i.test(word)
  );
}

interface PlacedText {
  text: string;
  place: Place;
}

function textsOf({fields, body}: ParsedFile<"conversation">): PlacedText[] {
  const inFields = Object.entries(fields).flatMap(([field, value]) =>
    [value]
      .flat()
      .filter((text) => typeof text === "string")
      .map((text) => ({text, place: {at: "field" as const, field}})),
  );
  return [...inFields, ...textsIn(body)];
}

function textsIn({items, lines}: Body): PlacedText[] {
  const rows: {line: number}[] = [
    ...Object.values(items).flat(),
    ...(Object.values(lines) as {line: number}[][]).flat(),
  ];
  return rows.map((row) => ({
    text: Object.values(row)
      .filter((value) => typeof value === "string")
      .join("\n"),
    place: {at: "line", line: row.line, column: 1, length: 0},
  }));
}
