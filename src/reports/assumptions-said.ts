import type {Side} from "../analysis/evidence.ts";
import type {AssumptionData, EvidenceData} from "./assumptions-data.ts";
import {daySpan, joined, strongestOf, type AssumptionsView} from "./assumptions-view.ts";
import type {Block, Span} from "./document.ts";
import {howWeKnow} from "./wording.ts";

/** The strongest row of a side, signed: their words, else ours. */
export function said(one: AssumptionData, side: Side, view: AssumptionsView): Block[] {
  const row = strongestOf(one.evidence, side);
  if (row === null) return [];
  const source = sourceOf(row, side, view);
  const sign = side === "for" ? "+" : "-";
  if (row.quote !== null) {
    return [{block: "quote", text: row.quote, source, sign, aside: view.note(row.conversation)}];
  }
  const words = row.note === null ? "" : `${row.note} – `;
  const text = [`${sign} ${words}`, ...source, ", ", view.note(row.conversation)];
  return [{block: "paragraph", text}];
}

/** "Gantry, enterprise, seen, Thu 2026-11-19". */
function sourceOf(row: EvidenceData, side: Side, view: AssumptionsView): Span[] {
  const parts: Span[] = [view.customer(row.customer)];
  if (row.segment !== null) parts.push(row.segment);
  if (row.advocate) parts.push("advocate");
  parts.push(howWeKnow(row.kind, side, row.secondhand));
  if (row.stance === "mixed") parts.push("mixed");
  return joined([...parts, daySpan(row.date)], ", ");
}
