import {compareText, count} from "../../core/text.ts";
import type {Block, Span, Spans} from "../document.ts";
import type {GateDecision} from "./gate-data.ts";
import type {GateView} from "./gate-view.ts";
import {customerNames} from "../page.ts";
import {daySpan, joined} from "../spans.ts";

type Fact = {label: string; value: Spans};

/** How the talks shaped the concept: each decision, on what it rests and who was told; then what lies idle. */
export function shapedBlocks(view: GateView): Block[] {
  const {decisions, reversals, previous} = view.data;
  const aside = reversals === 0 ? {} : {aside: count(reversals, "reversal")};
  const since = previous === null ? "yet" : `since ${previous.id}`;
  const none: Block = {block: "paragraph", text: `No decision was written down ${since}.`};
  return [
    {block: "heading", level: 2, text: "How it shaped the concept", ...aside},
    ...(decisions.length === 0 ? [none] : decisions.map((one) => decisionGroup(one, view))),
    ...idleBlocks(view),
  ];
}

function decisionGroup(one: GateDecision, view: GateView): Block {
  const about = [one.type?.replaceAll("-", " ") ?? "", one.date ?? "", statusWords(one)];
  return {
    block: "group",
    lead: view.decision(one.id, one.title ?? one.id),
    aside: about.filter((word) => word !== "").join(", "),
    blocks: [{block: "facts", facts: factsOf(one, view)}],
  };
}

function statusWords({status}: GateDecision): string {
  return status === null || status === "accepted" ? "" : status;
}

function factsOf(one: GateDecision, view: GateView): Fact[] {
  const facts: Fact[] = [];
  if (one.change !== null) facts.push({label: "changed", value: one.change});
  if (one.replaces !== null)
    facts.push({
      label: "takes back",
      value: view.decision(one.replaces, titleOf(one.replaces, view)),
    });
  facts.push({label: "because of", value: becauseSpans(one, view)});
  if (one.challenge !== null) facts.push({label: "challenged", value: one.challenge});
  facts.push({label: "told", value: toldSpans(one, view)});
  return facts;
}

function titleOf(id: string, {request}: GateView): string {
  return request.collection.decisions.find((one) => one.id === id)?.title ?? id;
}

function becauseSpans({because}: GateDecision, view: GateView): Span[] {
  if (because.length === 0) return ["no talk"];
  return joined(
    because.map(({conversation, customer, what}) => {
      const whom = customer === null ? conversation : view.page.names.customer(customer);
      return [view.noteAs(conversation, whom), what === null ? "" : `: ${what}`];
    }),
    "; ",
  );
}

/** Customers like to hear that they were heard: who was told, and who still waits for it. */
function toldSpans({told, notTold}: GateDecision, view: GateView): Span[] {
  const parts = told
    .toSorted((a, b) => compareText(a.date, b.date))
    .map(({customer, date}) => [view.customer(customer), ", ", daySpan(date)]);
  const rest = notTold.length === 0 ? [] : [["not yet: ", ...customerNames(notTold, view.page)]];
  return parts.length + rest.length === 0 ? ["nobody"] : joined([...parts, ...rest], "; ");
}

function idleBlocks({data, page}: GateView): Block[] {
  if (data.notActedOn.length === 0) return [];
  return [
    {block: "paragraph", text: {role: "strong", text: "Heard, and not acted on"}},
    {
      block: "list",
      items: data.notActedOn.map(({theme, customers, who}) => [
        `#${theme}: ${count(customers, "customer")} (`,
        ...customerNames(who, page),
        ")",
      ]),
    },
  ];
}
