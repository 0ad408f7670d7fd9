import {overdueSteps} from "../../analysis/steps.ts";
import {count} from "../../core/text.ts";
import type {Customer} from "../../notes/collection.ts";
import type {Spans} from "../document.ts";
import type {CustomerRow} from "./last-customers.ts";
import type {LastData} from "./last-data.ts";
import {namesOf} from "../names.ts";
import type {ReportRequest} from "../request.ts";

/** Days after which a relationship is cold. */
const cold = 90;

/** Warmest first: who is glad to be asked is asked first. */
const warmth: (string | null)[] = ["advocate", "warm", "neutral", null, "cold", "strained"];

/**
 * One thing to do when the last talk is cold or never was: keep what we owe, else whom to ask, else how to
 * note the first. No line when we spoke lately.
 */
export function nextAction(data: LastData, request: ReportRequest): Spans[] {
  const {lastSpoke} = data;
  if (lastSpoke !== null && lastSpoke.daysAgo <= cold) return [];
  const reachable = reachableRows(data, request);
  return [owed(request, reachable) ?? whomToAsk(request, reachable) ?? noteIt(request)];
}

/** Rows of customers who may be contacted, warmest first, then as `report last` lists them. */
function reachableRows(data: LastData, {collection}: ReportRequest): CustomerRow[] {
  const customers = new Map<string, Customer>(collection.customers.map((one) => [one.id, one]));
  return data.customers
    .filter(({id}) => !["no", "pause"].includes(customers.get(id)?.contactable ?? "yes"))
    .sort((a, b) => warmth.indexOf(a.relationship) - warmth.indexOf(b.relationship));
}

/** An overdue step of ours, or of whom the question is about, is the best reason to call. */
function owed(
  {collection, asOf, filters: {by}}: ReportRequest,
  reachable: readonly CustomerRow[],
): Spans | null {
  const names = namesOf(collection);
  const listed = new Set(reachable.map(({id}) => id));
  const theirs = collection.conversations.filter(({customer}) => listed.has(customer));
  const step = overdueSteps(theirs, asOf).find(
    ({who}) => who !== "them" && (by.length === 0 || by.includes(who)),
  );
  if (step === undefined) return null;
  const talk = theirs.find(({id, also}) => [id, ...also].includes(step.conversation));
  return [
    `Owed to ${names.customer(talk?.customer ?? "")}:  ${step.what}, ${names.member(step.who)}, `,
    `${count(step.overdueDays ?? 0, "day")} late`,
  ];
}

/** Of a customer one asks about, only they themselves could tell. */
function whomToAsk({filters}: ReportRequest, reachable: readonly CustomerRow[]): Spans | null {
  const {customer, contact} = filters;
  if (reachable.length === 0 || customer.length + contact.length > 0) return null;
  const named = reachable.slice(0, 3).map(({name}) => name);
  return [`Who could tell us:  ${named.join(", ")}`];
}

function noteIt({filters}: ReportRequest): Spans {
  if (filters.segment.length > 0) {
    return ["No customer there yet:  ", {role: "command", text: "pm-talk customer add"}];
  }
  return ["After a call:  ", {role: "command", text: "pm-talk log"}];
}
