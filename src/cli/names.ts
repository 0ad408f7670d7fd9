import {PmTalkError} from "../core/errors.ts";
import {foldId, shortId} from "../core/identity.ts";
import {compareText, foldName, nearest} from "../core/text.ts";

/** Something that has an id and may be called by other names too. */
export interface Named {
  id: string;
  /** Names and aliases, besides the id. */
  names: string[];
  /** How it is shown in "did you mean"; the id where it has no better name. */
  label?: string;
}

/** What a kind of thing is called in messages, and how all of them are listed. */
export interface NamedKind {
  /** "customer" */
  noun: string;
  /** "All of them: pm-talk customer list"; empty where no command lists them. */
  all: string;
}

/**
 * Finds what a value means: whole (id, name or alias) first, then as the beginning of an id or its last six
 * characters. Null when nothing fits. Throws a usage error when several do.
 */
export function findNamed(value: string, things: Named[], kind: NamedKind): string | null {
  const typed = foldName(value);
  if (typed === "") return null;
  const whole = things.filter((thing) => foldId(thing.id) === typed);
  if (whole.length > 0) return only(value, whole, kind);
  const named = things.filter((thing) => thing.names.some((name) => foldName(name) === typed));
  if (named.length > 0) return only(value, named, kind);
  const partly = things.filter(
    (thing) => foldId(thing.id).startsWith(typed) || foldId(shortId(thing.id)) === typed,
  );
  return partly.length === 0 ? null : only(value, partly, kind);
}

/** The id that a name as a whole stands for, else the name as typed: `Public-Sector` is `public-sector`. */
export function knownSpelling(typed: string, things: Named[]): string {
  return things.find((thing) => foldName(thing.id) === foldName(typed))?.id ?? typed;
}

/**
 * The ids that a filter's value means: one where it is a name as a whole ("Acme, Inc."), several where it
 * is names with commas between. Throws a usage error with the nearest names for what is unknown, unless
 * `refuse` has a better one.
 */
export function findAll(
  value: string,
  things: Named[],
  kind: NamedKind,
  refuse: (part: string) => void = () => undefined,
): string[] {
  const unknown = (part: string): PmTalkError => {
    refuse(part);
    return unknownName(part, things, kind);
  };
  const whole = findNamed(value, things, kind);
  if (whole !== null) return [whole];
  const parts = value
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  // A comma at the end is a slip of the hand, not a part of the name.
  if (parts.length === 0 || parts[0] === value) throw unknown(value);
  return parts.map((part) => {
    const found = findNamed(part, things, kind);
    if (found === null) throw unknown(part);
    return found;
  });
}

/** `No customer "acem". Did you mean acme (Acme Corp)?` */
export function unknownName(value: string, things: Named[], kind: NamedKind): PmTalkError {
  const near = nearestNamed(value, things);
  const meant = near.length === 0 ? "" : ` Did you mean ${near.map(labelOf).join(" or ")}?`;
  return new PmTalkError(
    "usage",
    `No ${kind.noun} "${value}".${meant}`,
    kind.all === "" ? someOf(things) : kind.all,
  );
}

/** The first few of a kind that no command lists; null where there are none. */
function someOf(things: Named[]): string | null {
  if (things.length === 0) return null;
  const ids = things.map((thing) => thing.id).sort(compareText);
  const more = ids.length > 12 ? ` ... and ${String(ids.length - 12)} more` : "";
  return `There are: ${ids.slice(0, 12).join(", ")}${more}`;
}

/** The things nearest to what was typed, best first, at most three. */
export function nearestNamed(value: string, things: Named[]): Named[] {
  const holders = new Map<string, Named>();
  for (const thing of things) {
    for (const name of [thing.id, ...thing.names]) if (!holders.has(name)) holders.set(name, thing);
  }
  const near = nearest(value, holders.keys());
  const found = near.length > 0 ? near : containing(value, holders.keys());
  return [...new Set(found.flatMap((name) => holders.get(name) ?? []))];
}

/** Names that what was typed is a part of: `sso` of `pay-for-sso`. */
function containing(value: string, names: Iterable<string>): string[] {
  const typed = foldName(value);
  if (typed.length < 3) return [];
  return [...names]
    .filter((name) => foldName(name).includes(typed))
    .sort(compareText)
    .slice(0, 3);
}

function only(value: string, found: Named[], kind: NamedKind): string {
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first.id;
  const candidates = found.map(labelOf).sort(compareText);
  const shown = candidates.slice(0, 6).join("\n");
  const more = candidates.length > 6 ? `\n... and ${String(candidates.length - 6)} more` : "";
  throw new PmTalkError(
    "usage",
    `"${value}" could be ${String(found.length)} ${kind.noun}s; which one?`,
    shown + more,
  );
}

function labelOf(thing: Named): string {
  const label = thing.label ?? thing.names[0];
  return label === undefined || foldName(label) === foldName(thing.id)
    ? thing.id
    : `${thing.id} (${label})`;
}
