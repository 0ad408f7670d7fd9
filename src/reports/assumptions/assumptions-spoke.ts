import {count, listWithAnd} from "../../core/text.ts";
import type {AssumptionData} from "./assumptions-data.ts";
import type {AssumptionsView} from "./assumptions-view.ts";

/** Who spoke on which side; where nothing counts, why not. */
export function whoSpoke(one: AssumptionData, view: AssumptionsView): string[] {
  if (one.pointsFor + one.pointsAgainst === 0) return [nothingCounts(one, view)];
  return [whoHeard(one), ...(one.flags.includes("segment-split") ? ["split by segment"] : [])];
}

function whoHeard({customers, customersAgainst, customersFor}: AssumptionData): string {
  if (customers === 0) return "second-hand only";
  if (customersAgainst === 0) return `nobody against, ${String(customersFor)} for`;
  return `${count(customersAgainst, "customer")} against, ${String(customersFor)} for`;
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
