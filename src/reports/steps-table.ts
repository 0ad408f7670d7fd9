import type {Step} from "../analysis/steps.ts";
import {type CalendarDate} from "../core/calendar.ts";
import {shortId} from "../core/identity.ts";
import {count} from "../core/text.ts";
import type {Column, Spans, Table} from "./document.ts";
import {cut, left, right} from "./columns.ts";
import {type Page, customerName} from "./page.ts";
import {daySpan} from "./spans.ts";

interface Cell {
  column: Column;
  cell: (step: Step) => Spans;
}

/** Next steps as a table: what, for which customer, who, the day, how late it is, and what closes it. */
export function stepsTable(
  title: string,
  steps: readonly Step[],
  page: Page,
  options: {most?: number; ofOneCustomer?: boolean; toClose?: boolean} = {},
): Table {
  const columns: Cell[] = [
    {column: left(title, 1), cell: (step) => whatToDo(step, page)},
    ...(options.ofOneCustomer === true ? [] : [customerCell(page)]),
    {column: left("who", 2), cell: ({who}) => page.names.member(who)},
    {column: left("due", 2), cell: ({due}) => day(due)},
    ...(steps.some(isLate) ? [{column: right("late", 3), cell: late}] : []),
    ...(options.toClose === true ? [{column: left("id n", 1), cell: idAndNumber}] : []),
  ];
  return cut(columns, steps, page, options.most);
}

/** Steps that are done as a table: what, for which customer, who, and the day. */
export function doneTable<Done extends Step & {doneOn: CalendarDate | null}>(
  steps: readonly Done[],
  page: Page,
  most: number,
): Table {
  const columns = [
    {column: left("step", 1), cell: (step: Done) => whatToDo(step, page)},
    customerCell(page),
    {column: left("who", 2), cell: ({who}: Done) => page.names.member(who)},
    {column: left("done", 2), cell: ({doneOn}: Done) => day(doneOn)},
  ];
  return cut(columns, steps, page, most);
}

function customerCell(page: Page): Cell {
  const customers = new Map(
    page.request.collection.conversations.flatMap((one) =>
      [one.id, ...one.also].map((note) => [note, one.customer] as const),
    ),
  );
  return {
    column: left("customer", 3),
    cell: ({conversation}) => customerName(customers.get(conversation) ?? "", page),
  };
}

/** Leads to the note in which it stands. */
function whatToDo({what, conversation}: Step, page: Page): Spans {
  return {
    role: "file",
    kind: "conversation",
    file: page.conversationFile(conversation),
    text: what,
  };
}

function day(date: CalendarDate | null): Spans {
  return date === null ? "" : daySpan(date);
}

function isLate({overdueDays}: Step): boolean {
  return overdueDays !== null && overdueDays > 0;
}

function late(step: Step): string {
  return isLate(step) ? count(step.overdueDays ?? 0, "day") : "";
}

/** What `done` takes. */
function idAndNumber({conversation, n}: Step): Spans {
  return {role: "id", text: `${shortId(conversation)} ${String(n)}`};
}
