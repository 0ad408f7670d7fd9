import type {Document} from "../../reports/document.ts";
import type {MainTable} from "../../reports/main-table.ts";
import type {ReportRequest} from "../../reports/request.ts";
import type {Input} from "../command.ts";
import type {Context} from "../context.ts";
import type {Opened} from "../open.ts";

/** What a report command hands over to be shown. */
export interface Shown {
  /** The command's words joined by `-`. */
  kind: string;
  data: unknown;
  /** Built only for formats that print it. */
  document: () => Document;
  /** The rows that CSV prints; absent where a report has no one table. */
  table?: () => MainTable;
}

/** A report, and the request that it answers. */
export interface BuiltReport extends Shown {
  request: ReportRequest;
}

/** Builds a report as of the day that `opened` says, so that it can be asked for of another day too. */
export type BuildReport = (
  input: Input,
  opened: Opened,
  context: Context,
) => Promise<BuiltReport> | BuiltReport;
