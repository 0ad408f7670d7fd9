import {conceptsDocument} from "../../reports/concepts.ts";
import {conceptCells, conceptsReport} from "../../reports/concepts-data.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition} from "../command.ts";
import {formatFlagsWithout} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: formatFlagsWithout("explain"),
  writes: "nothing, or the file given with -o.",
  examples: ["concept list", "concept list --json"],
  reads: true,
  run: async (input, context) =>
    await showBuilt(buildConcepts, input, await openWorkspace(input.global, context), context),
};

const buildConcepts: BuildReport = async (input, opened, context) => {
  const request = await requestOf(input, opened, context);
  const data = conceptsReport(request);
  return {
    kind: "concept-list",
    request,
    data,
    document: () => conceptsDocument(data, request),
    table: () => conceptCells(data),
  };
};
