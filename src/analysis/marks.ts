import type {Assessment} from "./assess.ts";
import type {WeighedRow} from "./evidence.ts";
import {isDoEvidence} from "./points.ts";

/** What a customer's voice is: did something, told of a time, thinks so. Hearsay only thinks. */
export type VoiceMark = "did" | "told" | "thinks";

const order: readonly VoiceMark[] = ["did", "told", "thinks"];

/** One mark per customer and side, strongest first. */
export interface SideMarks {
  against: VoiceMark[];
  for: VoiceMark[];
}

/** The marks of an assumption: one for the kept row of each customer on each side. */
export function marksOf({voices}: Pick<Assessment, "voices">): SideMarks {
  return {against: inOrder(voices.against), for: inOrder(voices.for)};
}

/** The mark of one row. */
export function markOf({kind}: Pick<WeighedRow, "kind">): VoiceMark {
  if (isDoEvidence(kind)) return "did";
  return kind === "story" ? "told" : "thinks";
}

function inOrder(voices: readonly WeighedRow[]): VoiceMark[] {
  return voices.map(markOf).sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
