import {spawnSync} from "node:child_process";
import {describe, expect, test} from "vitest";
import {bash, bin, pmTalk} from "./program.ts";
import {workspace} from "./workspace.ts";

/** util-linux's `script` gives the program a real terminal. */
const hasScript = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;
const inTerminal = `script -qec "stty cols 80; '${process.execPath}' '${bin}' report assumptions" /dev/null`;
const escape = "\u001b[";

describe("what the terminal can show", () => {
  test.each([{LANG: "C"}, {LC_ALL: "POSIX"}, {TERM: "dumb"}])("ASCII under %j", async (env) => {
    const {code, stdout, stderr} = await pmTalk(["report", "assumptions"], {cwd: workspace(), env});
    expect([code, stderr]).toEqual([0, ""]);
    const marks = stdout
      .toString()
      .split("\n")
      .filter((line) => line.includes("|"));
    expect(marks.join("\n")).toContain("#|");
    expect(stdout.toString()).toContain("New customers finish setup alone");
    expect(stdout.toString()).not.toMatch(/[■□·]/);
  });

  test("no colour in a pipe, colour when it is asked for", async () => {
    const cwd = workspace();
    const plain = await pmTalk(["report", "assumptions"], {cwd});
    expect(plain.stdout.toString()).not.toContain(escape);
    const asked = await pmTalk(["report", "assumptions", "--color", "always"], {cwd});
    expect(asked.stdout.toString()).toContain(escape);
  });

  test.skipIf(!hasScript)("colour in a terminal, unless it says no", async () => {
    const cwd = workspace();
    const shown = async (env: Record<string, string>): Promise<string> =>
      (await bash(inTerminal, {cwd, env})).stdout.toString();
    expect(await shown({TERM: "xterm-256color"})).toContain(escape);
    expect(await shown({TERM: "xterm-256color", NO_COLOR: "1"})).not.toContain(escape);
    expect(await shown({TERM: "dumb"})).not.toContain(escape);
  });
});
