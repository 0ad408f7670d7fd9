import {resolve} from "node:path";
import type {CalendarDate} from "../../core/calendar.ts";
import {readGiven, whatIsAt} from "../../workspace/given-files.ts";
import type {BuildReport, BuiltReport} from "./built-report.ts";
import type {Input} from "../command.ts";
import {dayOf, settled} from "./own-marks.ts";
import {type Place, renderReport} from "./render-report.ts";

/**
 * Whether a file says already all that the report would, but for the day that it is true for: it was made
 * from the same notes, and no verdict, status or count has changed since. Such a file keeps its day, so that
 * a report that is committed changes only when there is something to read.
 */
export async function isAsItWas(
  built: BuiltReport,
  place: Place & {file: string; input: Input},
  build: BuildReport | null,
): Promise<boolean> {
  const {file, format, input, opened, context} = place;
  if (build === null || input.global.asOf !== null) return false;
  const path = resolve(context.cwd, file);
  const bytes = whatIsAt(path) === "file" ? readGiven(path) : null;
  const before = bytes === null ? "" : Buffer.from(bytes).toString("utf8");
  const day = dayOf(format, before);
  if (day === null || day > built.request.asOf) return false;
  const quiet = {...input, global: {...input.global, quiet: true}};
  const then = {...opened, asOf: day};
  const past = await build(quiet, then, context);
  const days = [day, built.request.asOf];
  if (said(past, days) !== said(built, days)) return false;
  const text = await renderReport(past, {...place, opened: then});
  return settled(format, text) === settled(format, before);
}

/** What only says how long ago the days beside it are, and the day up to which one looks back. */
const ages: ReadonlySet<string> = new Set(["daysAgo", "since"]);

/** Whether something is late, or to come, counts as well, but not by how many days. */
const delays: ReadonlySet<string> = new Set(["daysLate", "overdueDays", "inDays"]);

/** All that a report says, without the days that it is compared of, and what only counts days up to them. */
function said({data, request}: BuiltReport, days: readonly unknown[]): string {
  return JSON.stringify(data, (key, value: unknown) => {
    if (ages.has(key) || days.includes(value)) return null;
    if (delays.has(key)) return Math.sign(Number(value));
    if (typeof value === "string") return withoutAges(value);
    return isObject(value) ? withoutFoundAge(withOverdue(value, request.asOf)) : value;
  });
}

function withoutAges(text: string): string {
  const age =
    /\b(?:(?:in )?\d+ (?:day|week|month)s?(?: (?:ago|late))?|today|yesterday|tomorrow)\b/gi;
  return text.replace(age, "…");
}

/** Of a gate's criteria one is found in days: how long ago we spoke. Whether it is met is another matter. */
function withoutFoundAge(value: Fields): Fields {
  return value["id"] === "recent" && "found" in value ? {...value, found: null} : value;
}

/** That a gate is past its day is news. */
function withOverdue(value: Fields, asOf: CalendarDate): Fields {
  const {date} = value;
  return "ready" in value && typeof date === "string" ? {...value, overdue: date < asOf} : value;
}

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
