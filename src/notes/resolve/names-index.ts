import {scanLine} from "../lines/line-scan.ts";
import {readReference} from "../lines/read-line-reference.ts";
import {foldId} from "../../core/identity.ts";
import {foldName} from "../../core/text.ts";
import {folders} from "../vocabulary.ts";
import type {Place} from "../../core/diagnostics.ts";

/** Somebody or something that notes may refer to, with everything it may be called. */
export interface Holder {
  id: string;
  file: string;
  /** Name and aliases, each with the place it stands at. */
  names: {text: string; place: Place}[];
}

/** A name or alias that two holders claim, at one of the places it stands. */
export interface Clash {
  file: string;
  place: Place;
  name: string;
  /** The other file that claims it. */
  other: string;
}

/** Finds what a note refers to. */
export interface NamesIndex {
  /** The id behind an id, a name or an alias; null when nobody has it, or two do. */
  find: (reference: string) => string | null;
  /** Every id, name and alias that leads somewhere, as written. */
  known: string[];
  clashes: Clash[];
}

/**
 * Indexes ids, names and aliases, compared by NFKC, case and white space. An id always finds its own file; a
 * name or alias that two hold finds neither of them. `leftOut` are ids of files that cannot be read: they
 * are known, so that a reference to them is no new thing.
 */
export function indexNames(holders: readonly Holder[], leftOut: readonly string[]): NamesIndex {
  const ids = new Map<string, string>();
  for (const id of leftOut) ids.set(foldId(id), id);
  for (const holder of holders) ids.set(foldId(holder.id), holder.id);
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  const claims = claimsOf(holders);
  const names = new Map<string, string>();
  const clashes: Clash[] = [];
  for (const [name, claimed] of claims) {
    const [first] = claimed;
    if (first === undefined) continue;
    const owner = byId.get(ids.get(name) ?? "");
    const rivals = claimed.some((claim) => claim.holder !== first.holder);
    if (!rivals && (owner === undefined || owner === first.holder))
      names.set(name, first.holder.id);
    else clashes.push(...clashesAmong(claimed, owner));
  }
  // Thousands of notes spell a few hundred references.
  const found = new Map<string, string | null>();
  return {
    find: (reference) => {
      const known = found.get(reference);
      if (known !== undefined) return known;
      const ways = waysToRead(reference).map(foldName);
      const wanted = ways.find((name) => ids.has(name) || names.has(name)) ?? "";
      const id = ids.get(wanted) ?? names.get(wanted) ?? null;
      found.set(reference, id);
      return id;
    },
    known: [...ids.values(), ...names.keys()],
    clashes,
  };
}

/** Somebody may be called what looks like a path, so the words as they stand come first. */
function waysToRead(reference: string): string[] {
  const whole = reference.trim();
  return [whole, referencedId(whole), whole.replace(/\.md$/i, "")];
}

/**
 * `[[customers/gantry|Gantry]]`, `[Gantry](../customers/gantry.md)` and `customers/gantry.md` → `gantry`: front
 * matter may hold a link where it holds a name, in the forms that lines take. A name that only ends in `.md`
 * stays one.
 */
export function referencedId(reference: string): string {
  const trimmed = reference.trim();
  if (!link.test(trimmed)) return trimmed;
  const line = scanLine(trimmed);
  return readReference(line, {start: 0, end: trimmed.length}) ?? trimmed;
}

/** A link to a note as a whole, or a path to one, or from one of the folders on. */
const link = new RegExp(
  String.raw`^\[\[.*\]\]$|^\[.*\]\(.*\.md\b.*\)$|/[^/]*\.md$|^(?:\.{1,2}/)*(?:${Object.values(folders).join("|")})/`,
  "is",
);

/**
 * Gives every variant of a name (NFC or NFD, case, white space) the spelling in which it was met first, so
 * that what nobody declared is still one thing.
 */
export function firstSpellings(): (name: string) => string {
  const spellings = new Map<string, string>();
  return (name) => {
    const folded = foldName(name);
    const known = spellings.get(folded);
    if (known !== undefined) return known;
    spellings.set(folded, name);
    return name;
  };
}

interface Claim {
  holder: Holder;
  text: string;
  place: Place;
}

function claimsOf(holders: readonly Holder[]): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const holder of holders) {
    for (const {text, place} of holder.names) {
      const name = foldName(text);
      const claimed = claims.get(name);
      const claim = {holder, text, place};
      if (claimed === undefined) claims.set(name, [claim]);
      else claimed.push(claim);
    }
  }
  return claims;
}

/** The owner of an id may also be called by it; whoever else claims it is at fault. */
function clashesAmong(claimed: readonly Claim[], owner: Holder | undefined): Clash[] {
  return claimed.flatMap((claim) => {
    const rival = claimed.find((other) => other.holder !== claim.holder)?.holder ?? owner;
    if (rival === undefined || rival === claim.holder) return [];
    return [{file: claim.holder.file, place: claim.place, name: claim.text, other: rival.file}];
  });
}
