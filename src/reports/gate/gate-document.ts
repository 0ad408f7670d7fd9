import type {Block, Document, Spans} from "../document.ts";
import {footer} from "../footer.ts";
import {answerLines, nothingAtStake, pageAnswer, pullQuote, verdictSpan} from "./gate-answer.ts";
import {beliefBlocks} from "./gate-belief-blocks.ts";
import {criteriaBlocks, verdictBoxes} from "./gate-criteria-blocks.ts";
import type {GateData} from "./gate-data.ts";
import {decisionBlocks} from "./gate-decided.ts";
import {heardBlocks} from "./gate-heard.ts";
import {methodBlocks} from "./gate-method-blocks.ts";
import {saidBlocks} from "./gate-said.ts";
import {shapedBlocks} from "./gate-shaped.ts";
import {gateName, gateView, overdueWords, type GateView} from "./gate-view.ts";
import type {ReportRequest} from "../request.ts";
import {thresholdLines} from "../thresholds.ts";
import {daySpan} from "../spans.ts";

/**
 * `report gate`: verdict, what is missing, the strongest no; who was heard, what they said against it, how it
 * shaped the concept, the beliefs, the criteria, and last what is left to people: the decision.
 */
export function gateDocument(data: GateData, request: ReportRequest): Document {
  const view = gateView(data, request);
  const heard = heardBlocks(view);
  const said = saidBlocks(view);
  const shaped = shapedBlocks(view);
  const beliefs = beliefBlocks(view);
  return {
    title: `${view.concept.name}, ${gateName(data.gate)}`,
    blocks: [
      {block: "only", on: "lines", blocks: [{block: "answer", lines: answerLines(view)}]},
      {block: "only", on: "page", blocks: [...pageTop(view), ...pullQuote(view)]},
      ...nothingAtStake(view),
      ...heard,
      // Who reads lines wants the no first; who looks at a page, the picture.
      {block: "only", on: "lines", blocks: [...said, ...shaped, ...beliefs]},
      {block: "only", on: "page", blocks: [...beliefs, ...shaped, ...said]},
      ...criteriaBlocks(view),
      ...methodBlocks(view),
      ...decisionBlocks(view),
      footer(request, [
        ...thresholdLines(request.collection.config),
        "pm-talk checks that customers were heard. It does not decide.",
      ]),
    ],
  };
}

function pageTop(view: GateView): Block[] {
  const {data, request} = view;
  const text: Spans = [
    verdictSpan(data),
    ` for ${gateName(data.gate)}, `,
    daySpan(data.gate.date),
    overdueWords(data.gate, request.asOf),
  ];
  return [
    {
      block: "verdict",
      tone: data.ready ? "good" : "bad",
      text,
      boxes: verdictBoxes(view),
    },
    {block: "answer", lines: pageAnswer(view)},
  ];
}
