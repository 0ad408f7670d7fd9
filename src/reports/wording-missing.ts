import type {Assessment} from "../analysis/assess.ts";
import type {Blocker} from "../analysis/status-blockers.ts";
import {count, listWithAnd} from "../core/text.ts";
import type {Assumption} from "../notes/collection.ts";
import type {EvidenceThresholds} from "../notes/config.ts";

/** What is missing before an assumption is validated: one sentence for each blocker, in their order. */
export function missingSentences(
  assumption: Pick<Assumption, "type" | "state">,
  assessment: Assessment,
  thresholds: EvidenceThresholds,
): string[] {
  const sentences: Record<Blocker, () => string> = {
    belief: () => missingBelief(assessment),
    customers: () => missingWitnesses(thresholds.customers - assessment.witnessesFor),
    "no-proof": () => missingProof(assumption),
    "advocates-only": () => "somebody who is not already a fan",
    "not-fresh": () => `something told or seen in the last ${count(thresholds.fresh, "day")}`,
    segments: () => missingIn(assessment),
  };
  return assessment.blockers.map((blocker) => sentences[blocker]());
}

function missingBelief({pointsFor, pointsAgainst}: Assessment): string {
  if (pointsAgainst === 0) return "not enough speaks for it";
  if (pointsAgainst === pointsFor) return "the noes weigh as much as the yeses";
  return pointsAgainst > pointsFor ? "the noes outweigh the yeses" : "the noes weigh too much";
}

/** Nobody asked there is one thing, nobody there who spoke for it another. */
function missingIn({missingSegments, beliefBySegment}: Assessment): string {
  const heard = missingSegments.filter((segment) => beliefBySegment.has(segment));
  const unheard = missingSegments.filter((segment) => !beliefBySegment.has(segment));
  return [
    ...(unheard.length === 0 ? [] : [`nobody in ${listWithAnd(unheard)}`]),
    ...(heard.length === 0 ? [] : [`nobody who stands for it in ${listWithAnd(heard)}`]),
  ].join(", ");
}

function missingWitnesses(wanting: number): string {
  return `${count(wanting, "more customer")} with more than an opinion`;
}

function missingProof({type, state}: Pick<Assumption, "type" | "state">): string {
  if (state === "unreadable") return "its file cannot be read, or states no valid type";
  if (type === "viability") return "somebody who paid or signed, not only said it";
  if (type === "usability") return "somebody whom we saw do it";
  return "somebody who did something, not only said it";
}
