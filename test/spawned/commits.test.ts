import {execFileSync} from "node:child_process";
import {existsSync, readdirSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {gitIdentity, pmTalk, start, temporaryFolder} from "./program.ts";
import {workspace} from "./workspace.ts";

/** A repository with a workspace in a folder of it, and git in it. */
function repository() {
  const top = temporaryFolder();
  const cwd = join(top, "insights");
  renameSync(workspace(), cwd);
  writeFileSync(join(top, "other.txt"), "other\n");
  const git = (...args: string[]): string =>
    execFileSync("git", args, {
      cwd: top,
      encoding: "utf8",
      env: {PATH: process.env["PATH"], HOME: top, GIT_CONFIG_NOSYSTEM: "1", ...gitIdentity},
    });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "Start");
  return {top, cwd, git};
}

test("twenty people log at once while other things are staged: twenty notes, twenty commits, nothing else touched", async () => {
  const {top, cwd, git} = repository();
  writeFileSync(join(top, "other.txt"), "staged\n");
  git("add", "other.txt");
  writeFileSync(join(top, "other.txt"), "staged, then changed\n");

  const runs = await Promise.all(
    Array.from({length: 20}, (_, index) =>
      pmTalk(
        ["log", "gantry", "--quote", `It took ${String(index)} mornings`, "--commit", "--json"],
        {cwd, env: gitIdentity},
      ),
    ),
  );
  expect(
    runs.map((run) => run.code),
    runs.map((run) => run.stderr).join(""),
  ).toEqual(runs.map(() => 0));
  const logged = runs.map(
    (run) => (JSON.parse(run.stdout.toString()) as {data: {path: string; commit: string}}).data,
  );
  expect(new Set(logged.map((one) => one.path)).size).toBe(20);
  for (const {path} of logged) expect(existsSync(join(cwd, path)), path).toBe(true);
  for (const {path, commit} of logged)
    expect(git("show", "--format=", "--name-only", commit).trim()).toBe(`insights/${path}`);
  expect(git("rev-list", "--count", "HEAD").trim()).toBe("21");
  expect(git("status", "--porcelain")).toBe("MM other.txt\n");
}, 180_000);

test("a note that could not be committed is saved, and the commands on the screen commit it", async () => {
  const {top, cwd, git} = repository();
  writeFileSync(join(top, ".git", "MERGE_HEAD"), git("rev-parse", "HEAD"));
  const log = ["log", "Nova & Söhne", "--quote", "It took a morning", "--commit"];
  const ran = await pmTalk(log, {cwd, env: gitIdentity});
  expect(ran.code).toBe(3);
  expect(ran.stdout.toString()).toMatch(
    /^Saved conversations\/2026\/.+\.md\nSaved customers\/.+\.md\n$/,
  );
  expect(ran.stderr).toContain("Not committed: a merge is under way.\n  When it is done:\n");
  rmSync(join(top, ".git", "MERGE_HEAD"));
  const typed = ran.stderr.split("\n").filter((line) => line.startsWith("    git "));
  const done = await start("sh", ["-ec", typed.join("\n")], {cwd, env: gitIdentity});
  expect([typed.length, done.code, done.stderr]).toEqual([2, 0, ""]);
  expect(git("log", "-1", "--format=%s").trim()).toBe("Talk with Nova & Söhne");
  expect(git("status", "--porcelain")).toBe("");
}, 60_000);

test.each(["INT", "TERM", "HUP"])(
  "SIG%s while a hook takes its time: the note is named, and the index is as before",
  async (signal) => {
    const {top, cwd, git} = repository();
    // The hook stops the pm-talk that runs the git that runs the hook, and goes on until that git is gone.
    writeFileSync(
      join(top, ".git/hooks/pre-commit"),
      `#!/bin/sh\nkill -s ${signal} $(ps -o ppid= $PPID)\nwhile kill -0 $PPID 2>&-; do sleep 0.1; done\n`,
      {mode: 0o755},
    );
    const ran = await pmTalk(["log", "gantry", "--quote", "A morning", "--commit"], {
      cwd,
      env: gitIdentity,
    });
    expect(ran.code).toBe(3);
    expect(ran.stdout.toString()).toMatch(/^Saved conversations\/2026\/.+\.md\n$/);
    expect(ran.stderr).toContain(
      "Not committed: it was interrupted.\n  To commit it:\n    git add",
    );
    expect(git("status", "--porcelain")).toMatch(/^\?\? insights\/conversations\/2026\/\S+\n$/);
    expect(readdirSync(join(top, ".git")).filter((name) => name.endsWith(".lock"))).toEqual([]);
  },
  60_000,
);
