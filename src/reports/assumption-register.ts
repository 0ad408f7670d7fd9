import {count} from "../core/text.ts";
import type {AssumptionData, AssumptionsData} from "./assumptions/assumptions-data.ts";
import type {Document, Span, Spans, Table} from "./document.ts";
import {answerBlock, footer} from "./footer.ts";
import type {ReportRequest} from "./request.ts";
import {statusTone, withoutCount} from "./wording.ts";
import {left} from "./columns.ts";

/** The assumptions as a register: one row each, without their evidence. */
export interface AssumptionRegister {
  assumptions: Omit<AssumptionData, "evidence" | "history" | "historyLabels">[];
}

/** The rows of the register, in the order of the report; retired ones last. */
export function registerRows(data: AssumptionsData): AssumptionRegister {
  return {
    assumptions: data.assumptions.map((one) => {
      const row: Partial<AssumptionData> = {...one};
      delete row.evidence;
      delete row.history;
      delete row.historyLabels;
      return row as AssumptionRegister["assumptions"][number];
    }),
  };
}

/** The register as a table: status, statement, importance and the id to type. */
export function registerDocument(data: AssumptionRegister, request: ReportRequest): Document {
  const rows = data.assumptions;
  const none: Spans = [
    "Nothing is written down yet that could be wrong:  ",
    {role: "command", text: "pm-talk assumption add"},
  ];
  return {
    title: "Assumptions",
    blocks: [
      answerBlock([rows.length === 0 ? none : `${count(rows.length, "assumption")}.`], request),
      ...(rows.length === 0 ? [] : [registerTable(rows, request)]),
      footer(request, []),
    ],
  };
}

/** What is believed, leading to its file; what stands in place of it where there is nothing to read. */
export function statementSpan(
  {statement, state}: Pick<AssumptionRegister["assumptions"][number], "statement" | "state">,
  file: string | null,
): Span {
  if (statement !== null) return {role: "file", kind: "assumption", file, text: statement};
  return state === "undeclared" ? "(no file declares it)" : "(cannot be read)";
}

function registerTable(rows: AssumptionRegister["assumptions"], request: ReportRequest): Table {
  const files = new Map(request.collection.assumptions.map((one) => [one.id, one.file]));
  return {
    block: "table",
    columns: [left("Status", 1), left("Assumption", 1), left("Importance", 3), left("Id", 1)],
    rows: rows.map((row): Spans[] => [
      row.retired === null
        ? {role: "status", text: withoutCount(row.label), tone: statusTone(row.status)}
        : "retired",
      statementSpan(row, files.get(row.id) ?? null),
      row.importance ?? "",
      {role: "file", kind: "assumption", file: files.get(row.id) ?? null, text: row.id},
    ]),
    more: null,
  };
}
