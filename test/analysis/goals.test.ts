import {describe, expect, it, test} from "vitest";
import {collectionAsOf} from "../../src/analysis/as-of.ts";
import {goalInMonth, goalsOf} from "../../src/analysis/goals.ts";
import type {Member} from "../../src/notes/config.ts";
import {collectionOf, config, note} from "../builders.ts";

function member(keys: Partial<Member>): Member {
  const [ana] = config({team: [{handle: "ana", name: "Ana"}]}).team;
  if (ana === undefined) throw new Error("no member");
  return {...ana, ...keys};
}

const goals = config({goals: {pm: 2, leader: 1, lead: 3, sales: 0}});

test.each<[string, Partial<Member>, number | null]>([
  ["the member's own goal", {goal: 5, level: "leader", function: "pm"}, 5],
  ["else that of the level", {level: "leader", function: "pm"}, 1],
  ["else that of the function", {level: "ic", function: "pm"}, 2],
  ["else none", {function: "design"}, null],
  ["0 is none", {goal: 0, function: "pm"}, null],
  ["0 of the function is none", {function: "sales"}, null],
  [
    "the whole month, first and last day included",
    {goal: 3, joined: "2026-11-01", left: "2026-11-30"},
    3,
  ],
  // 15 of 30 days of 3 are 1.5, rounded half up.
  ["half a month from the day joined", {goal: 3, joined: "2026-11-16"}, 2],
  ["half a month up to the day left", {goal: 1, left: "2026-11-15"}, 1],
  ["less than half of one", {goal: 1, left: "2026-11-14"}, null],
  [
    "times away, that overlap, once",
    {
      goal: 2,
      away: [
        {from: "2026-10-01", to: "2026-11-10"},
        {from: "2026-11-05", to: "2026-11-14"},
      ],
    },
    1,
  ],
  ["away all month", {goal: 9, away: [{from: "2026-11-01", to: "2026-11-30"}]}, null],
  ["not there any more", {goal: 9, left: "2026-10-31"}, null],
])("goal: %s", (_, keys, goal) => {
  expect(goalInMonth(member(keys), goals, "2026-11")).toBe(goal);
});

describe("goals of a month", () => {
  const talk = {words: 30, items: {pains: ["It takes hours"]}};
  const collection = collectionOf(
    config({
      team: [
        {handle: "ana", function: "pm"},
        {handle: "eva", level: "leader"},
        {handle: "ivo", function: "pm", left: "2026-10-15"},
        {handle: "new", function: "pm", joined: "2026-11-25"},
        {handle: "chloe", function: "design"},
      ],
    }),
    [
      note({customer: "acme", date: "2026-11-02", ...talk}),
      note({customer: "bolt", date: "2026-11-20", observers: ["eva"], ...talk}),
      note({customer: "dune", date: "2026-10-31", ...talk}),
      note({customer: "elm", date: "2026-11-21", ...talk}),
      note({customer: "polite", date: "2026-11-03", words: 30}),
    ],
  );

  it("counts who was there, listening too, up to the day, and leaves out who is not on the team", () => {
    expect(goalsOf(collectionAsOf(collection, "2026-11-20"), "2026-11", "2026-11-20")).toEqual({
      month: "2026-11",
      met: 2,
      of: 2,
      members: [
        {handle: "ana", meaningful: 2, goal: 2},
        {handle: "eva", meaningful: 1, goal: 1},
        {handle: "chloe", meaningful: 0, goal: null},
      ],
    });
  });

  it("looks back on a month as it was, with who was on the team then", () => {
    const then = goalsOf(collectionAsOf(collection, "2026-11-20"), "2026-10", "2026-11-20");
    expect(then).toMatchObject({met: 0, of: 3});
    expect(then?.members.map(({handle, meaningful, goal}) => [handle, meaningful, goal])).toEqual([
      ["ana", 1, 2],
      ["eva", 0, 1],
      ["ivo", 0, 1],
      ["chloe", 0, null],
    ]);
  });

  it("is nothing without a team", () => {
    expect(goalsOf(collectionOf(config({team: []})), "2026-11", "2026-11-20")).toBeNull();
  });
});
