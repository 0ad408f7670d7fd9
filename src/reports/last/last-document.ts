import type {Band} from "../../analysis/spoken.ts";
import type {Block, Document, Span, Spans, Table} from "../document.ts";
import {answerBlock, footer} from "../footer.ts";
import {lastHeadline, newerUnreadable} from "./last-answer.ts";
import type {LastData} from "./last-data.ts";
import {nextAction} from "./last-next.ts";
import {notCountedTable} from "./last-not-counted.ts";
import {customersTable, membersTable} from "./last-tables.ts";
import type {ReportRequest} from "../request.ts";
import {stepsTable} from "../steps-table.ts";
import {talkLines} from "../thresholds.ts";
import {andMore} from "../columns.ts";
import {noDay, type Page, customerName, pageOf, talkDay} from "../page.ts";

/** Customers that a line names before it says how many more there are. */
const firstOfFew = 8;

/** `report last`: the answer, then members, customers, segments, leaders, bands and what is overdue. */
export function lastDocument(data: LastData, request: ReportRequest): Document {
  const page = pageOf(request);
  return {
    title: "Last customer conversation",
    blocks: [
      answerBlock(answer(data, request), request),
      ...unlessEmpty(membersTable(data.members, page)),
      ...unlessEmpty(customersTable(data.customers, page)),
      ...summary(data, page),
      ...unlessEmpty(stepsTable("Overdue", data.steps, page)),
      ...(request.explain ? unlessEmpty(notCountedTable(data.notCounted, page)) : []),
      footer(request, talkLines(request.collection.config)),
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
          if (lastSpoke === null) return [name, noDay(page.request.filters)];
          const listened = lastSpoke.observers.includes(handle) ? ", listened" : "";
          const customer = customerName(lastSpoke.customer, page);
          return [name, talkDay(lastSpoke, page), " (", customer, `${listened})`];
        }),
      ),
    },
    {label: "Customers", value: data.customers.length === 0 ? [] : bandsInWords(data.bands, page)},
    {label: "1 contact", value: hangingOn(1, data, page)},
    {label: "No contact", value: hangingOn(0, data, page)},
  ];
  const told = facts.filter(({value}) => value.length > 0);
  return told.length === 0 ? [] : [{block: "facts", facts: told}];
}

function segmentFact({segment, lastSpoke}: LastData["segments"][number], page: Page): Span[] {
  return [`${segment} `, talkDay(lastSpoke, page)];
}

/** Bands with nobody in them are left out; one of them has somebody. */
function bandsInWords(bands: Record<Band, number>, {request}: Page): string {
  const words: [number, string][] = [
    [bands.last7, "within 7 days"],
    [bands.recent, "within 30 days"],
    [bands.fading, "within 90 days"],
    [bands.cold, "longer ago"],
    [bands.never, noDay(request.filters)],
  ];
  return words
    .filter(([customers]) => customers > 0)
    .map(([customers, band]) => `${String(customers)} ${band}`)
    .join(" · ");
}

/** Customers of whom we know so many people: with the only one of theirs we would lose the customer. */
function hangingOn(contacts: number, {customers}: LastData, page: Page): Span[] {
  const few = customers.filter(({contactsKnown}) => contactsKnown === contacts);
  const shown = page.request.all ? few : few.slice(0, firstOfFew);
  const more = andMore(few.length - shown.length);
  return [
    ...joined(shown.map(({id}) => [customerName(id, page)])),
    ...(more === null ? [] : [` ${more}`]),
  ];
}

function joined(parts: Span[][]): Span[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [" · ", ...part]));
}
