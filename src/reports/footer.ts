import {formatDay} from "../core/calendar.ts";
import {count} from "../core/text.ts";
import type {Block, Spans} from "./document.ts";
import type {ReportRequest} from "./request.ts";

/** Second line of every report: what was left out; nothing when all could be read. */
export function leftOut(request: ReportRequest): Block[] {
  const {partial, skipped} = request.sources;
  if (partial === 0 && skipped === 0) return [];
  const parts = [];
  if (skipped > 0) parts.push(`${count(skipped, "file")} left out`);
  if (partial > 0) parts.push(`${count(partial, "note")} read in part`);
  const text: Spans = [`${parts.join(", ")}: `, {role: "command", text: "pm-talk check"}];
  return [{block: "callout", tone: "warn", text}];
}

/** Last block of every report: the day, what was read, and the thresholds it used. */
export function footer(request: ReportRequest, thresholds: string[]): Block {
  const {sources, asOf, collection} = request;
  const left =
    sources.skipped === 0 ? "none left out" : `${count(sources.skipped, "file")} left out`;
  const partial = sources.partial === 0 ? "" : `, ${count(sources.partial, "note")} in part`;
  const newest = collection.conversations.find(
    (conversation) =>
      conversation.id === sources.newest || conversation.also.includes(sources.newest ?? ""),
  );
  const last = newest === undefined ? "" : `, newest ${newest.date}`;
  return {
    block: "footer",
    lines: [
      `${formatDay(asOf)}. ${count(sources.read, "note")} read, ${left}${partial}${last}.`,
      ...thresholds,
    ],
  };
}
