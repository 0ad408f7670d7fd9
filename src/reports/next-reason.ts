import type {MissingSegment} from "../analysis/next-facts.ts";
import type {NextReason} from "../analysis/next-reasons.ts";
import type {Suggestion} from "../analysis/next-suggestion.ts";
import type {AssessedAssumption} from "../analysis/assess-all.ts";
import {type CalendarDate, daysBetween, formatAge} from "../core/calendar.ts";
import {count} from "../core/text.ts";
import {gateName} from "./gate/gate-view.ts";
import type {Names} from "./names.ts";

/** A reason in words that blame nobody: nobody is neglected, talks are wanted. */
export function reasonText(
  reason: NextReason,
  {customer}: Pick<Suggestion, "customer">,
  names: Names,
  asOf: CalendarDate,
): string {
  switch (reason.rank) {
    case 1: {
      const {what, overdueDays} = reason.step;
      const late =
        overdueDays === null || overdueDays === 0
          ? "due today"
          : `${count(overdueDays, "day")} late`;
      return `we owe them: ${what} (${late})`;
    }
    case 2:
      return "missing" in reason
        ? missingText(reason.missing, reason.others, asOf)
        : `nobody in ${reason.emptySegment} is known to us`;
    case 3:
      return `a talk every ${count(reason.cadence, "day")} is wanted, the last was ${formatAge(reason.daysSince)}`;
    case 4:
      return `${becauses[reason.because]}, and ${exposedText(reason.exposed)}`;
    case 5: {
      const {handle, meaningful, goal} = reason.below;
      const path =
        reason.introducer === null ? "an advocate" : `${reason.introducer} can introduce us`;
      return `a warm path: ${path}; ${names.member(handle)} has ${String(meaningful)} of ${String(goal)} this month`;
    }
    case 6:
      return hardlyKnown(reason, customer?.id ?? "", names);
  }
}

const becauses = {
  churned: "they left",
  lost: "they decided against us",
  against: "they have spoken against something before",
};

/** `public-sector is missing on "IT will allow our cloud connection" (critical), Fast setup G2 in 4 days` */
function missingText(
  {segment, assumption, gate}: MissingSegment,
  others: number,
  asOf: CalendarDate,
): string {
  const more = others === 0 ? "" : ` and ${String(others)} more`;
  const when =
    gate === null
      ? ""
      : `, for ${gate.concept.name} ${gateName(gate.gate)} ${formatAge(daysBetween(gate.gate.date, asOf))}`;
  const {importance} = assumption.assumption;
  return `${segment} is missing on ${quoted(assumption)} (${importance ?? ""})${more}${when}`;
}

function exposedText(one: AssessedAssumption): string {
  return one.assessment.flags.includes("unchallenged")
    ? `nobody has spoken against ${quoted(one)} yet`
    : `only advocates back ${quoted(one)}`;
}

function hardlyKnown(
  {spoken, known}: Extract<NextReason, {rank: 6}>,
  customer: string,
  names: Names,
): string {
  const only = known === null ? "" : `only ${names.contact(customer, known)} is known to us`;
  if (spoken) return only;
  return only === "" ? "never spoken to" : `never spoken to, and ${only}`;
}

function quoted({assumption: {id, statement}}: AssessedAssumption): string {
  return `"${statement ?? id}"`;
}
