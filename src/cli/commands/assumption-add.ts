import type {CommandDefinition} from "../command.ts";
import {assumptionForm} from "../guided-registers/assumption-form.ts";
import {type RegisterAdd, runAdd} from "../guided-registers/run-add.ts";
import {addFlags} from "../register/add-register.ts";
import {registerFlags} from "../register/register-flags.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [
    ...registerFlags("assumption"),
    {flags: "--id <id>", about: "its id and file name (default: from the statement)"},
    ...addFlags,
  ],
  writes: "one file under assumptions/; at a terminal it asks for what is missing.",
  examples: [
    `assumption add --statement "New customers finish setup alone in under five minutes" --type usability --importance critical --id setup-under-five-minutes`,
    `assumption add --statement "Finance leads will pay extra for single sign-on" --type viability --importance high --wrong "three of five refuse" --due "in 6 weeks"`,
  ],
  reads: false,
  run: (input, context) => runAdd(add, input, context),
};

const add: RegisterAdd = {
  kind: "assumption",
  form: assumptionForm,
  required: ["statement", "type", "importance"],
  example: `--statement "We believe ..." --type usability --importance critical`,
  defaults: ({today}) => ({created: today}),
};
