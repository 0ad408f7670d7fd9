import {formatDay} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import {decisionDocument, decisionReport} from "../../reports/decision-show.ts";
import type {CommandDefinition} from "../command.ts";
import {formatFlagsWithout} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showReport} from "../report/print-report.ts";
import {idMeant} from "../register/id-meant.ts";

export const command: CommandDefinition = {
  args: [{name: "<id>", about: "the decision: id, title, or its last six characters"}],
  flags: formatFlagsWithout("explain"),
  writes: "nothing, or the file given with -o.",
  examples: ["decision show t8n4wy", 'decision show "Lead with the number that was wrong" --json'],
  reads: true,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const id = idMeant("decision", input.args[0] ?? "", opened, context);
    const request = await requestOf(input, opened, context);
    const data = decisionReport(id, request);
    if (data === null)
      throw new PmTalkError("usage", `On ${formatDay(opened.asOf)} nobody had decided that yet.`);
    const document = () => decisionDocument(data, request);
    const shown = {kind: "decision-show", data, document};
    return await showReport(shown, request, input, opened, context);
  },
};
