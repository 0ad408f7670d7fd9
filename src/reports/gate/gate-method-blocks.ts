import {count} from "../../core/text.ts";
import type {Block} from "../document.ts";
import type {GateView} from "./gate-view.ts";

/** Something that makes the evidence weaker than it looks: how often, of how many, and what it is called. */
interface Weakness {
  n: number;
  /** Empty where there is nothing that it is a part of. */
  of: string;
  what: string;
}

/** How the report came about: what may make the evidence weaker than it looks, as counts. */
export function methodBlocks(view: GateView): Block[] {
  const weaknesses = weaknessesOf(view);
  const found = weaknesses.filter(({n}) => n > 0);
  const clean = weaknesses.filter(({n}) => n === 0).map(({what}) => what);
  const items = found.map(({n, of, what}) =>
    of === "" ? `${String(n)} ${what}` : `${String(n)} of ${of}: ${what}`,
  );
  const isEmpty = view.data.method.talks === 0 && view.data.method.rows === 0;
  if (clean.length > 0 && !isEmpty) items.push(`none: ${clean.join("; ")}`);
  return [
    {block: "heading", level: 2, text: "Method"},
    ...(items.length === 0 ? [] : [{block: "list", items} as const]),
    {
      block: "paragraph",
      text: "Praise weighs 0, an opinion 1, a story 2, what was seen or time given 3, a name 4, money 6, and no refusal more than 3: a convention, not a measurement.",
    },
  ];
}

function weaknessesOf({data}: GateView): Weakness[] {
  const {method} = data;
  const talks = count(method.talks, "talk");
  const beliefs = count(data.assumptions.length + data.otherAssumptions, "belief");
  const rows = count(method.rows, "row of evidence", "rows of evidence");
  const customers = count(method.customers, "customer");
  return [
    {n: method.consentNotAsked, of: talks, what: "nobody asked for consent"},
    {n: method.secondhand, of: talks, what: "second-hand"},
    {n: method.writtenUpLate, of: talks, what: "written up more than a week later"},
    {n: method.possibleDuplicates, of: talks, what: "written up twice, counted once"},
    {n: method.overriddenTalks, of: talks, what: "counted or not because the note says so"},
    {n: method.advocates, of: customers, what: "advocates of ours"},
    {n: method.olderThanAssumption, of: rows, what: "older than the assumption"},
    {
      n: method.overriddenBeliefs,
      of: beliefs,
      what: "status overridden, which changes nothing here",
    },
    {n: method.retired, of: "", what: "beliefs given up since the gate before"},
  ];
}
