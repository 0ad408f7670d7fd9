import {describe, expect, it} from "vitest";
import {workspaceOf} from "../cli/harness.ts";
import {ask, type Answer, figures, type Named} from "./ask.ts";
import {goodFiles} from "./good-workspace.ts";

/** What only `check --strict` lists: it costs nothing, and without --strict it is not said. */

const place = "conversations/2026-11-19-strict.md";
const note = `---
type: interview
date: 2026-11-19
customer: acme
team: [ana]
---

## What works
- It is quick #board
`;
const config = goodFiles["pm-talk.yml"] ?? "";

const findings: [code: string, line: number, files: Record<string, string>, file?: string][] = [
  ["customer-undeclared", 4, {[place]: note.replace("acme", "nobody-yet")}],
  ["member-undeclared", 5, {[place]: note.replace("[ana]", "[ana, zacharias]")}],
  ["contact-undeclared", 5, {[place]: note.replace("team", "contacts: [a guard]\nteam")}],
  ["concept-undeclared", 5, {[place]: note.replace("team", "concepts: [moonshot]\nteam")}],
  [
    "assumption-undeclared",
    12,
    {[place]: `${note}\n## Evidence\n- For something-else (opinion): they would\n`},
  ],
  ["heading-unknown", 11, {[place]: `${note}\n## Weather\nIt rained.\n`}],
  ["key-unknown", 5, {[place]: note.replace("team", "mood: good\nteam")}],
  ["theme-unknown", 9, {"pm-talk.yml": `${config}themes: [sso]\n`, [place]: note}],
  [
    "consent-past",
    6,
    {[place]: note.replace("team", "consent: [internal]\nuntil: 2026-11-01\nteam")},
  ],
  ["retention-past", 3, {[place]: note.replace("2026-11-19", "2024-10-01")}],
  [
    "personal-data",
    10,
    {
      "pm-talk.yml": `${config}privacy: roles\n`,
      [place]: `${note}- Write to someone.else@corvid.example\n`,
    },
  ],
  [
    "segment-undeclared",
    3,
    {"customers/corvid.md": "---\nname: Corvid\nsegment: orbital\n---\n"},
    "customers/corvid.md",
  ],
  [
    "assumption-stale",
    1,
    {
      "assumptions/old.md":
        "---\nstatement: We believe it holds.\ntype: ethical\nimportance: critical\ncreated: 2024-12-01\n---\n",
      "conversations/2025-01-10-old.md": note
        .replace("2026-11-19", "2025-01-10")
        .concat('\n## Evidence\n- For old (story): "It did"\n'),
    },
    "assumptions/old.md",
  ],
];

async function named(root: string, ...flags: string[]) {
  const {code, stdout} = await ask(root, "check", "--json", ...flags);
  return {code, faults: (JSON.parse(stdout) as Answer<{diagnostics: Named[]}>).data.diagnostics};
}

describe("check --strict", () => {
  it("finds nothing in the good files", async () => {
    expect(await named(workspaceOf(goodFiles), "--strict")).toEqual({code: 0, faults: []});
  });

  it.each(findings)("%s", async (code, line, files, file = place) => {
    const root = workspaceOf({...goodFiles, ...files});
    const strict = await named(root, "--strict");
    const found = strict.faults.filter((fault) => fault.code === code && fault.file === file);
    expect(found, JSON.stringify(strict.faults)).toEqual([
      expect.objectContaining({file, severity: "warning", dropped: null}),
    ]);
    expect(found[0]?.line).toBe(line);
    expect(strict.code).toBe(1);
    expect(await named(root)).toEqual({code: 0, faults: []});
    await figures(root);
  });
});
