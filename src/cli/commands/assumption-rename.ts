import type {CommandDefinition} from "../command.ts";
import {manyFilesFlags} from "../rename/carry-out.ts";
import {renameRegister} from "../rename/rename-register.ts";

export const command: CommandDefinition = {
  args: [
    {name: "<id>", about: "id or alias of the assumption"},
    {name: "<new-id>", about: "its new id, which is the name of its file"},
  ],
  flags: manyFilesFlags,
  writes:
    "the assumption's file, which keeps the old id as an alias, and every file that refers to it.",
  examples: [
    "assumption rename pay-for-sso sso-is-worth-money --dry-run",
    "assumption rename pay-for-sso sso-is-worth-money",
  ],
  reads: false,
  run: (input, context) => renameRegister("assumption", input, context),
};
