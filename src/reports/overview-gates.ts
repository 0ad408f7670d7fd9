import {collectionAsOf} from "../analysis/as-of.ts";
import {nextGate} from "../analysis/gates.ts";
import {readinessOf, type MustMeet} from "../analysis/readiness.ts";
import {daysBetween, formatAge} from "../core/calendar.ts";
import {compareText} from "../core/text.ts";
import type {Span, Spans} from "./document.ts";
import {verdictSpan} from "./gate/gate-answer.ts";
import {gateName} from "./gate/gate-view.ts";
import {filesWithErrors} from "./gate/gate.ts";
import type {ReportRequest} from "./request.ts";
import type {DueGate} from "./gate/gate-due.ts";
import {daySpan} from "./spans.ts";

/** The next gate of a concept and whether its customer criteria are met. */
export interface OverviewGate extends DueGate {
  /** How many of the criteria could be judged. */
  judged: number;
}

/** Gates that the first lines name before they say how many more there are. */
const most = 3;

/** The gate that each concept comes to next: overdue ones first, then the nearest. */
export function overviewGates({collection, asOf, sources}: ReportRequest): OverviewGate[] {
  const faulty = filesWithErrors(sources.diagnostics);
  const gates = collectionAsOf(collection, asOf).concepts.flatMap((concept) => {
    const gate = nextGate(concept, asOf);
    if (gate === null) return [];
    const {ready, mustMeets} = readinessOf(concept.id, gate.id, collection, asOf, faulty);
    const {id, name, date} = gate;
    return [{concept: concept.id, gate: id, name, date, ready, ...counted(mustMeets)}];
  });
  return gates.sort((a, b) => compareText(a.date, b.date) || compareText(a.concept, b.concept));
}

function counted(mustMeets: readonly MustMeet[]): Pick<OverviewGate, "failed" | "judged"> {
  const failed = mustMeets.filter(({met}) => met === false).map(({id}) => id);
  return {failed, judged: mustMeets.filter(({met}) => met !== null).length};
}

/**
 * "Next gate: Fast setup, G2 build, in 4 days (Tue 2026-11-24): NOT READY, 2 of 8 not met.", then the gates
 * after it; no line where no gate is to come.
 */
export function gateLines(gates: readonly OverviewGate[], request: ReportRequest): Spans[] {
  const shown = request.all ? gates : gates.slice(0, most);
  const lines = shown.map((gate, index) =>
    gateLine(gate, index === 0 ? "Next gate" : "Then", request),
  );
  const more = gates.length - shown.length;
  return more === 0 ? lines : [...lines, `… and ${gatesMore(more)} (--all)`];
}

function gatesMore(more: number): string {
  return more === 1 ? "1 more gate" : `${String(more)} more gates`;
}

function gateLine(gate: OverviewGate, lead: string, {collection, asOf}: ReportRequest): Spans {
  const concept = collection.concepts.find(({id}) => id === gate.concept);
  const named: Span = {
    role: "file",
    kind: "concept",
    file: concept?.file ?? null,
    text: concept?.name ?? gate.concept,
  };
  const day = daySpan(gate.date);
  const age = formatAge(daysBetween(gate.date, asOf));
  const undecided = gate.date < asOf ? ", not decided yet" : "";
  return [
    `${lead}: `,
    named,
    `, ${gateName({id: gate.gate, name: gate.name})}, ${age} (`,
    day,
    `)${undecided}: `,
    verdictSpan(gate),
    `, ${metOf(gate)}.`,
  ];
}

function metOf({ready, failed, judged}: OverviewGate): string {
  if (judged === 0) return "no customer criterion is set";
  const of = String(judged);
  return ready ? `${of} of ${of} met` : `${String(failed.length)} of ${of} not met`;
}
