import type {NotCounted, Side} from "../analysis/evidence.ts";
import type {Condition} from "../analysis/meaningful.ts";
import type {Strength} from "../analysis/status.ts";
import {count} from "../core/text.ts";
import type {AssumptionStatus, EvidenceKind} from "../notes/vocabulary.ts";
import type {Tone} from "./document.ts";

/** How the rules' words are printed. One place, so that every report says the same thing the same way. */

const statusWords: Record<AssumptionStatus, string> = {
  untested: "not tested",
  stale: "out of date",
  contested: "contested",
  validated: "validated",
  invalidated: "invalidated",
  "leaning-valid": "leaning yes",
  "leaning-invalid": "leaning no",
  inconclusive: "unclear",
};

const tones: Record<AssumptionStatus, Tone> = {
  untested: "warn",
  stale: "warn",
  contested: "warn",
  validated: "good",
  invalidated: "bad",
  "leaning-valid": "good",
  "leaning-invalid": "bad",
  inconclusive: "neutral",
};

/** The colour of a status; the word stands beside it always. */
export function statusTone(status: AssumptionStatus): Tone {
  return tones[status];
}

/** A status in words, where nothing is known of its strength: "leaning yes". */
export function statusWord(status: AssumptionStatus): string {
  return statusWords[status];
}

/** A status in words, honest about little evidence: "early yes", "too early". */
export function shortLabel(status: AssumptionStatus, strength: Strength): string {
  if (strength !== "weak") return statusWord(status);
  if (status === "leaning-valid") return "early yes";
  if (status === "leaning-invalid") return "early no";
  return status === "inconclusive" ? "too early" : statusWord(status);
}

/** As `shortLabel`, with the customers heard at first hand where it is too early. */
export function statusLabel(
  status: AssumptionStatus,
  strength: Strength,
  customers: number,
): string {
  const label = shortLabel(status, strength);
  return label === "too early" ? `too early (${count(customers, "customer")})` : label;
}

/** "too early (1 customer)" → "too early", where marks or words beside it tell the customers anyway. */
export function withoutCount(label: string): string {
  return label.replace(/^too early \(.*\)$/, "too early");
}

const conditionWords: Record<Condition, string> = {
  "not-held": "not held",
  secondhand: "second-hand",
  "not-live": "not live",
  "nobody-present": "nobody present",
  "too-short": "too short",
  "nothing-learned": "nothing learned",
  "not-written-up": "not written up",
  "talked-too-much": "talked too much",
  overridden: "overridden",
};

/** Why a conversation is not meaningful: "too short, nothing learned". */
export function whyNotMeaningful(why: readonly Condition[]): string {
  return why.map((condition) => conditionWords[condition]).join(", ");
}

const kindPhrases: Record<EvidenceKind, Record<Side, string>> = {
  compliment: {for: "praise", against: "praise"},
  hypothetical: {for: "said they would", against: "said they would not"},
  opinion: {for: "thinks so", against: "thinks not"},
  story: {for: "told", against: "told"},
  observed: {for: "seen", against: "seen"},
  time: {for: "gave time", against: "would not give time"},
  reputation: {for: "put their name to it", against: "would not put their name to it"},
  money: {for: "paid or signed", against: "would not pay"},
};

/** How we know, in a word or two: "seen", "told", "would not pay"; hearsay is called second-hand. */
export function howWeKnow(kind: EvidenceKind, side: Side, secondhand: boolean): string {
  const phrase = kindPhrases[kind][side];
  return secondhand ? `second-hand, ${phrase}` : phrase;
}

const reasons: Record<NotCounted, string> = {
  compliment: "praise",
  hypothetical: "would, could or might",
  "not-held": "the talk was not held",
  reset: "from before it changed",
  expired: "too old",
  "one-per-customer": "one voice per customer",
};

/** Why a line of evidence does not count. */
export function whyNot(reason: NotCounted): string {
  return reasons[reason];
}
