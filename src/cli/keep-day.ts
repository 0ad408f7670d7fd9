import {resolve} from "node:path";
import {readGiven} from "../workspace/given-files.ts";
import type {BuildReport, BuiltReport} from "./built-report.ts";
import type {Input} from "./command.ts";
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
  const bytes = readGiven(resolve(context.cwd, file));
  const before = bytes === null ? "" : Buffer.from(bytes).toString("utf8");
  const day = dayOf(format, before);
  if (day === null || day > built.request.asOf) return false;
  const quiet = {...input, global: {...input.global, quiet: true}};
  const then = {...opened, asOf: day};
  const past = await build(quiet, then, context);
  if (said(past) !== said(built)) return false;
  const text = await renderReport(past, {...place, opened: then});
  return settled(format, text) === settled(format, before);
}

/** Figures that grow by one each day, and are told by the days that stand beside them. */
const ages: ReadonlySet<string> = new Set(["daysAgo", "daysLate", "overdueDays"]);

/** All that a report says, without the day itself and what only counts days up to it. */
function said({data, request}: BuiltReport): string {
  return JSON.stringify(data, (key, value: unknown) => {
    if (ages.has(key) || value === request.asOf) return null;
    return typeof value === "string" ? withoutAges(value) : withoutFoundAge(value);
  });
}

function withoutAges(text: string): string {
  return text.replace(/\b(?:\d+ (?:day|week|month)s?|today|yesterday|tomorrow)\b/gi, "…");
}

/** Of a gate's criteria one is found in days: how long ago we spoke. Whether it is met is another matter. */
function withoutFoundAge(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("found" in value)) return value;
  return "id" in value && value.id === "recent" ? {...value, found: null} : value;
}
