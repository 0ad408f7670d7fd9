import {valueOf, type CommandDefinition} from "../command.ts";
import type {Remarks} from "../log/log-values.ts";
import {openWorkspace} from "../open.ts";
import {addRegister} from "../register/add-register.ts";
import {readRegister, refuseMissing} from "../register/read-register.ts";
import {registerFlags} from "../register/register-flags.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [
    ...registerFlags("assumption"),
    {flags: "--id <id>", about: "its id and file name (default: from the statement)"},
  ],
  writes: "one file under assumptions/.",
  examples: [
    `assumption add --statement "New customers finish setup alone in under five minutes" --type usability --importance critical --id setup-under-five-minutes`,
    `assumption add --statement "Finance leads will pay extra for single sign-on" --type viability --importance high --wrong "three of five refuse" --due "in 6 weeks"`,
  ],
  reads: false,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const remarks: Remarks = {notices: [], warnings: []};
    const fields = readRegister(
      "assumption",
      input.flags,
      opened.workspace.collection,
      opened.today,
      remarks,
    );
    refuseMissing(
      "assumption add",
      fields,
      ["statement", "type", "importance"],
      `--statement "We believe ..." --type usability --importance critical`,
    );
    const title = valueOf(input.flags, "statement") ?? "";
    const register = {
      kind: "assumption",
      command: "assumption-add",
      title,
      fields: {created: opened.today, ...fields},
      lines: {},
    } as const;
    return await addRegister(register, remarks, input, opened, context);
  },
};
