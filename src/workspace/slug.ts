import slugify from "@sindresorhus/slugify";
import type {CalendarDate} from "../core/calendar.ts";
import {suffixAlphabet} from "../core/identity.ts";
import {foldName} from "../core/text.ts";

const longest = {characters: 60, bytes: 200};
/** What is left for the customer's slug in an id, so that id and ending fit any file system. */
const longestInId = {characters: 60, bytes: 130};
const longestType = {characters: 30, bytes: 50};

/** Names that Windows keeps for devices, and the one that is no workspace file. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|conin|conout|readme)$/;

/** Bytes of randomness, as the context gives them. */
export type Random = (bytes: number) => Uint8Array;

/**
 * The file name for a title or a name: lower-case letters of any script, digits and `-`, at most 60
 * characters and 200 bytes, never empty, never a name that Windows reserves. One slug for all spellings
 * that count as one name.
 */
export function slugOf(text: string): string {
  return slugWithin(text, longest);
}

/** `DATE-CUSTOMER-TYPE-xxxxxx`: the random end keeps two branches from making one id for two things. */
export function newId(
  parts: {date: CalendarDate; customer: string; type: string},
  random: Random,
): string {
  const customer = slugWithin(parts.customer, longestInId);
  const type = slugWithin(parts.type, longestType);
  return `${parts.date}-${customer}-${type}-${suffix(random)}`;
}

/** `DATE-TITLE-xxxxxx`, the id of a decision. */
export function newDecisionId(parts: {date: CalendarDate; title: string}, random: Random): string {
  return `${parts.date}-${slugWithin(parts.title, longestInId)}-${suffix(random)}`;
}

/** The id itself, or, where `taken` says that something else has it, with `-` and six characters. */
export function freeId(id: string, taken: (id: string) => boolean, random: Random): string {
  let free = id;
  while (taken(free)) free = `${id}-${suffix(random)}`;
  return free;
}

/** Six characters that nobody misreads. */
function suffix(random: Random): string {
  return Array.from(random(6), (byte) => suffixAlphabet.charAt(byte % suffixAlphabet.length)).join(
    "",
  );
}

function slugWithin(text: string, limit: typeof longest): string {
  const name = foldName(text.slice(0, 1000));
  // Vowel signs and the like belong to their letter: without them Hindi and Thai names fall apart.
  const marks = new Set(name.match(/(?<=[\p{L}\p{M}])\p{M}/gu));
  const slug = slugify(name, {
    transliterate: false,
    decamelize: false,
    preserveCharacters: [...marks],
  }).replace(/(^|-)\p{M}+/gu, "$1");
  const cut = shorten(slug === "" ? codePoints(name) : slug, limit);
  return reserved.test(cut) ? `x-${cut}` : cut;
}

/** A name without a letter or digit in it (an emoji) is called by its code points. */
function codePoints(name: string): string {
  const points = Array.from(name, (sign) => (sign.codePointAt(0) ?? 0).toString(16));
  return ["x", ...points.filter((point) => point !== "20")].join("-");
}

function shorten(slug: string, limit: typeof longest): string {
  let short = "";
  let bytes = 0;
  for (const sign of Array.from(slug).slice(0, limit.characters)) {
    bytes += Buffer.byteLength(sign);
    if (bytes > limit.bytes) break;
    short += sign;
  }
  return short.replace(/-+$/, "");
}
