import {type CalendarDate, formatAge, daysBetween} from "../../core/calendar.ts";
import {shortId} from "../../core/identity.ts";
import type {Concept} from "../../notes/collection.ts";
import type {Span} from "../document.ts";
import type {GateData} from "./gate-data.ts";
import type {ReportRequest} from "../request.ts";
import {type Page, customerName, pageOf} from "../page.ts";

/** What the blocks of a gate report look names and files up in. */
export interface GateView {
  data: GateData;
  request: ReportRequest;
  page: Page;
  concept: Concept;
  customer: (id: string) => Span;
  /** The statement, leading to its file. */
  belief: (id: string) => Span;
  /** The short id of a note, leading to it. */
  note: (id: string) => Span;
  /** Any text, leading to a note. */
  noteAs: (id: string, text: string) => Span;
  decision: (id: string, text: string) => Span;
  /** The short id of any file, leading to it; a text that is no id as it is. */
  named: (id: string) => Span;
}

/** Indexes the collection of a request once for all blocks. */
export function gateView(data: GateData, request: ReportRequest): GateView {
  const page = pageOf(request);
  const {collection} = request;
  const concept = collection.concepts.find(({id}) => id === data.concept);
  if (concept === undefined) throw new Error(`no concept ${data.concept}`);
  const assumptions = new Map(collection.assumptions.map((one) => [one.id, one.file]));
  const decisions = new Map(collection.decisions.map((one) => [one.id, one.file]));
  const noteAs = (id: string, text: string): Span => {
    return {role: "file", kind: "conversation", file: page.conversationFile(id), text};
  };
  return {
    ...{data, request, page, concept, noteAs},
    customer: (id) => customerName(id, page),
    belief: (id) => {
      const file = assumptions.get(id) ?? null;
      return {role: "file", kind: "assumption", file, text: page.names.assumption(id)};
    },
    note: (id) => noteAs(id, shortId(id)),
    named: (id) => {
      const text = shortId(id);
      if (page.conversationFile(id) !== null) return noteAs(id, text);
      const assumption = assumptions.get(id);
      if (assumption !== undefined)
        return {role: "file", kind: "assumption", file: assumption, text};
      const decision = decisions.get(id);
      if (decision !== undefined) return {role: "file", kind: "decision", file: decision, text};
      return page.customerFile(id) === null ? id : customerName(id, page);
    },
    decision: (id, text) => ({
      role: "file",
      kind: "decision",
      file: decisions.get(id) ?? null,
      text,
    }),
  };
}

/** "G2 build" for a gate called Build; a name that begins like SAP stays as it is. */
export function gateName({id, name}: Pick<GateData["gate"], "id" | "name">): string {
  if (name === "") return id;
  const inSentence = /^\p{Lu}\p{Ll}/u.test(name) || /^\p{Lu} /u.test(name);
  return `${id} ${inSentence ? name.charAt(0).toLowerCase() + name.slice(1) : name}`;
}

/** " (3 days ago, not decided yet)" behind the day of a gate that is overdue; else nothing. */
export function overdueWords(gate: GateData["gate"], asOf: CalendarDate): string {
  if (isRecorded(gate) || gate.date >= asOf) return "";
  return ` (${formatAge(daysBetween(gate.date, asOf))}, not decided yet)`;
}

/** Whether the gatekeepers have decided. */
export function isRecorded({decision}: GateData["gate"]): boolean {
  return decision !== null && decision !== "pending";
}
