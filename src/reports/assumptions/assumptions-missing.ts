import type {Blocker} from "../../analysis/status-blockers.ts";
import type {AssumptionData} from "./assumptions-data.ts";

/** What it needs to know of an assumption. */
export type Lacking = Pick<
  AssumptionData,
  "missing" | "blockers" | "state" | "status" | "pointsAgainst" | "witnessesFor"
>;

/**
 * What is missing before it is validated, without what goes without saying; null where nothing is, or
 * where nobody was asked and everything is.
 */
export function missingText(one: Lacking): string | null {
  const shown = one.missing.filter((_, index) => !goesWithoutSaying(one.blockers[index], one));
  return shown.length === 0 ? null : shown.join("; ");
}

/** Without any witness it is plain that none is a stranger or fresh; without a no, that more must speak for it. */
function goesWithoutSaying(blocker: Blocker | undefined, one: Lacking): boolean {
  const unreadable = blocker === "no-proof" && one.state === "unreadable";
  if (one.status === "untested" || one.status === "stale") return !unreadable;
  if (blocker === "belief") return one.pointsAgainst === 0 && one.blockers.length > 1;
  const needsWitness = blocker === "advocates-only" || blocker === "not-fresh";
  return needsWitness && one.witnessesFor === 0;
}
