import {collectionAsOf} from "../analysis/as-of.ts";
import {goalsOf, meaningfulIn, type MemberGoal, type MonthGoals} from "../analysis/goals.ts";
import {
  addMonths,
  type CalendarDate,
  monthName,
  monthOf,
  startOfMonth,
  type Month,
} from "../core/calendar.ts";
import {count} from "../core/text.ts";
import type {Collection} from "../notes/collection.ts";
import type {Block, MonthsChart, Spans} from "./document.ts";
import {namesOf} from "./names.ts";
import type {ReportRequest} from "./request.ts";
import {left, right} from "./columns.ts";

/** Months that the chart looks back on, the running one included. */
const months = 6;

/** This month's meaningful talks beside the goals, as of the day. */
export function overviewGoal({collection, asOf}: ReportRequest): MonthGoals | null {
  return goalsOf(collectionAsOf(collection, asOf), monthOf(asOf), asOf);
}

/** "4 meaningful talks: Ana 3 (goal 2), Ben 1 (2), Eva 0 (1)"; those without a goal where they had any. */
export function goalLine(goal: MonthGoals, {collection, asOf}: ReportRequest): Spans {
  const {conversations, config} = collection;
  const talks = meaningfulIn(goal.month, conversations, asOf, config).length;
  const names = namesOf(collection);
  const aimed = goal.members.filter((member) => member.goal !== null);
  const others = goal.members.filter((member) => member.goal === null && member.meaningful > 0);
  const each = [...aimed, ...others].map((member, index) => {
    return `${names.member(member.handle)} ${String(member.meaningful)}${aim(member, index)}`;
  });
  const total = count(talks, "meaningful talk");
  return each.length === 0 ? total : `${total}: ${each.join(", ")}`;
}

function aim({goal}: MemberGoal, index: number): string {
  if (goal === null) return "";
  return index === 0 ? ` (goal ${String(goal)})` : ` (${String(goal)})`;
}

/** Meaningful talks of each of the last months beside what the team wanted; for a page to look at. */
export function monthsChart({collection, asOf}: ReportRequest): Block[] {
  const bars = barsOf(collectionAsOf(collection, asOf), asOf);
  if (bars.every((bar) => bar.count === 0)) return [];
  return [
    {
      block: "chart",
      title: "Meaningful talks a month",
      chart: {kind: "months", bars},
      table: {
        block: "table",
        columns: [left("month", 1), right("talks", 1), right("goal", 2)],
        rows: bars.map(({month, count: talks, goal}) => [
          `${monthName(month)}${month === monthOf(asOf) ? ", so far" : ""}`,
          String(talks),
          goal === null ? "–" : String(goal),
        ]),
        more: null,
      },
    },
  ];
}

function barsOf(collection: Collection, asOf: CalendarDate): MonthsChart["bars"] {
  return lastMonths(asOf).map((month) => {
    const talks = meaningfulIn(month, collection.conversations, asOf, collection.config).length;
    const goals = (goalsOf(collection, month, asOf)?.members ?? []).flatMap(({goal}) => goal ?? []);
    return {month, count: talks, goal: goals.length === 0 ? null : sum(goals)};
  });
}

function lastMonths(asOf: CalendarDate): Month[] {
  const first = startOfMonth(monthOf(asOf));
  return Array.from({length: months}, (_, index) => monthOf(addMonths(first, index + 1 - months)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
