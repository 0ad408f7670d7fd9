import type {Sum} from "../../analysis/belief.ts";
import {count} from "../../core/text.ts";
import type {Stance} from "../../notes/vocabulary.ts";
import type {AssumptionData, EvidenceData} from "./assumptions-data.ts";
import {explainNext} from "./assumptions-next.ts";
import {type AssumptionsView} from "./assumptions-view.ts";
import type {Block, Spans, Table} from "../document.ts";
import {whyNot} from "../wording.ts";
import {daySpan} from "../spans.ts";
import {left, right} from "../columns.ts";

/** Every row with its points or the reason why it has none, the sums, and what the next status takes. */
export function explainBlocks(one: AssumptionData, view: AssumptionsView): Block[] {
  const facts: {label: string; value: Spans}[] = [
    {label: "against", value: sumText("A", one.sums.against, false)},
    {label: "for", value: sumText("F", one.sums.for, true)},
    {label: "belief", value: beliefText(one)},
    {label: "strength", value: strengthText(one)},
  ];
  const segments = Object.entries(one.beliefBySegment);
  if (segments.length > 0) {
    const value = segments.map(([segment, belief]) => `${segment} ${belief.toFixed(3)}`);
    facts.push({label: "belief in", value: value.join(" · ")});
  }
  const next = explainNext(one, view.thresholds);
  facts.push(...next.map(({status, needs}) => ({label: `for ${status}`, value: needs})));
  const rows: Block[] = one.evidence.length === 0 ? [] : [rowTable(one.evidence, view)];
  return [...rows, {block: "facts", facts}];
}

function rowTable(rows: readonly EvidenceData[], view: AssumptionsView): Table {
  return {
    block: "table",
    columns: [
      left("day", 3),
      left("customer", 1),
      left("says", 1),
      right("against", 2),
      right("for", 2),
      left("counts", 1),
      left("note", 4),
    ],
    rows: rows.map((row) => [
      daySpan(row.date),
      view.customer(row.customer),
      saysText(row),
      String(row.pointsAgainst),
      String(row.pointsFor),
      row.reason === null ? "yes" : `no: ${whyNot(row.reason)}`,
      view.note(row.conversation),
    ]),
    more: null,
  };
}

const stanceWords: Record<Stance, string> = {supports: "for", refutes: "against", mixed: "mixed"};

function saysText(row: EvidenceData): string {
  const hearsay = row.secondhand ? ", second-hand" : "";
  const fan = row.advocate ? ", advocate" : "";
  return `${stanceWords[row.stance]}, ${row.kind}${hearsay}${fan}`;
}

function sumText(letter: string, sum: Sum, storiesCapped: boolean): string {
  const {opinions, stories, deeds, total} = sum;
  const parts = [
    `done or seen ${String(deeds)}`,
    `stories ${String(stories)}${storiesCapped && stories > 6 ? " (at most 6 count)" : ""}`,
    `opinions ${String(opinions)}${opinions > 3 ? " (at most 3 count)" : ""}`,
  ];
  return `${letter} = ${String(total)}: ${parts.join(", ")}`;
}

function beliefText(one: AssumptionData): string {
  const [f, a] = [String(one.pointsFor), String(one.pointsAgainst)];
  return `(1 + F) / (3 + F + A) = (1 + ${f}) / (3 + ${f} + ${a}) = ${one.belief.toFixed(3)}`;
}

function strengthText(one: AssumptionData): string {
  const points = one.pointsFor + one.pointsAgainst;
  return `${one.strength}: ${count(points, "point")}, ${count(one.customers, "customer")} heard at first hand`;
}
