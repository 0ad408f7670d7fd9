import type {AssessedAssumption} from "../../analysis/assess-all.ts";
import type {Filters} from "../../analysis/select.ts";

/**
 * The assumptions that the filters list, with all their rows: by id, by concept, by a segment they must
 * hold in or were heard in, by a customer who said something about them. Several values widen, different
 * filters narrow; nothing that a rule computes changes.
 */
export function selectAssumptions(
  assessed: readonly AssessedAssumption[],
  filters: Filters,
): AssessedAssumption[] {
  return assessed.filter(({assumption, assessment}) => {
    const rows = assessment.rows.map((entry) => entry.row);
    const heardIn = rows.flatMap((row) => (row.segment === null ? [] : [row.segment]));
    return (
      overlaps(filters.assumption, [assumption.id]) &&
      overlaps(filters.concept, assumption.concepts) &&
      overlaps(filters.segment, [...assumption.segments, ...heardIn]) &&
      overlaps(
        filters.customer,
        rows.map((row) => row.customer),
      )
    );
  });
}

function overlaps(wanted: readonly string[], has: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((value) => has.includes(value));
}
