import type {Block, Span} from "../document.ts";
import type {SaidAgainst} from "./gate-data.ts";
import type {GateView} from "./gate-view.ts";
import {howWeKnow, whyNot} from "../wording.ts";
import {daySpan, joined} from "../spans.ts";

/** What customers said against the concept's beliefs, every row of it, the strongest first in each. */
export function saidBlocks(view: GateView): Block[] {
  const {against} = view.data;
  const text = `What they said against it, in full (${String(against.length)})`;
  const heading: Block = {block: "heading", level: 2, text};
  if (against.length === 0) {
    const nobody = "Nobody said anything against it. Was anybody asked who would?";
    return [heading, {block: "paragraph", text: nobody}];
  }
  const beliefs = new Map<string, SaidAgainst[]>();
  for (const row of against) {
    const rows = beliefs.get(row.assumption);
    if (rows === undefined) beliefs.set(row.assumption, [row]);
    else rows.push(row);
  }
  return [
    heading,
    ...[...beliefs].map(([id, rows]): Block => ({
      block: "group",
      lead: view.belief(id),
      blocks: rows.map((row) => saidBlock(row, view)),
    })),
  ];
}

function saidBlock(row: SaidAgainst, view: GateView): Block {
  const source = sourceOf(row, view);
  if (row.quote !== null)
    return {block: "quote", text: row.quote, source, sign: "-", aside: view.note(row.conversation)};
  const words = row.note === null ? "" : `${row.note} – `;
  return {block: "paragraph", text: [`- ${words}`, ...source, ", ", view.note(row.conversation)]};
}

/** "Gantry, enterprise, seen, Thu 2026-11-19", and why it does not count where it does not. */
function sourceOf(row: SaidAgainst, view: GateView): Span[] {
  const parts: Span[] = [view.customer(row.customer)];
  if (row.segment !== null) parts.push(row.segment);
  if (row.advocate) parts.push("advocate");
  parts.push(howWeKnow(row.kind, "against", row.secondhand));
  if (row.stance === "mixed") parts.push("for and against");
  parts.push(daySpan(row.date));
  const why = row.reason === null ? "" : ` (does not count: ${whyNot(row.reason)})`;
  return [...joined(parts, ", "), why];
}
