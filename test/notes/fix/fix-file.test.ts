import {expect, test} from "vitest";
import {foldName} from "../../../src/core/text.ts";
import type {FilePlace} from "../../../src/notes/files.ts";
import {fixFile} from "../../../src/notes/fix/fix-file.ts";
import {readConfig} from "../../../src/notes/read-config.ts";

const config = await readConfig("version: 1\nteam: [{handle: ana}]\ntypes: {Roadshow: {}}\n");
const note: FilePlace = {kind: "conversation", id: "a", file: "conversations/a.md"};
const ids = new Map([
  ["gantry gmbh", "gantry"],
  ["gantry", "gantry"],
]);
const fix = (text: string, place: FilePlace = note) =>
  fixFile(text, place, config, (name) => ids.get(foldName(name)) ?? null);

const replaceAll = (text: string, pairs: [string, string][]) =>
  pairs.reduce((all, [from, to]) => {
    expect(all).toContain(from);
    return all.replace(from, to);
  }, text);

test("only the bytes at fault change, in a file with habits of its own", async () => {
  const text = [
    "\uFEFF---",
    "# written on the train",
    'type:   "Sales-Call"   # Tom was there',
    "date: 2026-1-5",
    "customer: 'Gantry  GmbH'",
    "team: [ana]",
    "Crm:   {x: 2026-1-5}",
    "consent:",
    "  - Internal # he said so",
    "  - external",
    "until: 2027-2-30",
    "status: HELD",
    "---",
    "",
    "## Next steps",
    "1. [ ]  Send  the plan of 2026-1-5  ( ana ,2026-1-7 )",
    "* [x] Call (ana, 2026-1-6, done 2026-1-9)  ",
    "- [ ] Wait (ana, 2026-2-30)",
    "",
    "## What works",
    "- Since 2026-1-5 (2026-1-6)",
  ].join("\r\n");
  expect(await fix(text)).toBe(
    replaceAll(text, [
      ['"Sales-Call"', '"sales-call"'],
      ["\r\ndate: 2026-1-5", "\r\ndate: 2026-01-05"],
      ["'Gantry  GmbH'", "'gantry'"],
      ["- Internal #", "- internal #"],
      ["status: HELD", "status: held"],
      [",2026-1-7 )", ",2026-01-07 )"],
      ["(ana, 2026-1-6, done 2026-1-9)", "(ana, 2026-01-06, done 2026-01-09)"],
    ]),
  );
});

test("registers: gates, people, told and the days of the front matter", async () => {
  const at = (kind: FilePlace["kind"]): FilePlace => ({kind, id: "a", file: `x/a.md`});
  expect(
    await fix(
      "---\nname: X\nstatus: Build\n---\n## Gates\n- G1 B (2026-5-1, GO 2026-5-3)\n",
      at("concept"),
    ),
  ).toBe("---\nname: X\nstatus: build\n---\n## Gates\n- G1 B (2026-05-01, GO 2026-05-03)\n");
  expect(
    await fix(
      "---\nname: X\nstage: Trial\n---\n## People\n- a B (Buyer, left 2026-5-1)\n",
      at("customer"),
    ),
  ).toBe("---\nname: X\nstage: trial\n---\n## People\n- a B (Buyer, left 2026-05-01)\n");
  expect(
    await fix(
      "---\ndate: 2026-5-1\ntitle: X\ntype: Scope-In\n---\n## Told\n- gantry (2026-5-1)\n",
      at("decision"),
    ),
  ).toBe("---\ndate: 2026-05-01\ntitle: X\ntype: scope-in\n---\n## Told\n- gantry (2026-05-01)\n");
});

test.each([
  ["a day that does not exist", "date: 2026-02-30"],
  ["a day in another order", "date: 5.1.2026"],
  ["a word that is not known", "date: 2026-01-05\ntype: Sales-Cal"],
  ["a front matter that cannot be read", "date: 2026-1-5\nvia: a: b"],
  ["the id in another form", 'date: 2026-01-05\ncustomer: "[[gantry]]"'],
])("leaves %s", async (_, lines) => {
  const text = `---\ntype: interview\ncustomer: gantry\nteam: [ana]\n${lines}\n---\n`.replace(
    lines.includes("type:")
      ? "type: interview\n"
      : lines.includes("customer:")
        ? "customer: gantry\n"
        : "\0",
    "",
  );
  expect(await fix(text)).toBe(text);
});

test("every word of a list is mended, beside one that is no word at all", async () => {
  const head = "---\ntype: interview\ndate: 2026-01-05\ncustomer: gantry\nteam: [ana]\n";
  const text = `${head}consent: [Internal,  EXTERNAL, nobody]\n---\n`;
  expect(await fix(text)).toBe(`${head}consent: [internal,  external, nobody]\n---\n`);
});

test.each(["(ana, 2026-1-5x)", "(ana, by 2026-1-5)", "(2026-1-5)"])(
  "a line that would be as wrong with the day padded stays: %s",
  async (brackets) => {
    const head = "---\ntype: interview\ndate: 2026-01-05\ncustomer: gantry\nteam: [ana]\n---\n";
    const text = `${head}## Next steps\n- Send ${brackets}\n`;
    expect(await fix(text)).toBe(text);
  },
);

test("types of the config keep the config's spelling", async () => {
  const text = "---\ntype: roadshow\ndate: 2026-01-05\ncustomer: gantry\nteam: [ana]\n---\n";
  expect(await fix(text)).toBe(text.replace("roadshow", "Roadshow"));
});

test("two thousand faulty lines take no time to speak of", async () => {
  const head =
    "---\ntype: interview\ndate: 2026-01-05\ncustomer: gantry\nteam: [ana]\n---\n## Next steps\n";
  const lines = "- Send (ana, 2026-1-7, done 2026-1-8)\n".repeat(2000);
  const fixed = await fix(head + lines);
  expect(fixed).toBe(head + lines.replaceAll("2026-1-", "2026-01-0"));
});
