import type {EvidenceThresholds} from "../notes/config.ts";
import {evidenceKinds, type AssumptionType, type EvidenceKind} from "../notes/vocabulary.ts";
import type {Subject} from "./evidence.ts";
import {isDoEvidence} from "./points.ts";
import type {Tally} from "./status-tally.ts";

/** The conditions of validated, in the order in which they are listed. */
const blockers = [
  "belief",
  "customers",
  "no-proof",
  "advocates-only",
  "not-fresh",
  "segments",
] as const;
/** A condition of validated that fails. */
export type Blocker = (typeof blockers)[number];

const deeds = evidenceKinds.filter(isDoEvidence);

/**
 * The kinds that prove an assumption of this type: willingness to pay needs money, usability needs to be
 * seen, and everything else needs somebody who did something.
 */
function proofKinds(type: AssumptionType | null): readonly EvidenceKind[] {
  if (type === "viability") return ["money"];
  return type === "usability" ? ["observed"] : deeds;
}

/** The conditions of validated that fail. */
export function blockersOf(
  subject: Subject,
  counts: Tally,
  belief: number,
  missingSegments: number,
  thresholds: EvidenceThresholds,
): Blocker[] {
  const proven = proofKinds(subject.type).some((kind) => counts.kindsFor.has(kind));
  const fails: Record<Blocker, boolean> = {
    belief: belief < thresholds.believe,
    customers: counts.witnessesFor.size < thresholds.customers,
    "no-proof": subject.unreadable || !proven,
    "advocates-only": !counts.strangerFor,
    "not-fresh": !counts.freshTestimonyFor,
    segments: missingSegments > 0,
  };
  return blockers.filter((blocker) => fails[blocker]);
}
