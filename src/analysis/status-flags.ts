import type {EvidenceThresholds} from "../notes/config.ts";
import type {Subject} from "./evidence.ts";
import type {Standing} from "./status.ts";

/** What to be careful about; a flag changes no status. */
export const flags = ["unchallenged", "segment-split", "needs-refresh", "hindsight"] as const;
/** Something to be careful about. */
export type Flag = (typeof flags)[number];

/**
 * The flags that are up. Unchallenged: many say yes and nobody said no, which mostly means that nobody
 * asked for one. Segment-split: an average would hide two truths. Hindsight: information only.
 */
export function flagsOf(
  subject: Subject,
  standing: Standing,
  bySegment: ReadonlyMap<string, number>,
  thresholds: EvidenceThresholds,
): Flag[] {
  const {tally: counts, sumAgainst} = standing;
  const beliefs = [...bySegment.values()];
  const isUp: Record<Flag, boolean> = {
    unchallenged: counts.customersFor.size >= thresholds.customers && sumAgainst.total === 0,
    "segment-split":
      beliefs.some((belief) => belief >= 0.6) && beliefs.some((belief) => belief <= 0.3),
    "needs-refresh": counts.newest !== null && !counts.fresh,
    hindsight:
      counts.newest !== null && subject.created !== null && counts.newest < subject.created,
  };
  return flags.filter((flag) => isUp[flag]);
}
