import type {NotCounted} from "../../analysis/evidence.ts";
import {count} from "../../core/text.ts";
import type {AssumptionData, EvidenceData} from "./assumptions-data.ts";
import {type AssumptionsView} from "./assumptions-view.ts";
import type {Span, Spans} from "../document.ts";
import {whyNot} from "../wording.ts";
import {daySpan, joined} from "../spans.ts";

/** Lines that did not count: praise and the like by customer; further lines of one voice by number. */
export function leftOutFact(one: AssumptionData, view: AssumptionsView): Spans | null {
  const groups = byReasonAndCustomer(one.evidence);
  const parts = [...groups].map(([reason, customers]): Span[] => [
    ...joined(
      [...customers.values()].map((rows) => namedRows(rows, customers.size, view)),
      ", ",
    ),
    `: ${whyNot(reason)}`,
  ]);
  const further = one.evidence.filter((row) => row.reason === "one-per-customer").length;
  if (further > 0) parts.push([`${count(further, "further line")} of customers who count already`]);
  return parts.length === 0 ? null : joined(parts, "; ");
}

type Groups = Map<NotCounted, Map<string, EvidenceData[]>>;

function byReasonAndCustomer(rows: readonly EvidenceData[]): Groups {
  const groups: Groups = new Map();
  for (const row of rows) {
    if (row.reason === null || row.reason === "one-per-customer") continue;
    const customers = groups.get(row.reason) ?? new Map<string, EvidenceData[]>();
    groups.set(row.reason, customers);
    const theirs = customers.get(row.customer);
    if (theirs === undefined) customers.set(row.customer, [row]);
    else theirs.push(row);
  }
  return groups;
}

/** "Corvid, Wed 2026-11-11"; in a list "Corvid (2026-11-11)". Of several lines the newest day and their number. */
function namedRows(rows: readonly EvidenceData[], listed: number, view: AssumptionsView): Span[] {
  const newest = rows.at(-1);
  if (newest === undefined) return [];
  const {customer, date} = newest;
  const times = rows.length === 1 ? "" : `, ${count(rows.length, "line")}`;
  if (listed === 1) return [view.customer(customer), ", ", daySpan(date), times];
  return [view.customer(customer), " (", {role: "date", date, text: date}, times, ")"];
}
