import type {CalendarDate} from "../../core/calendar.ts";
import type {Fault} from "../../core/diagnostics.ts";
import type {Config} from "../config.ts";
import type {FilePlace, ReadResult} from "../files.ts";

/** A file and what reading it gave. */
export interface ReadFile {
  place: FilePlace;
  result: ReadResult;
}

/** All the files of a workspace, in any order. */
export interface ResolveInput {
  config: Config;
  /** What the clock says: a held note dated after tomorrow cannot be right. */
  today: CalendarDate;
  results: readonly ReadFile[];
}

/** A fault that only shows when files are seen together. */
export interface FileFault {
  /** Relative to the workspace. */
  file: string;
  fault: Fault;
}
