import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {gitIdentity, pmTalk} from "./program.ts";
import {workspace} from "./workspace.ts";

test("twenty people log at once: twenty notes, twenty commits, nothing left over", async () => {
  const cwd = workspace();
  const git = (...args: string[]): string =>
    execFileSync("git", args, {
      cwd,
      encoding: "utf8",
      env: {PATH: process.env["PATH"], HOME: cwd, GIT_CONFIG_NOSYSTEM: "1", ...gitIdentity},
    });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "Start");

  const runs = await Promise.all(
    Array.from({length: 20}, (_, index) =>
      pmTalk(
        ["log", "gantry", "--quote", `It took ${String(index)} mornings`, "--commit", "--json"],
        {
          cwd,
          env: gitIdentity,
        },
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
    expect(git("show", "--format=", "--name-only", commit).trim()).toBe(path);
  expect(git("rev-list", "--count", "HEAD").trim()).toBe("21");
  expect(git("status", "--porcelain")).toBe("");
}, 180_000);
