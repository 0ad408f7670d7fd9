import fc from "fast-check";
import {expect, test} from "vitest";
import {countWords} from "../../../src/notes/body/words.ts";

test.each([
  ["", 0],
  ["one two  three", 3],
  ["don't won’t 'quoted' rock-n-roll", 6],
  ["a1 2 3.5", 4],
  ["— … “” × ÷ !", 0],
  ["naïve Œuvre ﬁn Ελλάδα", 4],
  ["e\u0301te\u0301 हिन्दी", 2],
  ["☀️ 🎉 👨‍👩‍👧", 0],
  ["顧", 1],
  ["顧客", 1],
  ["顧客の声を聞く", 3],
  ["データ", 1],
  ["สวัสดีครับ", 3],
  ["SAP連携", 2],
  ["、。「」", 0],
  ["한국어 단어", 2],
])("%s has %i words", (text, words) => {
  expect(countWords(text)).toBe(words);
});

test("counting stops at the limit", () => {
  expect(countWords("a ".repeat(100), 7)).toBe(7);
  expect(countWords("顧客 ".repeat(100), 7)).toBe(7);
  expect(countWords("顧客顧客顧客顧客", 2)).toBe(2);
});

test("the fast path counts as the other", () => {
  const text = fc.string({unit: fc.constantFrom(..."ab1 .'’-—é×ß“”\u00a0"), maxLength: 20});
  // A letter of another script, set apart, sends the same text down the slow path.
  fc.assert(fc.property(text, (some) => countWords(`${some} ж`) === countWords(some) + 1));
});
