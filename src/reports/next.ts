import {firstOf, whoToTalkTo} from "../analysis/next.ts";
import type {NextScope} from "../analysis/next-facts.ts";
import type {Suggestion} from "../analysis/next-suggestion.ts";
import {type MainTable, mainTable} from "./main-table.ts";
import {namesOf, type Names} from "./names.ts";
import {reasonText} from "./next-reason.ts";
import type {ReportRequest} from "./request.ts";

/** Who to talk to next, and why. */
export interface NextData {
  suggestions: Next[];
}

export interface Next {
  /** Null: nobody yet in the segment. */
  customer: string | null;
  segment: string | null;
  /** Through whom, by name: one of theirs, or who introduces us. */
  through: string | null;
  /** Handle of the one of ours who would ask. */
  who: string | null;
  /** The best first. */
  reasons: {rank: number; text: string}[];
  ask: string;
}

/** How many are listed unless somebody says otherwise. */
export const usualCount = 5;

/** Builds the data of `next`: the first `n` suggestions for a member, a segment or a concept; null is all. */
export function nextReport(request: ReportRequest, scope: NextScope, n: number | null): NextData {
  const {collection, asOf} = request;
  const all = whoToTalkTo(collection, asOf, scope);
  const names = namesOf(collection);
  const first = n === null ? all : firstOf(all, n);
  return {suggestions: first.map((one) => nextOf(one, names, request))};
}

/**
 * The one suggestion of the overview. It asks for nobody in particular: a report that is committed must not
 * depend on who wrote it.
 */
export function firstSuggestion(request: ReportRequest): Next | null {
  const scope = {asker: null, segments: [], concepts: []};
  return nextReport(request, scope, usualCount).suggestions[0] ?? null;
}

/** One row a suggestion, its reasons in one cell. */
export function nextTable({suggestions}: NextData): MainTable {
  const rows = suggestions.map((one) => ({...one, reasons: one.reasons.map(({text}) => text)}));
  return mainTable(["customer", "segment", "through", "who", "reasons", "ask"], rows);
}

function nextOf(one: Suggestion, names: Names, {asOf}: ReportRequest): Next {
  return {
    customer: one.customer?.id ?? null,
    segment: one.segment,
    through: throughText(one, names),
    who: one.who,
    reasons: one.reasons.map((reason) => ({
      rank: reason.rank,
      text: reasonText(reason, one, names, asOf),
    })),
    ask: askText(one, names),
  };
}

function throughText({customer, through}: Suggestion, names: Names): string | null {
  if (through === null) return null;
  if ("introducer" in through) return through.introducer;
  if ("customer" in through) return names.customer(through.customer);
  return names.contact(customer?.id ?? "", through.contact);
}

/** About a time it happened: what they would do is worth little. */
function askText({customer, ask, through, daysSince}: Suggestion, names: Names): string {
  if (customer === null) {
    const whom =
      through !== null && "customer" in through ? names.customer(through.customer) : null;
    return `${whom ?? "whoever of us knows somebody there"} for an introduction`;
  }
  if (ask !== null) {
    return `about a time it came up: "${ask.assumption.statement ?? ask.assumption.id}"`;
  }
  return daysSince === null
    ? "how they do it today, and about the last time it went wrong"
    : "what has changed for them since the last talk";
}
