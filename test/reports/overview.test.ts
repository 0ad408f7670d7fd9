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
