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
