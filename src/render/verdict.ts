import type {Spans, Verdict, VerdictBox} from "../reports/document.ts";

/** The boxes of a verdict as label and value: "talks  5 of 5 talks  met". */
export function verdictFacts(verdict: Verdict): {label: string; value: Spans}[] {
  return verdict.boxes.map((box) => ({
    label: box.label,
    value: [`${box.found}  `, {role: "status", text: metWord(box.met), tone: metTone(box.met)}],
  }));
}

/** Whether a criterion is met, in words: nothing to check is neither. */
export function metWord(met: boolean | null): string {
  if (met === null) return "– not set";
  return met ? "met" : "not met";
}

function metTone(met: VerdictBox["met"]): "good" | "bad" | "neutral" {
  if (met === null) return "neutral";
  return met ? "good" : "bad";
}
