import type {CommandDefinition} from "../command.ts";
import {editRegister} from "../edit/edit-register.ts";
import {editFlags} from "../edit/finish-edit.ts";
import {customerKind} from "../known.ts";
import {registerFlags} from "../register/register-flags.ts";

export const command: CommandDefinition = {
  args: [{name: "<id>", about: "the customer: id, name or alias"}],
  flags: [
    ...registerFlags("customer"),
    {
      flags: "--person <line>",
      about: "somebody new, or in place of the line with this id: 'tom-berg Tom Berg (buyer)'",
      repeatable: true,
    },
    ...editFlags,
  ],
  writes: "only what the flags name in its file; without a flag it opens the editor.",
  notes:
    'An empty value takes a field out:  --owner ""\n--alias adds one; to have others:  --alias "" --alias Dune',
  examples: [
    `customer edit gantry --stage customer --relationship warm`,
    `customer edit "Dune Health" --alias Dune --person 'ines-faro Ines Faro, clinic lead (champion)'`,
  ],
  reads: false,
  run: (input, context) => editRegister({kind: "customer", named: customerKind}, input, context),
};
