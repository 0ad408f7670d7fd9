import {collectionAsOf} from "../analysis/as-of.ts";
import {type Condition, meaning} from "../analysis/meaningful.ts";
import {selectConversations} from "../analysis/select.ts";
import {formatDay} from "../core/calendar.ts";
import {shortId} from "../core/identity.ts";
import {compareText, count} from "../core/text.ts";
import type {Conversation} from "../notes/collection.ts";
import type {Document, Spans, Table} from "./document.ts";
import {footer, leftOut} from "./footer.ts";
import {namesOf, type Names} from "./names.ts";
import {type Ref, refOf} from "./ref.ts";
import type {ReportRequest} from "./request.ts";

export interface ListedConversation extends Ref {
  file: string;
  status: Conversation["status"];
  meaningful: boolean;
  why: Condition[];
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
        const {meaningful, why} = meaning(one, thresholds);
        return {...refOf(one, asOf), file: one.files[0] ?? "", status: one.status, meaningful, why};
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
      {block: "answer", lines: [sum]},
      ...leftOut(request),
      ...(conversations.length === 0 ? [] : [listTable(conversations, request)]),
      footer(request, []),
    ],
  };
}

function listTable(rows: ListedConversation[], request: ReportRequest): Table {
  const names = namesOf(request.collection);
  const shown = request.all ? rows : rows.slice(0, most);
  return {
    block: "table",
    columns: [
      {title: "Day", priority: 1, align: "left"},
      {title: "Customer", priority: 1, align: "left"},
      {title: "Type", priority: 2, align: "left"},
      {title: "Who of us", priority: 3, align: "left"},
      {title: "Counts", priority: 2, align: "left"},
      {title: "Id", priority: 1, align: "left"},
    ],
    rows: shown.map((row) => cells(row, names)),
    more: rows.length > shown.length ? `${String(rows.length - shown.length)} more (--all)` : null,
  };
}

function cells(row: ListedConversation, names: Names): Spans[] {
  return [
    {role: "date", date: row.date, text: formatDay(row.date)},
    names.customer(row.customer),
    names.type(row.type),
    names.members([...row.team, ...row.observers]),
    counts(row),
    {role: "file", kind: "conversation", file: row.file, text: shortId(row.conversation)},
  ];
}

function counts(row: ListedConversation): string {
  if (row.status !== "held") return row.status;
  return row.meaningful
    ? "meaningful"
    : row.why.map((condition) => condition.replaceAll("-", " ")).join(", ");
}
