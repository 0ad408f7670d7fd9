import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {findWorkspace, workspaceAround} from "../../src/workspace/find-workspace.ts";
import {rememberWorkspace} from "../../src/workspace/last-used.ts";
import {folderOf} from "./folder.ts";

const find = (cwd: string, dir: string | null = null, env: Record<string, string> = {}) =>
  findWorkspace({cwd, dir, env: {HOME: "/nobody", ...env}});

function failure(call: () => unknown): {message: string; hint: string | null; code: string} {
  try {
    call();
  } catch (error) {
    return error as {message: string; hint: string | null; code: string};
  }
  throw new Error("found one");
}

describe("walking up", () => {
  test("the nearest folder with a pm-talk.yml, from any depth", () => {
    const root = folderOf({"pm-talk.yml": "", "customers/x/y/a.md": "", "inner/pm-talk.yml": ""});
    expect(find(root)).toBe(root);
    expect(find(join(root, "customers/x/y"))).toBe(root);
    expect(find(join(root, "inner"))).toBe(join(root, "inner"));
    expect(workspaceAround(join(root, "customers/x"), {HOME: "/nobody"})).toBe(root);
  });

  test("ends at the root of the git repository, whose .git may be a file", () => {
    const root = folderOf({"pm-talk.yml": "", "repo/.git/HEAD": "", "module/.git": "gitdir: x"});
    mkdirSync(join(root, "repo/src"));
    expect(workspaceAround(join(root, "repo/src"), {HOME: "/nobody"})).toBeNull();
    expect(workspaceAround(join(root, "module"), {HOME: "/nobody"})).toBeNull();
  });

  test("a pm-talk.yml at the git root itself counts", () => {
    const root = folderOf({"pm-talk.yml": "", ".git/HEAD": "", "src/a.ts": ""});
    expect(find(join(root, "src"))).toBe(root);
  });

  test("without git, ends at the home folder", () => {
    const root = folderOf({"pm-talk.yml": "", "home/notes/a.txt": ""});
    const cwd = join(root, "home/notes");
    expect(failure(() => find(cwd, null, {HOME: join(root, "home")}))).toMatchObject({
      code: "usage",
      message: "No pm-talk workspace here or above (~/notes).",
      hint: "A new one here:         pm-talk init\nWith sample data:       pm-talk demo",
    });
    expect(find(cwd)).toBe(root);
  });
});

describe("told where", () => {
  test("--dir wins over PM_TALK_DIR, which wins over the current folder", () => {
    const root = folderOf({
      "pm-talk.yml": "",
      "one/pm-talk.yml": "",
      "two/pm-talk.yml": "",
    });
    expect(find(root, "one", {PM_TALK_DIR: "two"})).toBe(join(root, "one"));
    expect(find(root, null, {PM_TALK_DIR: join(root, "two")})).toBe(join(root, "two"));
    expect(find(root, null, {PM_TALK_DIR: ""})).toBe(root);
  });

  test("a folder without one is an error, though there may be one above", () => {
    const root = folderOf({"pm-talk.yml": "", "my notes/a.txt": ""});
    const cwd = join(root, "my notes");
    expect(failure(() => find(root, "my notes"))).toMatchObject({
      message: `No pm-talk workspace in ${cwd}.`,
      hint: "A new one here:         pm-talk init 'my notes'\nWith sample data:       pm-talk demo",
    });
    const fromEnv = failure(() => find(cwd, null, {PM_TALK_DIR: "nowhere"}));
    expect(fromEnv.message).toBe(`No pm-talk workspace in ${join(cwd, "nowhere")} (PM_TALK_DIR).`);
  });
});

test("workspaces below are listed, but not those in hidden folders or packages", () => {
  const root = folderOf({
    ".git/HEAD": "",
    "b/pm-talk.yml": "",
    "a b/c/pm-talk.yml": "",
    "node_modules/x/pm-talk.yml": "",
    ".cache/pm-talk.yml": "",
  });
  expect(failure(() => find(root)).hint).toBe(
    [
      "There is one below:     pm-talk --dir 'a b/c' last",
      "There is one below:     pm-talk --dir b last",
      "A new one here:         pm-talk init",
      "With sample data:       pm-talk demo",
    ].join("\n"),
  );
});

test("the workspace used last is named, with the command that was typed, and not twice", () => {
  const home = folderOf({"my notes/pm-talk.yml": "", "Downloads/a.txt": ""});
  const env = {HOME: home, XDG_STATE_HOME: join(home, "state")};
  rememberWorkspace(join(home, "my notes"), env);
  const cwd = join(home, "Downloads");
  const away = failure(() => findWorkspace({cwd, dir: null, env, command: "log"}));
  expect([away.message, away.hint]).toEqual([
    "No pm-talk workspace here or above (~/Downloads).",
    [
      "The one you used last:  pm-talk --dir ~/'my notes' log",
      "A new one here:         pm-talk init",
      "With sample data:       pm-talk demo",
    ].join("\n"),
  ]);
  expect(failure(() => find(home, null, env)).hint?.split("\n")).toEqual([
    "There is one below:     pm-talk --dir 'my notes' last",
    "A new one here:         pm-talk init",
    "With sample data:       pm-talk demo",
  ]);
});
