import type {CommandDefinition} from "../command.ts";
import {editRegister} from "../edit/edit-register.ts";
import {editFlags} from "../edit/finish-edit.ts";
import {assumptionKind} from "../known.ts";
import {registerFlags} from "../register/register-flags.ts";

export const command: CommandDefinition = {
  args: [{name: "<id>", about: "the assumption: id, beginning of it, or an alias"}],
  flags: [...registerFlags("assumption"), ...editFlags],
  writes: "only what the flags name in its file; without a flag it opens the editor.",
  notes:
    'An empty value takes a field out:  --due ""\nFlags that repeat add to a list; to have others:  --doubter "" --doubter eva',
  examples: [
    `assumption edit pay-for-sso --importance medium --doubter ben`,
    `assumption edit setup-under-five-minutes --wrong "two of five new customers need help" --due "in 6 weeks"`,
  ],
  reads: false,
  run: (input, context) =>
    editRegister({kind: "assumption", named: assumptionKind}, input, context),
};
