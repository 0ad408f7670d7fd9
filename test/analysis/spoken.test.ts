import {expect, test} from "vitest";
import {band, compareRecency, isSpoken, lastSpoken} from "../../src/analysis/spoken.ts";
import type {Conversation} from "../../src/notes/collection.ts";
import {collectionOf, config, note} from "../builders.ts";

type NoteInput = Omit<Parameters<typeof note>[0], "customer">;

function talk(input: NoteInput): Conversation {
  const settings = config({types: {roadshow: {selling: true}, panel: {live: false}}});
  const [only] = collectionOf(settings, note({customer: "gantry", ...input})).conversations;
  if (only === undefined) throw new Error("no conversation");
  return only;
}

test.each<[string, NoteInput, boolean]>([
  ["an interview", {}, true],
  ["on the phone", {channel: "phone"}, true],
  ["only listening", {team: [], observers: ["eva"]}, true],
  ["nobody of ours", {team: []}, false],
  ["a survey", {type: "survey"}, false],
  ["an e-mail", {type: "email"}, false],
  ["an interview by chat", {channel: "chat"}, false],
  ["an interview by e-mail", {channel: "email"}, false],
  ["planned", {status: "planned"}, false],
  ["voicemail", {status: "no-answer"}, false],
  ["told by a research firm", {secondhand: true, firm: "Askers"}, false],
  ["a type of the team's", {type: "roadshow"}, true],
  ["a type of the team's that is not live", {type: "panel"}, false],
  ["a type that is a property of every object", {type: "constructor"}, true],
])("%s", (_name, input, expected) => {
  expect(isSpoken(talk(input))).toBe(expected);
});

test("of one day the later time is last, without a time is earliest, then the id", () => {
  const order = [
    talk({id: "z", date: "2026-11-18", time: "18:00"}),
    talk({id: "x", date: "2026-11-19"}),
    talk({id: "y", date: "2026-11-19"}),
    talk({id: "b", date: "2026-11-19", time: "09:00"}),
    talk({id: "a", date: "2026-11-19", time: "10:00"}),
  ];
  const sorted = [...order].reverse().sort(compareRecency);
  expect(sorted.map(({id}) => id)).toEqual(["z", "x", "y", "b", "a"]);
  expect(lastSpoken(order)?.id).toBe("a");
  expect(lastSpoken([talk({type: "survey"})])).toBeNull();
});

test.each([
  [0, "last7"],
  [7, "last7"],
  [8, "recent"],
  [30, "recent"],
  [31, "fading"],
  [90, "fading"],
  [91, "cold"],
  [null, "never"],
])("%s days ago is %s", (daysAgo, expected) => {
  expect(band(daysAgo)).toBe(expected);
});
