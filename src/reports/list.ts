import {collectionAsOf} from "../analysis/as-of.ts";
import {daySpan} from "./spans.ts";
import {type Condition, type Meaning, meaning} from "../analysis/meaningful.ts";
import {selectConversations} from "../analysis/select.ts";
import {presentOf} from "../analysis/spoken.ts";
import {shortId} from "../core/identity.ts";
import {compareText, count} from "../core/text.ts";
import type {Conversation} from "../notes/collection.ts";
import type {Document, Spans, Table} from "./document.ts";
import {answerBlock, footer} from "./footer.ts";
import type {Names} from "./names.ts";
import {type Ref, refOf} from "./ref.ts";
import type {ReportRequest} from "./request.ts";
import {whyNotMeaningful} from "./wording.ts";
import {cut, left} from "./columns.ts";
import {customerName, pageOf} from "./page.ts";

export interface ListedConversation extends Ref {
  file: string;
  status: Conversation["status"];
  meaningful: boolean;
  why: Condition[];
  /** What the note says instead of the rule, and which conditions it set aside. */
  override: Meaning["overridden"];
}

/** The conversations that the filters let through, held or not, newest first. */
export interface ListData {
  conversations: ListedConversation[];
}

/** Rows before the list is cut, unless everything is asked for. */
const most = 40;

/**
 * Builds the list. A talk that is planned for a later day is listed as such; any other conversation dated
 * after asOf does not exist yet.
 */
export function listReport(request: ReportRequest): ListData {
  const {filters, asOf} = request;
  const collection = collectionAsOf(request.collection, asOf);
  const there = request.collection.conversations.filter(
    (one) => one.date <= asOf || one.status === "planned",
  );
  const selected = selectConversations(there, filters, collection);
  const thresholds = collection.config.meaningful;
  return {
    conversations: selected
      .sort(
        (a, b) =>
          compareText(b.date, a.date) ||
          compareText(b.time ?? "", a.time ?? "") ||
          compareText(b.id, a.id),
      )
      .map((one) => {
        const {meaningful, why, overridden: override} = meaning(one, thresholds);
        const {status, files} = one;
        return {...refOf(one, asOf), file: files[0] ?? "", status, meaningful, why, override};
      }),
  };
}

/** The list as a table: day, customer, type, who of us, about what, and what did not count. */
export function listDocument(data: ListData, request: ReportRequest): Document {
  const {conversations} = data;
  const meaningful = conversations.filter((one) => one.meaningful).length;
  const all = request.collection.conversations.length;
  const sum =
    conversations.length === 0
      ? all === 0
        ? "No conversations yet."
        : `None of the ${count(all, "conversation")} is like that.`
      : `${count(conversations.length, "conversation")}, ${String(meaningful)} meaningful.`;
  return {
    title: "Conversations",
    blocks: [
      answerBlock([sum], request),
      ...(conversations.length === 0 ? [] : [listTable(conversations, request)]),
      footer(request, []),
    ],
  };
}

/** The rows of a list; of one customer without a column that would say the same on each. */
export function listTable(
  rows: readonly ListedConversation[],
  request: ReportRequest,
  options: {ofOneCustomer?: boolean} = {},
): Table {
  const page = pageOf(request);
  const columns = [
    {column: left("Day", 1), cell: ({date}: Row) => daySpan(date)},
    {column: left("Customer", 1), cell: ({customer}: Row) => customerName(customer, page)},
    {column: left("Type", 2), cell: ({type}: Row) => page.names.type(type)},
    {column: left("Who of us", 3), cell: (row: Row) => presentNames(row, page.names)},
    {column: left("Meaningful", 2), cell: counts},
    {column: left("Id", 1), cell: (row: Row) => noteId(row)},
  ];
  const shown = options.ofOneCustomer === true ? columns.filter((_, at) => at !== 1) : columns;
  return cut(shown, rows, page, most);
}

type Row = ListedConversation;

function presentNames(row: Row, names: Names): string {
  return presentOf(row)
    .map((handle) => names.member(handle))
    .join(", ");
}

function noteId({file, conversation}: Row): Spans {
  return {role: "file", kind: "conversation", file, text: shortId(conversation)};
}

function counts({status, meaningful, why, override}: Row): string {
  if (status !== "held") return status;
  if (override !== null) return override.to ? "yes, overridden" : "no, overridden";
  return meaningful ? "yes" : whyNotMeaningful(why);
}
