import {customersDocument, customersReport} from "../../reports/customers.ts";
import type {CommandDefinition} from "../command.ts";
import {filtersOf, formatFlags} from "../flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showReport} from "../print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [
    ...filtersOf("segment"),
    ...formatFlags.filter((flag) => !flag.flags.includes("--explain")),
  ],
  writes: "nothing, or the file given with -o.",
  examples: ["customer list", "customer list --json"],
  reads: true,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const request = await requestOf(input, opened, context);
    const data = customersReport(request);
    const document = () => customersDocument(data, request);
    return await showReport(
      {kind: "customer-list", data, document},
      request,
      input,
      opened,
      context,
    );
  },
};
