import {formatDay} from "../core/calendar.ts";
import {count} from "../core/text.ts";
import type {Block, Spans} from "./document.ts";
import type {ReportRequest} from "./request.ts";

/**
 * First block of every report: its answer. The second line says what was left out, before anybody reads on;
 * there is none when all could be read.
 */
export function answerBlock(lines: Spans[], request: ReportRequest): Block {
  const [first = "", ...rest] = lines;
  return {block: "answer", lines: [first, ...leftOut(request), ...rest]};
}

/** What was left out, in one line; none where all could be read. */
export function leftOut(request: ReportRequest): Spans[] {
  const {partial, skipped} = request.sources;
  if (partial === 0 && skipped === 0) return [];
  const parts = [];
  if (skipped > 0) parts.push(`${count(skipped, "file")} left out`);
  if (partial > 0) parts.push(`${count(partial, "note")} read in part`);
  return [
    [
      {role: "status", text: `${parts.join(", ")}:`, tone: "warn"},
      " ",
      {role: "command", text: "pm-talk check"},
    ],
  ];
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
