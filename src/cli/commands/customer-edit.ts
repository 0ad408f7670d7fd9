import {listOf, type CommandDefinition} from "../command.ts";
import {editRegister, registerEditFlags} from "../edit/edit-register.ts";
import {personOf} from "../edit/people.ts";
import {customerKind} from "../known.ts";

export const command: CommandDefinition = {
  args: [{name: "<id>", about: "the customer: id, name or alias"}],
  flags: [
    ...registerEditFlags("customer"),
    {
      flags: "--person <line>",
      about: "somebody new, or in place of the line with this id: 'tom-berg Tom Berg (buyer)'",
      repeatable: true,
    },
  ],
  writes:
    'only what the flags name, in its file. An empty value takes a field out (--owner ""), --alias adds one; without a flag the file is opened in your editor.',
  examples: [
    `customer edit gantry --stage customer --relationship warm`,
    `customer edit "Dune Health" --alias Dune --person 'ines-faro Ines Faro, clinic lead (champion)'`,
  ],
  reads: false,
  run: (input, context) => {
    const people = listOf(input.flags, "person").map(personOf);
    return editRegister({kind: "customer", named: customerKind, people}, input, context);
  },
};
