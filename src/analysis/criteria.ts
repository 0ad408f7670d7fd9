import type {Concept} from "../notes/collection.ts";
import type {Config} from "../notes/config.ts";
import {defaultCriteria} from "../notes/config-defaults.ts";
import type {Criterion} from "../notes/vocabulary.ts";

/** How much of a criterion is wanted, and who says so. */
export interface Wanted {
  /** A number, true for what is only met or not, false when it is off. */
  value: number | boolean;
  /** `default`, `off`, or the file that says otherwise. */
  source: string;
  /** The file that sets it or switched it off; null for a default. */
  setIn: string | null;
  /** Why, where the concept says so. */
  why: string | null;
}

/** A criterion of a concept's gates: the concept's own word goes before the team's, that before the default. */
export function wantedOf(criterion: Criterion, concept: Concept, config: Config): Wanted {
  const own = concept.criteria.findLast((line) => line.criterion === criterion);
  const usual = defaultCriteria[criterion];
  const given = own === undefined ? config.criteria[criterion] : own.value;
  // Of what is only met or not, any figure says that it is on.
  const value = typeof usual === "boolean" ? given !== false : given;
  const file = own === undefined ? "pm-talk.yml" : (concept.file ?? concept.id);
  const why = own?.why ?? null;
  if (value === false) return {value, source: "off", setIn: file, why};
  if (value === usual) return {value, source: "default", setIn: null, why};
  return {value, source: file, setIn: file, why};
}
