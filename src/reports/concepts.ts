import {formatAge} from "../core/calendar.ts";
import {count} from "../core/text.ts";
import type {ConceptRegister, ConceptRow} from "./concepts-data.ts";
import type {Document, Spans, Table} from "./document.ts";
import {answerBlock, footer} from "./footer.ts";
import type {ReportRequest} from "./request.ts";
import {left, right} from "./columns.ts";
import {pageOf, talkDay} from "./page.ts";
import {daySpan} from "./spans.ts";

/** The register as a table: name, status, next gate and in how many days, criteria, talks, last talk. */
export function conceptsDocument({concepts}: ConceptRegister, request: ReportRequest): Document {
  const none: Spans = [
    "No concepts yet.  ",
    {role: "command", text: 'pm-talk concept add --name "Fast setup"'},
  ];
  const isNone = concepts.length === 0;
  return {
    title: "Concepts",
    blocks: [
      answerBlock([isNone ? none : `${count(concepts.length, "concept")}.`], request),
      ...(isNone ? [] : [registerTable(concepts, request)]),
      footer(request, []),
    ],
  };
}

function registerTable(concepts: readonly ConceptRow[], request: ReportRequest): Table {
  const page = pageOf(request);
  return {
    block: "table",
    columns: [
      left("Concept", 1),
      left("Status", 2),
      left("Next gate", 1),
      right("Criteria", 3),
      right("Talks", 3),
      left("Last talk", 2),
      {...left("Id", 4), spare: true},
    ],
    rows: concepts.map((row): Spans[] => [
      {role: "file", kind: "concept", file: row.file, text: row.name},
      row.status ?? (row.file === null ? "(no file)" : ""),
      gateSpans(row),
      row.criteria === 0 ? "" : String(row.criteria),
      String(row.conversations),
      talkDay(row.lastSpoke, page),
      {role: "id", text: row.id},
    ]),
    more: null,
  };
}

function gateSpans({nextGate}: ConceptRow): Spans {
  if (nextGate === null) return "none";
  const {id, date, inDays} = nextGate;
  return [`${id} `, daySpan(date), `, ${gateAge(inDays)}`];
}

/** "in 4 days", "today", "3 days late". */
export function gateAge(inDays: number): string {
  return inDays < 0 ? `${count(-inDays, "day")} late` : formatAge(-inDays);
}
