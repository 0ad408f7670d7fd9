import {expect, test, vi} from "vitest";
import {splitFrontMatter} from "../../../src/notes/front-matter/front-matter.ts";
import {report, reportYaml, valid} from "../read-file-reports.ts";

const rest = `${valid}\n---\n`;

test("a file is split into mapping, body and the line on which the body begins", () => {
  expect(splitFrontMatter(`---\n${rest}\n# Talk\n`)).toMatchObject({
    data: {type: "interview", date: "2026-11-19", customer: "gantry", team: ["ana"]},
    body: "\n# Talk\n",
    bodyLine: 7,
  });
});

test.each([
  ["---yaml", "---"],
  ["---  ", "---\t "],
  ["---\r", "---\r"],
])("opened by %j and closed by %j", (opening, closing) => {
  expect(splitFrontMatter(`${opening}\na: 1\n${closing}\n\nbody\n---\n`)).toMatchObject({
    data: {a: 1},
    body: "\nbody\n---\n",
    bodyLine: 4,
  });
});

test("an empty front matter, or one of comments, is an empty mapping", () => {
  expect(splitFrontMatter("---\n---\nbody")).toMatchObject({data: {}, body: "body", bodyLine: 3});
  expect(splitFrontMatter("---\n# nothing\n---")).toMatchObject({data: {}, body: "", bodyLine: 4});
});

test("a broken text is broken the second time too", () => {
  const text = "---\na: b: c\n---\n";
  expect(splitFrontMatter(text)).toEqual(splitFrontMatter(text));
  expect(splitFrontMatter(text)).toHaveProperty("faults");
});

const fences: [string, string, string][] = [
  [
    "",
    "\n---\n" + rest,
    "1:1 error fence-open: line 1 must be ---; there is an empty line before it",
  ],
  ["", "# Talk\n", "1:1 error fence-open: line 1 must be ---; there is no front matter here"],
  ["TOML", "+++\n" + rest, "1:1 error fence-open: line 1 must be ---; +++ is TOML"],
  [
    "an em dash",
    "—-\n" + rest,
    "1:1 error fence-open: line 1 must be ---; these are dashes that an editor has joined",
  ],
  ["", "----\n" + rest, "1:1 error fence-open: line 1 must be --- and nothing before or behind it"],
  ["", " ---\n" + rest, "1:1 error fence-open: line 1 must be --- and nothing before or behind it"],
  [
    "a hidden sign",
    "\u200b---\n" + rest,
    "1:1 error fence-open: line 1 must be --- and nothing before or behind it",
  ],
  [
    "",
    "--- # x\n" + rest,
    "1:1 error fence-open: line 1 must be --- and nothing before or behind it",
  ],
  ["", "---\n" + valid, "1:1 error fence-close: the front matter that begins here is not closed"],
  [
    "",
    "---\n" + valid + "\n—\n\n# Talk\n",
    "6:1 error fence-close: the front matter is not closed; this line was perhaps meant as ---",
  ],
  [
    "",
    "---\na: 1\n----\n" + rest,
    "3:1 error fence-close: a line that begins with --- must be --- and nothing else",
  ],
  [
    "",
    "---\na: 1\n---foo\n" + rest,
    "3:1 error fence-close: a line that begins with --- must be --- and nothing else",
  ],
  [
    "a forgotten fence",
    `---\n${valid}\n\n## What works\n- "It"\n\n---\n`,
    "7:1 error fence-close: a heading stands in the front matter",
  ],
  [
    "",
    "<<<<<<< HEAD\n---\n" + rest,
    "1:1 error yaml-conflict: a merge conflict stands in the front matter",
  ],
  [
    "",
    "---\n<<<<<<< HEAD\npitch: a\n=======\npitch: b\n>>>>>>> main\n" + rest,
    "2:1 error yaml-conflict: a merge conflict stands in the front matter",
  ],
];

test.each(fences)("%s %j", async (_name, text, message) => {
  const lines = (await report("conversation", text)).split("\n");
  expect(lines[0]).toBe(`x.md:${message}`);
  expect(lines.at(-1)).toBe("  The whole note is left out until then.");
});

test.each(["js", "JS", " js", "javascript", "coffee", "json", "toml", "yml"])(
  "---%s is refused and never run",
  async (language) => {
    const run = vi.fn();
    Object.assign(globalThis, {pmTalkWasRun: run});
    const text = `---${language}\n{a: globalThis.pmTalkWasRun()}\n---\n`;
    expect((await report("conversation", text)).split("\n")[0]).toBe(
      `x.md:1:1 error fence-language: front matter in "${language.trim()}" is not read and never run`,
    );
    expect(run).not.toHaveBeenCalled();
  },
);

const hostile: [string, string, RegExp][] = [
  ["an alias bomb", "a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]", /^x\.md:2:4 error yaml-anchor/],
  ["a cycle", "a: &a [*a]", /^x\.md:2:4 error yaml-anchor/],
  ["a merge key", "<<: {a: 1}", /^x\.md:2:1 error yaml-key: "<<" cannot be a key/],
  ["a prototype", "a: 1\n__proto__: {held: true}", /^x\.md:3:1 error yaml-key: "__proto__"/],
  ["a prototype inside", "a: {__proto__: {b: 1}}", /^x\.md:2:5 error yaml-key: "__proto__"/],
  ["a constructor", "constructor: 1", /^x\.md:2:1 error yaml-key: "constructor"/],
  ["a tag", "a: !!js/function 'x'", /^x\.md:2:4 error yaml-tag/],
  ["depth", `a: ${"[".repeat(60_000)}`, /yaml-size: .*: there are more than 20 levels/],
  ["50,000 keys", manyKeys(50_000), /yaml-size: .*: it is longer than 64 KiB/],
  ["10,000 keys", manyKeys(10_000), /yaml-size: .*: there are more than 5000 values/],
  [
    "10,000 items",
    `a:\n${"- b\n".repeat(10_000)}`,
    /yaml-size: .*: there are more than 5000 values/,
  ],
  ["blank lines", "a: 1\n" + " \n".repeat(30_000), /yaml-size: .*more than 1,000 blanks in a row/],
  ["65 KiB", `a: ${"é".repeat(33_000)}`, /yaml-size: .*: it is longer than 64 KiB/],
  ["asterisks", `a: ${"*".repeat(60_000)}`, /yaml-anchor/],
  ["quotes", `a: ${"'".repeat(60_001)}`, /yaml-quotes/],
  ["colons", "a: ".repeat(20_000), /yaml-colon/],
  ["backslashes", `a: "${"\\".repeat(60_001)}"`, /yaml-quotes/],
];

function manyKeys(count: number): string {
  return Array.from({length: count}, (_, index) => `${String(index)}:`).join("\n");
}

test.each(hostile)("%s is refused", async (_name, yaml, message) => {
  expect(await reportYaml("conversation", yaml)).toMatch(message);
  expect({}).not.toHaveProperty("held");
});

test("a customer may be called constructor", () => {
  expect(splitFrontMatter("---\ncustomer: constructor\n---\n")).toMatchObject({
    data: {customer: "constructor"},
  });
});
