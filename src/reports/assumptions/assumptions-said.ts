import type {Side} from "../../analysis/evidence.ts";
import type {AssumptionData, EvidenceData} from "./assumptions-data.ts";
import {strongestOf, type AssumptionsView} from "./assumptions-view.ts";
import type {Block, Span} from "../document.ts";
import {howWeKnow} from "../wording.ts";
import {daySpan, joined} from "../spans.ts";

/** The strongest no, then the strongest yes; one that is both is told once. */
export function strongestSaid(one: AssumptionData, view: AssumptionsView): Block[] {
  const no = strongestOf(one.evidence, "against");
  const yes = strongestOf(one.evidence, "for");
  return [
    ...(no === null ? [] : [said(no, "against", view)]),
    ...(yes === null || yes === no ? [] : [said(yes, "for", view)]),
  ];
}

/** A row behind the sign of its side: their words, else ours. */
function said(row: EvidenceData, side: Side, view: AssumptionsView): Block {
  const source = sourceOf(row, side, view);
  const sign = side === "for" ? "+" : "-";
  if (row.quote !== null) {
    return {block: "quote", text: row.quote, source, sign, aside: view.note(row.conversation)};
  }
  const words = row.note === null ? "" : `${row.note} – `;
  const text = [`${sign} ${words}`, ...source, ", ", view.note(row.conversation)];
  return {block: "paragraph", text};
}

/** "Gantry, enterprise, seen, Thu 2026-11-19". */
function sourceOf(row: EvidenceData, side: Side, view: AssumptionsView): Span[] {
  const parts: Span[] = [view.customer(row.customer)];
  if (row.segment !== null) parts.push(row.segment);
  if (row.advocate) parts.push("advocate");
  parts.push(howWeKnow(row.kind, side, row.secondhand));
  if (row.stance === "mixed") parts.push("for and against");
  return joined([...parts, daySpan(row.date)], ", ");
}
