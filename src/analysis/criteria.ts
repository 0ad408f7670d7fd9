import type {Concept} from "../notes/collection.ts";
import type {Config} from "../notes/config.ts";
import type {Criterion} from "../notes/vocabulary.ts";

/** How much of a criterion is wanted, and who says so. */
export interface Wanted {
  /** A number, true for what is only met or not, false when it is off. */
  value: number | boolean;
  /** The team's pm-talk.yml, or the concept's own file. */
  source: "config" | "concept";
}

/** A criterion of a concept's gates: the concept's own word goes before the team's. */
export function wantedOf(criterion: Criterion, concept: Concept, config: Config): Wanted {
  const own = concept.criteria.findLast((line) => line.criterion === criterion);
  return own === undefined
    ? {value: config.criteria[criterion], source: "config"}
    : {value: own.value, source: "concept"};
}
