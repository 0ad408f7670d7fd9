import {gatesDue} from "../../analysis/gates.ts";
import {type CalendarDate, daysBetween, formatAge, formatDay} from "../../core/calendar.ts";
import {count} from "../../core/text.ts";
import type {Concept} from "../../notes/collection.ts";
import type {Criterion} from "../../notes/vocabulary.ts";
import type {Document, Spans} from "../document.ts";
import {answerBlock, footer} from "../footer.ts";
import {verdictSpan} from "./gate-answer.ts";
import type {GateData} from "./gate-data.ts";
import {missingPhrases} from "./gate-missing.ts";
import {gateName, gateView} from "./gate-view.ts";
import {gateReport} from "./gate.ts";
import type {ReportRequest} from "../request.ts";
import {changedLines} from "../thresholds.ts";
import {daySpan, joined} from "../spans.ts";

/** The gates that have to be decided soon, or should have been. */
export interface GatesDueData {
  /** The last day that counts as soon. */
  until: CalendarDate;
  gates: DueGate[];
  /** Files of concepts that are not read, or not whole: whether they have a gate that is due is not known. */
  unread: string[];
}

/** A gate, and whether its customer criteria are met. */
export interface DueGate {
  concept: string;
  /** Its id. */
  gate: string;
  name: string;
  date: CalendarDate;
  ready: boolean;
  /** Criteria that are not met, in the order of the gate report. */
  failed: Criterion[];
}

/** The data of `gate --due`: every gate without a decision dated up to a day or overdue, the earliest first. */
export function gatesDueReport(
  request: ReportRequest,
  concepts: readonly Concept[],
  until: CalendarDate,
  unread: string[] = [],
): {data: GatesDueData; reports: GateData[]} {
  const due = gatesDue(concepts, until, request.asOf);
  const reports = due.map(({concept, gate}) => gateReport(request, concept.id, gate.id));
  const gates = reports.map(({concept, gate, ready, mustMeets}) => ({
    concept,
    gate: gate.id,
    ...{name: gate.name, date: gate.date, ready},
    failed: mustMeets.filter(({met}) => met === false).map(({id}) => id),
  }));
  return {data: {until, gates, unread}, reports};
}

/** `gate --due` as a page: how many are not ready, then each gate with its verdict and what is missing. */
export function gatesDueDocument(
  {until, unread}: GatesDueData,
  reports: readonly GateData[],
  request: ReportRequest,
): Document {
  const items = [...reports.map((data) => dueLine(data, request)), ...unread.map(unreadLine)];
  return {
    title: "Gates due",
    blocks: [
      answerBlock([dueAnswer(reports, until, unread.length === 0)], request),
      ...(items.length === 0 ? [] : [{block: "list", items} as const]),
      footer(request, [
        ...changedLines(request.collection.config),
        "pm-talk checks that customers were heard. It does not decide.",
      ]),
    ],
  };
}

function unreadLine(file: string): Spans {
  const text = `${file} cannot be read as a whole: whether it has a gate that is due is not known`;
  return [{role: "status", text: "NOT KNOWN", tone: "bad"}, `  ${text}`];
}

function dueAnswer(reports: readonly GateData[], until: CalendarDate, isAll: boolean): string {
  if (reports.length === 0)
    return `No gate ${isAll ? "" : "that can be read "}is due until ${formatDay(until)}, and none is overdue.`;
  const failed = reports.filter(({ready}) => !ready).length;
  const due = `${count(reports.length, "gate")} due until ${formatDay(until)} or overdue`;
  return failed === 0 ? `${due}: ready.` : `${due}: ${String(failed)} not ready.`;
}

/** "NOT READY  Fast setup, G2 build, Tue 2026-11-24 (in 4 days): 3 more meaningful talks". */
function dueLine(data: GateData, request: ReportRequest): Spans {
  const view = gateView(data, request);
  const {concept} = view;
  const {date} = data.gate;
  const missing = joined(missingPhrases(view), "; ");
  return [
    verdictSpan(data),
    "  ",
    {role: "file", kind: "concept", file: concept.file, text: concept.name},
    `, ${gateName(data.gate)}, `,
    daySpan(date),
    ` (${formatAge(daysBetween(date, request.asOf))})`,
    ...(missing.length === 0 ? [] : [": ", ...missing]),
  ];
}
