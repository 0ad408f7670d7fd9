import {expect, test} from "vitest";
import type {Talk} from "../../../src/cli/guided/talk.ts";
import {readWhoAndWhen, timeOfDay} from "../../../src/cli/guided/words.ts";
import {collectionOf} from "../../builders.ts";

test.each([
  ["14:30", "14:30"],
  [" 9:05 ", "09:05"],
  ["14.30", "14:30"],
  ["14h30", "14:30"],
  ["14h", "14:00"],
  ["9", "09:00"],
  ["2pm", "14:00"],
  ["2:30 PM", "14:30"],
  ["12am", "00:00"],
  ["12 pm", "12:00"],
])("the time %j is %s", (typed, time) => {
  expect(timeOfDay(typed)).toBe(time);
});

test.each(["", "24:00", "9:60", "13pm", "0am", "half past two", "1430", "9:5", "-1"])(
  "%j is no time of the day",
  (typed) => {
    expect(timeOfDay(typed)).toBeNull();
  },
);

const talk = {collection: collectionOf([]), today: "2026-11-20", me: "ana"} as Talk;

test.each([
  ["", "ana", null],
  ["friday", "ana", "2026-11-27"],
  ["me, next thursday", "ana", "2026-11-26"],
  ["me next thursday", "ana", "2026-11-26"],
  ["ben by tomorrow", "ben", "2026-11-21"],
  ["them in 2 weeks", "them", "2026-12-04"],
  ["Thu 2026-11-26, ben", "ben", "2026-11-26"],
])("%j is %s, by %s", (typed, who, due) => {
  expect(readWhoAndWhen(typed, talk)).toEqual({who, due});
});

test.each(["ben soon", "zoe friday", "me, friday, monday"])("%j is not understood", (typed) => {
  expect(readWhoAndWhen(typed, talk)).toHaveProperty("wrong");
});
