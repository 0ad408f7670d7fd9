import type {CommandDefinition} from "../command.ts";
import {conceptForm} from "../decide/concept-form.ts";
import {type RegisterAdd, runAdd} from "../guided-registers/run-add.ts";
import {addFlags} from "../register/add-register.ts";
import {registerLineFlags} from "../register/line-flags.ts";
import {registerFlags} from "../register/register-flags.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [
    ...registerFlags("concept"),
    ...registerLineFlags("concept"),
    {flags: "--id <id>", about: "its id and file name (default: from the name)"},
    ...addFlags,
  ],
  writes: "one file under concepts/; at a terminal it asks for a name that is missing.",
  examples: [
    `concept add --name "Budget alerts" --status discovery --segment smb --gate 'G1 Problem (in 6 weeks)'`,
    `concept add --name "Quiet close" --claim 'The month ends by itself (vision)' --limitation 'One ledger only (product): say which' --criterion 'customers (2): a niche of six'`,
  ],
  reads: false,
  run: (input, context) => runAdd(add, input, context),
};

const add: RegisterAdd = {
  kind: "concept",
  form: conceptForm,
  required: ["name"],
  example: `--name "Fast setup"`,
  defaults: () => ({}),
};
