import {formatDay} from "../../core/calendar.ts";
import type {Block, Span, Spans} from "../document.ts";
import {leftOut} from "../footer.ts";
import type {GateData} from "./gate-data.ts";
import {missingPhrases} from "./gate-missing.ts";
import {gateName, overdueWords, type GateView} from "./gate-view.ts";
import {newerUnreadable} from "../last/last-answer.ts";
import {howWeKnow} from "../wording.ts";
import {daySpan, joined} from "../spans.ts";

/** How many of the criteria that can be judged are not met: "2 of 8 customer criteria not met". */
export function metWords({ready, mustMeets}: Pick<GateData, "ready" | "mustMeets">): string {
  const judged = mustMeets.filter(({met}) => met !== null);
  const failed = judged.filter(({met}) => met === false).length;
  if (judged.length === 0) return "no customer criterion is set";
  const n = ready ? judged.length : failed;
  const criteria = judged.length === 1 ? "criterion" : "criteria";
  return `${String(n)} of ${String(judged.length)} customer ${criteria} ${ready ? "met" : "not met"}`;
}

/** `NOT READY` or `READY`, in its colour. */
export function verdictSpan({ready}: Pick<GateData, "ready">): Span {
  return ready
    ? {role: "status", text: "READY", tone: "good"}
    : {role: "status", text: "NOT READY", tone: "bad"};
}

/** "NOT READY for G2 build on Tue 2026-11-24: 2 of 8 customer criteria not met." */
function verdictLine(view: GateView): Spans {
  const {data, request} = view;
  const overdue = overdueWords(data.gate, request.asOf);
  return [
    verdictSpan(data),
    ` for ${gateName(data.gate)} on `,
    daySpan(data.gate.date),
    `${overdue}: ${metWords(data)}.`,
  ];
}

/**
 * The first three lines, whatever else there is to say: the verdict, what is missing, the strongest no. Then
 * what was left out, and notes that are newer than the last talk and cannot be read.
 */
export function answerLines(view: GateView): Spans[] {
  return [verdictLine(view), missingLine(view), strongestNoLine(view), ...warnings(view)];
}

/** The same for a page that shows verdict and strongest no by themselves. */
export function pageAnswer(view: GateView): Spans[] {
  return [`${capital(metWords(view.data))}.`, missingLine(view), ...warnings(view)];
}

/** A note that cannot be read may be about the concept, so none of the figures is sure. */
function warnings({data, request}: GateView): Spans[] {
  return [...leftOut(request), ...newerUnreadable(request, data.lastSpoke?.date ?? null)];
}

function missingLine(view: GateView): Spans {
  const missing = missingPhrases(view);
  if (missing.length === 0) return "Missing: nothing that was asked for.";
  return ["Missing: ", ...joined(missing, "; "), "."];
}

function strongestNoLine(view: GateView): Spans {
  const no = view.data.strongestNo;
  if (no === null) return "Strongest no: nobody has spoken against it yet.";
  const words: Span =
    no.quote === null ? (no.note ?? "said without a word noted,") : {role: "quote", text: no.quote};
  const how = howWeKnow(no.kind, "against", no.secondhand);
  return [
    ...["Strongest no: ", words, " ", view.customer(no.customer), ", "],
    view.noteAs(no.conversation, how),
    ".",
  ];
}

/** The strongest no, large, with how many more there are. */
export function pullQuote({data, ...view}: GateView): Block[] {
  const no = data.strongestNo;
  if (no === null) return [];
  const how = howWeKnow(no.kind, "against", no.secondhand);
  return [
    {
      block: "pull-quote",
      text: no.quote ?? no.note ?? "said without a word noted",
      source: [
        view.customer(no.customer),
        ", ",
        view.noteAs(no.conversation, how),
        ", ",
        formatDay(no.date),
      ],
      aside: `${String(data.against.length)} in all, in full below`,
    },
  ];
}

/** A gate at which nothing is at stake is no gate: said where no critical assumption is named. */
export function nothingAtStake({data, concept}: GateView): Block[] {
  const critical = data.mustMeets.find(({id}) => id === "critical");
  if (critical?.met !== false || critical.detail.length > 0) return [];
  const command: Span = {role: "command", text: `pm-talk assumption add --concept ${concept.id}`};
  const said = `NOT READY: ${concept.name} names no critical assumption, so nothing was at stake.`;
  return [
    {block: "callout", tone: "bad", text: said},
    {block: "paragraph", text: "What would sink it if it were wrong?"},
    {block: "paragraph", text: [command]},
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
