import {collectionAsOf} from "../analysis/as-of.ts";
import {noFilters} from "../analysis/select.ts";
import {openSteps, type Step} from "../analysis/steps.ts";
import {formatAge} from "../core/calendar.ts";
import {foldId, idOfFile} from "../core/identity.ts";
import {count} from "../core/text.ts";
import type {Customer} from "../notes/collection.ts";
import type {Block, Document, Span, Spans, Table} from "./document.ts";
import {answerBlock, footer} from "./footer.ts";
import type {CustomerRow} from "./last/last-customers.ts";
import {lastReport} from "./last/last.ts";
import {type ListedConversation, listReport, listTable} from "./list.ts";
import {namesOf, type Names} from "./names.ts";
import type {ReportRequest} from "./request.ts";
import {stepsTable} from "./steps-table.ts";
import {pageOf, talkDay} from "./page.ts";
import {left, right} from "./columns.ts";
import {daySpan} from "./spans.ts";

/** The customers as a register, longest not heard first. */
export interface CustomerRegister {
  customers: CustomerRow[];
}

/** One customer: what the file says, our talks with them, and what is open between us. */
export interface CustomerData {
  customer: Customer;
  row: CustomerRow | null;
  conversations: ListedConversation[];
  steps: Step[];
}

/** The data of `customer list`: every customer with the last talk, as `last` counts them. */
export function customersReport(request: ReportRequest): CustomerRegister {
  return {customers: lastReport(request).customers};
}

/** The register as a table: name, last talk, segment, stage, people, talks. */
export function customersDocument(data: CustomerRegister, request: ReportRequest): Document {
  const none: Spans = [
    "No customers yet.  ",
    {role: "command", text: 'pm-talk customer add --name "Dune Health"'},
  ];
  return {
    title: "Customers",
    blocks: [
      answerBlock(
        [data.customers.length === 0 ? none : `${count(data.customers.length, "customer")}.`],
        request,
      ),
      ...(data.customers.length === 0 ? [] : [registerTable(data, request)]),
      footer(request, []),
    ],
  };
}

function registerTable({customers}: CustomerRegister, request: ReportRequest): Table {
  const files = new Map(request.collection.customers.map((one) => [one.id, one.file]));
  return {
    block: "table",
    columns: [
      left("Customer", 1),
      left("Last talk", 1),
      left("Segment", 2),
      left("Stage", 3),
      right("Talks", 3),
      left("Id", 1),
    ],
    rows: customers.map((row): Spans[] => [
      {role: "file", kind: "customer", file: files.get(row.id) ?? null, text: row.name},
      row.lastSpoke === null ? "never" : daySpan(row.lastSpoke.date),
      row.segment ?? "",
      row.stage ?? "",
      String(row.conversations),
      {role: "file", kind: "customer", file: files.get(row.id) ?? null, text: row.id},
    ]),
    more: null,
  };
}

/** Builds what is known of one customer. Throws when the id is none, which the caller has ruled out. */
export function customerReport(id: string, request: ReportRequest): CustomerData {
  const then = collectionAsOf(request.collection, request.asOf);
  const byId = (one: Customer): boolean => one.id === id;
  const customer = then.customers.find(byId) ?? request.collection.customers.find(byId);
  if (customer === undefined) throw new Error(`no customer ${id}`);
  const own: ReportRequest = {...request, filters: {...noFilters, customer: [id]}};
  const talks = then.conversations.filter((one) => one.customer === id);
  return {
    customer,
    row: lastReport(own).customers.find((row) => row.id === id) ?? null,
    conversations: listReport(own).conversations,
    steps: openSteps(talks, request.asOf),
  };
}

/** One customer on a screen. */
export function customerDocument(data: CustomerData, request: ReportRequest): Document {
  const names = namesOf(request.collection);
  const {customer, row} = data;
  const last = row?.lastSpoke ?? null;
  const heard: Span[] =
    last === null
      ? ["never spoken with"]
      : [`last talk ${formatAge(last.daysAgo)} (`, talkDay(last, pageOf(request)), ")"];
  const kind = [customer.segment, customer.stage, row?.relationship ?? null]
    .filter((word) => word !== null)
    .join(", ");
  return {
    title: customer.name,
    blocks: [
      answerBlock(
        [
          [
            {role: "file", kind: "customer", file: customer.file, text: customer.name},
            `${kind === "" ? "" : `, ${kind}`}: `,
            ...heard,
            ".",
          ],
        ],
        request,
      ),
      ...facts(customer, names, request),
      ...people(customer),
      ...open(data.steps, request),
      ...talksOf(data, request),
      footer(request, []),
    ],
  };
}

function facts(customer: Customer, names: Names, request: ReportRequest): Block[] {
  const given: [string, string | null][] = [
    ["also called", customer.aliases.length === 0 ? null : customer.aliases.join(", ")],
    ["owner", customer.owner === null ? null : names.member(customer.owner)],
    ["wanted every", customer.cadence === null ? null : count(customer.cadence, "day")],
    [
      "contact",
      customer.contactable === null
        ? null
        : [customer.contactable, customer.reason].filter(Boolean).join(": "),
    ],
    ["introduced by", customer.introduced],
    ["came through", customer.source],
    ["file", customer.file === null ? noFile(customer, request) : null],
  ];
  const stated = given.flatMap(([label, value]) => (value === null ? [] : [{label, value}]));
  return stated.length === 0 ? [] : [{block: "facts", facts: stated}];
}

/** Why no file says more: it is still to be written, or to be mended. */
function noFile({id}: Customer, {collection}: ReportRequest): string {
  const unread = collection.leftOut.find(
    ({kind, file}) => kind === "customer" && foldId(idOfFile(file)) === foldId(id),
  );
  return unread === undefined
    ? "none yet: only notes name them"
    : `${unread.file} cannot be read: pm-talk check ${unread.file}`;
}

function people({people: persons}: Customer): Block[] {
  if (persons.length === 0) return [];
  const items = persons.map((person): Spans => {
    const what = [
      person.role,
      person.relationship,
      person.left === null ? null : `left ${person.left}`,
    ]
      .filter((word) => word !== null)
      .join(", ");
    const title = person.title === null ? "" : `, ${person.title}`;
    return [
      `${person.name}${title}${what === "" ? "" : ` (${what})`}  `,
      {role: "id", text: person.id},
    ];
  });
  return [
    {block: "heading", level: 2, text: "People"},
    {block: "list", items},
  ];
}

function open(steps: Step[], request: ReportRequest): Block[] {
  if (steps.length === 0) return [];
  return [
    {block: "heading", level: 2, text: "Open"},
    stepsTable("step", steps, pageOf(request), {ofOneCustomer: true}),
  ];
}

function talksOf({conversations}: CustomerData, request: ReportRequest): Block[] {
  if (conversations.length === 0) return [];
  return [
    {block: "heading", level: 2, text: count(conversations.length, "conversation")},
    listTable(conversations, request, {ofOneCustomer: true}),
  ];
}
