import {expect, test} from "vitest";
import {visible, visibleLine} from "../../src/core/visible.ts";

test.each([
  ["\x1b[31mred", "\\x1b[31mred"],
  ["\x1b]52;c;aGk=\x07", "\\x1b]52;c;aGk=\\x07"],
  ["a\x9bb\x80", "a\\x9bb\\x80"],
  ["a\rb", "a\\x0db"],
  ["a\0b\x7f", "a\\x00b\\x7f"],
  ["a\u202eb\u2066\u200f", "a\\u202eb\\u2066\\u200f"],
  ["a\u200bb\u2060\ufeff\u00ad", "a\\u200bb\\u2060\\ufeff\\u00ad".replace("\\u00ad", "\\xad")],
  ["a\u2028b", "a\\u2028b"],
  ["a\u{e0041}b", "a\\u{e0041}b"],
  ["\ud800x\udc00", "\\ud800x\\udc00"],
  ["x\ufe0f\ufe0f\u{e0100}", "x\ufe0f\\ufe0f\\u{e0100}"],
  ["a\u200db", "a\\u200db"],
])("%j is shown as %j", (text, expected) => {
  expect(visible(text)).toBe(expected);
});

test.each([
  ["plain text, tab\tand line\nfeed"],
  ["👩‍👩‍👧 🏳️‍🌈 👩🏽‍🚒 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇩🇪 1️⃣"],
  ["e\u0301 ñ 株式会社 「はい」 שלום"],
  ["می\u200cخواهم"],
  ["क्\u200dष"],
  [""],
])("%j stays as it is", (text) => {
  expect(visible(text)).toBe(text);
});

test("an emoji does not let other invisible characters through", () => {
  expect(visible("👩‍👩\u200b\u202e")).toBe("👩‍👩\\u200b\\u202e");
});

test("one line stays one line", () => {
  expect(visibleLine("a\r\nb\nc\td\re")).toBe("a b c d\\x0de");
});
