import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {runCli, temporaryFolder, workspaceOf} from "./harness.ts";
import {version} from "../../src/cli/version.ts";

describe("the version", () => {
  it.each([
    ["--version"],
    ["-V"],
    ["last", "--version"],
    ["show", "-V"],
    ["report", "-V"],
    ["customer", "-V"],
  ])("is told wherever it is asked for: %s %s", async (...argv) => {
    const ran = await runCli(argv, {cwd: temporaryFolder()});
    expect(ran).toMatchObject({code: 0, stdout: `${version}\n`, stderr: ""});
  });
});

describe("a global flag that is wrong", () => {
  it.each([
    [["--dir"], "--dir needs a value.\n  pm-talk --help\n"],
    [["--color", "pink"], '--color cannot be "pink".\n  It can be auto, always or never.\n'],
    [
      ["--dri", "x"],
      "pm-talk has no flag --dri.\n  Did you mean --dir?  All of them: pm-talk --help\n",
    ],
    [
      ["customer", "--jsn"],
      "pm-talk customer has no flag --jsn.\n  Did you mean --json?  All of them: pm-talk customer --help\n",
    ],
    [["last", "--dir="], "--dir is empty.\n  Leave it out, or name a folder.\n"],
    [["last", "--dir", "a", "--dir", "b"], "--dir is given twice.\n  Give it once.\n"],
    [["--as-of", "2026-02-30", "last"], '--as-of "2026-02-30" is a date that does not exist.\n'],
  ])("is refused before, behind and without a command: %j", async (argv, message) => {
    const ran = await runCli(argv, {cwd: workspaceOf({})});
    expect(ran).toMatchObject({code: 2, stdout: ""});
    expect(ran.stderr.slice(0, message.length)).toBe(message);
  });
});

describe("a file given to a command", () => {
  it.each([
    [["check", "/"], "/ is not in this workspace.\n  All files: pm-talk check\n"],
    [["check", "customers", ".."], ".. is not in this workspace.\n  All files: pm-talk check\n"],
    [["last", "--output"], "--output needs a value.\n  pm-talk last --help\n"],
    [["last", "-o", "a.md", "-o", "b.md"], "--output is given twice.\n  Give it once.\n"],
    [
      ["last", "-o", "customers/gantry.md", "--force", "--quiet"],
      "-o customers/gantry.md: customers/ is for what the team writes, and a report is none of it.\n  Keep reports beside it:  -o reports/gantry.md\n",
    ],
  ])("is refused where it cannot be meant: %j", async (argv, message) => {
    const note = "---\nname: Gantry\n---\n";
    const cwd = workspaceOf({"customers/gantry.md": note});
    expect(await runCli(argv, {cwd})).toMatchObject({code: 2, stdout: "", stderr: message});
    expect(readFileSync(join(cwd, "customers/gantry.md"), "utf8")).toBe(note);
  });
});
