import {addDays} from "../../core/calendar.ts";
import {assumptionsReport} from "../../reports/assumptions/assumptions.ts";
import {registerDocument, registerRows} from "../../reports/assumption-register.ts";
import {assumptionsTable} from "../../reports/main-tables.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition} from "../command.ts";
import {filtersOf, formatFlagsWithout} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [...filtersOf("concept", "segment", "customer"), ...formatFlagsWithout("explain")],
  writes: "nothing, or the file given with -o.",
  examples: ["assumption list", "assumption list --json"],
  reads: true,
  run: async (input, context) =>
    await showBuilt(buildRegister, input, await openWorkspace(input.global, context), context),
};

const buildRegister: BuildReport = async (input, opened, context) => {
  const request = await requestOf(input, opened, context);
  const data = registerRows(assumptionsReport(request, {since: addDays(opened.asOf, -90)}));
  return {
    kind: "assumption-list",
    request,
    data,
    document: () => registerDocument(data, request),
    table: () => assumptionsTable(data),
  };
};
