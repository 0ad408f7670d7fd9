import {shortId} from "../../core/identity.ts";
import {compareText} from "../../core/text.ts";
import type {Side} from "../../analysis/evidence.ts";
import type {Conversation} from "../../notes/collection.ts";
import type {EvidenceThresholds} from "../../notes/config.ts";
import type {AssumptionData, AssumptionsData, EvidenceData} from "./assumptions-data.ts";
import type {Span} from "../document.ts";
import {namesOf, type Names} from "../names.ts";
import type {ReportRequest} from "../request.ts";

/** What the blocks of this report look up: names, files to link to, and how much to show. */
export interface AssumptionsView {
  names: Names;
  thresholds: EvidenceThresholds;
  explain: boolean;
  all: boolean;
  /** Whether the page is about one assumption. */
  alone: boolean;
  /** Whether filters chose what is listed. */
  filtered: boolean;
  /** The statement, linked; the id where no file states one. */
  assumption(one: Pick<AssumptionData, "id" | "statement">): Span;
  customer(id: string): Span;
  /** The last characters of a note's id, linked. */
  note(id: string): Span;
  talk(id: string): Conversation | undefined;
  byId(id: string): AssumptionData | undefined;
}

/** Looks everything up once, for all blocks of one document. */
export function viewOf(data: AssumptionsData, request: ReportRequest): AssumptionsView {
  const {collection, explain, all} = request;
  const names = namesOf(collection);
  const files = new Map(collection.assumptions.map((one) => [one.id, one.file]));
  const customerFiles = new Map(collection.customers.map((one) => [one.id, one.file]));
  const talks = new Map(collection.conversations.map((one) => [one.id, one]));
  const noteFiles = new Map(collection.conversations.flatMap(filesByNote));
  const listed = new Map(data.assumptions.map((one) => [one.id, one]));
  return {
    names,
    thresholds: collection.config.evidence,
    explain,
    all,
    alone: data.assumptions.length === 1,
    filtered: collection.assumptions.length > 0,
    assumption: ({id, statement}) => ({
      role: "file",
      kind: "assumption",
      file: files.get(id) ?? null,
      text: statement ?? id,
    }),
    customer: (id) => ({
      role: "file",
      kind: "customer",
      file: customerFiles.get(id) ?? null,
      text: names.customer(id),
    }),
    note: (id) => ({
      role: "file",
      kind: "conversation",
      file: noteFiles.get(id) ?? null,
      text: shortId(id),
    }),
    talk: (id) => talks.get(id),
    byId: (id) => listed.get(id),
  };
}

/** A talk lists its notes' ids and files in the same order. */
function filesByNote(talk: Conversation): [string, string | null][] {
  return [talk.id, ...talk.also].map((id, index) => [id, talk.files[index] ?? null]);
}

/** The row that speaks loudest on a side: most points, then newest, then the id that sorts first. */
export function strongestOf(rows: readonly EvidenceData[], side: Side): EvidenceData | null {
  let best: EvidenceData | null = null;
  for (const row of rows) {
    if (pointsOf(row, side) === 0) continue;
    if (best === null || compareStrength(row, best, side) < 0) best = row;
  }
  return best;
}

function compareStrength(a: EvidenceData, b: EvidenceData, side: Side): number {
  return (
    pointsOf(b, side) - pointsOf(a, side) ||
    compareText(b.date, a.date) ||
    compareText(a.conversation, b.conversation)
  );
}

function pointsOf(row: EvidenceData, side: Side): number {
  return side === "for" ? row.pointsFor : row.pointsAgainst;
}
