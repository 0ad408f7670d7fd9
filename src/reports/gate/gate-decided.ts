import type {gateDecisions as words} from "../../notes/vocabulary.ts";
import type {Block, Spans} from "../document.ts";
import {isRecorded, type GateView} from "./gate-view.ts";
import type {Page} from "../page.ts";
import {daySpan} from "../spans.ts";

type Word = (typeof words)[number];

const decisionWords: Record<Exclude<Word, "pending">, string> = {
  go: "Go",
  "conditional-go": "Conditional go",
  hold: "Hold",
  recycle: "Recycle",
  kill: "Kill",
};

/** "Conditional go" for `conditional-go`. */
export function decisionWord(decision: Word): string {
  return decision === "pending" ? "Pending" : decisionWords[decision];
}

/** First names of members; gatekeepers who are none as they are written. */
function whoDecided(by: string, {names, request}: Page): string {
  const members = new Set(request.collection.config.team.map(({handle}) => handle));
  const parts = by.split(", ");
  if (!parts.every((part) => members.has(part))) return by;
  return names.members(parts);
}

/** What the gatekeepers decided as it is recorded; else boxes and lines to fill in by hand. */
export function decisionBlocks({data, page}: GateView): Block[] {
  const {gate} = data;
  const heading: Block = {block: "heading", level: 2, text: "Decision"};
  if (isRecorded(gate)) {
    const {decision, decided, date, by, conditions} = gate;
    const facts: {label: string; value: Spans}[] = [
      {label: "decided", value: decisionWord(decision ?? "pending")},
      {label: "on", value: daySpan(decided ?? date)},
      {label: "by", value: by === null ? "nobody named" : whoDecided(by, page)},
    ];
    if (conditions !== null) facts.push({label: "conditions", value: conditions});
    return [heading, {block: "facts", facts}];
  }
  const asked: Block[] =
    gate.conditions === null
      ? []
      : [{block: "facts", facts: [{label: "asked for beforehand", value: gate.conditions}]}];
  const boxes = Object.values(decisionWords);
  return [heading, ...asked, {block: "form", boxes, lines: ["Conditions", "Names", "Date"]}];
}
