import {expect, it} from "vitest";
import {runCli, workspaceOf} from "./harness.ts";

const broken = "---\nname: a: b\n---\n";
const talk = `---
type: interview
date: 2026-11-19
customer: gantry
team: [ana]
---

## Evidence
- **Against** [[sso]] (story): "We gave up"
`;

it("says of a customer whose file cannot be read that it cannot, not that there is none", async () => {
  const cwd = workspaceOf({
    "customers/old/acme.md": broken,
    "customers/gantry.md": broken,
    "conversations/t.md": talk,
  });
  const unknown = await runCli(["customer", "show", "ACME"], {cwd});
  expect(unknown).toMatchObject({
    code: 2,
    stdout: "",
    stderr: "customers/old/acme.md cannot be read.\n  pm-talk check customers/old/acme.md\n",
  });
  const named = await runCli(["customer", "show", "gantry"], {cwd});
  expect(named.code).toBe(0);
  expect(named.stdout).toContain(
    "file   customers/gantry.md cannot be read: pm-talk check customers/gantry.md\n",
  );
});

it("names the file to check of an assumption that cannot be read, whatever else is broken", async () => {
  const many = Object.fromEntries(
    Array.from("abcdefg", (name) => [`customers/${name}.md`, broken]),
  );
  const cwd = workspaceOf({
    ...many,
    "assumptions/sso.md": "---\nstatement: a: b\n---\n",
    "conversations/t.md": talk,
  });
  const ran = await runCli(["assumption", "show", "sso"], {cwd});
  expect(ran.code).toBe(0);
  expect(ran.stderr).toMatch(
    /\nassumptions\/sso\.md cannot be read, so this is what the notes say\.\n {2}pm-talk check assumptions\/sso\.md\n$/,
  );
  const quiet = await runCli(["assumption", "show", "sso", "--quiet"], {cwd});
  expect(quiet.stderr).toBe("");
});

it("says in a filter and before an edit that a file cannot be read, not that there is none", async () => {
  const cwd = workspaceOf({
    "customers/acme.md": broken,
    "customers/gantry.md": broken,
    "concepts/fast.md": broken,
    "conversations/t.md": talk,
  });
  for (const [argv, file] of [
    [["last", "--customer", "gantry,Acme"], "customers/acme.md"],
    [["report", "assumptions", "--concept", "fast"], "concepts/fast.md"],
    [["customer", "edit", "gantry", "--segment", "smb"], "customers/gantry.md"],
  ] as const) {
    const stderr = `${file} cannot be read.\n  pm-talk check ${file}\n`;
    expect(await runCli([...argv], {cwd})).toMatchObject({code: 2, stdout: "", stderr});
  }
});

it("says in the answer that a file of any kind is read in part, and that an undated note is left out", async () => {
  const cwd = workspaceOf({
    "conversations/t.md": talk,
    "conversations/u.md": talk.replace("date: 2026-11-19", "date: 2026-11-18\nduration: long"),
    "conversations/v.md": broken,
    "assumptions/sso.md": "---\nstatement: Sso\ntype: viability\nimportance: critcal\n---\n",
  });
  const {stdout} = await runCli(["report", "--quiet"], {cwd});
  const lines = stdout.split("\n");
  expect(lines[1]).toBe("1 file left out, 1 note and 1 other file read in part: pm-talk check");
  expect(lines.at(-3)).toBe(
    "Fri 2026-11-20. 2 notes read, 1 file left out, 1 note and 1 other file in part,",
  );
  expect((await runCli(["last", "--quiet"], {cwd})).stdout).toContain("\n1 file left out, 1 note");
});
