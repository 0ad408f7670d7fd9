import {assessAll, type AssessedAssumption} from "../analysis/assess-all.ts";
import {indexEvidence} from "../analysis/evidence-index.ts";
import {historyOf, type HistoryPoint} from "../analysis/history.ts";
import {hasPoints} from "../analysis/points.ts";
import {type CalendarDate, formatDay, monthOf, startOfMonth} from "../core/calendar.ts";
import type {Importance} from "../notes/vocabulary.ts";
import type {Block, Span, StatusPoint} from "./document.ts";
import type {ReportRequest} from "./request.ts";
import {shortLabel, statusTone} from "./wording.ts";
import {andMore, left} from "./columns.ts";

/** Rows before the chart says how many more there are. */
const most = 8;

const important: ReadonlySet<Importance | null> = new Set<Importance | null>(["critical", "high"]);

/**
 * How the statuses of what matters came about, month by month; for a page to look at. Only assumptions with
 * more than one day to compare are drawn, and nothing where there is none.
 */
export function statusesChart({collection, asOf, all}: ReportRequest): Block[] {
  const index = indexEvidence(collection);
  const drawn = assessAll(collection, asOf, index).filter(
    (one) => !one.retired && important.has(one.assumption.importance) && hasHistory(one, asOf),
  );
  if (drawn.length === 0) return [];
  // Only what is shown is judged again for every month: that costs most of what a report costs.
  const shown = (all ? drawn : drawn.slice(0, most)).map(({assumption}) => {
    const {id, statement, file} = assumption;
    const label: Span = {role: "file", kind: "assumption", file, text: statement ?? id};
    const history = historyOf(assumption, index, asOf, collection.config.evidence);
    return {label, points: history.map(statusPoint)};
  });
  return [
    {
      block: "chart",
      title: "What we believed, month by month",
      chart: {kind: "statuses", rows: shown},
      table: {
        block: "table",
        columns: [left("belief", 1), left("then", 1), left("now", 1)],
        rows: shown.map(({label, points}) => [label, before(points), points.at(-1)?.label ?? ""]),
        more: andMore(drawn.length - shown.length),
      },
    },
  ];
}

/** Whether anything was said before this month that could be weighed. */
function hasHistory({assessment}: AssessedAssumption, asOf: CalendarDate): boolean {
  const month = startOfMonth(monthOf(asOf));
  return assessment.rows.some(({row}) => row.held && row.date < month && hasPoints(row));
}

function statusPoint({date, standing}: HistoryPoint): StatusPoint {
  const {status, strength} = standing;
  return {date, status, tone: statusTone(status), label: shortLabel(status, strength)};
}

/** Each status with the day it was first read off, the days in between that say the same left out. */
function before(points: readonly StatusPoint[]): string {
  const changes: {date: CalendarDate; label: string}[] = [];
  for (const {date, label} of points.slice(0, -1)) {
    if (changes.at(-1)?.label !== label) changes.push({date, label});
  }
  return changes.map(({date, label}) => `${formatDay(date)} ${label}`).join(" · ");
}
