import {shortId} from "../core/identity.ts";
import {count} from "../core/text.ts";
import type {DecisionRegister, DecisionRow} from "./decisions-data.ts";
import type {Document, Span, Spans, Table} from "./document.ts";
import {answerBlock, footer} from "./footer.ts";
import {typeName} from "./names.ts";
import type {ReportRequest} from "./request.ts";
import {cut, left, right} from "./columns.ts";
import {pageOf} from "./page.ts";
import {daySpan} from "./spans.ts";

/** Rows before the register is cut, unless everything is asked for. */
const most = 40;

/** The register as a table: day, what was decided, what kind, about what, on how many talks it rests. */
export function decisionsDocument(data: DecisionRegister, request: ReportRequest): Document {
  const rows = data.decisions;
  return {
    title: "Decisions",
    blocks: [
      answerBlock([rows.length === 0 ? nothing(request) : summary(rows)], request),
      ...(rows.length === 0 ? [] : [decisionsTable(rows, request)]),
      footer(request, []),
    ],
  };
}

function nothing({collection}: ReportRequest): Spans {
  const all = collection.decisions.length;
  if (all > 0) return `None of the ${count(all, "decision")} is like that.`;
  return ["No decisions yet.  ", {role: "command", text: "pm-talk decide"}];
}

/** "9 decisions: 1 rests on no talk, 2 took another one back." */
function summary(rows: readonly DecisionRow[]): string {
  const uncited = rows.filter(({because}) => because.length === 0).length;
  const reversals = rows.filter(
    ({replaces, status}) => replaces !== null && status !== "proposed",
  ).length;
  const parts = [
    ...(uncited === 0 ? [] : [`${String(uncited)} ${uncited === 1 ? "rests" : "rest"} on no talk`]),
    ...(reversals === 0 ? [] : [`${String(reversals)} took another one back`]),
  ];
  const all = count(rows.length, "decision");
  return parts.length === 0 ? `${all}.` : `${all}: ${parts.join(", ")}.`;
}

/** The rows of decisions; of one concept without the column that would say the same on each. */
export function decisionsTable(
  rows: readonly DecisionRow[],
  request: ReportRequest,
  options: {ofOneConcept?: boolean} = {},
): Table {
  const page = pageOf(request);
  const columns = [
    {column: left("Day", 1), cell: ({date}: DecisionRow) => dayOf(date)},
    {
      column: {...left("Decided", 1), names: true as const},
      cell: ({title, id, file}: DecisionRow): Span => ({
        ...{role: "file", kind: "decision", file},
        text: title ?? id,
      }),
    },
    {column: left("Kind", 2), cell: ({type}: DecisionRow) => typeOf(type)},
    {
      column: left("Concept", 3),
      cell: ({concept}: DecisionRow) => (concept === null ? "" : page.names.concept(concept)),
    },
    {column: right("Talks", 3), cell: ({because}: DecisionRow) => String(because.length)},
    {column: left("Status", 2), cell: ({status}: DecisionRow) => statusSpan(status)},
    {column: left("Id", 1), cell: decisionSpan},
  ];
  const shown = options.ofOneConcept === true ? columns.filter((_, at) => at !== 3) : columns;
  return cut(shown, rows, page, most);
}

/** The day, or what stands in place of one that cannot be read. */
export function dayOf(date: string | null): Span {
  return date === null ? "on no day" : daySpan(date);
}

/** The type as it is read; empty where there is none. */
export function typeOf(type: DecisionRow["type"]): string {
  return type === null ? "" : typeName(type);
}

/** The status, quiet where it is the usual one. */
function statusSpan(status: DecisionRow["status"]): Span {
  if (status === "accepted") return status;
  return {role: "status", text: status ?? "?", tone: status === "proposed" ? "warn" : "neutral"};
}

function decisionSpan({id, file}: DecisionRow): Span {
  return {role: "file", kind: "decision", file, text: shortId(id)};
}
