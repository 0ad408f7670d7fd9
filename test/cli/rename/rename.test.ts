import {readdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {git, runCli, workspaceOf} from "../harness.ts";

const note = (customer: string) =>
  `---\ntype: interview\ndate: 2026-11-12\ncustomer: ${customer}\nteam: [ana]\n---\n\nInterview with [Gantry](../customers/gantry.md)\n\n## Evidence\n- **For** [old-idea](../assumptions/old-idea.md) (story): "We do"\n`;

const files = {
  "customers/gantry.md": "---\nname: Gantry   # as in the CRM\nsegment: smb\n---\n",
  "customers/other.md": "---\nname: Other\naliases: [the other]\n---\n",
  "assumptions/old-idea.md":
    "---\nstatement: It works\ntype: usability\nimportance: high\ncreated: 2026-01-01\n---\n",
  "conversations/a.md": note("gantry"),
  "conversations/b.md": note("GANTRY").replace("2026-11-12", "2026-11-13"),
  "conversations/broken.md": "---\ncustomer: [gantry\n---\n",
  "conversations/other.md": note("other").replace("Gantry](../customers/gantry.md)", "x](x.md)"),
  "decisions/d.md":
    "---\ndate: 2026-11-14\ntitle: Go on\ntype: no-change\nassumptions: [old-idea]\n---\n\n## Told\n- [[gantry]] (2026-11-15)\n",
};

function read(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

test("a customer's new id reaches every file; nothing else of a file changes", async () => {
  const root = workspaceOf(files);
  const dry = await runCli(["customer", "rename", "Gantry", "gantry-ltd", "--dry-run"], {
    cwd: root,
  });
  expect(dry).toMatchObject({
    code: 0,
    stderr: "Left as it is: conversations/broken.md: it cannot be read\nNot written.\n",
    stdout: [
      "customers/gantry.md becomes customers/gantry-ltd.md",
      "customers/gantry.md:3",
      "  + aliases: [gantry]",
      "conversations/a.md:4",
      "  - customer: gantry",
      "  + customer: gantry-ltd",
      "conversations/a.md:8",
      "  - Interview with [Gantry](../customers/gantry.md)",
      "  + Interview with [Gantry](../customers/gantry-ltd.md)",
      "conversations/b.md:4",
      "  - customer: GANTRY",
      "  + customer: gantry-ltd",
      "conversations/b.md:8",
      "  - Interview with [Gantry](../customers/gantry.md)",
      "  + Interview with [Gantry](../customers/gantry-ltd.md)",
      "decisions/d.md:9",
      "  - - [[gantry]] (2026-11-15)",
      "  + - [[gantry-ltd]] (2026-11-15)",
      "",
    ].join("\n"),
  });
  expect(read(root, "conversations/a.md")).toBe(files["conversations/a.md"]);
  const ran = await runCli(["customer", "rename", "gantry", "gantry-ltd"], {cwd: root});
  expect(ran.code).toBe(0);
  expect(ran.stdout).toBe("Renamed gantry to gantry-ltd: 5 files changed.\n");
  expect(ran.stderr).toContain(
    "To share it:  git add -A conversations customers decisions && git commit && git push\n",
  );
  expect(readdirSync(join(root, "customers")).sort()).toEqual(["gantry-ltd.md", "other.md"]);
  expect(read(root, "customers/gantry-ltd.md")).toBe(
    "---\nname: Gantry   # as in the CRM\naliases: [gantry]\nsegment: smb\n---\n",
  );
  expect(read(root, "conversations/a.md")).toBe(
    files["conversations/a.md"]
      .replace("customer: gantry", "customer: gantry-ltd")
      .replace("customers/gantry.md", "customers/gantry-ltd.md"),
  );
  expect(read(root, "conversations/broken.md")).toBe(files["conversations/broken.md"]);
  const again = await runCli(["customer", "rename", "gantry", "gantry-ltd"], {cwd: root});
  expect(again.stdout).toBe("Nothing to change: gantry-ltd is called so already.\n");
});

test("an assumption's new id reaches evidence, links and decisions, and can be taken back", async () => {
  const root = workspaceOf(files);
  const ran = await runCli(["assumption", "rename", "old-idea", "it-works", "--json"], {cwd: root});
  expect(ran.code).toBe(0);
  expect(JSON.parse(ran.stdout)).toMatchObject({
    kind: "assumption-rename",
    data: {
      id: "it-works",
      path: "assumptions/it-works.md",
      changed: [
        "assumptions/old-idea.md",
        "assumptions/it-works.md",
        "conversations/a.md",
        "conversations/b.md",
        "conversations/other.md",
        "decisions/d.md",
      ],
      untouched: [],
      commit: null,
    },
  });
  expect(read(root, "conversations/a.md")).toContain(
    "[it-works](../assumptions/it-works.md) (story)",
  );
  expect(read(root, "decisions/d.md")).toContain("assumptions: [it-works]");
  const back = await runCli(["assumption", "rename", "it-works", "old-idea"], {cwd: root});
  expect(back.stdout).toBe("Renamed it-works to old-idea: 6 files changed.\n");
  expect(read(root, "assumptions/old-idea.md")).toContain("\naliases: [it-works]\n");
  expect(read(root, "conversations/a.md")).toBe(files["conversations/a.md"]);
});

test("with --name the old name still leads there", async () => {
  const root = workspaceOf(files);
  await runCli(["customer", "rename", "gantry", "港口", "--name", "Port & Söhne: 港口"], {
    cwd: root,
  });
  expect(read(root, "customers/港口.md")).toBe(
    '---\nname: "Port & Söhne: 港口"   # as in the CRM\naliases: [Gantry]\nsegment: smb\n---\n',
  );
  expect((await runCli(["customer", "show", "gantry"], {cwd: root})).stdout).toContain("港口");
  expect(read(root, "conversations/a.md")).toContain("](../customers/%E6%B8%AF%E5%8F%A3.md)");
});

test.each([
  [
    "other",
    '"other" is another customer already: other.',
    "pm-talk customer show other\n  Are they one?  pm-talk customer merge gantry other",
  ],
  [
    "The Other",
    '"The Other" cannot be a file name everywhere.',
    "Letters, digits and - in up to 60 characters: setup-under-five-minutes",
  ],
  [
    "../x",
    '"../x" cannot be a file name everywhere.',
    "Letters, digits and - in up to 60 characters: setup-under-five-minutes",
  ],
  [
    "con",
    '"con" cannot be a file name everywhere.',
    "Letters, digits and - in up to 60 characters: setup-under-five-minutes",
  ],
  [
    "torn",
    "The customer torn exists already: customers/torn.md.",
    "Another id, or look at it first:  pm-talk check customers/torn.md",
  ],
])("refuses %s", async (to, message, hint) => {
  const root = workspaceOf({...files, "customers/torn.md": "---\nname: [\n---\n"});
  const ran = await runCli(["customer", "rename", "gantry", to], {cwd: root});
  expect(ran).toMatchObject({code: 2, stdout: "", stderr: `${message}\n  ${hint}\n`});
  const torn = await runCli(["customer", "rename", "torn", "new"], {cwd: root});
  expect(torn).toMatchObject({
    code: 2,
    stderr: "customers/torn.md cannot be read.\n  pm-talk check customers/torn.md\n",
  });
});

test("a run that was cut off anywhere is finished by the same command", async () => {
  const command = ["customer", "rename", "gantry", "gantry-ltd"];
  const whole = workspaceOf(files);
  await runCli(command, {cwd: whole});
  const done = (root: string) =>
    ["customers/gantry-ltd.md", "conversations/a.md", "conversations/b.md", "decisions/d.md"].map(
      (file) => read(root, file),
    );
  const alias = "---\nname: Gantry   # as in the CRM\naliases: [gantry]\nsegment: smb\n---\n";
  const cuts: ((root: string) => void)[] = [
    (root) => writeFileSync(join(root, "customers/gantry.md"), alias),
    (root) => symlinkSync("gantry.md", join(root, "customers/gantry-ltd.md")),
    (root) => {
      unlinkSync(join(root, "customers/gantry.md"));
      writeFileSync(join(root, "customers/gantry-ltd.md"), alias);
    },
    (root) => {
      unlinkSync(join(root, "customers/gantry.md"));
      writeFileSync(join(root, "customers/gantry-ltd.md"), alias);
      writeFileSync(join(root, "conversations/a.md"), read(whole, "conversations/a.md"));
    },
  ];
  for (const cut of cuts) {
    const root = workspaceOf(files);
    cut(root);
    // Nothing is lost or counted twice meanwhile.
    const listed = await runCli(["list", "--customer", "gantry", "--json"], {cwd: root});
    expect(
      (JSON.parse(listed.stdout) as {data: {conversations: unknown[]}}).data.conversations,
    ).toHaveLength(2);
    expect((await runCli(command, {cwd: root})).code).toBe(0);
    expect(done(root)).toEqual(done(whole));
  }
});

test("--commit holds the move and every file, and nothing else", async () => {
  const root = workspaceOf({...files, "extra.txt": "1\n"});
  git(root, "init", "--quiet", "-b", "main");
  git(root, "add", "-A");
  git(root, "commit", "--quiet", "-m", "before");
  writeFileSync(join(root, "extra.txt"), "2\n");
  git(root, "add", "extra.txt");
  const env = {
    HOME: root,
    GIT_AUTHOR_NAME: "Ana",
    GIT_AUTHOR_EMAIL: "a@example.com",
    GIT_COMMITTER_NAME: "Ana",
    GIT_COMMITTER_EMAIL: "a@example.com",
  };
  const ran = await runCli(["customer", "rename", "gantry", "gantry-ltd", "--commit"], {
    cwd: root,
    env,
  });
  expect(ran).toMatchObject({code: 0});
  expect(git(root, "show", "--format=%s", "--name-status", "-M50").trim().split("\n")).toEqual([
    "Rename customer gantry to gantry-ltd",
    "",
    "M\tconversations/a.md",
    "M\tconversations/b.md",
    expect.stringMatching(/^R\d+\tcustomers\/gantry\.md\tcustomers\/gantry-ltd\.md$/),
    "M\tdecisions/d.md",
  ]);
  expect(git(root, "status", "--porcelain")).toBe("M  extra.txt\n");
});
