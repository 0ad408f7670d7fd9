import type {Filters} from "../analysis/select.ts";
import {formatDay} from "../core/calendar.ts";
import type {Collection} from "../notes/collection.ts";
import type {Span} from "./document.ts";
import {namesOf, type Names} from "./names.ts";
import type {Ref} from "./ref.ts";
import type {ReportRequest} from "./request.ts";

/** What the blocks of a report look names and files up in. */
export interface Page {
  request: ReportRequest;
  names: Names;
  /** Files of conversations and customers by id; null where there is none. */
  conversationFile: (id: string) => string | null;
  customerFile: (id: string) => string | null;
}

/** Indexes the collection of a request once for all blocks. */
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

/** The day of a talk, leading to its note; "never" when there is none, or "not then" of a time asked for. */
export function talkDay(ref: Ref | null, page: Page): Span {
  if (ref === null) return noDay(page.request.filters);
  const file = page.conversationFile(ref.conversation);
  return {role: "file", kind: "conversation", file, text: formatDay(ref.date)};
}

/** In place of a day: who was not spoken with in the time that is asked for may have been at another. */
export function noDay(filters: Filters): string {
  return isOfSomeTime(filters) ? "not then" : "never";
}

/** Whether some days alone are asked for. */
export function isOfSomeTime({since, until}: Filters): boolean {
  return since !== null || until !== null;
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

/** "Gantry, Acme and Bolt", each leading to their file. */
export function customerNames(ids: readonly string[], page: Page): Span[] {
  return ids.flatMap((id, at): Span[] => {
    const before = at === 0 ? "" : at === ids.length - 1 ? " and " : ", ";
    return [...(before === "" ? [] : [before]), customerName(id, page)];
  });
}

function filesByNote({conversations}: Collection): Map<string, string> {
  const files = new Map<string, string>();
  for (const {id, also, files: own} of conversations) {
    [id, ...also].forEach((note, index) => files.set(note, own[index] ?? ""));
  }
  return files;
}
