import {listDocument, listReport} from "../../reports/list.ts";
import type {CommandDefinition} from "../command.ts";
import {filtersOf, formatFlags} from "../flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showReport} from "../print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [...filtersOf(), ...formatFlags.filter((flag) => !flag.flags.includes("--explain"))],
  writes: "nothing, or the file given with -o.",
  examples: ["list --since 90d", "list --type sales-call --all"],
  reads: true,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const request = await requestOf(input, opened, context);
    const data = listReport(request);
    const document = () => listDocument(data, request);
    return await showReport({kind: "list", data, document}, request, input, opened, context);
  },
};
