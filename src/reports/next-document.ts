import type {Block, Document, Span, Spans} from "./document.ts";
import {answerBlock, footer} from "./footer.ts";
import type {Next, NextData} from "./next.ts";
import type {ReportRequest} from "./request.ts";
import {type Page, customerName, pageOf} from "./page.ts";

/** `next`: whom to talk to, through whom, why, and what to ask, the best reason first. */
export function nextDocument({suggestions}: NextData, request: ReportRequest): Document {
  const page = pageOf(request);
  return {
    title: "Who to talk to next",
    blocks: [
      answerBlock([answer(suggestions, page)], request),
      ...suggestions.map((next, index) => suggestionBlock(next, index + 1, page)),
      footer(request, []),
    ],
  };
}

function answer([first]: readonly Next[], page: Page): Spans {
  if (first === undefined) {
    return "Nobody to suggest: nothing is owed, due or missing, or all were spoken to in the last 14 days.";
  }
  return ["Next: ", whom(first, page), "."];
}

/** "Dune Health", or "nobody yet in public-sector". */
export function whom({customer, segment}: Next, page: Page): Span {
  return customer === null ? `nobody yet in ${segment ?? ""}` : customerName(customer, page);
}

function suggestionBlock(next: Next, n: number, page: Page): Block {
  const lead: Spans = [`${String(n)}  `, whom(next, page), by(next, page)];
  const facts = [
    ...(next.through === null || next.customer === null
      ? []
      : [{label: "through", value: next.through}]),
    ...next.reasons.map(({text}, index) => ({label: index === 0 ? "why" : "and", value: text})),
    {label: "ask", value: next.ask},
  ];
  return {block: "group", lead, blocks: [{block: "facts", facts}]};
}

function by({who}: Next, page: Page): string {
  return who === null ? "" : `, ${page.names.member(who)}`;
}
