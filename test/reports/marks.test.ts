import {expect, it} from "vitest";
import {believedOf, overviewAssumptions} from "../../src/reports/marks.ts";
import {assessAll} from "../../src/analysis/assess-all.ts";
import {assumption, collectionOf, note, requestOf, today} from "../builders.ts";
import {sample} from "./assumptions/assumptions-sample.ts";

it("gives one mark per customer and side, the strongest first", () => {
  const {assumptions} = overviewAssumptions(requestOf(sample()));
  expect(assumptions.find((one) => one.id === "setup")).toEqual({
    id: "setup",
    statement: "New customers finish setup alone in under five minutes",
    importance: "critical",
    status: "contested",
    label: "contested",
    against: ["did", "told", "told"],
    for: ["did", "thinks"],
  });
});

it("orders what we believe by importance and doubt, without what is retired", () => {
  const {assumptions, leapsOfFaith} = overviewAssumptions(requestOf(sample()));
  expect(assumptions.map((one) => `${one.id}: ${one.label}`)).toEqual([
    "setup: contested",
    "cloud: not tested",
    "admin: early yes",
    "sso: invalidated",
    "export: out of date",
    "broken: cannot be read",
    "undeclared-one: too early (1 customer)",
  ]);
  expect(leapsOfFaith).toEqual(["cloud", "admin"]);
});

it("finds the strongest no, but not on what is retired", () => {
  expect(overviewAssumptions(requestOf(sample())).strongestNo).toEqual({
    quote: "He opened the help page four times, I counted",
    note: null,
    customer: "gantry",
    kind: "observed",
    secondhand: false,
    assumption: "setup",
    conversation: "2026-11-19-gantry-sales-call-k7f3qa",
    date: "2026-11-19",
  });
  const collection = collectionOf([
    assumption({id: "gone", retired: "2026-01-01"}),
    note({customer: "acme", evidence: [{assumption: "gone", stance: "refutes", kind: "money"}]}),
  ]);
  expect(believedOf(assessAll(collection, today)).strongestNo).toBeNull();
});

it("lets hearsay only think", () => {
  const collection = collectionOf([
    assumption({id: "a"}),
    note({customer: "acme", secondhand: true, evidence: [{assumption: "a", kind: "money"}]}),
  ]);
  const [one] = believedOf(assessAll(collection, today)).assumptions;
  expect(one).toMatchObject({for: ["thinks"], against: [], label: "too early (0 customers)"});
});
