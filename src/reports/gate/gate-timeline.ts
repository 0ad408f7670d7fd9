import {addDays} from "../../core/calendar.ts";
import {compareText, count, foldName} from "../../core/text.ts";
import type {Lane, TalkMark, TimelineChart} from "../document.ts";
import type {GateTalk} from "./gate-data.ts";
import type {GateView} from "./gate-view.ts";

/**
 * Recency, coverage, mix and friendliness in one look: a lane for each segment the concept is for, those
 * without a mark too, and below them the other customers heard.
 */
export function timelineOf(view: GateView): TimelineChart {
  const {data, concept, request} = view;
  const talks = data.conversations.filter(({status}) => status === "held");
  const first = talks.at(-1)?.date ?? request.asOf;
  const to = data.gate.date > request.asOf ? data.gate.date : request.asOf;
  const from = data.previous?.decided ?? first;
  const lane = (label: string, own: readonly GateTalk[]): Lane => ({
    label,
    empty: own.length === 0 ? "nobody heard" : null,
    marks: own.toReversed().map((talk) => markOf(talk, view)),
  });
  const target = new Set(concept.segments.map(foldName));
  const others = talks.filter(({segment}) => !target.has(foldName(segment ?? "")));
  const lanes = [
    ...concept.segments.map((segment) =>
      lane(
        segment,
        talks.filter((talk) => foldName(talk.segment ?? "") === foldName(segment)),
      ),
    ),
    ...[...bySegment(others)].map(([label, own]) => lane(label, own)),
  ];
  const chart: TimelineChart = {kind: "timeline", from: from < first ? from : first, to, lanes};
  const line = recentLine(view);
  return line === null || line.date < chart.from ? chart : {...chart, line};
}

function recentLine({data}: GateView): Required<TimelineChart>["line"] | null {
  const required = data.mustMeets.find(({id}) => id === "recent")?.required ?? null;
  if (required === null) return null;
  const label = `${count(required, "day")} before the gate`;
  return {date: addDays(data.gate.date, -required), label};
}

/** Customers of segments that nobody named as a target, and those without one last. */
function bySegment(talks: readonly GateTalk[]): Map<string, GateTalk[]> {
  const lanes = new Map<string, GateTalk[]>();
  const sorted = talks.toSorted(
    (a, b) =>
      Number(a.segment === null) - Number(b.segment === null) ||
      compareText(a.segment ?? "", b.segment ?? ""),
  );
  for (const talk of sorted) {
    const label = talk.segment ?? "no segment";
    lanes.set(label, [...(lanes.get(label) ?? []), talk]);
  }
  return lanes;
}

function markOf(talk: GateTalk, {page}: GateView): TalkMark {
  const {date, meaningful, advocate, type, selling, customer, conversation} = talk;
  return {
    date,
    shape: selling ? "selling" : type === "interview" ? "interview" : "other",
    meaningful,
    advocate,
    label: `${page.names.customer(customer)}, ${page.names.type(type)}`,
    file: page.conversationFile(conversation),
  };
}
