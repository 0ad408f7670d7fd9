import {symlinkSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {fillTemplate, readTemplate, templateHeadings} from "../../src/workspace/templates.ts";
import {folderOf} from "./folder.ts";

test("the built-in outlines by type, in the order in which log writes", () => {
  const root = folderOf();
  const interview = readTemplate(root, "site-visit", false);
  expect(interview.file).toBeNull();
  expect(templateHeadings(interview.text)).toEqual([
    "What works",
    "What does not",
    "What they wish existed",
    "Surprises",
    "Evidence",
    "Next steps",
  ]);
  expect(templateHeadings(readTemplate(root, "demo", true).text)).toEqual([
    "What made them lean in",
    "What made them tune out",
    "What has to change",
    "Surprises",
    "Evidence",
    "The ask",
    "Promised",
    "Next steps",
  ]);
});

test("the workspace's own: by type first, then the general one", () => {
  const root = folderOf({
    "templates/demo.md": "demo",
    "templates/sales-call.md": "ours",
    "templates/roadshow.md": "roadshow",
  });
  expect(readTemplate(root, "demo", true)).toEqual({text: "demo", file: "templates/demo.md"});
  expect(readTemplate(root, "pitch", true)).toEqual({
    text: "ours",
    file: "templates/sales-call.md",
  });
  expect(readTemplate(root, "roadshow", false).text).toBe("roadshow");
  expect(readTemplate(root, "interview", false).file).toBeNull();
});

test("a type leads nowhere but into templates, and no link is followed", () => {
  const root = folderOf({"secret.md": "secret", "templates/x.md": ""});
  symlinkSync(join(root, "secret.md"), join(root, "templates/event.md"));
  expect(readTemplate(root, "../secret", false).file).toBeNull();
  expect(readTemplate(root, "event", false).file).toBeNull();
});

test("filling in says the day and the type, and touches no more", () => {
  const text = "---\ntype: sales-call\ndate: {{date}}\n---\n\ntype: as typed\n{{date}}\n";
  expect(fillTemplate(text, "2026-11-19", "demo")).toBe(
    "---\ntype: demo\ndate: 2026-11-19\n---\n\ntype: as typed\n2026-11-19\n",
  );
});

test("headings in comments are guidance", () => {
  const text = "# T\n## One\n<!-- ## Two\n## Three -->\n## Four \n### Five\n<!-- ## Six";
  expect(templateHeadings(text)).toEqual(["One", "Four"]);
});
