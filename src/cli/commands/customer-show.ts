import {customerDocument, customerReport} from "../../reports/customers.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition} from "../command.ts";
import {formatFlagsWithout} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";
import {idMeant} from "../register/id-meant.ts";

export const command: CommandDefinition = {
  args: [{name: "<id>", about: "id, name or alias of the customer"}],
  flags: formatFlagsWithout("explain"),
  writes: "nothing, or the file given with -o.",
  examples: ["customer show gantry", 'customer show "Dune Health" --json'],
  reads: true,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const id = idMeant("customer", input.args[0] ?? "", opened, context);
    return await showBuilt(buildCustomer(id), input, opened, context);
  },
};

function buildCustomer(id: string): BuildReport {
  return async (input, opened, context) => {
    const request = await requestOf(input, opened, context);
    const data = customerReport(id, request);
    return {kind: "customer-show", request, data, document: () => customerDocument(data, request)};
  };
}
