import {formatDay} from "../../core/calendar.ts";
import type {AssumptionData, AssumptionsData} from "./assumptions-data.ts";
import {assumptionGroup} from "./assumptions-group.ts";
import {strongestOf, type AssumptionsView} from "./assumptions-view.ts";
import type {Block, Span, Spans} from "../document.ts";
import {statusTone} from "../wording.ts";
import {daySpan, joined} from "../spans.ts";

/** Talks listed before the rest is only counted. */
const firstTalks = 10;

/** What stands out over all of them, then what was given up, talks that tested nothing, and a hint. */
export function closingBlocks(data: AssumptionsData, view: AssumptionsView): Block[] {
  return [
    // Of one assumption alone its own lines say it.
    ...(data.assumptions.length === 1 ? [] : standingOut(data, view)),
    ...retiredBlocks(data, view),
    ...untestedBlocks(data.untestedConversations, view),
    ...(data.assumptions.length === 1 ? [] : saturationBlocks(data)),
  ];
}

/** Fought over, learned, out of date. */
function standingOut(data: AssumptionsData, view: AssumptionsView): Block[] {
  const current = data.assumptions.filter((one) => one.retired === null);
  const {since, assumptions: learned} = data.invalidatedSince;
  return [
    ...section(
      "Contested or split",
      current.filter(isSplit).map((one) => statusItem(one, view)),
    ),
    ...section(
      `What we learned: invalidated since ${formatDay(since)}`,
      learned.flatMap((id) => learnedItem(view.byId(id), view)),
    ),
    ...section(
      "Out of date",
      current.filter((one) => one.status === "stale").map((one) => staleItem(one, view)),
    ),
  ];
}

function section(title: string, items: Spans[]): Block[] {
  if (items.length === 0) return [];
  return [
    {block: "heading", level: 2, text: title},
    {block: "list", items},
  ];
}

function isSplit(one: AssumptionData): boolean {
  return one.status === "contested" || one.flags.includes("segment-split");
}

function statusItem(one: AssumptionData, view: AssumptionsView): Span[] {
  const split = one.flags.includes("segment-split") ? ", split by segment" : "";
  return [
    view.assumption(one),
    ": ",
    {role: "status", text: one.label, tone: statusTone(one.status)},
    split,
  ];
}

function learnedItem(one: AssumptionData | undefined, view: AssumptionsView): Span[][] {
  if (one === undefined) return [];
  const row = strongestOf(one.evidence, "against");
  if (row === null) return [[view.assumption(one)]];
  const words: Span[] =
    row.quote === null ? plainWords(row.note) : [{role: "quote", text: row.quote}, " "];
  return [
    [view.assumption(one), ": ", ...words, view.customer(row.customer), ", ", daySpan(row.date)],
  ];
}

function plainWords(note: string | null): Span[] {
  return note === null ? [] : [`${note} – `];
}

function staleItem(one: AssumptionData, view: AssumptionsView): Span[] {
  const newest = one.evidence.findLast((row) => row.reason === "expired" || row.reason === "reset");
  const last: Span[] = newest === undefined ? [] : [", last heard ", daySpan(newest.date)];
  return [view.assumption(one), ...last];
}

/** One line each; in full where an explanation, or nothing but it, is asked for. */
function retiredBlocks(data: AssumptionsData, view: AssumptionsView): Block[] {
  const retired = data.assumptions.filter((one) => one.retired !== null);
  const inFull = view.explain || data.assumptions.length === 1;
  if (!inFull) {
    return section(
      "Retired",
      retired.map((one) => retiredItem(one, view)),
    );
  }
  if (retired.length === 0) return [];
  return [
    {block: "heading", level: 2, text: "Retired"},
    ...retired.map((one) => assumptionGroup(one, view)),
  ];
}

function retiredItem(one: AssumptionData, view: AssumptionsView): Span[] {
  const when: Span[] = one.retired === null ? [] : [" on ", daySpan(one.retired)];
  const why = one.reason === null ? "" : `: ${one.reason}`;
  return [view.assumption(one), ", ", one.label, ", retired", ...when, why];
}

function untestedBlocks(ids: readonly string[], view: AssumptionsView): Block[] {
  const shown = view.all ? ids : ids.slice(0, firstTalks);
  const rest = ids.length - shown.length;
  const items = shown.map((id) => talkItem(id, view));
  if (rest > 0) items.push([`… and ${String(rest)} more (--all)`]);
  return section("Talks that tested nothing", items);
}

function talkItem(id: string, view: AssumptionsView): Span[] {
  const talk = view.talk(id);
  if (talk === undefined) return [view.note(id)];
  const ours = view.names.members([...talk.team, ...talk.observers]);
  return joined(
    [
      daySpan(talk.date),
      view.customer(talk.customer),
      view.names.type(talk.type),
      ours,
      view.note(id),
    ],
    ", ",
  );
}

function saturationBlocks({saturation}: AssumptionsData): Block[] {
  if (saturation === null) return [];
  const text = {
    "few new themes": "few new themes in the last two talks.",
    "still learning": "still learning, the last two talks brought new themes.",
  }[saturation.label];
  return [
    {block: "paragraph", text: [{role: "muted", text: "Saturation, a hint and no more: "}, text]},
  ];
}
