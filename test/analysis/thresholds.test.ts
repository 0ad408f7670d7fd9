import {expect, it} from "vitest";
import {changedThresholds, defaultThresholds} from "../../src/analysis/thresholds.ts";
import {readConfig} from "../../src/notes/read-config.ts";

it("the usual figures are those of a pm-talk.yml that says nothing", async () => {
  const {evidence, meaningful} = await readConfig("version: 1\nteam: []\n");
  expect({evidence, meaningful}).toEqual(defaultThresholds);
  expect(changedThresholds({evidence, meaningful})).toEqual([]);
});

it("says what a team has set otherwise, and what it would be", () => {
  const {evidence, meaningful} = defaultThresholds;
  const changed = changedThresholds({
    evidence: {...evidence, customers: 1},
    meaningful: {...meaningful, minutes: 0},
  });
  expect(changed).toEqual([
    {name: "meaningful.minutes", value: 0, usual: 15},
    {name: "evidence.customers", value: 1, usual: 5},
  ]);
});
