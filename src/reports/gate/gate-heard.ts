import {formatDay} from "../../core/calendar.ts";
import {count} from "../../core/text.ts";
import type {Block, Spans, Table} from "../document.ts";
import type {GateData, GateTalk} from "./gate-data.ts";
import {timelineOf} from "./gate-timeline.ts";
import type {GateView} from "./gate-view.ts";
import {whyNotMeaningful} from "../wording.ts";
import {cut, left} from "../columns.ts";
import {joined} from "../spans.ts";

/** Rows of the table before it says how many more there are. */
const most = 20;

/** Who was heard since the gate before: a timeline by segment, and each talk with what was learned. */
export function heardBlocks(view: GateView): Block[] {
  const {data} = view;
  const heading: Block = {
    block: "heading",
    level: 2,
    text: heardSince(data),
    aside: mixWords(data),
  };
  if (data.conversations.length === 0) {
    const since = data.previous === null ? "yet" : `since ${data.previous.id}`;
    return [
      {...heading, text: heardSince(data)},
      {block: "paragraph", text: `Nobody was heard about ${view.concept.name} ${since}.`},
    ];
  }
  const table = talksTable(view);
  return [heading, {block: "chart", title: "Talks by segment", chart: timelineOf(view), table}];
}

function heardSince({previous}: GateData): string {
  if (previous === null) return "Heard so far";
  return `Heard since ${previous.id} (${formatDay(previous.decided)})`;
}

/** "4 interviews and tests, 2 sales talks, 1 with an advocate". */
function mixWords({mix}: GateData): string {
  const parts = [
    mix.interviews === 0
      ? ""
      : count(mix.interviews, "interview and the like", "interviews and the like"),
    mix.selling === 0 ? "" : count(mix.selling, "sales talk"),
    mix.written === 0 ? "" : `${String(mix.written)} in writing`,
    mix.secondhand === 0 ? "" : `${String(mix.secondhand)} second-hand`,
    mix.advocates === 0 ? "" : `${String(mix.advocates)} with an advocate`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "nobody" : parts.join(", ");
}

function talksTable(view: GateView): Table {
  const {page} = view;
  return cut<GateTalk>(
    [
      {
        column: left("date", 1),
        cell: ({conversation, date}) => view.noteAs(conversation, formatDay(date)),
      },
      {column: left("customer", 1), cell: ({customer}) => view.customer(customer)},
      {column: left("segment", 2), cell: segmentCell},
      {column: left("type", 3), cell: (talk) => typeCell(talk, view)},
      {
        column: left("who", 4),
        cell: ({team, observers}) =>
          [...team, ...observers].map((one) => page.names.member(one)).join(", "),
      },
      {column: left("learned", 1), cell: learnedCell},
    ],
    view.data.conversations,
    page,
    most,
  );
}

/** A talk that two of us wrote up stands here once, with both notes. */
function typeCell({type, also}: GateTalk, {page, note}: GateView): Spans {
  const name = page.names.type(type);
  if (also.length === 0) return name;
  return [`${name}, also `, ...joined(also.map(note), ", ")];
}

function segmentCell({segment, advocate}: GateTalk): string {
  return [segment ?? "", advocate ? "advocate" : ""].filter((word) => word !== "").join(", ");
}

/** What was learned, or in brackets why it does not count. */
function learnedCell(talk: GateTalk): Spans {
  if (talk.meaningful) return talk.learning ?? "";
  const why = talk.status === "held" ? whyNotMeaningful(talk.why) : talk.status;
  return {role: "muted", text: `(not counted: ${why})`};
}
