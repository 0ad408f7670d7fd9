import {overviewDocument, overviewReport} from "../../reports/overview.ts";
import {believedTable} from "../../reports/main-tables.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition} from "../command.ts";
import {formatFlagsWithout} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: formatFlagsWithout("explain"),
  writes: "nothing, or the file given with -o.",
  examples: ["report", "report overview --format markdown"],
  reads: true,
  run: async (input, context) =>
    await showBuilt(buildOverview, input, await openWorkspace(input.global, context), context),
};

/** Builds `report overview`; `demo` ends with it too. */
export const buildOverview: BuildReport = async (input, opened, context) => {
  const request = await requestOf(input, opened, context);
  const data = overviewReport(request);
  return {
    kind: "report-overview",
    request,
    data,
    document: () => overviewDocument(data, request),
    table: () => believedTable(data.assumptions),
  };
};
