import type {CalendarDate} from "../core/calendar.ts";
import type {Collection} from "../notes/collection.ts";
import {assessAll} from "./assess-all.ts";

/** Files of critical assumptions whose evidence is out of date as of a day: nobody should lean on them. */
export function staleCritical(
  collection: Collection,
  asOf: CalendarDate,
): {file: string; newest: CalendarDate | null}[] {
  return assessAll(collection, asOf).flatMap(({assumption, assessment, retired}) => {
    const {file, importance} = assumption;
    if (retired || file === null || importance !== "critical" || assessment.status !== "stale")
      return [];
    return [{file, newest: assessment.newestEvidence}];
  });
}
