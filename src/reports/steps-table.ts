import type {Step} from "../analysis/steps.ts";
import {formatDay} from "../core/calendar.ts";
import {count} from "../core/text.ts";
import type {Spans, Table} from "./document.ts";
import {customerName, cut, left, right, type Page} from "./last-table.ts";

/** Next steps as a table: what, for which customer, who, the day, and how late it is. */
export function stepsTable(
  title: string,
  steps: readonly Step[],
  page: Page,
  options: {most?: number; ofOneCustomer?: boolean} = {},
): Table {
  const customers = new Map(
    page.request.collection.conversations.flatMap((one) =>
      [one.id, ...one.also].map((note) => [note, one.customer] as const),
    ),
  );
  const customer = ({conversation}: Step): Spans =>
    customerName(customers.get(conversation) ?? "", page);
  const columns = [
    {column: left(title, 1), cell: (step: Step) => whatToDo(step, page)},
    ...(options.ofOneCustomer === true ? [] : [{column: left("customer", 3), cell: customer}]),
    {column: left("who", 2), cell: ({who}: Step) => page.names.member(who)},
    {column: left("due", 2), cell: dueDay},
    ...(steps.some(isLate) ? [{column: right("late", 3), cell: late}] : []),
  ];
  return cut(columns, steps, page, options.most);
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

function dueDay({due}: Step): Spans {
  return due === null ? "" : {role: "date", date: due, text: formatDay(due)};
}

function isLate({overdueDays}: Step): boolean {
  return overdueDays !== null && overdueDays > 0;
}

function late(step: Step): string {
  return isLate(step) ? count(step.overdueDays ?? 0, "day") : "";
}
