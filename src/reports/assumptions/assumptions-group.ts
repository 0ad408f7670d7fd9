import {formatDay} from "../../core/calendar.ts";
import {count} from "../../core/text.ts";
import type {AssumptionData} from "./assumptions-data.ts";
import {explainBlocks} from "./assumptions-explain.ts";
import {historyText} from "./assumptions-history.ts";
import {leftOutFact} from "./assumptions-left-out.ts";
import {strongestSaid} from "./assumptions-said.ts";
import {whoSpoke} from "./assumptions-spoke.ts";
import {missingText} from "./assumptions-missing.ts";
import {type AssumptionsView} from "./assumptions-view.ts";
import type {Block, Span, Spans} from "../document.ts";
import {statusTone, statusWord, withoutCount} from "../wording.ts";
import {daySpan} from "../spans.ts";

type Fact = {label: string; value: Spans};

/** One assumption: marks and status, the strongest no, the strongest yes, then what to know about it. */
export function assumptionGroup(one: AssumptionData, view: AssumptionsView): Block {
  const about = [one.importance, one.type].filter((word) => word !== null).join(", ");
  const facts = factsOf(one, view);
  return {
    block: "group",
    lead: view.assumption(one),
    ...(about === "" ? {} : {aside: about}),
    blocks: [
      {block: "paragraph", text: standing(one, view)},
      ...strongestSaid(one, view),
      ...(facts.length === 0 ? [] : [{block: "facts", facts} as const]),
      ...(view.explain ? explainBlocks(one, view) : []),
    ],
  };
}

function standing(one: AssumptionData, view: AssumptionsView): Span[] {
  const tone = one.state === "unreadable" ? "bad" : statusTone(one.status);
  const word = one.state === "unreadable" ? one.label : withoutCount(one.label);
  const until = one.validUntil === null ? [] : [`holds until ${formatDay(one.validUntil)}`];
  const sentences = [...until, ...whoSpoke(one, view)];
  return [
    {role: "marks", against: one.against, for: one.for},
    "  ",
    {role: "status", text: word.toUpperCase(), tone},
    ...(sentences.length === 0 ? [] : [`  ${sentences.join("; ")}`]),
  ];
}

function factsOf(one: AssumptionData, view: AssumptionsView): Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, value: Spans | null): void => {
    if (value !== null) facts.push({label, value});
  };
  add("retired", retiredText(one));
  add("overridden", overrideText(one, view));
  add("by segment", segmentText(one));
  add("wrong if", one.wrong);
  if (view.alone) for (const [label, value] of filedFacts(one, view)) add(label, value);
  // An explanation says it with figures.
  if (!view.explain) add("missing", missingText(one));
  add("take care", careText(one, view));
  add("left out", leftOutFact(one, view));
  add("history", historyText(one));
  add("no file", undeclaredText(one));
  return facts;
}

/** What else its file says: for a page about one assumption. */
function filedFacts(one: AssumptionData, view: AssumptionsView): [string, Spans | null][] {
  const {names} = view;
  const listed = (words: readonly string[]): string | null =>
    words.length === 0 ? null : words.join(", ");
  const members = (handles: readonly string[]): string | null =>
    listed(handles.map((handle) => names.member(handle)));
  return [
    ["right if", one.threshold],
    ["test", one.test],
    ["due", one.due === null ? null : daySpan(one.due)],
    ["owner", one.owner === null ? null : names.member(one.owner)],
    ["believers", members(one.believers)],
    ["doubters", members(one.doubters)],
    ["concepts", listed(one.concepts.map((id) => names.concept(id)))],
    ["must hold in", listed(one.segments)],
    ["created", one.created === null ? null : daySpan(one.created)],
    ["reset", one.reset === null ? null : daySpan(one.reset)],
  ];
}

function retiredText({retired, reason}: AssumptionData): Spans | null {
  if (retired === null) return null;
  return [daySpan(retired), reason === null ? "" : `: ${reason}`];
}

/** Shown beside the computed status; it changes nothing. */
function overrideText(one: AssumptionData, view: AssumptionsView): string | null {
  if (one.override === null) return null;
  const {status, on, by, reason} = one.override;
  const who = by === null ? "somebody" : view.names.member(by);
  const when = on === null ? "" : ` on ${on}`;
  const why = reason === null ? "" : ` because ${reason}`;
  return `computed ${one.label}; ${who} overrode it to ${statusWord(status)}${when}${why}`;
}

/** Two truths are told apart instead of averaged. */
function segmentText(one: AssumptionData): string | null {
  if (!one.flags.includes("segment-split")) return null;
  const parts = Object.entries(one.customersBySegment).map(
    ([segment, side]) => `${segment} ${String(side.against)} against, ${String(side.for)} for`,
  );
  return `${parts.join(" · ")}: do not average them`;
}

function careText(one: AssumptionData, view: AssumptionsView): string | null {
  const parts: string[] = [];
  if (one.flags.includes("unchallenged")) {
    parts.push("nobody said no: was anybody asked who would?");
  }
  if (one.flags.includes("needs-refresh")) {
    parts.push(`nothing heard in the last ${count(view.thresholds.fresh, "day")}`);
  }
  if (one.flags.includes("hindsight")) parts.push("all evidence is older than the assumption");
  return parts.length === 0 ? null : parts.join("; ");
}

function undeclaredText({state, id}: AssumptionData): Spans | null {
  if (state !== "undeclared") return null;
  const plain = /^[\w.-]+$/.test(id) ? ` --id ${id}` : "";
  return ["only notes name it: ", {role: "command", text: `pm-talk assumption add${plain}`}];
}
