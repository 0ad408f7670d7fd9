import type {Side} from "../../analysis/evidence.ts";
import {count} from "../../core/text.ts";
import type {EvidenceThresholds} from "../../notes/config.ts";
import type {AssumptionStatus} from "../../notes/vocabulary.ts";
import type {AssumptionData} from "./assumptions-data.ts";
import {statusWord} from "../wording.ts";

/** What an assumption lacks before it has another status, with the figures it has now. */
export interface NextStatus {
  status: string;
  needs: string;
}

/** The statuses that more evidence may lead to next, nearest first; none where it is validated. */
export function explainNext(one: AssumptionData, thresholds: EvidenceThresholds): NextStatus[] {
  return reachable(one.status).map((status) => ({
    status: statusWord(status),
    needs: needsOf(status, one, thresholds).join("; "),
  }));
}

type Goal = "leaning-valid" | "leaning-invalid" | "validated" | "invalidated";

function reachable(status: AssumptionStatus): Goal[] {
  switch (status) {
    case "untested":
    case "stale":
    case "inconclusive":
    case "contested":
      return ["leaning-valid", "leaning-invalid", "validated"];
    case "leaning-invalid":
      return ["invalidated", "validated"];
    case "leaning-valid":
    case "invalidated":
      return ["validated"];
    case "validated":
      return [];
  }
}

function needsOf(status: Goal, one: AssumptionData, thresholds: EvidenceThresholds): string[] {
  switch (status) {
    case "leaning-valid":
      return [...beliefUp(one), ...customersOn("for", one.customersFor)];
    case "leaning-invalid":
      return [...beliefDown(one), ...customersOn("against", one.customersAgainst)];
    case "validated":
      return one.missing.map((sentence, index) =>
        withFigures(sentence, one.blockers[index], one, thresholds),
      );
    case "invalidated":
      return denial(one, thresholds);
  }
}

/** While both sides weigh enough to contest it, the belief has to leave the middle first. */
function beliefUp({status, belief}: AssumptionData): string[] {
  const now = `now ${belief.toFixed(3)}`;
  if (status === "contested") return [`a belief above 0.65, ${now}`];
  return belief >= 0.6 ? [] : [`a belief of at least 0.60, ${now}`];
}

function beliefDown({status, belief}: AssumptionData): string[] {
  const now = `now ${belief.toFixed(3)}`;
  if (status === "contested") return [`a belief below 0.35, ${now}`];
  return belief <= 0.35 ? [] : [`a belief of at most 0.35, ${now}`];
}

function customersOn(side: Side, customers: number): string[] {
  return customers >= 2 ? [] : [`2 customers ${side}, now ${String(customers)}`];
}

function denial(one: AssumptionData, thresholds: EvidenceThresholds): string[] {
  const needs = [];
  if (one.belief > thresholds.disbelieve) {
    needs.push(
      `a belief of at most ${thresholds.disbelieve.toFixed(2)}, now ${one.belief.toFixed(3)}`,
    );
  }
  if (one.witnessesAgainst < thresholds.against) {
    const now = String(one.witnessesAgainst);
    needs.push(
      `${count(thresholds.against, "customer")} against with more than an opinion, now ${now}`,
    );
  }
  if (needs.length === 0)
    needs.push(`one against told or seen in the last ${count(thresholds.fresh, "day")}`);
  return needs;
}

function withFigures(
  sentence: string,
  blocker: string | undefined,
  one: AssumptionData,
  thresholds: EvidenceThresholds,
): string {
  if (blocker === "belief") {
    return `${sentence} (belief ${one.belief.toFixed(3)} of ${thresholds.believe.toFixed(2)})`;
  }
  if (blocker === "customers") {
    return `${sentence} (${String(one.witnessesFor)} of ${String(thresholds.customers)})`;
  }
  return sentence;
}
