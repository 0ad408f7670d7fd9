import {formatDay} from "../core/calendar.ts";
import {count, listWithAnd} from "../core/text.ts";
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
  const {skipped} = request.sources;
  const partial = inPart(request);
  if (partial === "" && skipped === 0) return [];
  const parts = [];
  if (skipped > 0) parts.push(`${count(skipped, "file")} left out`);
  if (partial !== "") parts.push(`${partial} read in part`);
  return [
    [
      {role: "status", text: `${parts.join(", ")}:`, tone: "warn"},
      " ",
      {role: "command", text: "pm-talk check"},
    ],
  ];
}

/** "2 notes and 1 other file" in which a value or a line does not count; empty where there are none. */
function inPart({sources, collection}: ReportRequest): string {
  const whole = new Set(collection.leftOut.map(({file}) => file));
  const others = sources.diagnostics.filter(
    ({file, severity, dropped}) =>
      severity === "error" &&
      (dropped === "value" || dropped === "line") &&
      !isNote.test(file) &&
      !whole.has(file),
  );
  const files = new Set(others.map(({file}) => file)).size;
  const notes = sources.partial === 0 ? [] : [count(sources.partial, "note")];
  const other = notes.length === 0 ? "file" : "other file";
  return listWithAnd([...notes, ...(files === 0 ? [] : [count(files, other)])]);
}

const isNote = /^conversations\//i;

/** Last block of every report: the day, what was read, and the thresholds it used. */
export function footer(request: ReportRequest, thresholds: string[]): Block {
  const {sources, asOf, collection} = request;
  const left =
    sources.skipped === 0 ? "none left out" : `${count(sources.skipped, "file")} left out`;
  const some = inPart(request);
  const partial = some === "" ? "" : `, ${some} in part`;
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
