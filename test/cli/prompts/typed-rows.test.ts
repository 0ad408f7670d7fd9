import {describe, expect, it} from "vitest";
import {typedRows} from "../../../src/cli/prompts/typed-rows.ts";

const at = {first: 4, hang: 2, width: 10, most: 6};

describe("a typed line in rows", () => {
  it.each([
    ["nothing", "", 0, [""], 0, 4],
    ["a short one", "abc", 3, ["abc"], 0, 7],
    ["the cursor inside", "abc", 1, ["abc"], 0, 5],
    ["the last column is free for the cursor", "abcdef", 6, ["abcde", "f"], 1, 3],
    ["the cursor before a break", "abcdef", 5, ["abcde", "f"], 1, 2],
    ["wide letters", "株式会社", 4, ["株式", "会社"], 1, 6],
    ["the cursor between wide letters", "株式会社", 1, ["株式会社".slice(0, 2), "会社"], 0, 6],
    [
      "a joined emoji is one",
      "a\u{1f469}\u200d\u{1f4bb}b",
      6,
      ["a\u{1f469}\u200d\u{1f4bb}b"],
      0,
      7,
    ],
    ["a mark belongs to its letter", "e\u0301x", 2, ["e\u0301x"], 0, 5],
    ["what a terminal hides is shown", "a\u202eb", 2, ["a", "\\u202eb"], 1, 8],
  ])("%s", (_, line, cursor, rows, row, column) => {
    expect(typedRows({line, cursor}, at)).toEqual({rows, top: 0, row, column});
  });

  it("shows the rows around the cursor of a line that has more", () => {
    const line = "abcdefgh".repeat(100);
    const {rows, row, top} = typedRows({line, cursor: 400}, {...at, most: 3});
    expect(rows).toHaveLength(3);
    expect(top).toBeGreaterThan(0);
    expect(row).toBe(1);
  });

  it("looks at no more of a huge line than is shown", () => {
    const line = "x".repeat(1 << 20);
    for (let cursor = line.length - 20; cursor < line.length; cursor++)
      expect(typedRows({line, cursor}, at).rows).toHaveLength(6);
  });

  it("never begins inside a pair", () => {
    const line = "\u{1f600}".repeat(2000);
    for (const cursor of [2002, 2003]) {
      const {rows} = typedRows({line, cursor}, {...at, most: 9999});
      expect(rows.join("").replaceAll("\u{1f600}", "")).toBe("");
    }
  });
});
