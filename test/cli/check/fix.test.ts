import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {runCli, workspaceOf} from "../harness.ts";

const files = {
  "customers/gantry.md": "---\nname: Gantry GmbH\naliases: [both]\n---\n",
  "customers/dune.md": "---\nname: Dune\nstage: Trial\naliases: [both]\n---\n",
  "conversations/a.md":
    "---\ntype: Interview\ndate: 2026-11-5\ncustomer: Gantry GmbH\nteam: [ana]\n---\n\n## Next steps\n- [ ] Send (ana, 2026-11-9)\n- [ ] Wait (ana, 2026-2-30)\n",
  "conversations/b.md":
    "---\ntype: interview\ndate: 2026-11-06\ncustomer: both\nteam: [ana]\n---\n",
};
const shown = [
  "conversations/a.md:2",
  "  - type: Interview",
  "  + type: interview",
  "conversations/a.md:3",
  "  - date: 2026-11-5",
  "  + date: 2026-11-05",
  "conversations/a.md:4",
  "  - customer: Gantry GmbH",
  "  + customer: gantry",
  "conversations/a.md:9",
  "  - - [ ] Send (ana, 2026-11-9)",
  "  + - [ ] Send (ana, 2026-11-09)",
  "",
].join("\n");
const note = (root: string) => readFileSync(join(root, "conversations/a.md"), "utf8");

test("what needs no question is shown, mended when the answer is yes, and the rest named", async () => {
  const root = workspaceOf(files);
  const check = ["check", "--fix", "conversations"];
  const no = await runCli(check, {cwd: root, answers: [["Mend 4 lines?", "No"]]});
  expect(no).toMatchObject({code: 1, stderr: shown});
  expect(note(root)).toBe(files["conversations/a.md"]);
  const yes = await runCli(check, {cwd: root, answers: [["Mend 4 lines?", "Yes"]]});
  expect(yes.code).toBe(1);
  expect(yes.stderr).toBe(`${shown}Mended 4 lines in 1 file.\n`);
  expect(yes.stdout).toContain('conversations/a.md:10:18 error step-due: "2026-2-30" is not a day');
  expect(yes.stdout).toMatch(/\n1 error and 0 warnings in 1 file\.\n$/);
  expect(note(root)).toBe(
    files["conversations/a.md"]
      .replace("Interview", "interview")
      .replace("2026-11-5", "2026-11-05")
      .replace("customer: Gantry GmbH", "customer: gantry")
      .replace("2026-11-9", "2026-11-09"),
  );
  // A folder was named: the customer's stage waits.
  expect(readFileSync(join(root, "customers/dune.md"), "utf8")).toBe(files["customers/dune.md"]);
});

test("without a terminal it wants --yes, and writes nothing until then", async () => {
  const root = workspaceOf(files);
  const asked = await runCli(["check", "--fix", "conversations"], {cwd: root});
  expect(asked).toMatchObject({
    code: 2,
    stdout: "",
    stderr: `${shown}Nothing written: no terminal to ask in.\n  To mend these lines:  pm-talk check --fix --yes\n`,
  });
  expect(note(root)).toBe(files["conversations/a.md"]);
  const done = await runCli(["check", "--fix", "--yes", "--json"], {cwd: root});
  const {data} = JSON.parse(done.stdout) as {data: {mended: unknown[]; errors: number}};
  expect(data.mended).toHaveLength(5);
  expect(data.mended.at(-1)).toEqual({
    file: "customers/dune.md",
    line: 3,
    before: "stage: Trial",
    after: "stage: trial",
  });
  // "both" is two customers' name: an error on either, and a step of a day that does not exist.
  expect(data.errors).toBe(3);
  const again = await runCli(["check", "--fix"], {cwd: root});
  expect(again).toMatchObject({code: 1, stderr: ""});
});

test.each([
  [
    ["--fix", "--staged"],
    "--fix mends files on the disk, and --staged looks at what git has staged.",
  ],
  [["--yes"], "--yes answers what only --fix asks."],
])("refuses %s", async (flags, message) => {
  const ran = await runCli(["check", ...flags], {cwd: workspaceOf(files)});
  expect(ran.code).toBe(2);
  expect(ran.stderr.split("\n")[0]).toBe(message);
});
