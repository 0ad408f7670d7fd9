import {addDays} from "../../core/calendar.ts";
import {assumptionsDocument, assumptionsReport} from "../../reports/assumptions/assumptions.ts";
import {assumptionsTable} from "../../reports/main-tables.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition} from "../command.ts";
import {filtersOf, formatFlags} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";

/** Days that "invalidated since" looks back without --since. */
const lookBack = 90;

export const command: CommandDefinition = {
  args: [],
  flags: [...filtersOf("since", "concept", "assumption", "segment", "customer"), ...formatFlags],
  writes: "nothing, or the file given with -o.",
  examples: ["report assumptions", "report assumptions --explain --since 90d"],
  reads: true,
  run: async (input, context) =>
    await showBuilt(buildAssumptions, input, await openWorkspace(input.global, context), context),
};

/** Builds `report assumptions`. */
export const buildAssumptions: BuildReport = async (input, opened, context) => {
  const request = await requestOf(input, opened, context);
  const since = request.filters.since ?? addDays(opened.asOf, -lookBack);
  const data = assumptionsReport(request, {since});
  return {
    kind: "report-assumptions",
    request,
    data,
    document: () => assumptionsDocument(data, request),
    table: () => assumptionsTable(data),
  };
};
