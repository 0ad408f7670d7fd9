import type {CalendarDate, Month} from "../core/calendar.ts";
import type {Mark, Spans, Tone} from "./document.ts";

/**
 * What a chart shows, as plain data: formats that can, draw it; the others print the table that stands with
 * it. Texts are plain, never escaped.
 */
export type Chart = TimelineChart | BeliefsChart | StatusesChart | MonthsChart;

/** Who was heard when: one lane per segment, one mark per talk. */
export interface TimelineChart {
  kind: "timeline";
  /** The first and the last day shown. */
  from: CalendarDate;
  to: CalendarDate;
  lanes: Lane[];
  /** A day that matters: "30 days before the gate". */
  line?: {date: CalendarDate; label: string};
}

export interface Lane {
  label: string;
  /** Said where a lane has no mark: "nobody heard". */
  empty: string | null;
  marks: TalkMark[];
}

/** One talk. Circle, square or diamond by `shape`; filled when meaningful; a ring around an advocate. */
export interface TalkMark {
  date: CalendarDate;
  shape: "interview" | "selling" | "other";
  meaningful: boolean;
  advocate: boolean;
  /** Who it was: "Gantry, sales call". */
  label: string;
  /** The note, relative to the workspace. */
  file: string | null;
}

/** One row per assumption: a mark per customer, against left of a line, for right of it. */
export interface BeliefsChart {
  kind: "beliefs";
  rows: BeliefRow[];
}

export interface BeliefRow {
  label: Spans;
  /** The strongest first, which stands next to the line. */
  against: BeliefMark[];
  for: BeliefMark[];
  /** The status in words, as the report prints it. */
  status: string;
  tone: Tone;
  /** Said below the status: "was not tested at G1; nobody in public-sector". */
  note: string | null;
}

export interface BeliefMark {
  mark: Mark;
  /** The evidence is older than what counts in full, and is drawn grey. */
  ageing: boolean;
}

/** How statuses changed: one row per assumption, a point per day at which a status was read off. */
export interface StatusesChart {
  kind: "statuses";
  rows: {label: Spans; points: StatusPoint[]}[];
}

export interface StatusPoint {
  date: CalendarDate;
  /** The id of the status, so that points alike can be joined. */
  status: string;
  tone: Tone;
  /** The status in words. */
  label: string;
}

/** A count for each month beside its goal. */
export interface MonthsChart {
  kind: "months";
  bars: {month: Month; count: number; goal: number | null}[];
}
