import {exitCodes} from "../../core/errors.ts";
import {renderText} from "../../render/text.ts";
import {showDocument, showReport} from "../../reports/show.ts";
import type {CommandDefinition} from "../command.ts";
import {findReadable} from "../find-file.ts";
import {openWorkspace} from "../open.ts";
import {showResult} from "../report/print-report.ts";
import {terminalOf} from "../terminal.ts";

export const command: CommandDefinition = {
  args: [
    {
      name: "<id>",
      about: "id of any file, the beginning or last six characters of it, or its path",
    },
  ],
  flags: [],
  writes: "nothing.",
  examples: ["show gantry", "show conversations/2026/2026-11-19-gantry-sales-call-k7f3qa.md"],
  reads: true,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const parsed = findReadable(input.args[0] ?? "", opened, context);
    const data = showReport(parsed);
    const text = () => renderText(showDocument(data), terminalOf(input.global, context, false));
    await showResult({kind: "show", data, text, diagnostics: false}, input, opened, context);
    return exitCodes.done;
  },
};
