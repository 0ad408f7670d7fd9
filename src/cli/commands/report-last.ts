import {lastDocument, lastReport} from "../../reports/last.ts";
import type {CommandDefinition} from "../command.ts";
import {filtersOf, formatFlags} from "../flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showReport} from "../print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [...filtersOf(), ...formatFlags],
  writes: "nothing, or the file given with -o.",
  examples: ["report last", "report last --since 90d --format markdown"],
  reads: true,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const request = await requestOf(input, opened, context);
    const data = lastReport(request);
    const document = () => lastDocument(data, request);
    return await showReport({kind: "report-last", data, document}, request, input, opened, context);
  },
};
