import {existsSync, readdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {git, runCli, workspaceOf} from "../harness.ts";

const note = (customer: string, day: number) =>
  `---\ntype: interview\ndate: 2026-11-${String(day)}\ncustomer: ${customer}\ncontacts: [jane]\nteam: [ana]\n---\n\n[Talk](../customers/alder.md)\n`;

const files = {
  "customers/acme.md": "---\nname: Acme\nsegment: enterprise\naliases: [The Firm]\n---\n",
  "customers/alder.md":
    "---\nname: Alder Ltd\nsegment: smb\naliases: [AL, The Firm]\n---\n\n## People\n- jane Jane Doe\n",
  "conversations/a.md": note("alder", 10),
  "conversations/b.md": note("Alder Ltd # later Acme", 11),
  "conversations/c.md": note("al", 12),
  "conversations/d.md": note("The Firm", 13),
  "conversations/e.md": "---\ncustomer: [alder\n---\n",
  "decisions/d.md":
    "---\ndate: 2026-11-14\ntitle: Go on\ntype: no-change\n---\n\n## Told\n- [[alder]] (2026-11-15)\n",
};
const command = ["customer", "merge", "Alder Ltd", "acme"];
const read = (root: string, file: string): string => readFileSync(join(root, file), "utf8");

const talksOf = async (root: string): Promise<number> => {
  const listed = await runCli(["list", "--customer", "acme", "--json"], {cwd: root});
  return (JSON.parse(listed.stdout) as {data: {conversations: unknown[]}}).data.conversations
    .length;
};

test("notes, people and names go over, and the file goes last", async () => {
  const root = workspaceOf(files);
  const no = await runCli(command, {cwd: root, answers: [["Merge Alder Ltd into Acme?", "No"]]});
  expect(no).toMatchObject({code: 130, stdout: ""});
  expect(no.stderr).toContain("customers/alder.md is deleted\n");
  expect(no.stderr).toContain(
    "Left as it is: conversations/e.md: it cannot be read\nThey differ: segment: enterprise stays, smb is kept.\n",
  );
  expect(read(root, "customers/acme.md")).toBe(files["customers/acme.md"]);
  const piped = await runCli(command, {cwd: root});
  expect(piped.code).toBe(2);
  expect(piped.stderr).toContain(
    "Nothing written: no terminal to ask in.\n  To merge them:  pm-talk customer merge alder acme --yes\n",
  );
  const yes = await runCli(command, {cwd: root, answers: [["Merge Alder Ltd into Acme?", "Yes"]]});
  expect(yes.stdout).toBe("Merged alder into acme: 7 files changed.\n");
  expect(existsSync(join(root, "customers/alder.md"))).toBe(false);
  expect(read(root, "customers/acme.md")).toBe(
    "---\nname: Acme\nsegment: enterprise\naliases: [The Firm, alder, Alder Ltd, AL]\n---\n\n## People\n- jane Jane Doe\n\n## From Alder Ltd\n\n```yaml\nsegment: smb\n```\n",
  );
  expect(read(root, "conversations/b.md")).toBe(
    files["conversations/b.md"]
      .replace("Alder Ltd #", "acme #")
      .replace("customers/alder.md", "customers/acme.md"),
  );
  // Two customers had that name, so it led to neither: now it leads to the one that is left.
  expect(read(root, "conversations/d.md")).toContain("customer: The Firm\n");
  expect(read(root, "decisions/d.md")).toContain("- [[acme]] (2026-11-15)");
  expect(await talksOf(root)).toBe(4);
  expect((await runCli(command, {cwd: root})).stdout).toBe("Nothing to do: both are acme.\n");
});

test("a run that was cut off anywhere is finished by the same command", async () => {
  const whole = workspaceOf(files);
  await runCli([...command, "--yes"], {cwd: whole});
  const done = Object.keys(files).filter((file) => file !== "customers/alder.md");
  const parts: string[][] = [
    ["conversations/a.md", "conversations/b.md"],
    ["conversations/a.md", "conversations/b.md", "conversations/c.md", "decisions/d.md"],
    done,
  ];
  for (const [n, part] of parts.entries()) {
    const root = workspaceOf(files);
    for (const file of part) writeFileSync(join(root, file), read(whole, file));
    // From here on two files would hold the same names.
    if (n > 0)
      renameSync(join(root, "customers/alder.md"), join(root, "customers/.merging-alder.md"));
    const found = await runCli(["check", "--json"], {cwd: root});
    const {diagnostics} = (JSON.parse(found.stdout) as {data: {diagnostics: {code: string}[]}})
      .data;
    expect(diagnostics.filter(({code}) => code === "name-duplicate")).toHaveLength(n === 0 ? 2 : 0);
    const ran = await runCli(["customer", "merge", "alder", "acme", "--yes"], {cwd: root});
    expect(ran.code).toBe(0);
    expect(readdirSync(join(root, "customers"))).toEqual(["acme.md"]);
    expect(done.map((file) => read(root, file))).toEqual(done.map((file) => read(whole, file)));
  }
});

test("--commit holds the deletion too; --dry-run writes nothing", async () => {
  const root = workspaceOf(files);
  git(root, "init", "--quiet", "-b", "main");
  git(root, "add", "-A");
  git(root, "commit", "--quiet", "-m", "before");
  const env = {
    HOME: root,
    GIT_AUTHOR_NAME: "Ana",
    GIT_AUTHOR_EMAIL: "a@example.com",
    GIT_COMMITTER_NAME: "Ana",
    GIT_COMMITTER_EMAIL: "a@example.com",
  };
  const dry = await runCli([...command, "--dry-run", "--commit"], {cwd: root, env});
  expect(dry.code).toBe(0);
  expect(git(root, "status", "--porcelain")).toBe("");
  const ran = await runCli([...command, "--yes", "--commit"], {cwd: root, env});
  expect(ran.code).toBe(0);
  expect(git(root, "log", "-1", "--format=%s")).toBe("Merge customer alder into acme\n");
  expect(git(root, "show", "--format=", "--name-status")).toContain("D\tcustomers/alder.md");
  expect(git(root, "status", "--porcelain")).toBe("");
});
