import {expect, test} from "vitest";
import {reportYaml, valid} from "../read-file-reports.ts";

const cut: [string, ...string[]][] = [
  [
    "reason: see issue #4",
    "x.md:6:19 warning yaml-comment: # begins a comment here, so that the rest of the line is not read",
    "    reason: see issue #4",
    "                      ^^",
    '  Put it in quotes:  reason: "see issue #4"',
  ],
  [
    "tags: #exports",
    "x.md:6:7 warning yaml-comment: # begins a comment here, so that the rest of the line is not read",
    "    tags: #exports",
    "          ^^^^^^^^",
    '  Put it in quotes:  tags: "#exports"',
  ],
];

test("a bullet further in than the one above it leaves the note out, for YAML joins the two", async () => {
  const yaml = valid.replace("team: [ana]", "team:\n- ana\n - ben");
  expect((await reportYaml("conversation", yaml)).split("\n")).toEqual([
    "x.md:7:1 error yaml-indent: this line is not indented as the one above it",
    "     - ben",
    "    ^",
    "  Begin all lines of a list in the same column.",
    "  The whole note is left out until then.",
  ]);
  const right = valid.replace(
    "team: [ana]",
    "team:\n  - ana\n  - ben\ntags:\n- a\n  b\n- c\nreason: |\n  - a\n    - b",
  );
  expect(await reportYaml("conversation", right)).toBe("");
});

test.each(cut)("%s", async (line, ...lines) => {
  expect((await reportYaml("conversation", `${valid}\n${line}`)).split("\n")).toEqual(lines);
});

test.each([
  "# reason: see #4",
  "pitch: v3 # the third",
  "pitch: v#3",
  'reason: "see issue #4" # done',
  "reason: 'see #4'",
  "tags: [exports] #all",
  "reason: |\n  see #4",
])("%j is not warned of", async (line) => {
  expect(await reportYaml("conversation", `${valid}\n${line}`)).toBe("");
});
