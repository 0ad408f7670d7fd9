import {expect, test} from "vitest";
import {itemSections} from "../../src/notes/body.ts";
import {forms} from "../../src/notes/lines/line-forms.ts";
import {isSectionKey, sectionOf, sections} from "../../src/notes/sections.ts";
import {findNearSection, findSection, foldHeading} from "../../src/notes/body/sections-match.ts";

test("every section stands in the table once, free text before lines", () => {
  const keys = sections.map((section) => section.key);
  expect(keys.slice(0, itemSections.length).sort()).toEqual([...itemSections].sort());
  expect(keys.slice(itemSections.length).sort()).toEqual(Object.keys(forms).sort());
});

test("no two sections share a heading", () => {
  const folded = sections.flatMap((one) => [...new Set(one.headings.map(foldHeading))]);
  expect(new Set(folded).size).toBe(folded.length);
  for (const section of sections) expect(findSection(section.heading, {})).toBe(section);
});

test("pains and objections are collected from two sections each", () => {
  const collected = (as: string) =>
    sections
      .filter((one) => one.content === "items" && one.collectedAs === as)
      .map((one) => one.key);
  expect(collected("pains")).toEqual(["not-working", "pains"]);
  expect(collected("objections")).toEqual(["tune-out", "objections"]);
});

test("a key is one only when a section has it", () => {
  expect(isSectionKey("lean-in")).toBe(true);
  expect(isSectionKey("constructor")).toBe(false);
  expect(sectionOf("asks").heading).toBe("The ask");
});

test.each([
  ["Suprises", "surprises"],
  ["Evidnce", "evidence"],
  ["Stroy", "story"],
  ["Next stepps", "steps"],
  ["Notes", null],
  ["Background", null],
  ["Gatess", null],
])("%s is near %s", (heading, key) => {
  const near = findNearSection(heading, {}, "conversation", new Set());
  expect(near?.key ?? null).toBe(key);
});
