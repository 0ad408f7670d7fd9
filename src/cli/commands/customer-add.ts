import {PmTalkError} from "../../core/errors.ts";
import {parseLine} from "../../notes/read-line.ts";
import {listOf, valueOf, type CommandDefinition} from "../command.ts";
import {knownCustomers, customerKind} from "../known.ts";
import {refuseUnwritable} from "../unwritable.ts";
import type {Remarks} from "../log/log-values.ts";
import {foldName} from "../../core/text.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {addRegister} from "../register/add-register.ts";
import {readRegister, refuseMissing} from "../register/read-register.ts";
import {registerFlags} from "../register/register-flags.ts";

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
  writes: "one file under customers/.",
  examples: [
    `customer add --name "Dune Health" --segment enterprise --stage prospect`,
    `customer add --name Bolt --alias "Bolt GmbH" --relationship advocate --person 'nia-cole Nia Cole, operations (user, advocate): nia@bolt.example'`,
  ],
  reads: false,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const remarks: Remarks = {notices: [], warnings: []};
    const fields = readRegister(
      "customer",
      input.flags,
      opened.workspace.collection,
      opened.today,
      remarks,
    );
    refuseMissing("customer add", fields, ["name"], `--name "Dune Health"`);
    const title = valueOf(input.flags, "name") ?? "";
    refuseKnown([title, ...listOf(input.flags, "alias")], opened);
    const people = listOf(input.flags, "person").map(personOf);
    const register = {
      kind: "customer",
      command: "customer-add",
      title,
      fields,
      lines: {people},
    } as const;
    return await addRegister(register, remarks, input, opened, context);
  },
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

/** A name that another customer's file holds would count for neither. */
function refuseKnown(names: string[], {workspace}: Opened): void {
  const declared = workspace.collection.customers.filter((customer) => customer.file !== null);
  for (const name of names) {
    const holder = knownCustomers({...workspace.collection, customers: declared}).find((one) =>
      [one.id, ...one.names].some((known) => foldName(known) === foldName(name)),
    );
    if (holder !== undefined) {
      throw new PmTalkError(
        "usage",
        `"${name}" is a ${customerKind.noun} already: ${holder.id}.`,
        `pm-talk customer show ${holder.id}`,
      );
    }
  }
}
