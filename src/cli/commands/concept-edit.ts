import type {CommandDefinition} from "../command.ts";
import {editRegister} from "../edit/edit-register.ts";
import {editFlags} from "../edit/finish-edit.ts";
import {conceptKind} from "../known.ts";
import {registerLineFlags} from "../register/line-flags.ts";
import {registerFlags} from "../register/register-flags.ts";

export const command: CommandDefinition = {
  args: [{name: "<id>", about: "the concept: id, name or alias"}],
  flags: [...registerFlags("concept"), ...registerLineFlags("concept"), ...editFlags],
  writes: "only what the flags name in its file; without a flag it opens the editor.",
  notes:
    "A line with the same gate, criterion, claim or limitation is replaced; any other is added.\nA gate that was decided stays as it is, and its repeat stands beside it.",
  examples: [
    `concept edit fast-setup --gate 'G3 Launch (2027-03-16)' --criterion 'conversations (6): the build got smaller'`,
    `concept edit "Board link" --status build --segment public-sector --dry-run`,
  ],
  reads: false,
  run: (input, context) => editRegister({kind: "concept", named: conceptKind}, input, context),
};
