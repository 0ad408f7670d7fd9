import type {CalendarDate} from "../core/calendar.ts";
import {compareDiagnostics, type Diagnostic, type Fault} from "../core/diagnostics.ts";
import {strictFaults} from "../notes/resolve/resolve-strict.ts";
import {locateAll, type Workspace} from "./load.ts";

/**
 * All that is wrong with a workspace, and what only `check --strict` says: references that nothing declares,
 * unknown keys and headings, what is out of date. `more` are faults that the caller found by a rule.
 */
export async function strictDiagnostics(
  workspace: Workspace,
  days: {today: CalendarDate; asOf: CalendarDate},
  more: readonly {file: string; fault: Fault}[],
): Promise<Diagnostic[]> {
  const {source, config, collection, results, diagnostics} = workspace;
  const faults = strictFaults(collection, {config, today: days.today, results}, days.asOf);
  const strict = await locateAll(source, [...faults, ...more], new Map());
  return [...diagnostics, ...strict].sort(compareDiagnostics);
}
