import type {CalendarDate} from "../core/calendar.ts";

/**
 * What the person asked to see, all absolute: ids instead of names, days instead of words. Filters choose
 * what is listed; they never change what a rule computes. Different filters narrow, several values widen.
 */
export interface Filters {
  /** First day, inclusive. */
  since: CalendarDate | null;
  /** Last day, inclusive. */
  until: CalendarDate | null;
  customer: string[];
  contact: string[];
  segment: string[];
  /** Handles of members; a talk counts for everybody of ours who was present. */
  by: string[];
  type: string[];
  concept: string[];
  assumption: string[];
  /** Tags of the front matter and hashtags, without `#`. */
  tag: string[];
}

export const noFilters: Filters = {
  since: null,
  until: null,
  customer: [],
  contact: [],
  segment: [],
  by: [],
  type: [],
  concept: [],
  assumption: [],
  tag: [],
};
