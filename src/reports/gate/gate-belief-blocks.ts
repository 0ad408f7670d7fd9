import {count} from "../../core/text.ts";
import type {BeliefMark, BeliefRow, Block, Mark, Span, Table} from "../document.ts";
import type {GateBelief} from "./gate-data.ts";
import type {GateView} from "./gate-view.ts";
import {statusTone, statusWord, withoutCount} from "../wording.ts";
import {left} from "../columns.ts";

/** The beliefs that could sink the concept: marks, status, what it was at the gate before, what is missing. */
export function beliefBlocks(view: GateView): Block[] {
  const {assumptions} = view.data;
  const heading: Block = {
    block: "heading",
    level: 2,
    text: "The beliefs that could sink it",
    aside: ["each mark a customer, against | for: ", {role: "legend"}],
  };
  if (assumptions.length === 0) {
    const none = "None is written down as critical or high.";
    return [
      {block: "heading", level: 2, text: "The beliefs that could sink it"},
      {block: "paragraph", text: none},
      ...others(view),
    ];
  }
  const chart: Block = {
    block: "chart",
    title: "Critical and high beliefs, the riskiest first",
    chart: {kind: "beliefs", rows: assumptions.map((one) => chartRow(one, view))},
    table: beliefTable(view),
  };
  return [
    heading,
    {block: "only", on: "page", blocks: [chart]},
    {block: "only", on: "lines", blocks: assumptions.map((one) => beliefGroup(one, view))},
    ...others(view),
  ];
}

function beliefGroup(one: GateBelief, view: GateView): Block {
  const facts = [
    ...overrideFact(one, view),
    ...(view.request.explain ? [{label: "figures", value: figures(one)}] : []),
    ...(one.lacks === null ? [] : [{label: "missing", value: one.lacks}]),
  ];
  const was = wasText(one, view);
  return {
    block: "group",
    lead: view.belief(one.id),
    aside: one.importance ?? "",
    blocks: [
      {
        block: "paragraph",
        text: [
          {role: "marks", against: one.against, for: one.for},
          "  ",
          {role: "status", text: withoutCount(one.label).toUpperCase(), tone: toneOf(one)},
          was === "" ? "" : `  ${was}`,
        ],
      },
      ...(facts.length === 0 ? [] : [{block: "facts", facts} as const]),
    ],
  };
}

function figures({belief, pointsFor, pointsAgainst}: GateBelief): string {
  return `belief ${belief.toFixed(3)}; points ${String(pointsAgainst)} against, ${String(pointsFor)} for`;
}

/** "was not tested at G1". */
function wasText({previousLabel}: GateBelief, {data}: GateView): string {
  if (previousLabel === null || data.previous === null) return "";
  return `was ${previousLabel} at ${data.previous.id}`;
}

function overrideFact(one: GateBelief, {page}: GateView): {label: string; value: string}[] {
  if (one.override === null) return [];
  const {status, on, by, reason} = one.override;
  const who = by === null ? "somebody" : page.names.member(by);
  const when = on === null ? "" : ` on ${on}`;
  const why = reason === null ? "" : ` because ${reason}`;
  const value = `computed ${one.label}; ${who} overrode it to ${statusWord(status)}${when}${why}`;
  return [{label: "overridden", value}];
}

function toneOf(one: GateBelief) {
  return one.label === "cannot be read" ? "bad" : statusTone(one.status);
}

function chartRow(one: GateBelief, view: GateView): BeliefRow {
  const note = [wasText(one, view), one.lacks?.split("; ")[0] ?? ""]
    .filter((text) => text !== "")
    .join("; ");
  return {
    label: view.belief(one.id),
    against: chartMarks(one.against, one.ageing.against),
    for: chartMarks(one.for, one.ageing.for),
    status: withoutCount(one.label),
    tone: toneOf(one),
    note: note === "" ? null : note,
  };
}

function chartMarks(marks: readonly Mark[], ageing: readonly boolean[]): BeliefMark[] {
  return marks.map((mark, index) => ({mark, ageing: ageing[index] ?? false}));
}

function beliefTable(view: GateView): Table {
  const {assumptions, previous} = view.data;
  const was = previous === null ? [] : [previous];
  return {
    block: "table",
    columns: [
      left("against | for", 1),
      left("status", 1),
      left("belief", 1),
      left("importance", 3),
      ...was.map(({id}) => left(`at ${id}`, 2)),
      left("missing", 2),
    ],
    rows: assumptions.map((one): Span[] => [
      {role: "marks", against: one.against, for: one.for},
      {role: "status", text: withoutCount(one.label), tone: toneOf(one)},
      view.belief(one.id),
      one.importance ?? "",
      ...was.map(() => one.previousLabel ?? ""),
      [...overrideFact(one, view).map(({value}) => value), one.lacks ?? []].flat().join("; "),
    ]),
    more: null,
  };
}

function others({data, concept}: GateView): Block[] {
  if (data.otherAssumptions === 0) return [];
  const command: Span = {
    role: "command",
    text: `pm-talk report assumptions --concept ${concept.id}`,
  };
  const more = `${count(data.otherAssumptions, "more belief")} of less importance:  `;
  return [{block: "paragraph", text: [more, command]}];
}
