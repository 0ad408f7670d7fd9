import {addDays} from "../../core/calendar.ts";
import {conceptDocument} from "../../reports/concept-show-document.ts";
import {conceptReport} from "../../reports/concept-show.ts";
import type {CommandDefinition} from "../command.ts";
import {formatFlags} from "../flags/flags.ts";
import {conceptKind, knownConcepts} from "../known.ts";
import {findNamed, unknownName} from "../names.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showReport} from "../report/print-report.ts";
import {noticeUnread, refuseUnread} from "../register/unread-file.ts";

export const command: CommandDefinition = {
  args: [{name: "<id>", about: "id, name or alias of the concept"}],
  flags: formatFlags.filter((flag) => !flag.flags.includes("--explain")),
  writes: "nothing, or the file given with -o.",
  examples: ["concept show fast-setup", 'concept show "Board link" --json'],
  reads: true,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const known = knownConcepts(opened.workspace.collection);
    const typed = input.args[0] ?? "";
    const id = findNamed(typed, known, conceptKind);
    if (id === null) {
      refuseUnread("concept", typed, opened, context);
      throw unknownName(typed, known, conceptKind);
    }
    const request = await requestOf(input, opened, context);
    const data = conceptReport(id, request, addDays(opened.asOf, -90));
    const document = () => conceptDocument(data, request);
    const shown = {kind: "concept-show", data, document};
    const code = await showReport(shown, request, input, opened, context);
    await noticeUnread("concept", id, opened, input.global, context);
    return code;
  },
};
