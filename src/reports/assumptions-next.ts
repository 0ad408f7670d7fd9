import {count} from "../core/text.ts";
import type {EvidenceThresholds} from "../notes/config.ts";
import type {AssumptionStatus} from "../notes/vocabulary.ts";
import type {AssumptionData} from "./assumptions-data.ts";
import {statusWord} from "./wording.ts";

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
      return leaning("at least 0.60", one.belief >= 0.6, one.customersFor, "for", one);
    case "leaning-invalid":
      return leaning("at most 0.35", one.belief <= 0.35, one.customersAgainst, "against", one);
    case "validated":
      return one.missing.map((sentence, index) =>
        withFigures(sentence, one.blockers[index], one, thresholds),
      );
    case "invalidated":
      return denial(one, thresholds);
  }
}

function leaning(
  bound: string,
  reached: boolean,
  customers: number,
  side: string,
  one: AssumptionData,
): string[] {
  const needs = [];
  if (one.status === "contested") needs.push("more on one side than on the other");
  if (!reached) needs.push(`a belief of ${bound}, now ${one.belief.toFixed(3)}`);
  if (customers < 2) needs.push(`2 customers ${side}, now ${String(customers)}`);
  return needs;
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
