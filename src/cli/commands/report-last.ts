import {lastDocument, lastReport} from "../../reports/last/last.ts";
import {customersTable} from "../../reports/main-tables.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition} from "../command.ts";
import {filtersOf, formatFlags} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [...filtersOf(), ...formatFlags],
  writes: "nothing, or the file given with -o.",
  examples: ["report last", "report last --since 90d --format markdown"],
  reads: true,
  run: async (input, context) =>
    await showBuilt(buildLast, input, await openWorkspace(input.global, context), context),
};

/** Builds `report last`: to scripts the same as `last`, whose text alone is shorter. */
export const buildLast: BuildReport = async (input, opened, context) => {
  const request = await requestOf(input, opened, context);
  const data = lastReport(request);
  return {
    kind: "last",
    request,
    data,
    document: () => lastDocument(data, request),
    table: () => customersTable(data),
  };
};
