import {formatDay} from "../core/calendar.ts";
import {count} from "../core/text.ts";
import type {Concept} from "../notes/collection.ts";
import {type AssumptionRegister, statementSpan} from "./assumption-register.ts";
import type {ConceptData, ConceptCriterion} from "./concept-show.ts";
import {gateAge} from "./concepts.ts";
import {decisionsTable} from "./decisions.ts";
import type {Block, Document, Span, Spans} from "./document.ts";
import {answerBlock, footer} from "./footer.ts";
import type {ReportRequest} from "./request.ts";
import {lineSpans} from "./show-lines.ts";
import {statusTone, withoutCount} from "./wording.ts";
import {left} from "./columns.ts";
import {type Page, pageOf, talkDay} from "./page.ts";

/** One concept on a screen. */
export function conceptDocument(data: ConceptData, request: ReportRequest): Document {
  const {concept, row} = data;
  const page = pageOf(request);
  return {
    title: row.name,
    blocks: [
      answerBlock([lead(data, page)], request),
      ...(concept === null ? [noFile(row.id)] : facts(concept, page)),
      ...(concept === null ? [] : gates(concept)),
      ...criteria(data.criteria),
      ...beliefs(data.assumptions, page),
      ...(concept === null ? [] : lines(concept)),
      ...decisions(data, request),
      footer(request, []),
    ],
  };
}

function lead({row}: ConceptData, page: Page): Spans {
  const {nextGate, lastSpoke, conversations} = row;
  const gate =
    nextGate === null
      ? "no gate is planned"
      : `${nextGate.id} ${nextGate.name}`.trim() +
        `, ${gateAge(nextGate.inDays)} (${formatDay(nextGate.date)})`;
  const heard: Span[] =
    lastSpoke === null
      ? ["never spoken about with a customer"]
      : [`${count(conversations, "talk")}, the last on `, talkDay(lastSpoke, page)];
  return [
    {role: "file", kind: "concept", file: row.file, text: row.name},
    `${row.status === null ? "" : `, ${row.status}`}: ${gate}; `,
    ...heard,
    ".",
  ];
}

function noFile(id: string): Block {
  const text: Spans = [
    "No file declares it; only notes name it.  ",
    {role: "command", text: `pm-talk concept add --name ${id}`},
  ];
  return {block: "callout", tone: "warn", text};
}

function facts(concept: Concept, {names}: Page): Block[] {
  const given: [string, string | null][] = [
    ["summary", concept.summary],
    ["outcome", concept.outcome],
    ["owner", concept.owner === null ? null : names.member(concept.owner)],
    ["for", concept.segments.length === 0 ? null : concept.segments.join(", ")],
    ["return", concept.return],
    ["time", concept.time],
    ["cost", concept.cost],
    ["also called", concept.aliases.length === 0 ? null : concept.aliases.join(", ")],
  ];
  const stated = given.flatMap(([label, value]) => (value === null ? [] : [{label, value}]));
  return stated.length === 0 ? [] : [{block: "facts", facts: stated}];
}

function gates({id, gates: all}: Concept): Block[] {
  if (all.length === 0) return [];
  const text: Spans = ["Where it stands:  ", {role: "command", text: `pm-talk gate ${id}`}];
  return [
    {block: "heading", level: 2, text: "Gates"},
    {block: "list", items: all.map((gate) => lineSpans("gates", gate))},
    {block: "paragraph", text},
  ];
}

function criteria(all: readonly ConceptCriterion[]): Block[] {
  if (all.length === 0) return [];
  return [
    {block: "heading", level: 2, text: "What its gates ask"},
    {
      block: "table",
      columns: [left("Criterion", 1), left("Wanted", 1), left("Set", 2), left("Why", 3)],
      rows: all.map(({id, value, usual, setIn, why}): Spans[] => [
        id,
        wanted(value),
        setIn === null ? "default" : setHere(setIn, usual),
        why ?? "",
      ]),
      more: null,
    },
  ];
}

function wanted(value: number | boolean): string {
  return value === false ? "off" : value === true ? "yes" : String(value);
}

function setHere(file: string, usual: number | boolean): string {
  return `in ${file}${typeof usual === "number" ? ` (default ${String(usual)})` : ""}`;
}

function beliefs(rows: AssumptionRegister["assumptions"], {request}: Page): Block[] {
  if (rows.length === 0) return [];
  const files = new Map(request.collection.assumptions.map(({id, file}) => [id, file]));
  return [
    {block: "heading", level: 2, text: "What it rests on"},
    {
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
    },
  ];
}

function lines({claims, limitations}: Concept): Block[] {
  const section = (text: string, items: Spans[]): Block[] =>
    items.length === 0
      ? []
      : [
          {block: "heading", level: 2, text},
          {block: "list", items},
        ];
  return [
    ...section(
      "Claims",
      claims.map((claim) => lineSpans("claims", claim)),
    ),
    ...section(
      "Limitations",
      limitations.map((line) => lineSpans("limitations", line)),
    ),
  ];
}

function decisions({decisions: rows}: ConceptData, request: ReportRequest): Block[] {
  if (rows.length === 0) return [];
  return [
    {block: "heading", level: 2, text: count(rows.length, "decision")},
    decisionsTable(rows, request, {ofOneConcept: true}),
  ];
}
