import {expect, test} from "vitest";
import {timeOfDay} from "../../../src/cli/guided/words.ts";

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
