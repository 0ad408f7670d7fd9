import {overviewDocument, overviewReport} from "../../reports/overview.ts";
import {believedTable} from "../../reports/main-tables.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition, Input} from "../command.ts";
import type {Context} from "../context.ts";
import {formatFlagsWithout} from "../flags/flags.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: formatFlagsWithout("explain"),
  writes: "nothing, or the file given with -o.",
  examples: ["report", "report overview --format markdown"],
  reads: true,
  run: async (input, context) =>
    await showOverview(input, await openWorkspace(input.global, context), context),
};

/** Builds `report overview`. */
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

/** Prints the overview of a workspace that was read; `demo` ends with it too. */
export async function showOverview(
  input: Input,
  opened: Opened,
  context: Context,
  kind = "report-overview",
): Promise<number> {
  const build: BuildReport = async (...asked) => ({...(await buildOverview(...asked)), kind});
  return await showBuilt(build, input, opened, context);
}
