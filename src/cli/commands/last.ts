import {type LastData, lastAnswer, lastReport} from "../../reports/last/last.ts";
import type {Document} from "../../reports/document.ts";
import type {ReportRequest} from "../../reports/request.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition} from "../command.ts";
import {isOn} from "../command.ts";
import {leadersOf} from "../flags/filters.ts";
import {filtersOf, formatFlagsWithout} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [
    ...filtersOf(),
    {flags: "--leaders", about: "when did one of our leaders last hear a customer?"},
    ...formatFlagsWithout("explain", "all"),
  ],
  writes: "nothing, or the file given with -o.",
  examples: ["last", "last --leaders --since 12w"],
  reads: true,
  run: async (input, context) =>
    await showBuilt(buildAnswer, input, await openWorkspace(input.global, context), context),
};

const buildAnswer: BuildReport = async (input, opened, context) => {
  const asked = await requestOf(input, opened, context);
  const request = isOn(input.flags, "leaders") ? withLeaders(asked) : asked;
  const data = lastReport(request);
  return {kind: "last", request, data, document: () => answerOf(data, request)};
};

function withLeaders(request: ReportRequest): ReportRequest {
  const by = [...new Set([...request.filters.by, ...leadersOf(request.collection)])];
  return {...request, filters: {...request.filters, by}};
}

/** The answer and nothing else: what one wants to know on any day. */
function answerOf(data: LastData, request: ReportRequest): Document {
  return {
    title: "Last customer conversation",
    blocks: [{block: "answer", lines: lastAnswer(data, request)}],
  };
}
