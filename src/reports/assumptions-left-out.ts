import type {NotCounted} from "../analysis/evidence.ts";
import {count} from "../core/text.ts";
import type {AssumptionData, EvidenceData} from "./assumptions-data.ts";
import {daySpan, joined, type AssumptionsView} from "./assumptions-view.ts";
import type {Span, Spans} from "./document.ts";
import {whyNot} from "./wording.ts";

/** Lines that did not count: praise and the like by customer; further lines of one voice by number. */
export function leftOutFact(one: AssumptionData, view: AssumptionsView): Spans | null {
  const parts: Span[][] = [];
  const further = one.evidence.filter((row) => row.reason === "one-per-customer");
  for (const [reason, customers] of byReasonAndCustomer(one.evidence)) {
    for (const rows of customers.values()) parts.push(namedRows(rows, reason, view));
  }
  if (further.length > 0) {
    parts.push([`${count(further.length, "further line")} of customers who count already`]);
  }
  return parts.length === 0 ? null : joined(parts, "; ");
}

type Named = Exclude<NotCounted, "one-per-customer">;

function byReasonAndCustomer(
  rows: readonly EvidenceData[],
): Map<Named, Map<string, EvidenceData[]>> {
  const groups = new Map<Named, Map<string, EvidenceData[]>>();
  for (const row of rows) {
    if (row.reason === null || row.reason === "one-per-customer") continue;
    const customers = groups.get(row.reason) ?? new Map<string, EvidenceData[]>();
    groups.set(row.reason, customers);
    customers.set(row.customer, [...(customers.get(row.customer) ?? []), row]);
  }
  return groups;
}

/** "Corvid, Wed 2026-11-11: praise"; of several lines the newest day and their number. */
function namedRows(rows: readonly EvidenceData[], reason: Named, view: AssumptionsView): Span[] {
  const newest = rows.at(-1);
  if (newest === undefined) return [];
  const times = rows.length === 1 ? "" : ` (${count(rows.length, "line")})`;
  return [
    view.customer(newest.customer),
    ", ",
    daySpan(newest.date),
    `: ${whyNot(reason)}${times}`,
  ];
}
