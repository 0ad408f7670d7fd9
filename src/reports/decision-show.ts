import {collectionAsOf} from "../analysis/as-of.ts";
import {formatDay} from "../core/calendar.ts";
import {shortId} from "../core/identity.ts";
import {count} from "../core/text.ts";
import type {Collection} from "../notes/collection.ts";
import {dayOf, typeOf} from "./decisions.ts";
import {decisionRows, type DecisionRow} from "./decisions-data.ts";
import type {Block, Document, Span, Spans} from "./document.ts";
import {answerBlock, footer} from "./footer.ts";
import type {ReportRequest} from "./request.ts";
import {customerName, customerNames, type Page, pageOf} from "./page.ts";

/** One decision: on what it rests, what became of it, and who knows. */
export interface DecisionData {
  decision: DecisionRow;
}

/** What is known of one decision; null where it does not exist on the day. */
export function decisionReport(id: string, request: ReportRequest): DecisionData | null {
  const then = collectionAsOf(request.collection, request.asOf);
  const [decision] = decisionRows(
    then.decisions.filter((one) => one.id === id),
    then,
  );
  return decision === undefined ? null : {decision};
}

/** One decision on a screen. */
export function decisionDocument({decision}: DecisionData, request: ReportRequest): Document {
  const page = pageOf(request);
  return {
    title: decision.title ?? decision.id,
    blocks: [
      answerBlock([lead(decision, page)], request),
      {block: "facts", facts: facts(decision, page)},
      ...because(decision, page),
      ...told(decision, page),
      footer(request, []),
    ],
  };
}

function lead({title, id, file, date, by, status}: DecisionRow, {names}: Page): Spans {
  const who = by.length === 0 ? "" : ` by ${names.members(by)}`;
  return [
    {role: "file", kind: "decision", file, text: title ?? id},
    status === "proposed" ? ", proposed " : ", decided ",
    dayOf(date),
    `${who}.`,
  ];
}

function facts(decision: DecisionRow, {names, request}: Page): {label: string; value: Spans}[] {
  const {collection} = request;
  const {concept, gate, status, type, replaces, replacedBy, assumptions} = decision;
  const about = [concept === null ? null : names.concept(concept), gate].filter(
    (one) => one !== null,
  );
  const given: [string, Spans | null][] = [
    ["status", status],
    ["kind", type === null ? null : typeOf(type)],
    ["about", about.length === 0 ? null : about.join(", ")],
    ["changes", decision.change],
    ["challenged", decision.challenge],
    ["beliefs", assumptions.length === 0 ? null : assumptionSpans(assumptions, collection)],
    ["takes back", replaces === null ? null : other(replaces, collection)],
    ["taken back", replacedBy[0] === undefined ? null : other(replacedBy[0], collection)],
    ["id", {role: "id", text: decision.id}],
  ];
  return given.flatMap(([label, value]) => (value === null ? [] : [{label, value}]));
}

function assumptionSpans(ids: readonly string[], {assumptions}: Collection): Span[] {
  const files = new Map(assumptions.map(({id, file}) => [id, file]));
  return ids.flatMap((id, at): Span[] => [
    ...(at === 0 ? [] : [", "]),
    {role: "file", kind: "assumption", file: files.get(id) ?? null, text: id},
  ]);
}

function other(id: string, {decisions}: Collection): Spans {
  const found = decisions.find((one) => one.id === id);
  const file = found?.file ?? null;
  return [
    ...(found?.title == null
      ? []
      : [{role: "file" as const, kind: "decision" as const, file, text: found.title}, "  "]),
    {role: "file", kind: "decision", file, text: shortId(id)},
  ];
}

function because({because: rows}: DecisionRow, page: Page): Block[] {
  if (rows.length === 0)
    return [{block: "callout", tone: "neutral", text: "It rests on no talk with a customer."}];
  const items = rows.map(({conversation, customer, date, what}): Spans => {
    const file = page.conversationFile(conversation);
    const said = what === null ? "" : `: ${what}`;
    if (customer === null || date === null) return `${conversation} (there is no such talk)${said}`;
    return [
      {role: "file", kind: "conversation", file, text: formatDay(date)},
      " ",
      customerName(customer, page),
      `${said}  `,
      {role: "id", text: shortId(conversation)},
    ];
  });
  return [
    {block: "heading", level: 2, text: `Because of ${count(rows.length, "talk")}`},
    {block: "list", items},
  ];
}

function told({id, told: lines, notTold}: DecisionRow, page: Page): Block[] {
  const items = lines.map(({customer, date}): Spans => [
    customerName(customer, page),
    ", ",
    dayOf(date),
  ]);
  const missing: Spans = [
    "Not told yet: ",
    ...customerNames(notTold, page),
    ".  ",
    {role: "command", text: `pm-talk decision told ${shortId(id)} ${notTold[0] ?? ""}`},
  ];
  return [
    ...(items.length === 0
      ? []
      : ([
          {block: "heading", level: 2, text: "Told"},
          {block: "list", items},
        ] as const)),
    ...(notTold.length === 0 ? [] : ([{block: "paragraph", text: missing}] as const)),
  ];
}
