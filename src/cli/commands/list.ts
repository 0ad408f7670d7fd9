import {listDocument, listReport} from "../../reports/list.ts";
import {conversationsTable} from "../../reports/main-tables.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition} from "../command.ts";
import {filtersOf, formatFlagsWithout} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [...filtersOf(), ...formatFlagsWithout("explain")],
  writes: "nothing, or the file given with -o.",
  examples: ["list --since 90d", "list --type sales-call --all"],
  reads: true,
  run: async (input, context) =>
    await showBuilt(buildList, input, await openWorkspace(input.global, context), context),
};

const buildList: BuildReport = async (input, opened, context) => {
  const request = await requestOf(input, opened, context);
  const data = listReport(request);
  return {
    kind: "list",
    request,
    data,
    document: () => listDocument(data, request),
    table: () => conversationsTable(data.conversations),
  };
};
