import type {CalendarDate} from "../core/calendar.ts";
import {compareText, foldName} from "../core/text.ts";
import type {Collection, Customer} from "../notes/collection.ts";
import {mayBeAsked, nextFacts, type NextFacts, type NextScope, stepsDue} from "./next-facts.ts";
import {reasonsFor, urgency} from "./next-reasons.ts";
import {emptySegments} from "./next-segments.ts";
import {includes, suggest, type Suggestion} from "./next-suggestion.ts";

/** Nobody is asked again within so many days, unless we owe them something. */
const rest = 14;

/**
 * Who to talk to next, the best reason first: what we owe, who is missing, who is overdue, who would
 * contradict, who is warm, who is unknown. Then those whom we have not spoken to for the longest, then by
 * name. Who may not be contacted is left out, and who was spoken to in the last 14 days unless a step of ours
 * is due.
 */
export function whoToTalkTo(whole: Collection, asOf: CalendarDate, scope: NextScope): Suggestion[] {
  const facts = nextFacts(whole, asOf, scope);
  const customers = facts.collection.customers.filter((one) => isInScope(one, facts));
  const suggestions = customers
    .filter((one) => mayBeAskedNow(one, facts))
    .flatMap((customer) => {
      const reasons = reasonsFor(customer, facts);
      return reasons.length === 0 ? [] : [suggest(customer, reasons, facts)];
    });
  return [...suggestions, ...emptySegments(facts)].sort(compare);
}

/**
 * The first few suggestions. When all of them are advocates and somebody else is to be had, the last one gives
 * way: only friends would say only friendly things.
 */
export function firstOf(suggestions: readonly Suggestion[], n: number): Suggestion[] {
  const first = suggestions.slice(0, n);
  const stranger = suggestions.slice(n).find((one) => one.customer !== null && !one.advocate);
  const friendsOnly = !first.some((one) => one.customer !== null && !one.advocate);
  const last = first.findLastIndex(({advocate}) => advocate);
  if (stranger === undefined || !friendsOnly || last === -1) return first;
  return [...first.slice(0, last), ...first.slice(last + 1), stranger];
}

function mayBeAskedNow(customer: Customer, facts: NextFacts): boolean {
  if (!mayBeAsked(customer)) return false;
  const since = facts.daysSince.get(customer.id);
  return since === undefined || since > rest || stepsDue(facts, customer.id).length > 0;
}

/** With concepts asked for, customers of the segments that these are for. */
function isInScope({segment}: Customer, {collection, scope}: NextFacts): boolean {
  const asked = [scope.segments, segmentsOf(collection, scope.concepts)];
  return asked.every((segments) => segments.length === 0 || includes(segments, segment));
}

function segmentsOf({concepts}: Collection, ids: readonly string[]): string[] {
  const asked = concepts.filter(({id}) => ids.includes(id));
  return asked.some(({segments}) => segments.length === 0)
    ? []
    : asked.flatMap(({segments}) => segments);
}

function compare(a: Suggestion, b: Suggestion): number {
  const [first, second] = [a.reasons[0], b.reasons[0]];
  if (first === undefined || second === undefined) return 0;
  return (
    first.rank - second.rank ||
    compareUrgency(urgency(first), urgency(second)) ||
    Number(a.customer === null) - Number(b.customer === null) ||
    (b.daysSince ?? Number.MAX_SAFE_INTEGER) - (a.daysSince ?? Number.MAX_SAFE_INTEGER) ||
    compareText(nameOf(a), nameOf(b)) ||
    compareText(a.customer?.id ?? "", b.customer?.id ?? "")
  );
}

function compareUrgency(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return compareText(String(a), String(b));
}

function nameOf({customer, segment}: Suggestion): string {
  return foldName(customer?.name ?? segment ?? "");
}
