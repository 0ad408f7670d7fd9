import {Chalk} from "chalk";
import {expect, it} from "vitest";
import type {Collection} from "../../src/notes/collection.ts";
import {overviewDocument, overviewReport} from "../../src/reports/overview.ts";
import type {ReportRequest} from "../../src/reports/request.ts";
import {renderText} from "../../src/render/text.ts";
import {assumption, collectionOf, concept, config, note, requestOf} from "../builders.ts";

/** The lines of the page that match. */
function lines(
  pattern: RegExp,
  collection: Collection,
  more: Partial<ReportRequest> = {},
): string[] {
  const request = {...requestOf(collection), ...more};
  const document = overviewDocument(overviewReport(request), request);
  const text = renderText(document, {columns: 200, chalk: new Chalk({level: 0}), unicode: true});
  return text.split("\n").filter((line) => pattern.test(line));
}

const off = {why: null, value: false as const};
const easy = concept({
  id: "easy",
  name: "Easy",
  gates: [{id: "G1", name: "Problem", date: "2026-12-01"}],
  criteria: (
    ["conversations", "customers", "recent", "critical", "disconfirming", "shaped"] as const
  ).map((criterion) => ({...off, criterion})),
});

it("names the gate that each concept comes to next, overdue ones first, with what failed", () => {
  const collection = collectionOf([
    easy,
    concept({
      id: "late",
      name: "Late",
      gates: [
        {id: "G1", name: "Problem", date: "2026-09-01", decision: "go"},
        {id: "G2", name: "Build", date: "2026-11-17", decision: "pending"},
        {id: "G3", name: "Launch", date: "2027-01-01"},
      ],
    }),
    concept({id: "done", gates: [{id: "G1", date: "2026-09-01", decision: "kill"}]}),
    assumption({id: "a", importance: "critical", concepts: ["late"]}),
  ]);
  expect(overviewReport(requestOf(collection)).gates).toEqual([
    {
      concept: "late",
      gate: "G2",
      name: "Build",
      date: "2026-11-17",
      ready: false,
      failed: ["conversations", "customers", "recent", "critical", "disconfirming", "shaped"],
      judged: 7,
    },
    {
      ...{concept: "easy", gate: "G1", name: "Problem", date: "2026-12-01"},
      ...{ready: true, failed: [], judged: 1},
    },
  ]);
  expect(lines(/^(Next gate|Then)/, collection)).toEqual([
    "Next gate: Late, G2 build, 3 days ago (Tue 2026-11-17), not decided yet: NOT READY, 6 of 7 not met.",
    "Then: Easy, G1 problem, in 11 days (Tue 2026-12-01): READY, 1 of 1 met.",
  ]);
});

it("says how many more gates there are, and no word of gates where none is to come", () => {
  const many = ["a", "b", "c", "d", "e"].map((id) =>
    concept({id, gates: [{id: "G1", name: "", date: "2026-12-01"}]}),
  );
  const collection = collectionOf(many);
  expect(lines(/more gate/, collection)).toEqual(["… and 2 more gates (--all)"]);
  expect(lines(/^(Next gate|Then|…)/, collection, {all: true})).toHaveLength(5);
  expect(lines(/gate/i, collectionOf([note({customer: "acme"})]))).toEqual([]);
});

it("counts this month's talks once, by name, beside the goal of whoever has one", () => {
  const talk = {words: 30, items: {pains: ["It takes hours"]}};
  const talks = [
    note({customer: "acme", date: "2026-11-02", team: ["ana", "chloe"], ...talk}),
    note({customer: "bolt", date: "2026-11-03", ...talk}),
    note({customer: "old", date: "2026-10-31", ...talk}),
  ];
  const collection = collectionOf(config({goals: {pm: 2, leader: 1}}), talks);
  expect(lines(/This month/, collection)).toEqual([
    "  This month   2 meaningful talks: Ana 2 (goal 2), Ben 0 (2), Eva 0 (1), Chloe 1",
  ]);
  expect(overviewReport(requestOf(collection)).goal).toMatchObject({
    month: "2026-11",
    met: 1,
    of: 3,
  });
  const nobody = collectionOf(config({team: []}), talks);
  expect(overviewReport(requestOf(nobody)).goal).toBeNull();
  expect(lines(/This month/, nobody)).toEqual([]);
});

it("draws months and statuses on a page, and leaves them out of lines", () => {
  const said = (date: string) =>
    note({
      customer: `on-${date}`,
      date,
      evidence: [{assumption: "a", kind: "story", quote: "It took all day"}],
    });
  const collection = collectionOf([
    assumption({id: "a", importance: "critical"}),
    assumption({id: "new", importance: "critical"}),
    assumption({id: "little", importance: "medium"}),
    said("2026-09-10"),
    said("2026-10-31"),
    said("2026-11-01"),
    note({
      customer: "x",
      date: "2026-11-02",
      evidence: [{assumption: "new"}, {assumption: "little"}],
    }),
  ]);
  const request = requestOf(collection);
  const {blocks} = overviewDocument(overviewReport(request), request);
  const charts = blocks.flatMap((block) => (block.block === "only" ? block.blocks : []));
  const [statuses, months] = charts.map((block) => (block.block === "chart" ? block.chart : null));
  expect(charts).toHaveLength(2);
  expect(statuses).toMatchObject({
    kind: "statuses",
    rows: [
      {
        label: {text: "We believe in a"},
        points: [
          {date: "2026-09-30", status: "inconclusive"},
          {date: "2026-10-31", status: "leaning-valid", label: "early yes"},
          {date: "2026-11-20", status: "leaning-valid"},
        ],
      },
    ],
  });
  expect(months).toMatchObject({kind: "months"});
  expect(months?.kind === "months" ? months.bars : []).toEqual([
    ...["2026-06", "2026-07", "2026-08"].map((month) => ({month, count: 0, goal: 5})),
    {month: "2026-09", count: 1, goal: 5},
    {month: "2026-10", count: 1, goal: 5},
    // The other talk of November is not written up.
    {month: "2026-11", count: 1, goal: 5},
  ]);
  expect(lines(/month by month|talks a month/, collection)).toEqual([]);
});

it("ends with one suggestion, whoever asks", () => {
  const collection = collectionOf([
    note({customer: "acme", steps: [{what: "Send the plan", who: "ana", due: "2026-11-18"}]}),
  ]);
  expect(lines(/pm-talk next/, collection, {me: "ben"})).toEqual([
    "  Next   acme, we owe them: Send the plan (2 days late): pm-talk next",
  ]);
  expect(overviewReport(requestOf(collection)).suggestion).toMatchObject({
    customer: "acme",
    who: "ana",
  });
  expect(overviewReport(requestOf(collectionOf([]))).suggestion).toBeNull();
});
