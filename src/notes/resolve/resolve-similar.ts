import type {Place} from "../../core/diagnostics.ts";
import {foldName} from "../../core/text.ts";
import type {ParsedFile} from "../files.ts";
import {reservedHandles} from "../vocabulary.ts";
import {referencedId, type NamesIndex} from "./names-index.ts";
import type {FileFault} from "./resolve-input.ts";
import {warning} from "./resolve-faults.ts";
import type {Indexes} from "./resolve-references.ts";

type NoteFile = ParsedFile<"conversation">;

/** A name in a note that no file declares. */
export interface Mention {
  what: "customer" | "member" | "concept" | "assumption";
  name: string;
  file: string;
  place: Place;
}

/**
 * Warns of names that nobody declared and that are almost another name: one letter more, less, other or
 * swapped, or other accents or punctuation. They are never merged, because Acme UK is not Acme US; names
 * whose digits differ (P12, P13) are taken to be meant.
 */
export function similarFaults(notes: readonly NoteFile[], indexes: Indexes): FileFault[] {
  const mentions = notes.flatMap((note) => undeclaredIn(note, indexes));
  const nobody = mentions.filter(isReserved).map(reserved);
  const similar = (["customer", "member", "concept", "assumption"] as const).flatMap((what) => {
    const list = mentions.filter((mention) => mention.what === what && !isReserved(mention));
    return list.length === 0 ? [] : similarAmong(list, indexOf(what, indexes).known);
  });
  return [...nobody, ...similar];
}

/** `team: [me]`: on the command line it is whoever types it, in a file it is nobody. */
function isReserved({what, name}: Mention): boolean {
  return what === "member" && reservedHandles.includes(foldName(name));
}

function reserved({name, file, place}: Mention): FileFault {
  const message = `"${name}" is nobody in a file`;
  const hint = "Write the handle of the member, as it stands in pm-talk.yml.";
  return {file, fault: warning("member-reserved", place, message, hint)};
}

/** Customer, members, concepts and assumptions of a note that no file and no member stands for. */
function undeclaredIn(note: NoteFile, indexes: Indexes): Mention[] {
  const {file, fields, body} = note;
  const mentions: Mention[] = [];
  // The place is made for the few that nobody declared.
  const add = (what: Mention["what"], name: string, place: () => Place): void => {
    if (indexOf(what, indexes).find(name) !== null) return;
    mentions.push({what, name: referencedId(name), file, place: place()});
  };
  const addAll = (what: Mention["what"], field: string, names: readonly string[]): void => {
    names.forEach((name, index) => add(what, name, () => ({at: "field", field, index})));
  };
  add("customer", fields.customer, () => ({at: "field", field: "customer"}));
  addAll("member", "team", fields.team);
  addAll("member", "observers", fields.observers);
  addAll("concept", "concepts", fields.concepts);
  for (const {assumption, line} of body.lines.evidence) add("assumption", assumption, at(line));
  for (const {who, line} of body.lines.steps) {
    if (foldName(who) !== "them") add("member", who, at(line));
  }
  return mentions;
}

function at(line: number): () => Place {
  return () => ({at: "line", line, column: 1, length: 0});
}

function indexOf(what: Mention["what"], indexes: Indexes): NamesIndex {
  switch (what) {
    case "customer":
      return indexes.customers;
    case "member":
      return indexes.members;
    case "concept":
      return indexes.concepts;
    case "assumption":
      return indexes.assumptions;
  }
}

function similarAmong(mentions: readonly Mention[], known: readonly string[]): FileFault[] {
  const shapes = new Map<string, string>();
  for (const name of known) addShapes(shapes, name);
  const near = new Map<string, string | null>();
  for (const {name} of mentions) {
    // Variants of one name are one thing already.
    const folded = foldName(name);
    if (near.has(folded)) continue;
    near.set(folded, nearIn(shapes, name));
    addShapes(shapes, name);
  }
  const warned = new Set<string>();
  return mentions.flatMap((mention) => {
    const folded = foldName(mention.name);
    const other = near.get(folded) ?? null;
    const once = `${mention.file}\n${folded}`;
    if (other === null || warned.has(once)) return [];
    warned.add(once);
    return [similar(mention, other)];
  });
}

function similar({what, name, file, place}: Mention, other: string): FileFault {
  const message = `"${name}" is almost "${other}", and no ${what} of that name is declared`;
  const hint = `Did you mean ${other}? They are counted as two.`;
  return {file, fault: warning(`${what}-similar`, place, message, hint)};
}

/** Names longer than this are near only when they differ in no letter. */
const longest = 60;

function nearIn(shapes: ReadonlyMap<string, string>, name: string): string | null {
  for (const shape of shapesOf(name)) {
    const other = shapes.get(shape);
    if (other !== undefined) return other;
  }
  return null;
}

function addShapes(shapes: Map<string, string>, name: string): void {
  for (const shape of shapesOf(name)) if (!shapes.has(shape)) shapes.set(shape, name);
}

/**
 * The name's bare letters, and those with each letter left out: two names of
 * which one is the other with a letter added, left out, changed or swapped share one of these. So near names
 * meet in a map, and ten thousand of them need no ten thousand times ten thousand comparisons.
 */
function* shapesOf(name: string): Generator<string> {
  const bare = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  if (bare === "") return;
  const digits = bare.replace(/\P{N}/gu, "");
  yield `${digits} ${bare}`;
  const letters = Array.from(bare);
  if (letters.length < 4 || letters.length > longest) return;
  for (let index = 0; index < letters.length; index++) {
    const shape = letters.slice(0, index).join("") + letters.slice(index + 1).join("");
    if (shape.length >= 4) yield `${digits} ${shape}`;
  }
}
