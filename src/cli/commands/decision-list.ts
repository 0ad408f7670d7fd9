import {decisionsDocument} from "../../reports/decisions.ts";
import {decisionCells, decisionsReport} from "../../reports/decisions-data.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition} from "../command.ts";
import {filtersOf, formatFlagsWithout} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [...filtersOf("since", "until", "concept"), ...formatFlagsWithout("explain")],
  writes: "nothing, or the file given with -o.",
  examples: ["decision list", "decision list --concept board-link --since 2026-06-01"],
  reads: true,
  run: async (input, context) =>
    await showBuilt(buildDecisions, input, await openWorkspace(input.global, context), context),
};

const buildDecisions: BuildReport = async (input, opened, context) => {
  const request = await requestOf(input, opened, context);
  const data = decisionsReport(request);
  return {
    kind: "decision-list",
    request,
    data,
    document: () => decisionsDocument(data, request),
    table: () => decisionCells(data),
  };
};
