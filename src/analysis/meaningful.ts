import {count} from "../core/text.ts";
import {itemSections, type ItemSection} from "../notes/body.ts";
import type {Conversation} from "../notes/collection.ts";
import type {MeaningfulThresholds} from "../notes/config.ts";
import {hasPoints} from "./points.ts";
import {isSpoken} from "./spoken.ts";

/** Conditions of a meaningful conversation, named by how they fail; in the order in which they are asked. */
const conditions = [
  "not-held",
  "secondhand",
  "not-live",
  "nobody-present",
  "too-short",
  "nothing-learned",
  "not-written-up",
  "talked-too-much",
  "overridden",
] as const;
export type Condition = (typeof conditions)[number];

/** Whether a conversation counts towards "two meaningful conversations a month", and why not. */
export interface Meaning {
  meaningful: boolean;
  /** The conditions that failed; empty when it counts. */
  why: Condition[];
  /** What the note says instead of the rule, and which conditions it set aside; null when it says nothing. */
  overridden: {to: boolean; reason: string; instead: Condition[]} | null;
  /** For each failed condition what would meet it, as in "a quote, or 12 more words". */
  missing: string[];
}

/** What one learns from: an item in one of these is something learned. */
const learningSections: readonly ItemSection[] = [
  "works",
  "not-working",
  "wish",
  "pains",
  "surprises",
  "insights",
  "story",
  "lean-in",
  "tune-out",
  "objections",
  "must-change",
  "would-use",
  "today",
];

/**
 * Judges one conversation: spoken, not too short, something learned, written up, and in a selling talk not
 * mostly our own voice. An override with a reason has the last word on a spoken one and
 * says nothing of the others.
 */
export function meaning(conversation: Conversation, thresholds: MeaningfulThresholds): Meaning {
  const failed = conditions.filter((condition) => fails(condition, conversation, thresholds));
  const overridden = overrideOf(conversation, failed);
  const missing = failed.map((condition) => whatIsMissing(condition, conversation, thresholds));
  if (overridden?.to === true) return {meaningful: true, why: [], overridden, missing: []};
  return {meaningful: failed.length === 0, why: failed, overridden, missing};
}

/** Items, and rows with points on their own day, whoever told them: praise and promises teach nothing. */
export function learnings(conversation: Conversation): number {
  const items = learningSections.map((section) => conversation.items[section].length);
  return (
    items.reduce((sum, length) => sum + length, 0) + conversation.evidence.filter(hasPoints).length
  );
}

function overrideOf(conversation: Conversation, failed: Condition[]): Meaning["overridden"] {
  const {meaningful: to, reason} = conversation;
  if (to === null || reason === null || !isSpoken(conversation)) return null;
  return {to, reason, instead: to ? failed : []};
}

function fails(
  condition: Condition,
  conversation: Conversation,
  thresholds: MeaningfulThresholds,
): boolean {
  const {duration, talk} = conversation;
  switch (condition) {
    case "not-held":
      return conversation.status !== "held";
    case "secondhand":
      return conversation.secondhand;
    case "not-live":
      return !conversation.live;
    case "nobody-present":
      return conversation.team.length + conversation.observers.length === 0;
    case "too-short":
      return duration !== null && duration < thresholds.minutes;
    case "nothing-learned":
      return learnings(conversation) === 0;
    case "not-written-up":
      return !hasQuote(conversation) && conversation.words < thresholds.words;
    case "talked-too-much":
      return conversation.selling && talk !== null && talk > thresholds.talk;
    case "overridden":
      return (
        conversation.meaningful === false && conversation.reason !== null && isSpoken(conversation)
      );
  }
}

function hasQuote({items, evidence}: Conversation): boolean {
  return (
    evidence.some((row) => row.quote !== null) ||
    itemSections.some((section) => items[section].some((item) => item.quotes.length > 0))
  );
}

function whatIsMissing(
  condition: Condition,
  conversation: Conversation,
  thresholds: MeaningfulThresholds,
): string {
  switch (condition) {
    case "not-held":
      return `a talk that was held: this one is ${conversation.status}`;
    case "secondhand":
      return "somebody of ours in the talk: this one was told to us";
    case "not-live":
      return "a live talk: here nobody spoke";
    case "nobody-present":
      return "who of us was there";
    case "too-short":
      return count(thresholds.minutes - (conversation.duration ?? 0), "more minute");
    case "nothing-learned":
      return "something learned: what works, what does not, a surprise, or evidence beyond praise";
    case "not-written-up":
      return `a quote, or ${count(Math.ceil(thresholds.words - conversation.words), "more word")}`;
    case "talked-too-much":
      return `more listening: we spoke ${percent(conversation.talk)} of the time, ${percent(thresholds.talk)} is the most`;
    case "overridden":
      return `its own note says it does not count: ${conversation.reason ?? ""}`;
  }
}

/** A share of speaking time, rounded up, so that what is over the limit never looks like the limit. */
function percent(share: number | null): string {
  return `${String(Math.ceil(Number(((share ?? 0) * 100).toFixed(6))))} %`;
}
