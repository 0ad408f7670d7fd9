import {expect, test} from "vitest";
import {linkEndFinder} from "../../../src/notes/lines/line-scan-links.ts";

test.each([
  ["[a](b)", 6],
  ["[a]()", 5],
  ["[a](b(c)d)", 10],
  ["[a]( b )", 8],
  ['[a](b "title")', 14],
  ["[a](<b c>)", 10],
  [String.raw`[a](b\)c)`, 9],
  ["[a](b c)", -1],
  ["[a](b", -1],
  ["[a](b(c)", -1],
])("%s ends at %i", (source, end) => {
  expect(linkEndFinder(source)(3)).toBe(end);
});

test("a link is read the same whatever line was read before it", () => {
  expect(linkEndFinder("[a long text before it]( b (c) d")(23)).toBe(-1);
  expect(linkEndFinder("[a](b(c)d)")(3)).toBe(10);
});

test("half-written links do not walk the rest of the line again and again", () => {
  const source = "[a](b".repeat(200_000);
  const find = linkEndFinder(source);
  let found = 0;
  for (let open = 3; open < source.length; open += 5) if (find(open) >= 0) found++;
  expect(found).toBe(0);
});
