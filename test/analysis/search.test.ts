import {describe, expect, it} from "vitest";
import {findLines, holds, parseQuery} from "../../src/analysis/search.ts";
import {dayOf} from "../../src/analysis/search-day.ts";

/** The lines found, each find in square brackets. */
function found(text: string, typed: string): string[] {
  return findLines(text, parseQuery(typed), 0).map(({line, text: its, ranges}) => {
    const marked = ranges.reduceRight(
      (rest, [from, to]) => `${rest.slice(0, from)}[${rest.slice(from, to)}]${rest.slice(to)}`,
      its,
    );
    return `${String(line)} ${marked}`;
  });
}

describe("what is looked for", () => {
  it.each([
    ["SSO", ["sso"]],
    ["board  deck", ["board", "deck"]],
    ['"two  hours" gave', ["two hours", "gave"]],
    ["“Zwei Stunden” „drei“", ["zwei stunden", "drei"]],
    ['open "until the end', ["open", "until the end"]],
    ["same SAME säme", ["same"]],
    ['"" " " ', []],
    ["\u200b", []],
    ["don’t", ["don't"]],
    ["constructor __proto__", ["constructor", "__proto__"]],
  ])("%j is %j", (typed, terms) => {
    expect(parseQuery(typed).terms).toEqual(terms);
  });
});

describe("lines", () => {
  const text = 'Über Müller\nthe Board saw it\r\nand a deck\n"We gave up after two hours"';

  it.each([
    ["muller", ["1 Über [Müller]"]],
    ["uber mull", ["1 [Über] [Müll]er"]],
    ["board deck", ["2 the [Board] saw it", "3 and a [deck]"]],
    ["board missing", []],
    ['"two hours"', ['4 "We gave up after [two hours]"']],
    ['"hours two"', []],
    ["a", ["2 the Bo[a]rd s[a]w it", "3 [a]nd [a] deck", '4 "We g[a]ve up [a]fter two hours"']],
    ['"board saw it and a"', ["2 the [Board saw it]", "3 [and a] deck"]],
    ['"it and" deck', ["2 the Board saw [it]", "3 [and] a [deck]"]],
    ["aft after fter", ['4 "We gave up [after] two hours"']],
  ])("%j", (typed, lines) => {
    expect(found(text, typed)).toEqual(lines);
    expect(holds(text, parseQuery(typed))).toBe(lines.length > 0);
  });

  it("hold a phrase that an editor has wrapped, indented or quoted", () => {
    expect(found("> single\n> sign-on", '"single sign-on"')).toEqual([
      "1 > [single]",
      "2 > [sign-on]",
    ]);
    expect(found("- (story) single\r\n  Sign‑on", '"single sign-on"')).toEqual([
      "1 - (story) [single]",
      "2   [Sign‑on]",
    ]);
    expect(found("a  b, a\tb, a\u00a0b", '"a b"')).toEqual(["1 [a  b], [a\tb], [a\u00a0b]"]);
    expect(found("single\n\nsign-on", '"single sign-on"')).toEqual([]);
    expect(found("costs (a.b) more", '"(a.b) more"')).toEqual(["1 costs [(a.b) more]"]);
    expect(found("costs (axb) more", '"(a.b) more"')).toEqual([]);
  });

  it("finds inside of words of every script", () => {
    expect(found("株式会社アクメの設定が遅い", "設定")).toEqual(["1 株式会社アクメの[設定]が遅い"]);
    expect(found("ｱｸﾒ社", "アクメ")).toEqual(["1 [ｱｸﾒ]社"]);
    expect(found("Einrichtungsassistent", "assistent")).toEqual(["1 Einrichtungs[assistent]"]);
    expect(found("각하", "가")).toEqual([]);
    expect(found("😀😀 ok", "ok")).toEqual(["1 😀😀 [ok]"]);
  });

  it("come with what stands around them", () => {
    const [line] = findLines("1\n2\n3 x\n4", parseQuery("x"), 2);
    expect(line).toMatchObject({line: 3, before: ["1", "2"], after: ["4"]});
    expect(findLines("x", parseQuery("x"), 5)).toEqual([
      {line: 1, text: "x", before: [], after: [], ranges: [[0, 1]]},
    ]);
  });

  it("of hostile length take time in proportion", () => {
    for (const part of ["[", "#", "a", "ä", "a\u0301", "株", "\\", '"']) {
      const long = part.repeat(70_000);
      const typed = part === '"' ? "x" : part;
      expect(holds(`${long}\nx`, parseQuery(`${typed} x`))).toBe(true);
      expect(findLines(`${long}\nx`, parseQuery("x"), 1)).toHaveLength(1);
      expect(findLines(long, parseQuery(typed), 1).length).toBe(part === '"' ? 0 : 1);
    }
    const words = Array.from({length: 800}, (_, n) => `w${String(n)}`).join(" ");
    expect(findLines(words, parseQuery(words), 0)).toHaveLength(1);
  });
});

it.each([
  ["---\ndate: 2026-11-19\n---\n", "x", "2026-11-19"],
  ['---\ntype: a\n"date" : "2026-11-19"\r\n---\r\n', "x", "2026-11-19"],
  ["---\ndate: soon\n---\n", "2026-11-20-x", "2026-11-20"],
  ["---\ntype: a\n---\ndate: 2026-11-19\n", "x", null],
  ["---\ndate: 2026-02-31\n---\n", "x", null],
  ["no front matter\ndate: 2026-11-19\n", "2026-01-01-x", "2026-01-01"],
])("the day of %j, %s", (text, id, day) => {
  expect(dayOf(text, id)).toBe(day);
});
