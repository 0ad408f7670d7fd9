import type {Fault} from "../../core/diagnostics.ts";
import {compareText, editDistance, foldName} from "../../core/text.ts";
import {fieldForms} from "./read-fields-schemas.ts";
import {findSection} from "../body/sections-match.ts";
import {isSectionKey, sectionOf} from "../sections.ts";
import {kinds, type Kind} from "../vocabulary.ts";

const knownFields = Object.fromEntries(
  kinds.map((kind): [Kind, ReadonlySet<string>] => [
    kind,
    new Set(fieldForms[kind].map((form) => form.field)),
  ]),
) as Record<Kind, ReadonlySet<string>>;

/** Keys that no field of the kind has, in file order, and a warning for each that looks like a mistake. */
export function readUnknownKeys(
  kind: Kind,
  data: Record<string, unknown>,
): {unknownKeys: string[]; faults: Fault[]} {
  const known = knownFields[kind];
  const unknownKeys = Object.keys(data).filter((key) => !known.has(key));
  if (unknownKeys.length === 0) return {unknownKeys, faults: []};
  const missing = [...known].filter((field) => !isStated(data, field));
  const faults = unknownKeys.flatMap((key) => {
    const section = sectionFault(key);
    if (section !== null) return [section];
    const meant = nearestField(key, missing);
    return meant === null ? [] : [misspelt(key, meant)];
  });
  return {unknownKeys, faults};
}

/** Whether the key is there with a value: `key:` without one equals an absent key. */
export function isStated(data: Record<string, unknown>, key: string): boolean {
  return Object.hasOwn(data, key) && data[key] !== null && data[key] !== undefined;
}

/** The absent field within two letters; two letters must not be all of it, or `id` would mean `by`. */
function nearestField(key: string, missing: readonly string[]): string | null {
  const typed = foldName(key).slice(0, 40);
  const near = missing
    .filter((field) => Math.abs(field.length - typed.length) <= 2)
    .map((field) => ({field, distance: editDistance(typed, field)}))
    .filter(({field, distance}) => distance <= 2 && distance < Math.min(field.length, typed.length))
    .sort((a, b) => a.distance - b.distance || compareText(a.field, b.field));
  return near[0]?.field ?? null;
}

function misspelt(key: string, meant: string): Fault {
  return {
    code: "key-unknown",
    severity: "warning",
    place: {at: "field", field: key, of: "key"},
    message: `"${key.slice(0, 40)}" is no field`,
    hint: `Did you mean ${meant}?`,
    dropped: null,
  };
}

/** One object, because the index of headings is kept by it. */
const noSynonyms = {};

/** Sections that people try to write as front matter; what they hold is a list of lines in the body. */
function sectionFault(key: string): Fault | null {
  const section = isSectionKey(key)
    ? sectionOf(key)
    : findSection(key.replace(/[-_]/g, " "), noSynonyms);
  if (section === null) return null;
  return {
    code: "key-section",
    severity: "warning",
    place: {at: "field", field: key, of: "key"},
    message: `"${key.slice(0, 40)}" in the front matter is not read`,
    hint: `It is a section of the body:  ## ${section.heading}`,
    dropped: null,
  };
}
