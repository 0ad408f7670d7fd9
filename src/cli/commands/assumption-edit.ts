import type {CommandDefinition} from "../command.ts";
import {editRegister, registerEditFlags} from "../edit/edit-register.ts";
import {assumptionKind} from "../known.ts";

export const command: CommandDefinition = {
  args: [{name: "<id>", about: "the assumption: id, beginning of it, or an alias"}],
  flags: registerEditFlags("assumption"),
  writes:
    'only what the flags name, in its file. An empty value takes a field out (--due ""), --concept and the like add one; without a flag the file is opened in your editor.',
  examples: [
    `assumption edit pay-for-sso --importance medium --doubter ben`,
    `assumption edit setup-under-five-minutes --wrong "two of five new customers need help" --due "in 6 weeks"`,
  ],
  reads: false,
  run: (input, context) =>
    editRegister({kind: "assumption", named: assumptionKind, people: []}, input, context),
};
