import type {ShouldMeet} from "../analysis/gate-should.ts";
import type {MustMeet} from "../analysis/readiness.ts";
import type {Criterion} from "../notes/vocabulary.ts";
import type {Block, Span, VerdictBox} from "./document.ts";
import type {GateView} from "./gate-view.ts";

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
    {
      block: "table",
      columns: [
        {title: "criterion", priority: 1, align: "left"},
        {title: "required", priority: 1, align: "right"},
        {title: "found", priority: 1, align: "right"},
        {title: "", priority: 1, align: "left"},
        {title: "set", priority: 2, align: "left"},
      ],
      rows: mustMeets.map((one) => [
        labels[one.id],
        requiredText(one),
        foundText(one),
        metSpan(one),
        sourceText(one),
      ]),
      more: null,
    },
    {block: "paragraph", text: {role: "strong", text: "Good to have, and never fails"}},
    {block: "facts", facts: shouldMeets.map(shouldFact)},
  ];
}

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
  "do-evidence": "rows where somebody did something",
  leader: "talks with a leader of ours",
  "non-advocates": "customers who are no advocates",
  "marketing-sales": "talks with marketing or sales",
};

function shouldFact({id, found, of}: ShouldMeet): {label: string; value: string} {
  return {label: shouldLabels[id], value: of === 0 ? "none" : `${String(found)} of ${String(of)}`};
}
