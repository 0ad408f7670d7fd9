import fc from "fast-check";
import {expect, test} from "vitest";
import {collectionAsOf, isOnTeam} from "../../src/analysis/as-of.ts";
import {
  assumption,
  collectionOf,
  concept,
  config,
  customer,
  decision,
  note,
  type BuiltFile,
} from "../builders.ts";

const day = "2026-06-30";

test("what is in force later is not in force yet", () => {
  const settings = config({
    team: [
      {handle: "ana", left: "2026-07-01", away: [{from: "2026-07-01", to: "2026-07-05"}]},
      {handle: "ben", left: day},
    ],
  });
  const collection = collectionOf(settings, [
    customer({
      id: "x",
      people: [
        {id: "p", left: "2026-07-01"},
        {id: "q", left: day},
      ],
    }),
    assumption({id: "a", reset: "2026-07-01", retired: "2026-07-01", reason: "why"}),
    assumption({id: "b", reset: day, retired: day, reason: "why"}),
    assumption({id: "c", override: "validated", overridden: "2026-07-01", by: "eva", reason: "w"}),
    concept({
      id: "k",
      gates: [
        {id: "G1", date: "2026-06-01", decision: "go", decided: day, by: "eva"},
        {id: "G2", date: "2026-06-02", decision: "go", decided: "2026-07-01", by: "eva"},
        {id: "G3", date: "2026-07-02", decision: "hold", conditions: "more"},
        {id: "G4", date: "2026-08-02", decision: "pending", conditions: "one more"},
      ],
    }),
  ]);
  const then = collectionAsOf(collection, day);
  expect(then.config.team).toMatchObject([{left: null, away: []}, {left: day}]);
  expect(then.customers[0]?.people.map(({left}) => left)).toEqual([null, day]);
  expect(then.assumptions).toMatchObject([
    {reset: null, retired: null, reason: null},
    {reset: day, retired: day, reason: "why"},
    {override: null, overridden: null, by: null, reason: null},
  ]);
  expect(then.concepts[0]?.gates).toMatchObject([
    {decision: "go", by: "eva"},
    {decision: null, decided: null, by: null},
    {decision: null, conditions: null},
    {decision: "pending", conditions: "one more"},
  ]);
  expect(collection.assumptions[0]?.retired).toBe("2026-07-01");
});

test("a superseded decision counts as accepted until the one that replaces it", () => {
  const collection = collectionOf([
    decision({id: "old", date: "2026-06-01", status: "superseded", told: [{date: "2026-07-09"}]}),
    decision({id: "new", date: "2026-07-10", replaces: "old"}),
    decision({id: "lone", date: "2026-06-01", status: "superseded"}),
  ]);
  const at = (asOf: string): unknown =>
    collectionAsOf(collection, asOf).decisions.map(({id, status, told}) => [
      id,
      status,
      told.length,
    ]);
  expect(at("2026-07-08")).toEqual([
    ["lone", "superseded", 0],
    ["old", "accepted", 0],
  ]);
  expect(at("2026-07-10")).toEqual([
    ["lone", "superseded", 0],
    ["new", "accepted", 0],
    ["old", "superseded", 1],
  ]);
});

test("a member is on the team from the first to the last day", () => {
  const [ana] = config({team: [{handle: "ana", joined: "2026-06-01", left: day}]}).team;
  const on = (date: string): boolean => ana !== undefined && isOnTeam(ana, date);
  expect(["2026-05-31", "2026-06-01", day, "2026-07-01"].map(on)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

const dates = fc.constantFrom("2026-06-28", "2026-06-29", day, "2026-07-01", "2026-07-02");
const dated = fc.record({
  date: dates,
  customer: fc.constantFrom("gantry", "GANTRY", "acme", "Acme", "bolt"),
  assumption: fc.constantFrom("setup", "undeclared", "Undeclared"),
  status: fc.constantFrom("held" as const, "planned" as const),
  doneOn: fc.option(dates, {nil: null}),
});

test("as of a day equals a collection that holds only what is dated by then", () => {
  const property = fc.property(fc.array(dated, {maxLength: 10}), (inputs) => {
    const always: BuiltFile[] = [customer({id: "gantry"}), assumption({id: "setup"})];
    const files = inputs.map((one, index) => {
      const id = `n${String(index)}`;
      const steps = [{done: one.doneOn !== null, doneOn: one.doneOn}];
      const evidence = [{assumption: one.assumption}];
      return {date: one.date, note: note({...one, id, steps, evidence})};
    });
    const decisions = inputs.map((one, index) => ({
      date: one.date,
      note: decision({id: `d${String(index)}`, date: one.date}),
    }));
    const all = [...files, ...decisions];
    const then = all.filter(({date}) => date <= day);
    const whole = collectionAsOf(
      collectionOf(
        always,
        all.map((one) => one.note),
      ),
      day,
    );
    const part = collectionAsOf(
      collectionOf(
        always,
        then.map((one) => one.note),
      ),
      day,
    );
    expect({...whole, counts: null}).toEqual({...part, counts: null});
  });
  fc.assert(property, {numRuns: 80});
});
