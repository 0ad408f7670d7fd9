import type {Filters} from "../analysis/select.ts";
import type {CalendarDate} from "../core/calendar.ts";
import type {Diagnostic} from "../core/diagnostics.ts";
import type {Sources} from "../reports/request.ts";

/** Version of the JSON that commands print; within one, no key goes or changes its type. */
const schemaVersion = 1;

/** What every command prints with --json, in this order of keys. */
export function envelope(of: {
  kind: string;
  asOf: CalendarDate;
  filters: Filters;
  sources: Sources;
  data: unknown;
}): unknown {
  const {files, read, partial, skipped, diagnostics, newest, commit, uncommitted, version} =
    of.sources;
  return {
    schemaVersion,
    kind: of.kind,
    asOf: of.asOf,
    filters: of.filters,
    sources: {
      files,
      read,
      partial,
      skipped,
      diagnostics: diagnostics.map(diagnosticData),
      newest,
      commit,
      uncommitted,
      version,
    },
    data: of.data,
  };
}

/** A diagnostic as JSON shows it: without the excerpt, which is for people. */
export function diagnosticData(diagnostic: Diagnostic): unknown {
  const {file, line, column, severity, code, message, hint, dropped} = diagnostic;
  return {file, line, column, severity, code, message, hint, dropped};
}
