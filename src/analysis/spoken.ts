import {compareText} from "../core/text.ts";
import type {Conversation} from "../notes/collection.ts";

/**
 * Whether we spoke with them: held, at first hand, on a type and channel on which people speak, with
 * somebody of ours there. Surveys, e-mails and voicemail never count.
 */
export function isSpoken(conversation: Conversation): boolean {
  const {status, secondhand, live, team, observers} = conversation;
  return status === "held" && !secondhand && live && team.length + observers.length > 0;
}

/** The spoken conversation that was last; null when there is none. */
export function lastSpoken(conversations: readonly Conversation[]): Conversation | null {
  return latest(conversations.filter(isSpoken));
}

/** The last of the conversations, spoken or not; null when there is none. */
export function latest(conversations: readonly Conversation[]): Conversation | null {
  let last: Conversation | null = null;
  for (const conversation of conversations) {
    if (last === null || compareRecency(conversation, last) > 0) last = conversation;
  }
  return last;
}

/**
 * Earlier first. Of one day the later time is last, one without a time is the earliest; then the id that
 * sorts last.
 */
export function compareRecency(a: Conversation, b: Conversation): number {
  return (
    compareText(a.date, b.date) ||
    compareText(a.time ?? "", b.time ?? "") ||
    compareText(a.id, b.id)
  );
}

/** Everybody of ours who was there, those who took part first, the one who led before all. */
export function presentOf({team, observers}: Pick<Conversation, "team" | "observers">): string[] {
  return [...team, ...observers];
}

export const bands = ["last7", "recent", "fading", "cold", "never"] as const;
/** How long ago we last spoke. */
export type Band = (typeof bands)[number];

/** The band of so many days since the last talk: 7, 30 and 90 days are the limits; null is never. */
export function band(daysAgo: number | null): Band {
  if (daysAgo === null) return "never";
  if (daysAgo <= 7) return "last7";
  if (daysAgo <= 30) return "recent";
  return daysAgo <= 90 ? "fading" : "cold";
}
