import {expect, test} from "vitest";
import {openSteps, overdueSteps, stepsOf} from "../../src/analysis/steps.ts";
import {collectionOf, note} from "../builders.ts";

const {conversations} = collectionOf([
  note({
    customer: "gantry",
    id: "a",
    date: "2026-11-01",
    steps: [
      {what: "no day"},
      {what: "late", due: "2026-11-13"},
      {what: "today", due: "2026-11-20"},
      {what: "done then", done: true},
      {what: "done later", done: true, doneOn: "2026-11-21", due: "2026-11-10"},
    ],
  }),
  note({customer: "bolt", id: "b", date: "2026-11-30", steps: [{what: "to come"}]}),
]);

test("open steps, the longest overdue first, those without a day last", () => {
  const open = openSteps(conversations, "2026-11-20");
  expect(open.map(({what, n, overdueDays}) => [what, n, overdueDays])).toEqual([
    ["done later", 5, 10],
    ["late", 2, 7],
    ["today", 3, 0],
    ["no day", 1, null],
  ]);
  expect(overdueSteps(conversations, "2026-11-20").map(({what}) => what)).toEqual([
    "done later",
    "late",
  ]);
});

test("a step checked off on a day is done from that day on", () => {
  const done = (asOf: string): string[] =>
    stepsOf(conversations, asOf)
      .filter((step) => step.done)
      .map(({what}) => what);
  expect(done("2026-11-20")).toEqual(["done then"]);
  expect(done("2026-11-21")).toEqual(["done later", "done then"]);
});
