import type {ShouldMeet} from "../../analysis/gate-should.ts";
import type {MustMeet} from "../../analysis/readiness.ts";
import type {Criterion} from "../../notes/vocabulary.ts";
import type {Block, Span, Spans, Table, VerdictBox} from "../document.ts";
import type {GateView} from "./gate-view.ts";
import {left, right} from "../columns.ts";
import {joined} from "../spans.ts";

const labels: Record<Criterion, string> = {
  conversations: "meaningful talks",
  customers: "customers in them",
  recent: "days since the last talk",
  critical: "critical beliefs that hold",
  disconfirming: "tried to be proven wrong",
  shaped: "decisions that rest on talks",
  segments: "target segments heard",
  readable: "files with an error",
};

/** What is asked for at most, not at least. */
const atMost: ReadonlySet<Criterion> = new Set(["recent", "readable"]);

/** What was required, what was found, and who set it so; then what a gate should meet and never fails by. */
export function criteriaBlocks(view: GateView): Block[] {
  const {mustMeets, shouldMeets} = view.data;
  return [
    {block: "heading", level: 2, text: "Criteria"},
    {block: "only", on: "lines", blocks: [{block: "facts", facts: mustMeets.map(mustFact)}]},
    {block: "only", on: "page", blocks: [mustTable(mustMeets)]},
    ...countedBlocks(view),
    ...shouldBlocks(shouldMeets),
  ];
}

/** "meaningful talks  NOT MET  5 of 8, set to 8 (default 5) in concepts/fast-setup.md: why". */
function mustFact(one: MustMeet): {label: string; value: Spans} {
  const figure = one.met === null ? "" : `${boxText(one)}, `;
  return {label: labels[one.id], value: [metSpan(one), `  ${figure}${sourceText(one)}`]};
}

function mustTable(mustMeets: readonly MustMeet[]): Table {
  return {
    block: "table",
    columns: [
      left("criterion", 1),
      right("required", 1),
      right("found", 1),
      left("met", 1),
      left("set", 2),
    ],
    rows: mustMeets.map((one): Spans[] => [
      labels[one.id],
      requiredText(one),
      foundText(one),
      metSpan(one),
      sourceText(one),
    ]),
    more: null,
  };
}

/** With --explain: what was counted for each criterion, or what fails it. */
function countedBlocks({data, request, ...view}: GateView): Block[] {
  if (!request.explain) return [];
  const facts = data.mustMeets
    .filter(({detail}) => detail.length > 0)
    .map(({id, met, detail}) => ({
      label: labels[id],
      value: [
        failing.has(id) && met === false ? "fails by " : "",
        ...joined(
          detail.map((one) => view.named(one)),
          ", ",
        ),
      ],
    }));
  return [
    {block: "paragraph", text: {role: "strong", text: "What was counted"}},
    {block: "facts", facts},
  ];
}

/** Of these criteria the ids are of what fails. */
const failing: ReadonlySet<Criterion> = new Set(["critical", "segments", "readable"]);

/** The criteria as boxes of the verdict band, each with its figure. */
export function verdictBoxes({data}: GateView): VerdictBox[] {
  return data.mustMeets.map((one) => ({
    label: labels[one.id],
    met: one.met,
    found: boxText(one),
  }));
}

function boxText(one: MustMeet): string {
  if (one.met === null) return one.source === "off" ? "off" : "none named";
  if (one.id === "readable") return one.found === 0 ? "none" : String(one.found);
  if (one.id === "recent") return `${foundText(one)}, at most ${String(one.required)}`;
  return `${foundText(one)} of ${requiredText(one)}`;
}

function requiredText({id, required}: MustMeet): string {
  if (required === null) return "";
  return atMost.has(id) ? `≤ ${String(required)}` : String(required);
}

function foundText({id, found, met}: MustMeet): string {
  if (met === null) return "";
  if (found === null) return id === "recent" ? "never" : "";
  return String(found);
}

function metSpan({met}: MustMeet): Span {
  if (met === null) return "– not set";
  return met
    ? {role: "status", text: "met", tone: "good"}
    : {role: "status", text: "not met", tone: "bad"};
}

/** "default", "set to 8 (default 5) in concepts/fast-setup.md", "off, set in pm-talk.yml". */
function sourceText({id, source, setIn, usual, required, why}: MustMeet): string {
  const because = why === null ? "" : `: ${why}`;
  if (source === "off") return `off, set in ${setIn ?? ""}${because}`;
  if (source === "default")
    return id === "segments" && required === null ? "names none" : "default";
  const before = usual === null ? "" : ` (default ${String(usual)})`;
  return `set to ${String(required)}${before} in ${setIn ?? ""}${because}`;
}

const shouldLabels: Record<ShouldMeet["id"], string> = {
  validated: "critical beliefs validated",
  "do-evidence": "rows of evidence where somebody did something",
  leader: "talks with a leader of ours",
  "non-advocates": "customers who are no advocates",
  "marketing-sales": "talks with marketing or sales",
};

/** Left out where there is nothing of which it could be a share. */
function shouldBlocks(shouldMeets: readonly ShouldMeet[]): Block[] {
  const items = shouldMeets.filter(({of}) => of > 0).map(shouldItem);
  if (items.length === 0) return [];
  const lead: Block = {
    block: "paragraph",
    text: {role: "strong", text: "Good to have, and never fails"},
  };
  return [lead, {block: "list", items}];
}

function shouldItem({id, found, of}: ShouldMeet): string {
  return `${String(found)} of ${String(of)} ${shouldLabels[id]}`;
}
