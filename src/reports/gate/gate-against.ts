import type {AssessedAssumption} from "../../analysis/assess-all.ts";
import {compareText} from "../../core/text.ts";
import type {SaidAgainst} from "./gate-data.ts";

/**
 * Every row that refutes one of the assumptions, or speaks for and against it, whether it scores or not: the
 * strongest first, then the newest. Being open to it is what the gate is for, so nothing narrows this list.
 */
export function saidAgainst(assessed: readonly AssessedAssumption[]): SaidAgainst[] {
  return assessed
    .flatMap(({assumption, assessment}) =>
      assessment.rows
        .filter(({row}) => row.stance !== "supports")
        .map(({row, pointsAgainst, reason, scores}) => {
          const {quote, note, conversation, customer, kind, date} = row;
          const {stance, segment, advocate, secondhand, position} = row;
          return {
            position,
            said: {
              ...{quote, note, conversation, assumption: assumption.id, customer, kind, date},
              ...{stance, segment, advocate, secondhand},
              points: pointsAgainst,
              reason: scores ? null : reason,
            },
          };
        }),
    )
    .sort(
      (a, b) =>
        b.said.points - a.said.points ||
        compareText(b.said.date, a.said.date) ||
        compareText(a.said.conversation, b.said.conversation) ||
        a.position - b.position ||
        compareText(a.said.assumption, b.said.assumption),
    )
    .map(({said}) => said);
}
