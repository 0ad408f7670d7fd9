import type {Band} from "../analysis/spoken.ts";
import {count} from "../core/text.ts";
import type {Block, Document, Span, Spans, Table} from "./document.ts";
import {footer, leftOut} from "./footer.ts";
import {lastHeadline, newerUnreadable} from "./last-answer.ts";
import type {LastData} from "./last-data.ts";
import {nextAction} from "./last-next.ts";
import {customerName, pageOf, talkDay, type Page} from "./last-table.ts";
import {customersTable, membersTable, stepsTable} from "./last-tables.ts";
import type {ReportRequest} from "./request.ts";

/** `report last`: the answer, then members, customers, segments, leaders, bands and what is overdue. */
export function lastDocument(data: LastData, request: ReportRequest): Document {
  const page = pageOf(request);
  return {
    title: "Last customer conversation",
    blocks: [
      {block: "answer", lines: answer(data, request)},
      ...leftOut(request),
      ...unlessEmpty(membersTable(data.members, page)),
      ...unlessEmpty(customersTable(data.customers, page)),
      ...summary(data, page),
      ...unlessEmpty(stepsTable(data, page)),
      footer(request, thresholds(request)),
    ],
  };
}

function answer(data: LastData, request: ReportRequest): Spans[] {
  return [
    ...lastHeadline(data, request),
    ...newerUnreadable(request, data.lastSpoke?.date ?? null),
    ...nextAction(data, request),
  ];
}

function unlessEmpty(table: Table): Block[] {
  return table.rows.length === 0 ? [] : [table];
}

function summary(data: LastData, page: Page): Block[] {
  const leaders = data.members.filter(({level}) => level === "leader");
  const facts = [
    {label: "Segments", value: joined(data.segments.map((row) => segmentFact(row, page)))},
    {
      label: "Leaders",
      value: joined(
        leaders.map(({handle, lastSpoke}): Span[] => {
          const name = `${page.names.member(handle)} `;
          if (lastSpoke === null) return [name, "never"];
          const listened = lastSpoke.observers.includes(handle) ? ", listened" : "";
          const customer = customerName(lastSpoke.customer, page);
          return [name, talkDay(lastSpoke, page), " (", customer, `${listened})`];
        }),
      ),
    },
    {label: "Customers", value: data.customers.length === 0 ? [] : bandsInWords(data.bands)},
  ];
  const told = facts.filter(({value}) => value.length > 0);
  return told.length === 0 ? [] : [{block: "facts", facts: told}];
}

function segmentFact({segment, lastSpoke}: LastData["segments"][number], page: Page): Span[] {
  return [`${segment} `, talkDay(lastSpoke, page)];
}

function bandsInWords(bands: Record<Band, number>): string {
  return [
    `${String(bands.last7)} in the last 7 days`,
    `${String(bands.recent)} up to 30 days ago`,
    `${String(bands.fading)} up to 90 days`,
    `${String(bands.cold)} longer ago`,
    `${String(bands.never)} never`,
  ].join(" · ");
}

function joined(parts: Span[][]): Span[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [" · ", ...part]));
}

/** What "spoken" and "meaningful" mean in the figures above. */
function thresholds({collection}: ReportRequest): string[] {
  const {minutes, words, talk} = collection.config.meaningful;
  return [
    "Spoken: held, live, at first hand, one of us there. Surveys and e-mails are not.",
    `Meaningful: ${count(minutes, "minute")} or unknown, something learned, a quote or ${count(words, "word")}; ` +
      `selling: we spoke at most ${String(Math.round(talk * 100))} % of the time.`,
  ];
}
