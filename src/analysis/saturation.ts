import {compareText} from "../core/text.ts";
import type {CalendarDate} from "../core/calendar.ts";
import type {Conversation} from "../notes/collection.ts";

/** How much of what the last talks brought was new. A hint, no more. */
export interface Saturation {
  /** New themes of the last two talks per theme of the first four. */
  ratio: number;
  label: "few new themes" | "still learning";
}

const firstTalks = 4;
const lastTalks = 2;
/** Share of new themes up to which hardly anything new is heard. */
const few = 0.05;

/**
 * Whether more talks of this kind still teach us something: distinct themes of the last two that are in
 * none before, by distinct themes of the first four. Only held talks up to the day that have a theme in
 * an item count; null when there are fewer than six.
 */
export function saturation(
  conversations: readonly Conversation[],
  asOf: CalendarDate,
  belongs: (conversation: Conversation) => boolean = () => true,
): Saturation | null {
  const themed = conversations
    .filter((talk) => talk.status === "held" && talk.date <= asOf && belongs(talk))
    .sort((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id))
    .map(themesOf)
    .filter((themes) => themes.size > 0);
  if (themed.length < firstTalks + lastTalks) return null;
  const before = new Set(themed.slice(0, -lastTalks).flatMap((themes) => [...themes]));
  const last = new Set(themed.slice(-lastTalks).flatMap((themes) => [...themes]));
  const first = new Set(themed.slice(0, firstTalks).flatMap((themes) => [...themes]));
  const fresh = [...last].filter((theme) => !before.has(theme));
  const ratio = fresh.length / first.size;
  return {ratio, label: ratio <= few ? "few new themes" : "still learning"};
}

function themesOf(conversation: Conversation): Set<string> {
  const items = Object.values(conversation.items).flat();
  return new Set(items.flatMap((item) => item.themes));
}
