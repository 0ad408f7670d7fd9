import {expect, it} from "vitest";
import {changedThresholds} from "../../src/analysis/thresholds.ts";
import {defaultThresholds} from "../../src/notes/config-defaults.ts";
import {readConfig} from "../../src/notes/read-config.ts";

it("the usual figures are those of a pm-talk.yml that says nothing", async () => {
  const {evidence, meaningful} = await readConfig("version: 1\nteam: []\n");
  expect(evidence).toEqual({
    ...{fresh: 180, expired: 365, customers: 5, against: 3, believe: 0.8, disbelieve: 0.2},
  });
  expect(meaningful).toEqual({minutes: 15, talk: 0.65, words: 20});
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
