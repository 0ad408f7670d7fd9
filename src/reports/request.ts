import type {Filters} from "../analysis/select.ts";
import type {CalendarDate} from "../core/calendar.ts";
import type {Diagnostic} from "../core/diagnostics.ts";
import type {Collection} from "../notes/collection.ts";

/** All a report may know. Everything in it is absolute; a report reads no clock and no disk. */
export interface ReportRequest {
  collection: Collection;
  /** The day the report is true for. */
  asOf: CalendarDate;
  filters: Filters;
  sources: Sources;
  /** Handle of the person asking; null when unknown. */
  me: string | null;
  /** Show every row instead of the first few. */
  all: boolean;
  /** Show which rows counted, which did not and why, with figures. */
  explain: boolean;
}

/** What a report rests on. */
export interface Sources {
  /** Workspace files found. */
  files: number;
  /** Conversation files that count. */
  read: number;
  /** Those of them in which something is left out. */
  partial: number;
  /** Files of any kind that are left out. */
  skipped: number;
  diagnostics: Diagnostic[];
  /** Id of the newest counted conversation. */
  newest: string | null;
  /** Commit of the workspace's repository, where there is one. */
  commit: string | null;
  /** Changes in the workspace that are not committed. */
  uncommitted: number;
  /** Of pm-talk. */
  version: string;
}
