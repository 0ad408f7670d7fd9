import {expect, it} from "vitest";
import {readNumbers} from "../../../src/cli/prompts/plain-numbers.ts";

it.each([
  ["1 3", [1, 3]],
  ["1,3", [1, 3]],
  [" 2 , 2 ", [2]],
  ["0", [0]],
  ["1 4", '"4" is none of 0 to 3.'],
  ["1 two", '"two" is none of 0 to 3.'],
  ["-1", '"-1" is none of 0 to 3.'],
  ["1e0", '"1e0" is none of 0 to 3.'],
  ["0 1", "0 is none of them: alone, or not at all."],
])("%j", (typed, expected) => {
  const numbers = readNumbers(typed, 3);
  expect(typeof numbers === "string" ? numbers : [...numbers]).toEqual(expected);
});
