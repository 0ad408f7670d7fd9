import {compareText} from "../core/text.ts";
import type {AssessedRow} from "./assess.ts";
import type {AssessedAssumption} from "./assess-all.ts";
import {pointsOn, type Side} from "./evidence.ts";
import type {NotedEvidence} from "./evidence-index.ts";

/** A row and the assumption it speaks about. */
export interface StrongestRow {
  of: AssessedAssumption;
  evidence: AssessedRow<NotedEvidence>;
}

/**
 * The strongest row against any of the assumptions: most points, then newest, then id. Tough feedback is
 * the fastest way to learn, so reports show it first and in full. Null where nothing speaks against.
 */
export function strongestNo(assessed: readonly AssessedAssumption[]): StrongestRow | null {
  return strongest(assessed, "against");
}

/** The strongest row for any of the assumptions; null where nothing speaks for them. */
export function strongestYes(assessed: readonly AssessedAssumption[]): StrongestRow | null {
  return strongest(assessed, "for");
}

function strongest(assessed: readonly AssessedAssumption[], side: Side): StrongestRow | null {
  let best: StrongestRow | null = null;
  for (const of of assessed) {
    for (const evidence of of.assessment.rows) {
      if (pointsOn(side, evidence) === 0) continue;
      const candidate = {of, evidence};
      if (best === null || compareStrength(candidate, best, side) < 0) best = candidate;
    }
  }
  return best;
}

function compareStrength(a: StrongestRow, b: StrongestRow, side: Side): number {
  return (
    pointsOn(side, b.evidence) - pointsOn(side, a.evidence) ||
    compareText(b.evidence.row.date, a.evidence.row.date) ||
    compareText(a.evidence.row.conversation, b.evidence.row.conversation) ||
    a.evidence.row.position - b.evidence.row.position ||
    compareText(a.of.assumption.id, b.of.assumption.id)
  );
}
