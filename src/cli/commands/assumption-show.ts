import {addDays} from "../../core/calendar.ts";
import {assumptionsDocument, assumptionsReport} from "../../reports/assumptions/assumptions.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition} from "../command.ts";
import {formatFlags} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";
import {idMeant} from "../register/id-meant.ts";
import {noticeUnread} from "../register/unread-file.ts";

export const command: CommandDefinition = {
  args: [{name: "<id>", about: "id, statement or alias of the assumption"}],
  flags: formatFlags,
  writes: "nothing, or the file given with -o.",
  examples: [
    "assumption show setup-under-five-minutes",
    "assumption show setup-under-five-minutes --explain",
  ],
  reads: true,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const id = idMeant("assumption", input.args[0] ?? "", opened, context);
    const code = await showBuilt(buildAssumption(id), input, opened, context);
    await noticeUnread("assumption", id, opened, input.global, context);
    return code;
  },
};

function buildAssumption(id: string): BuildReport {
  return async (input, opened, context) => {
    const asked = await requestOf(input, opened, context);
    const request = {...asked, filters: {...asked.filters, assumption: [id]}, all: true};
    const report = assumptionsReport(request, {since: addDays(opened.asOf, -90)});
    return {
      kind: "assumption-show",
      request,
      data: {assumption: report.assumptions[0] ?? null},
      document: () => assumptionsDocument(report, request),
    };
  };
}
