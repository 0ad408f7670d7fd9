import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {demoWorkspace} from "./demo-workspace.ts";
import {git, runCli, temporaryFolder} from "./harness.ts";

const names = [
  ...["assumptions", "gate-audit-export-g2c", "gate-board-link-g2", "gate-fast-setup-g2"],
  ...["gate-fast-setup-g3", "last", "overview"],
];
const all = [
  ...["README.md", ...names.map((name) => `${name}.md`)],
  ...["index.html", ...names.map((name) => `${name}.html`)],
].sort();

/** What one run says of each file, by state. */
async function reportAll(cwd: string, today: string, ...flags: string[]) {
  const ran = await runCli(["report", "all", "-o", "reports", ...flags], {cwd, today});
  const lines = ran.stdout.split("\n").filter((line) => line !== "");
  const of = (state: string): string[] =>
    lines
      .filter((line) => line.startsWith(state))
      .map((line) => line.replace(/^\w+ +reports\//, ""))
      .sort();
  return {code: ran.code, stderr: ran.stderr, wrote: of("wrote"), same: of("same")};
}

it("writes every report and each undecided gate, with links that lead somewhere", async () => {
  const cwd = demoWorkspace();
  const first = await reportAll(cwd, "2026-11-20");
  expect(first).toEqual({code: 0, stderr: "", wrote: all, same: []});
  const reports = join(cwd, "reports");
  expect(readdirSync(reports).sort()).toEqual(all);
  for (const name of all) {
    const text = readFileSync(join(reports, name), "utf8");
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|href="([^"]+)"/g)];
    expect({name, some: links.length > 0}).toEqual({name, some: true});
    for (const [, markdown, html] of links) {
      const to = decodeURIComponent(markdown ?? html ?? "").replace(/#.*/, "");
      if (to !== "") expect(() => readFileSync(join(reports, to))).not.toThrow();
    }
  }
  const contents = readFileSync(join(reports, "README.md"), "utf8");
  expect(contents).toContain(
    "- [Fast setup, G2 build](gate-fast-setup-g2.md) ([page](gate-fast-setup-g2.html)): **NOT READY** for G2 build on Tue 2026-11-24: ",
  );
  expect(readFileSync(join(reports, "index.html"), "utf8")).not.toMatch(/href="[^/"]+\.md"/);
});

it("leaves alone what says the same, on another day, after a commit, and with other line ends", async () => {
  const cwd = demoWorkspace();
  await reportAll(cwd, "2026-11-20");
  git(cwd, "init", "-q");
  git(cwd, "add", "-A");
  git(cwd, "commit", "-qm", "reports");
  const beliefs = join(cwd, "reports", "assumptions.md");
  writeFileSync(beliefs, readFileSync(beliefs, "utf8").replaceAll("\n", "\r\n"));
  // The commit that a page names is another one by now, and the page is as true of it.
  expect((await reportAll(cwd, "2026-11-20")).wrote).toEqual([]);
  // Two days later there are fewer talks in the last 30 days, but nothing else is known of the beliefs.
  const later = await reportAll(cwd, "2026-11-22");
  expect(later.wrote).toContain("last.md");
  expect(later.same).toEqual(
    expect.arrayContaining(["assumptions.html", "assumptions.md", "gate-fast-setup-g2.html"]),
  );
  expect(readFileSync(beliefs, "utf8")).toContain("Fri 2026-11-20. 38 notes read");
  // For a day that is asked for, the file says that day.
  expect((await reportAll(cwd, "2026-11-22", "--as-of", "2026-11-21")).wrote).toContain(
    "assumptions.md",
  );
});

it("writes anew when only time has passed and a verdict has changed with it", async () => {
  const cwd = demoWorkspace();
  await reportAll(cwd, "2026-11-20");
  const gate = join(cwd, "reports", "gate-board-link-g2.md");
  expect(readFileSync(gate, "utf8")).toMatch(/^\*\*READY\*\*/m);
  const {wrote} = await reportAll(cwd, "2027-02-01");
  expect(wrote).toContain("gate-board-link-g2.md");
  expect(readFileSync(gate, "utf8")).toMatch(/^\*\*NOT READY\*\*/m);
});

it("names reports of gates that are decided, and writes over nobody's file", async () => {
  const cwd = demoWorkspace();
  await reportAll(cwd, "2026-11-20", "--format", "markdown");
  const concept = join(cwd, "concepts", "board-link.md");
  const text = readFileSync(concept, "utf8");
  writeFileSync(concept, text.replace("(2026-12-08, pending)", "(2026-12-08, go 2026-11-20)"));
  writeFileSync(join(cwd, "reports", "gate-notes.md"), "ours\n");
  const json = await runCli(["report", "all", "-o", "reports", "--json"], {cwd});
  const {data} = JSON.parse(json.stdout) as {data: {stale: string[]; files: unknown[]}};
  expect(data.stale).toEqual(["reports/gate-board-link-g2.md"]);
  expect(data.files).toContainEqual({
    path: "reports/gate-fast-setup-g2.html",
    format: "html",
    state: "written",
  });
  const again = await reportAll(cwd, "2026-11-20");
  expect(again.stderr).toBe(
    "reports/gate-board-link-g2.md is of a gate that is decided or gone. Delete it?\n",
  );
  // The others are of gates that are still to come, though not of the format that is written now.
  const csv = await reportAll(cwd, "2026-11-20", "--format", "csv");
  expect(csv.stderr).toBe(again.stderr);
  rmSync(join(cwd, "reports"), {recursive: true});
  mkdirSync(join(cwd, "reports"));
  writeFileSync(join(cwd, "reports", "last.html"), "<p>by hand</p>\n");
  const refused = await reportAll(cwd, "2026-11-20");
  expect(refused).toMatchObject({
    code: 2,
    stderr:
      "reports/last.html exists, and pm-talk did not write it.\n  Another name, or --force to write over it.\n",
  });
  expect(readdirSync(join(cwd, "reports"))).toEqual(["last.html"]);
});

it.each([
  [[], "report all writes files, and wants a folder for them.\n  pm-talk report all -o reports\n"],
  [
    ["-o", "."],
    "-o .: the workspace is in there, and has a README.md of its own.\n  Reports want a folder to themselves:  pm-talk report all -o reports\n",
  ],
  [
    ["-o", "reports", "--format", "markdwn"],
    'No format "markdwn".\n  Did you mean markdown?  There are: text, markdown, html, json, csv\n',
  ],
])("report all %j is refused", async (flags, message) => {
  const cwd = demoWorkspace();
  const ran = await runCli(["report", "all", ...flags, "--force"], {cwd});
  expect({code: ran.code, stdout: ran.stdout}).toEqual({code: 2, stdout: ""});
  expect(ran.stderr.startsWith(message) ? message : ran.stderr).toBe(message);
});

it("works from elsewhere, into a folder outside", async () => {
  const cwd = temporaryFolder();
  const ran = await runCli(
    ["report", "all", "-o", "out", "--format", "csv,json", "--dir", demoWorkspace()],
    {cwd},
  );
  expect(ran.code).toBe(0);
  expect(readdirSync(join(cwd, "out")).sort()).toEqual(
    names.flatMap((name) => [`${name}.csv`, `${name}.json`]).sort(),
  );
});
