import {collectionAsOf} from "../analysis/as-of.ts";
import type {MonthGoals} from "../analysis/goals.ts";
import {openSteps, type Step} from "../analysis/steps.ts";
import type {Block, Document, Span, Spans, Table} from "./document.ts";
import {answerBlock, footer} from "./footer.ts";
import {lastHeadline, newerUnreadable} from "./last/last-answer.ts";
import {type LastData, lastReport} from "./last/last.ts";
import {type Believed, type BelievedRow, overviewAssumptions, type StrongestNo} from "./marks.ts";
import {namesOf, type Names} from "./names.ts";
import {firstSuggestion, type Next} from "./next.ts";
import {whom} from "./next-document.ts";
import {gateLines, overviewGates, type OverviewGate} from "./overview-gates.ts";
import {goalLine, monthsChart, overviewGoal} from "./overview-goal.ts";
import {statusesChart} from "./overview-statuses.ts";
import type {ReportRequest} from "./request.ts";
import {stepsTable} from "./steps-table.ts";
import {changedLines} from "./thresholds.ts";
import {howWeKnow, statusTone, withoutCount} from "./wording.ts";
import {andMore, left} from "./columns.ts";
import {customerName, pageOf} from "./page.ts";

/** The state of things on one screen. */
export interface OverviewData extends Believed {
  last: Pick<LastData, "lastSpoke" | "lastMeaningful" | "lastWithoutSelling">;
  /** The gate that each concept comes to next, the nearest first. */
  gates: OverviewGate[];
  /** This month so far; null without a team. */
  goal: MonthGoals | null;
  /** Open steps, the longest overdue first. */
  steps: Step[];
  suggestion: Next | null;
}

/** Rows of a table before it is cut, unless everything is asked for. */
const most = {assumptions: 12, steps: 5};

/** Builds the data of `report overview`: who was heard last, the strongest no, what we believe, what we owe. */
export function overviewReport(request: ReportRequest): OverviewData {
  const {lastSpoke, lastMeaningful, lastWithoutSelling} = lastReport(request);
  const {strongestNo, assumptions, leapsOfFaith} = overviewAssumptions(request);
  const {conversations} = collectionAsOf(request.collection, request.asOf);
  return {
    last: {lastSpoke, lastMeaningful, lastWithoutSelling},
    gates: overviewGates(request),
    strongestNo,
    assumptions,
    leapsOfFaith,
    goal: overviewGoal(request),
    steps: openSteps(conversations, request.asOf),
    suggestion: firstSuggestion(request),
  };
}

/** `report overview`, the one screen for any day: the answer, the strongest no, then the beliefs. */
export function overviewDocument(data: OverviewData, request: ReportRequest): Document {
  const names = namesOf(request.collection);
  return {
    title: "Overview",
    blocks: [
      answerBlock(
        [
          ...lastHeadline(data.last, request),
          ...newerUnreadable(request, data.last.lastSpoke?.date ?? null),
          ...gateLines(data.gates, request),
          noLine(data.strongestNo, request),
        ],
        request,
      ),
      ...beliefs(data, names, request),
      ...thisMonth(data.goal, request),
      ...owed(data.steps, request),
      ...suggested(data.suggestion, request),
      footer(request, changedLines(request.collection.config)),
    ],
  };
}

function noLine(no: StrongestNo | null, request: ReportRequest): Spans {
  if (no === null) return ["Strongest no: nobody has spoken against anything yet."];
  const words: Span =
    no.quote === null ? (no.note ?? "said without a word noted,") : {role: "quote", text: no.quote};
  const page = pageOf(request);
  return [
    "Strongest no: ",
    words,
    " ",
    customerName(no.customer, page),
    ", ",
    {
      role: "file",
      kind: "conversation",
      file: page.conversationFile(no.conversation),
      text: howWeKnow(no.kind, "against", no.secondhand),
    },
    ".",
  ];
}

function beliefs(data: OverviewData, names: Names, request: ReportRequest): Block[] {
  const heading: Block = {
    block: "heading",
    level: 2,
    text: "What we believe",
    aside: ["each mark a customer, against | for: ", {role: "legend"}],
  };
  if (data.assumptions.length === 0) {
    const add: Spans = [
      "Nothing is written down yet that could be wrong:  ",
      {role: "command", text: "pm-talk assumption add"},
    ];
    return [
      {block: "heading", level: 2, text: "What we believe"},
      {block: "paragraph", text: add},
    ];
  }
  return [
    heading,
    beliefTable(data.assumptions, request),
    ...riskiest(data, names, request),
    {block: "only", on: "page", blocks: statusesChart(request)},
  ];
}

/** One line each where the screen allows: `report assumptions` prints the statements in full. */
function beliefTable(rows: BelievedRow[], request: ReportRequest): Table {
  const files = new Map(request.collection.assumptions.map((one) => [one.id, one.file]));
  const shown = request.all ? rows : rows.slice(0, most.assumptions);
  return {
    block: "table",
    columns: [
      left("against | for", 1),
      left("status", 1),
      {...left("belief", 1), cut: true},
      left("importance", 3),
    ],
    rows: shown.map((row) => [
      {role: "marks", against: row.against, for: row.for},
      {role: "status", text: withoutCount(row.label), tone: statusTone(row.status)},
      {
        role: "file",
        kind: "assumption",
        file: files.get(row.id) ?? null,
        text: row.statement ?? row.id,
      },
      row.importance ?? "",
    ]),
    more: andMore(rows.length - shown.length),
  };
}

/** The leap of faith that nobody tested stands out: nothing is known there, and it matters. */
function riskiest(data: OverviewData, names: Names, {collection}: ReportRequest): Block[] {
  const [first] = data.leapsOfFaith;
  if (first === undefined) return [];
  const row = data.assumptions.find((one) => one.id === first);
  const file = collection.assumptions.find(({id}) => id === first)?.file ?? null;
  const why =
    row?.status === "untested" ? "because nobody has tested it" : "because little is known of it";
  return [
    {
      block: "paragraph",
      text: [
        `Riskiest, ${why}: `,
        {role: "file", kind: "assumption", file, text: names.assumption(first)},
      ],
    },
  ];
}

function thisMonth(goal: MonthGoals | null, request: ReportRequest): Block[] {
  if (goal === null) return [];
  return [
    {block: "facts", facts: [{label: "This month", value: goalLine(goal, request)}]},
    {block: "only", on: "page", blocks: monthsChart(request)},
  ];
}

function owed(steps: Step[], request: ReportRequest): Block[] {
  if (steps.length === 0) return [];
  return [
    {block: "heading", level: 2, text: "Owed"},
    stepsTable("step", steps, pageOf(request), {most: most.steps}),
  ];
}

function suggested(next: Next | null, request: ReportRequest): Block[] {
  if (next === null) return [];
  const why = next.reasons[0]?.text ?? "";
  const more: Span = {role: "command", text: "pm-talk next"};
  const value: Spans = [whom(next, pageOf(request)), `, ${why}: `, more];
  return [{block: "facts", facts: [{label: "Next", value}]}];
}
