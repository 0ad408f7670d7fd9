import {count} from "../core/text.ts";
import type {AssumptionData} from "./assumptions-data.ts";
import type {AssumptionsView} from "./assumptions-view.ts";
import {listWithAnd} from "./names.ts";

/** Who spoke on which side; where nothing counts, why not. */
export function whoSpoke(one: AssumptionData, view: AssumptionsView): string[] {
  if (one.pointsFor + one.pointsAgainst === 0) return [nothingCounts(one, view)];
  const heard =
    one.customers === 0
      ? "second-hand only"
      : `${count(one.customersAgainst, "customer")} against, ${String(one.customersFor)} for`;
  return [heard, ...(one.flags.includes("segment-split") ? ["split by segment"] : [])];
}

function nothingCounts(one: AssumptionData, view: AssumptionsView): string {
  if (one.status === "stale") {
    const reset = one.evidence.some((row) => row.reason === "reset");
    if (reset && one.reset !== null) return `nothing heard since it changed on ${one.reset}`;
    return `nothing heard in the last ${count(view.thresholds.expired, "day")}`;
  }
  const polite = one.evidence.filter((row) => row.reason !== "not-held");
  if (polite.length === 0) return "nobody asked yet";
  const customers = [...new Set(polite.map((row) => row.customer))];
  const who =
    customers.length > 3
      ? count(customers.length, "customer")
      : listWithAnd(customers.map((id) => view.names.customer(id)));
  const were = customers.length === 1 ? "was" : "were";
  const praise = polite.some((row) => row.reason === "compliment");
  return praise
    ? `${who} ${were} polite about it; that is not evidence`
    : `${who} said what they would do; that is not evidence`;
}
