import type {CommandDefinition} from "../command.ts";
import {customerForm} from "../guided-registers/customer-form.ts";
import {type RegisterAdd, runAdd} from "../guided-registers/run-add.ts";
import {addFlags} from "../register/add-register.ts";
import {registerLineFlags} from "../register/line-flags.ts";
import {registerFlags} from "../register/register-flags.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [
    ...registerFlags("customer"),
    ...registerLineFlags("customer"),
    {flags: "--id <id>", about: "its id and file name (default: from the name)"},
    ...addFlags,
  ],
  writes: "one file under customers/; at a terminal it asks for a name that is missing.",
  examples: [
    `customer add --name "Dune Health" --segment enterprise --stage prospect`,
    `customer add --name Bolt --alias "Bolt GmbH" --relationship advocate --person 'nia-cole Nia Cole, operations (user, advocate): nia@bolt.example'`,
  ],
  reads: false,
  run: (input, context) => runAdd(add, input, context),
};

const add: RegisterAdd = {
  kind: "customer",
  form: customerForm,
  required: ["name"],
  example: `--name "Dune Health"`,
  defaults: () => ({}),
};
