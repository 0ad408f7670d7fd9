import {collectionAsOf} from "../analysis/as-of.ts";
import {selectConversations} from "../analysis/select.ts";
import {compareSteps, type Step, stepsOf} from "../analysis/steps.ts";
import {shortId} from "../core/identity.ts";
import {compareText, count, listWithOr} from "../core/text.ts";
import type {CalendarDate} from "../core/calendar.ts";
import type {Conversation} from "../notes/collection.ts";
import type {Block, Document} from "./document.ts";
import {answerBlock, footer} from "./footer.ts";
import {namesOf} from "./names.ts";
import type {ReportRequest} from "./request.ts";
import {doneTable, stepsTable} from "./steps-table.ts";
import {pageOf} from "./page.ts";

/** A next step with the talk it comes from. */
export interface ListedStep extends Step {
  /** Id of the customer, or the name as written where no file declares it. */
  customer: string;
  /** The note, relative to the workspace. */
  file: string;
  /** The day it was done; the day of its talk where the note says none, null while it is open. */
  doneOn: CalendarDate | null;
}

/** Open steps, overdue first; behind them those that are done, the latest first, when they were asked for. */
export interface StepsData {
  steps: ListedStep[];
}

/**
 * Builds the list of next steps. The customer filter chooses talks; `by` chooses who took a step on,
 * `them` included, whoever of ours was at the talk.
 */
export function stepsReport(request: ReportRequest, options: {done: boolean}): StepsData {
  const {asOf, filters} = request;
  const collection = collectionAsOf(request.collection, asOf);
  const talks = selectConversations(collection.conversations, {...filters, by: []}, collection);
  const listed = talks
    .flatMap((talk) => listedSteps(talk, asOf))
    .filter(({who}) => filters.by.length === 0 || filters.by.includes(who));
  const open = listed.filter(({done}) => !done).sort(compareSteps);
  const done = listed.filter(({done}) => done).sort(latestFirst);
  return {steps: options.done ? [...open, ...done] : open};
}

function listedSteps(talk: Conversation, asOf: CalendarDate): ListedStep[] {
  const notes = [talk.id, ...talk.also];
  return stepsOf([talk], asOf).map((step) => {
    const row = talk.steps.find(({noteId, n}) => noteId === step.conversation && n === step.n);
    return {
      ...step,
      customer: talk.customer,
      file: talk.files[notes.indexOf(step.conversation)] ?? "",
      doneOn: step.done ? (row?.doneOn ?? talk.date) : null,
    };
  });
}

function latestFirst(a: ListedStep, b: ListedStep): number {
  return compareText(b.doneOn ?? "", a.doneOn ?? "") || compareSteps(a, b);
}

/** The list as tables, with what is to be typed to close a step. */
export function stepsDocument(data: StepsData, request: ReportRequest): Document {
  const open = data.steps.filter(({done}) => !done);
  const done = data.steps.filter(({done}) => done);
  const page = pageOf(request);
  const blocks: Block[] = [answerBlock([sum(open, request)], request)];
  if (open.length > 0) {
    const table = stepsTable("step", open, page, {most, toClose: true});
    blocks.push(table, {block: "paragraph", text: howToClose(open)});
  }
  if (done.length > 0) {
    blocks.push({block: "heading", level: 2, text: "Done"}, doneTable(done, page, most));
  }
  return {title: "Next steps", blocks: [...blocks, footer(request, [])]};
}

/** Rows of a table before it is cut, unless everything is asked for. */
const most = 20;

function sum(open: readonly ListedStep[], request: ReportRequest): string {
  const whose = whoseSteps(request);
  if (open.length === 0) return `No next step is open${whose}.`;
  const are = open.length === 1 ? "is" : "are";
  return `${count(open.length, "next step")} ${are} open${whose}${lateOnes(open)}.`;
}

function lateOnes(open: readonly ListedStep[]): string {
  const late = open.filter(({overdueDays}) => (overdueDays ?? 0) > 0).length;
  if (open.length === 1) return late === 0 ? "" : ", and late";
  return `, ${late === 0 ? "none" : String(late)} late`;
}

/** ` for Ben with Gantry`; nothing where nobody was asked for. */
function whoseSteps({filters, collection}: ReportRequest): string {
  const names = namesOf(collection);
  const by = listWithOr(filters.by.map((one) => names.member(one)));
  const customer = listWithOr(filters.customer.map((one) => names.customer(one)));
  return `${by === "" ? "" : ` for ${by}`}${customer === "" ? "" : ` with ${customer}`}`;
}

/** With the first step that can be typed without quotes as the example. */
function howToClose(open: readonly ListedStep[]) {
  const plain = open.find(({conversation}) => /^[\p{L}\p{N}._-]+$/u.test(shortId(conversation)));
  const which = plain === undefined ? "ID N" : `${shortId(plain.conversation)} ${String(plain.n)}`;
  return ["To close one:  ", {role: "command", text: `pm-talk done ${which}`} as const];
}
