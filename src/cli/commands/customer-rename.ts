import type {CommandDefinition} from "../command.ts";
import {manyFilesFlags} from "../rename/carry-out.ts";
import {renameRegister} from "../rename/rename-register.ts";

export const command: CommandDefinition = {
  args: [
    {name: "<id>", about: "id, name or alias of the customer"},
    {name: "<new-id>", about: "its new id, which is the name of its file"},
  ],
  flags: [
    {flags: "--name <name>", about: "how it is called from now on (default: as before)"},
    ...manyFilesFlags,
  ],
  writes:
    "the customer's file, which keeps the old id as an alias, and every file that refers to it.",
  examples: [
    "customer rename gantry gantry-group --dry-run",
    `customer rename gantry gantry-group --name "Gantry Group"`,
  ],
  reads: false,
  run: (input, context) => renameRegister("customer", input, context),
};
