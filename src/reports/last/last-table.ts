import {formatDay} from "../../core/calendar.ts";
import type {Collection} from "../../notes/collection.ts";
import type {Column, Span, Spans, Table} from "../document.ts";
import {namesOf, type Names} from "../names.ts";
import type {Ref} from "../ref.ts";
import type {ReportRequest} from "../request.ts";

/** Rows that a table shows before it says how many more there are. */
const shown = 12;

/** What the tables of `last` look names and files up in. */
export interface Page {
  request: ReportRequest;
  names: Names;
  /** Files of conversations and customers by id; null where there is none. */
  conversationFile: (id: string) => string | null;
  customerFile: (id: string) => string | null;
}

/** Indexes the collection of a request once for all tables. */
export function pageOf(request: ReportRequest): Page {
  const {collection} = request;
  const notes = filesByNote(collection);
  const customers = new Map(collection.customers.map(({id, file}) => [id, file]));
  return {
    request,
    names: namesOf(collection),
    conversationFile: (id) => notes.get(id) ?? null,
    customerFile: (id) => customers.get(id) ?? null,
  };
}

/** A table of the first rows; "… and 9 more (--all)" says that there are others. */
export function cut<Row>(
  columns: {column: Column; cell: (row: Row) => Spans}[],
  rows: readonly Row[],
  {request}: Page,
  most = shown,
): Table {
  const listed = request.all ? rows : rows.slice(0, most);
  return {
    block: "table",
    columns: columns.map(({column}) => column),
    rows: listed.map((row) => columns.map(({cell}) => cell(row))),
    more: andMore(rows.length - listed.length),
  };
}

/** "… and 9 more (--all)"; null when nothing was left off. */
export function andMore(rows: number): string | null {
  return rows === 0 ? null : `… and ${String(rows)} more (--all)`;
}

/** The day of a talk, leading to its note; "never" when there is none. */
export function talkDay(ref: Ref | null, page: Page): Span {
  if (ref === null) return "never";
  const file = page.conversationFile(ref.conversation);
  return {role: "file", kind: "conversation", file, text: formatDay(ref.date)};
}

/** The customer's name, leading to their file. */
export function customerName(id: string, page: Page): Span {
  return {
    role: "file",
    kind: "customer",
    file: page.customerFile(id),
    text: page.names.customer(id),
  };
}

/** A column of text; `priority` as in a table of a document. */
export function left(title: string, priority: number): Column {
  return {title, priority, align: "left"};
}

/** A column of numbers. */
export function right(title: string, priority: number): Column {
  return {title, priority, align: "right"};
}

function filesByNote({conversations}: Collection): Map<string, string> {
  const files = new Map<string, string>();
  for (const {id, also, files: own} of conversations) {
    [id, ...also].forEach((note, index) => files.set(note, own[index] ?? ""));
  }
  return files;
}
