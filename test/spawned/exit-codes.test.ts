import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {packageRoot, pmTalk, temporaryFolder} from "./program.ts";
import {note, workspace} from "./workspace.ts";

const faulty = {
  "conversations/2026/2026-11-18-gantry-interview-aaaaaa.md": note(
    "- **Against** setup-alone (told): gave up",
  ),
};

describe("exit codes of the built program", () => {
  test("0 and the version of the package", async () => {
    const {version} = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
      version: string;
    };
    const {code, stdout, stderr} = await pmTalk(["--version"], {cwd: temporaryFolder()});
    expect([code, stdout.toString(), stderr]).toEqual([0, `${version}\n`, ""]);
  });

  test("0 for an answer", async () => {
    const {code, stdout, stderr} = await pmTalk(["last"], {cwd: workspace()});
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.toString()).toBe("Yesterday (Thu 2026-11-19): Ana, interview with Gantry.\n");
  });

  test("1 for findings, which stand on stdout", async () => {
    const {code, stdout} = await pmTalk(["check"], {cwd: workspace(faulty)});
    expect(code).toBe(1);
    expect(stdout.toString()).toContain('"told" is not a kind of evidence');
  });

  test.each([
    [["lst"], "last"],
    [["last", "--nonsense"], "--nonsense"],
    [["last", "--as-of", "someday"], "someday"],
  ])("2 for %j", async (args, said) => {
    const {code, stdout, stderr} = await pmTalk(args, {cwd: workspace()});
    expect([code, stdout.toString()]).toEqual([2, ""]);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain("    at ");
  });

  test("2 where there is no workspace, as JSON when JSON was asked for", async () => {
    const {code, stdout} = await pmTalk(["last", "--json"], {cwd: temporaryFolder()});
    expect(code).toBe(2);
    expect(JSON.parse(stdout.toString())).toMatchObject({kind: "error", code: "usage"});
  });

  test("2 for a PM_TALK_TODAY that is no day, but not where no day is needed", async () => {
    const cwd = workspace();
    const env = {PM_TALK_TODAY: "2026-02-31"};
    const {code, stderr} = await pmTalk(["last"], {cwd, env});
    expect(code).toBe(2);
    expect(stderr).toBe(
      'PM_TALK_TODAY is "2026-02-31", which is not a date.\n  PM_TALK_TODAY=2026-11-20\n',
    );
    expect((await pmTalk(["--version"], {cwd, env})).code).toBe(0);
  });

  test("3 where a report cannot be written", async () => {
    const cwd = workspace({"reports/taken": ""});
    const {code, stderr} = await pmTalk(["report", "last", "-o", "reports/taken/last.md"], {cwd});
    expect(code).toBe(3);
    expect(stderr).toContain("last.md");
    expect(stderr).not.toContain("    at ");
  });
});
