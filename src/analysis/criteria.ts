import type {Concept} from "../notes/collection.ts";
import type {Config} from "../notes/config.ts";
import type {Criterion} from "../notes/vocabulary.ts";

/** What a gate asks of the customer evidence where nobody says otherwise. */
export const defaultCriteria: Config["criteria"] = {
  conversations: 5,
  customers: 3,
  recent: 30,
  critical: true,
  disconfirming: 1,
  shaped: 1,
  segments: true,
  readable: true,
};

/** How much of a criterion is wanted, and who says so. */
export interface Wanted {
  /** A number, true for what is only met or not, false when it is off. */
  value: number | boolean;
  /** `default`, `off`, or the file that says otherwise. */
  source: string;
  /** The file that switched it off, where one did. */
  setIn: string | null;
}

/** A criterion of a concept's gates: the concept's own word goes before the team's, that before the default. */
export function wantedOf(criterion: Criterion, concept: Concept, config: Config): Wanted {
  const own = concept.criteria.findLast((line) => line.criterion === criterion);
  const value = own === undefined ? config.criteria[criterion] : own.value;
  const file = own === undefined ? "pm-talk.yml" : (concept.file ?? concept.id);
  const isDefault = value === defaultCriteria[criterion];
  if (value === false) return {value, source: "off", setIn: file};
  return isDefault ? {value, source: "default", setIn: null} : {value, source: file, setIn: file};
}
