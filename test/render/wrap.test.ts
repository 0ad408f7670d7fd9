import {expect, test} from "vitest";
import {piece, type Piece} from "../../src/render/pieces.ts";
import {wrapPieces} from "../../src/render/wrap.ts";

function wrapped(pieces: Piece[], width: number, hang = 0): string[] {
  return wrapPieces(pieces, width, hang).map((line) =>
    line
      .map((part) => part.text)
      .join("")
      .trimEnd(),
  );
}

test.each<[string, string, string[]]>([
  ["breaks at spaces", "one two three", ["one two", "three"]],
  ["keeps a word that just fits", "12345678 90", ["12345678", "90"]],
  ["breaks a longer word behind its signs", "notes/of-2026/x", ["notes/", "of-2026/", "x"]],
  ["breaks a word without signs anywhere", "abcdefghijkl", ["abcdefgh", "ijkl"]],
  ["begins Chinese on the same line", "at 株式会社", ["at 株式", "会社"]],
  ["never begins a line with 。", "一二三四。五", ["一二三", "四。五"]],
  ["never ends a line with 「", "一二三「四", ["一二三", "「四"]],
  ["does not cut a Latin word to fill a line", "at abcdef株式", ["at", "abcdef株", "式"]],
  ["never halves a joined emoji", "abcdefg👩‍👩‍👧", ["abcdefg", "👩‍👩‍👧"]],
  ["never parts a mark from its letter", "abcdefge\u0301x", ["abcdefge\u0301", "x"]],
  [
    "counts decomposed Hangul as one syllable",
    "\u1112\u1161\u11abab cd",
    ["\u1112\u1161\u11abab cd"],
  ],
])("%s", (_name, text, expected) => {
  expect(wrapped([piece(text)], 8)).toEqual(expected);
});

test("later lines stand in", () => {
  expect(wrapped([piece("one two three four")], 10, 2)).toEqual(["one two", "  three", "  four"]);
});

test("a word of several pieces stays together where it fits", () => {
  const pieces = [piece("see ("), piece("2026", "date"), piece(") now")];
  expect(wrapped(pieces, 9)).toEqual(["see", "(2026)", "now"]);
});

test("nothing gives one empty line", () => {
  expect(wrapped([], 10)).toEqual([""]);
});

test("what moves down to a line that stands in is broken again where it is too long there", () => {
  // 12 columns, later lines 10: what followed the first sign fits on the first line only.
  expect(wrapped([piece("一abcdefghijkl")], 12, 2)).toEqual(["一", "  abcdefghij", "  kl"]);
});

test("a dot that parts two things stays with the first", () => {
  expect(wrapped([piece("one · two · three")], 9)).toEqual(["one ·", "two ·", "three"]);
});
