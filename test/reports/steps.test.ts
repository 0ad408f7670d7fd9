import {expect, it} from "vitest";
import type {Filters} from "../../src/analysis/select.ts";
import type {Collection} from "../../src/notes/collection.ts";
import type {Block, Spans} from "../../src/reports/document.ts";
import {stepsDocument, stepsReport} from "../../src/reports/steps.ts";
import {collectionOf, customer, note, requestOf} from "../builders.ts";

function plain(spans: Spans): string {
  return (Array.isArray(spans) ? spans : [spans])
    .map((span) => (typeof span === "string" ? span : "text" in span ? span.text : ""))
    .join("");
}

function shown(block: Block): string[] {
  if (block.block === "answer") return block.lines.map(plain);
  if (block.block === "table") return block.rows.map((row) => row.map(plain).join(" | "));
  return block.block === "paragraph" || block.block === "heading" ? [plain(block.text)] : [];
}

function screen(collection: Collection, filters: Partial<Filters> = {}, done = false): string[] {
  const request = requestOf(collection, {filters});
  return stepsDocument(stepsReport(request, {done}), request).blocks.flatMap(shown);
}

const sample = collectionOf([
  customer({id: "dune", name: "Dune Health"}),
  note({
    id: "2026-10-22-dune-interview-h6t1yw",
    customer: "dune",
    date: "2026-10-22",
    steps: [
      {what: "Send the paper", who: "ben", due: "2026-11-13"},
      {what: "Find an hour", who: "ana", done: true, doneOn: "2026-11-02"},
      {what: "Name a date", who: "them", due: "2026-11-20"},
      {what: "Thank them", who: "ana", done: true, doneOn: "2026-11-21"},
    ],
  }),
  note({
    id: "by hand",
    customer: "acme",
    date: "2026-11-01",
    steps: [
      {what: "Say hello", who: "ben", done: true},
      {what: "Whenever", who: "ben"},
    ],
  }),
  note({customer: "dune", date: "2026-11-21", steps: [{what: "Not yet", who: "ana"}]}),
]);

it("lists what is open as of the day, overdue first, with what closes it", () => {
  expect(screen(sample)).toEqual([
    "4 next steps are open, 1 late.",
    "Send the paper | Dune Health | Ben | Fri 2026-11-13 | 7 days | h6t1yw 1",
    "Name a date | Dune Health | them | Fri 2026-11-20 |  | h6t1yw 3",
    "Thank them | Dune Health | Ana |  |  | h6t1yw 4",
    "Whenever | acme | Ben |  |  | by hand 2",
    "To close one:  pm-talk done h6t1yw 1",
  ]);
});

it("adds those that are done, the latest first; one without a day is done since its talk", () => {
  expect(screen(sample, {}, true).slice(6)).toEqual([
    "Done",
    "Find an hour | Dune Health | Ana | Mon 2026-11-02",
    "Say hello | acme | Ben | Sun 2026-11-01",
  ]);
  const request = requestOf(sample);
  expect(stepsReport(request, {done: true}).steps[4]).toEqual({
    conversation: "2026-10-22-dune-interview-h6t1yw",
    n: 2,
    what: "Find an hour",
    who: "ana",
    due: null,
    overdueDays: null,
    done: true,
    customer: "dune",
    file: "conversations/2026-10-22-dune-interview-h6t1yw.md",
    doneOn: "2026-11-02",
  });
});

it("narrows to who took it on, whoever was at the talk, and to a customer", () => {
  expect(screen(sample, {by: ["them"]}).slice(0, 2)).toEqual([
    "1 next step is open for them.",
    "Name a date | Dune Health | them | Fri 2026-11-20 | h6t1yw 3",
  ]);
  expect(screen(sample, {by: ["ben"], customer: ["acme"]})).toEqual([
    "1 next step is open for Ben with acme.",
    "Whenever | acme | Ben |  | by hand 2",
    "To close one:  pm-talk done ID N",
  ]);
  expect(screen(sample, {by: ["eva"], customer: ["dune"]})).toEqual([
    "No next step is open for Eva with Dune Health.",
  ]);
});

it("says which note of a talk written up twice holds the step", () => {
  const twice = collectionOf([
    note({customer: "a", id: "one", steps: [{what: "First", who: "ana"}]}),
    note({customer: "a", id: "two", steps: [{what: "Second", who: "ben", due: "2026-11-19"}]}),
  ]);
  const {steps} = stepsReport(requestOf(twice), {done: false});
  expect(steps.map(({what, file, n}) => [what, file.replace(/^.*\//, ""), n])).toEqual([
    ["Second", "two.md", 1],
    ["First", "one.md", 1],
  ]);
});
