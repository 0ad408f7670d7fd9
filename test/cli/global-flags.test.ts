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
    [["--as-of", "2026-02-30", "last"], '"2026-02-30" is a date that does not exist.\n'],
  ])("is refused before, behind and without a command: %j", async (argv, message) => {
    const ran = await runCli(argv, {cwd: workspaceOf({})});
    expect(ran).toMatchObject({code: 2, stdout: ""});
    expect(ran.stderr.slice(0, message.length)).toBe(message);
  });
});
