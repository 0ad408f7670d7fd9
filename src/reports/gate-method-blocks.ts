import {count} from "../core/text.ts";
import type {Block} from "./document.ts";
import type {GateView} from "./gate-view.ts";

/** How the report came about: what may make the evidence weaker than it looks, as counts. */
export function methodBlocks({data}: GateView): Block[] {
  const {method} = data;
  const of = (n: number, things: number, noun: string): string =>
    things === 0 ? "none" : `${String(n)} of ${count(things, noun)}`;
  const talks = (n: number): string => of(n, method.talks, "talk");
  const beliefs = data.assumptions.length + data.otherAssumptions;
  return [
    {block: "heading", level: 2, text: "Method"},
    {
      block: "facts",
      facts: [
        {label: "consent not asked", value: talks(method.consentNotAsked)},
        {label: "second-hand", value: talks(method.secondhand)},
        {label: "written up after a week", value: talks(method.writtenUpLate)},
        {label: "written up twice, counted once", value: talks(method.possibleDuplicates)},
        {label: "counted by override, or not", value: talks(method.overriddenTalks)},
        {
          label: "with advocates of ours",
          value: of(method.advocates, method.customers, "customer"),
        },
        {
          label: "older than their assumption",
          value: of(method.olderThanAssumption, method.rows, "row"),
        },
        {
          label: "status overridden (changes nothing)",
          value: of(method.overriddenBeliefs, beliefs, "belief"),
        },
        {label: "beliefs given up since", value: String(method.retired)},
      ],
    },
    {
      block: "paragraph",
      text: "Praise weighs 0, an opinion 1, a story 2, what was seen or time given 3, a name 4, money 6, and no refusal more than 3: a convention, not a measurement.",
    },
  ];
}
