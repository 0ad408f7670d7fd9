import type {FoundLine} from "../analysis/search.ts";
import type {CalendarDate} from "../core/calendar.ts";
import {compareText} from "../core/text.ts";
import type {FilePlace, ParsedFile} from "../notes/files.ts";
import {kinds, type Kind} from "../notes/vocabulary.ts";

/** A file that holds what was looked for. */
export interface SearchHit {
  kind: Kind;
  id: string;
  file: string;
  /** Of a conversation or decision. */
  date: CalendarDate | null;
  /** Of a conversation: its id, or the text as written when undeclared. */
  customer: string | null;
  type: string | null;
  /** What a customer or concept is called, an assumption states, a decision is titled. */
  name: string | null;
  /** False when reports leave the file out: it is found all the same. */
  readable: boolean;
  lines: FoundLine[];
}

export interface SearchData {
  query: string;
  /** Files that hold it. */
  total: number;
  /** By file, newest first. */
  hits: SearchHit[];
  /** The same, line by line. */
  matches: {kind: Kind; id: string; file: string; line: number; text: string}[];
  /** Words of the files that are almost what was looked for, where nothing was found. */
  near: string[];
  /** Files that could not be looked into. */
  unread: {file: string; reason: string}[];
}

/** Builds the data of a search from its hits, in their order. */
export function searchData(
  query: string,
  hits: SearchHit[],
  rest: Pick<SearchData, "near" | "unread">,
): SearchData {
  const matches = hits.flatMap(({kind, id, file, lines}) =>
    lines.map(({line, text}) => ({kind, id, file, line, text})),
  );
  return {query, total: hits.length, hits, matches, near: rest.near, unread: rest.unread};
}

/** A hit from its file as read; `customer` is the one its talk is with, by id. */
export function searchHit(
  place: FilePlace,
  parsed: ParsedFile | null,
  customer: string | null,
  lines: FoundLine[],
): SearchHit {
  const fields = (parsed?.fields ?? {}) as Record<string, unknown>;
  const text = (key: string): string | null => {
    const value = fields[key];
    return typeof value === "string" ? value : null;
  };
  const isTalk = place.kind === "conversation";
  return {
    ...place,
    date: isTalk || place.kind === "decision" ? text("date") : null,
    customer: isTalk ? (customer ?? text("customer")) : null,
    type: text("type"),
    name: text("name") ?? text("statement") ?? text("title"),
    readable: parsed !== null,
    lines,
  };
}

/** Newest first, then what has no day, by kind; `day` is what the file says by itself. */
export function compareFound(
  a: {place: FilePlace; day: CalendarDate | null},
  b: {place: FilePlace; day: CalendarDate | null},
): number {
  return (
    compareText(b.day ?? "", a.day ?? "") ||
    kinds.indexOf(a.place.kind) - kinds.indexOf(b.place.kind) ||
    (a.day === null ? compareText(a.place.file, b.place.file) : compareText(b.place.id, a.place.id))
  );
}
