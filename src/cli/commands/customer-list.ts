import {customersDocument, customersReport} from "../../reports/customers.ts";
import {customersTable} from "../../reports/main-tables.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition} from "../command.ts";
import {filtersOf, formatFlagsWithout} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [...filtersOf("segment"), ...formatFlagsWithout("explain")],
  writes: "nothing, or the file given with -o.",
  examples: ["customer list", "customer list --json"],
  reads: true,
  run: async (input, context) =>
    await showBuilt(buildCustomers, input, await openWorkspace(input.global, context), context),
};

const buildCustomers: BuildReport = async (input, opened, context) => {
  const request = await requestOf(input, opened, context);
  const data = customersReport(request);
  return {
    kind: "customer-list",
    request,
    data,
    document: () => customersDocument(data, request),
    table: () => customersTable(data),
  };
};
