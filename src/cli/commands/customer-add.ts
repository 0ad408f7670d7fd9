import {PmTalkError} from "../../core/errors.ts";
import {parseLine} from "../../notes/read-line.ts";
import {type CommandDefinition, listOf} from "../command.ts";
import {customerForm} from "../guided-registers/customer-form.ts";
import {type RegisterAdd, runAdd} from "../guided-registers/run-add.ts";
import {registerFlags} from "../register/register-flags.ts";
import {refuseUnwritable} from "../unwritable.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [
    ...registerFlags("customer"),
    {
      flags: "--person <line>",
      about: "'tom-berg Tom Berg, head of finance (buyer, warm): tom@gantry.example'",
      repeatable: true,
    },
    {flags: "--id <id>", about: "its id and file name (default: from the name)"},
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
  lines: (flags) => ({people: listOf(flags, "person").map(personOf)}),
};

function personOf(typed: string) {
  const result = parseLine("people", refuseUnwritable(typed, "person"));
  if (!("faults" in result)) return result.row;
  const fault = result.faults[0];
  throw new PmTalkError(
    "usage",
    `--person '${typed}': ${fault?.message ?? "cannot be read"}`,
    fault?.hint ?? null,
  );
}
