import {addDays} from "../../core/calendar.ts";
import {conceptDocument} from "../../reports/concept-show-document.ts";
import {conceptReport} from "../../reports/concept-show.ts";
import type {CommandDefinition} from "../command.ts";
import {formatFlagsWithout} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showReport} from "../report/print-report.ts";
import {idMeant} from "../register/id-meant.ts";
import {noticeUnread} from "../register/unread-file.ts";

export const command: CommandDefinition = {
  args: [{name: "<id>", about: "id, name or alias of the concept"}],
  flags: formatFlagsWithout("explain"),
  writes: "nothing, or the file given with -o.",
  examples: ["concept show fast-setup", 'concept show "Board link" --json'],
  reads: true,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const id = idMeant("concept", input.args[0] ?? "", opened, context);
    const request = await requestOf(input, opened, context);
    const data = conceptReport(id, request, addDays(opened.asOf, -90));
    const document = () => conceptDocument(data, request);
    const shown = {kind: "concept-show", data, document};
    const code = await showReport(shown, request, input, opened, context);
    await noticeUnread("concept", id, opened, input.global, context);
    return code;
  },
};
