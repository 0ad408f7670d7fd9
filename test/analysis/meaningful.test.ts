import {expect, test} from "vitest";
import {learnings, meaning, type Condition} from "../../src/analysis/meaningful.ts";
import {collectionOf, config, note} from "../builders.ts";

type NoteInput = Omit<Parameters<typeof note>[0], "customer">;

const good: NoteInput = {items: {pains: ['"We gave up"']}};

function judge(input: NoteInput, settings = config()): ReturnType<typeof meaning> {
  const [only] = collectionOf(settings, note({customer: "gantry", ...input})).conversations;
  if (only === undefined) throw new Error("no conversation");
  return meaning(only, settings.meaningful);
}

test.each<[string, NoteInput, Condition[]]>([
  ["a pain in their words", good, []],
  ["15 minutes", {...good, duration: 15}, []],
  ["14 minutes", {...good, duration: 14}, ["too-short"]],
  ["planned", {...good, status: "planned"}, ["not-held"]],
  [
    "second-hand, a survey, nobody there",
    {...good, secondhand: true, type: "survey", team: []},
    ["secondhand", "not-live", "nobody-present"],
  ],
  ["nothing", {}, ["nothing-learned", "not-written-up"]],
  ["praise alone", {evidence: [{kind: "compliment", quote: "great"}]}, ["nothing-learned"]],
  ["they would", {evidence: [{kind: "hypothetical", quote: "I would"}]}, ["nothing-learned"]],
  [
    "they would, mixed",
    {evidence: [{kind: "hypothetical", stance: "mixed", quote: "well"}]},
    ["nothing-learned"],
  ],
  ["they would not", {evidence: [{kind: "hypothetical", stance: "refutes", quote: "no"}]}, []],
  ["an opinion", {evidence: [{kind: "opinion", quote: "I think so"}]}, []],
  ["a row without words", {evidence: [{kind: "story"}]}, ["not-written-up"]],
  ["19 words", {items: {works: ["it works"]}, words: 19}, ["not-written-up"]],
  ["20 words", {items: {works: ["it works"]}, words: 20}, []],
  [
    "a quote in Quotes alone teaches nothing",
    {items: {quotes: ['"Well, well"']}},
    ["nothing-learned"],
  ],
  ["a quote in Quotes and a surprise", {items: {quotes: ['"Well"'], surprises: ["a"]}}, []],
  ["selling, 65 % ours", {...good, type: "demo", talk: 0.65}, []],
  ["selling, 66 % ours", {...good, type: "demo", talk: 0.66}, ["talked-too-much"]],
  ["not selling, 90 % ours", {...good, talk: 0.9}, []],
  ["its own no", {...good, meaningful: false, reason: "small talk"}, ["overridden"]],
  ["its own no without a reason", {...good, meaningful: false}, []],
  ["its own yes", {meaningful: true, reason: "a site tour", duration: 5}, []],
  [
    "its own yes on a planned one",
    {...good, status: "planned", meaningful: true, reason: "sure"},
    ["not-held"],
  ],
])("%s", (_name, input, expected) => {
  const {meaningful, why} = judge(input);
  expect(why).toEqual(expected);
  expect(meaningful).toBe(expected.length === 0);
});

test("an override is shown with what it set aside", () => {
  expect(judge({meaningful: true, reason: "a site tour", duration: 5}).overridden).toEqual({
    to: true,
    reason: "a site tour",
    instead: ["too-short", "nothing-learned", "not-written-up"],
  });
  expect(
    judge({...good, status: "planned", meaningful: true, reason: "sure"}).overridden,
  ).toBeNull();
});

test("what is missing is said as a thing to do", () => {
  expect(judge({items: {works: ["it works"]}, words: 8, duration: 14}).missing).toEqual([
    "1 more minute",
    "a quote, or 12 more words",
  ]);
  expect(judge({...good, type: "demo", talk: 0.6501}).missing).toEqual([
    "more listening: we spoke 66 % of the time, 65 % is the most",
  ]);
});

test("thresholds come from the config", () => {
  const settings = config({meaningful: {minutes: 30, words: 3, talk: 0.5}});
  expect(judge({items: {works: ["one two three"]}, duration: 29}, settings).why).toEqual([
    "too-short",
  ]);
  expect(judge({...good, type: "demo", talk: 0.6}, settings).why).toEqual(["talked-too-much"]);
});

test("learnings are items and rows with points on their own day", () => {
  const [only] = collectionOf(
    note({
      customer: "x",
      items: {pains: ["a", "b"], quotes: ['"c"'], summary: ["d"]},
      evidence: [{kind: "compliment"}, {kind: "story"}],
    }),
  ).conversations;
  expect(only && learnings(only)).toBe(3);
});
