import {compareText} from "../core/text.ts";
import type {AssessedRow} from "./assess.ts";
import type {AssessedAssumption} from "./assess-all.ts";
import {pointsOn} from "./evidence.ts";
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
  let best: StrongestRow | null = null;
  for (const of of assessed) {
    for (const evidence of of.assessment.rows) {
      if (pointsOn("against", evidence) === 0) continue;
      const candidate = {of, evidence};
      if (best === null || compareStrength(candidate, best) < 0) best = candidate;
    }
  }
  return best;
}

function compareStrength(a: StrongestRow, b: StrongestRow): number {
  return (
    pointsOn("against", b.evidence) - pointsOn("against", a.evidence) ||
    compareText(b.evidence.row.date, a.evidence.row.date) ||
    compareText(a.evidence.row.conversation, b.evidence.row.conversation) ||
    a.evidence.row.position - b.evidence.row.position ||
    compareText(a.of.assumption.id, b.of.assumption.id)
  );
}
