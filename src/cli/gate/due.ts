import {exitCodes} from "../../core/errors.ts";
import {addDays, addMonths, type CalendarDate} from "../../core/calendar.ts";
import type {Concept} from "../../notes/collection.ts";
import {gatesDueDocument, gatesDueReport} from "../../reports/gate/gate-due.ts";
import {gatesDueTable} from "../../reports/main-tables.ts";
import {type Input, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import type {Opened} from "../open.ts";
import {requestOf, showReport} from "../report/print-report.ts";
import {echoDate, parseSpokenDate} from "../flags/spoken-dates.ts";
import {writeNotice} from "../streams.ts";
import {findConcept} from "./find-gate.ts";

/** Prints the gates that are due or overdue, of one concept where it is named; 1 when one is not ready or not known. */
export async function showDue(input: Input, opened: Opened, context: Context): Promise<number> {
  const {date: until, inWords} = dueDay(valueOf(input.flags, "due") ?? "", opened.asOf);
  if (inWords && !input.global.quiet)
    await writeNotice(context, `Due until ${echoDate(until, opened.asOf)}.`);
  const named = input.args[0];
  const {concepts} = opened.workspace.collection;
  const wanted = named === undefined ? concepts : [findConcept(named, opened)];
  const unread = unreadConcepts(named === undefined ? null : wanted, opened);
  const request = await requestOf(input, opened, context);
  const {data, reports} = gatesDueReport(request, wanted, until, unread);
  const document = () => gatesDueDocument(data, reports, request);
  const table = () => gatesDueTable(data);
  const shown = {kind: "gate", data, document, table};
  const code = await showReport(shown, request, input, opened, context);
  const holds = unread.length > 0 || reports.some(({ready}) => !ready);
  return holds && code === exitCodes.done ? exitCodes.findings : code;
}

/** Files of concepts, of those named or of all, that lose a line or all of it: a gate may be lost with it. */
function unreadConcepts(named: readonly Concept[] | null, {workspace}: Opened): string[] {
  const {results, diagnostics} = workspace;
  const concepts = new Set(
    results.flatMap(({place}) => (place.kind === "concept" ? [place.file] : [])),
  );
  const lossy = diagnostics.flatMap(({file, severity, dropped}) =>
    severity === "error" && (dropped === "file" || dropped === "line") ? [file] : [],
  );
  return [...new Set(lossy)].filter(
    (file) => concepts.has(file) && (named === null || named.some((one) => one.file === file)),
  );
}

/** `14d`, `2w` and `1m` ahead, or a day as people say it. Throws a usage error for anything else. */
function dueDay(text: string, asOf: CalendarDate): {date: CalendarDate; inWords: boolean} {
  const [, number, unit] = /^\s*(\d{1,4})\s*([dwm])\s*$/i.exec(text) ?? [];
  if (number === undefined) return parseSpokenDate(text, asOf, "forward", "--due");
  const n = Number(number);
  if (unit?.toLowerCase() === "m") return {date: addMonths(asOf, n), inWords: true};
  return {date: addDays(asOf, unit?.toLowerCase() === "w" ? n * 7 : n), inWords: true};
}
