import {mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {homedir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {homeOf, quoteTilde, tilde} from "../../src/workspace/home.ts";
import {lastWorkspace, rememberWorkspace} from "../../src/workspace/last-used.ts";
import {makeStateFolder, stateFolder} from "../../src/workspace/state-folder.ts";
import {folderOf} from "./folder.ts";

test.each([
  ["linux", {HOME: "/home/ana"}, "/home/ana/.local/state/pm-talk"],
  ["linux", {HOME: "/home/ana", XDG_STATE_HOME: "/state"}, "/state/pm-talk"],
  ["darwin", {HOME: "/Users/ana", XDG_STATE_HOME: "state"}, "/Users/ana/.local/state/pm-talk"],
  ["linux", {HOME: "", XDG_STATE_HOME: ""}, join(homedir(), ".local/state/pm-talk")],
  ["win32", {LOCALAPPDATA: "C:\\Users\\ana\\L", HOME: "/c/u"}, "C:\\Users\\ana\\L\\pm-talk"],
  ["win32", {USERPROFILE: "C:\\Users\\ana"}, "C:\\Users\\ana\\AppData\\Local\\pm-talk"],
  ["win32", {LOCALAPPDATA: "L", USERPROFILE: "D:\\ana"}, "D:\\ana\\AppData\\Local\\pm-talk"],
])("on %s with %j: %s", (platform, env, folder) => {
  expect(stateFolder(env, platform)).toBe(folder);
});

test("the folder is its owner's only, and no git takes what is in it", () => {
  const state = folderOf();
  const folder = makeStateFolder({XDG_STATE_HOME: state}, "drafts");
  expect(folder).toBe(join(state, "pm-talk", "drafts"));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(state, "pm-talk")).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(state, "pm-talk", ".gitignore"), "utf8")).toBe("*\n");
  expect(makeStateFolder({XDG_STATE_HOME: state}, "drafts")).toBe(folder);
});

test("a path below the home folder is shown and quoted with ~", () => {
  const home = homeOf({HOME: "/home/ana"});
  expect(tilde("/home/ana", home)).toBe("~");
  expect(tilde("/home/anabel/x", home)).toBe("/home/anabel/x");
  expect(tilde("/home/ana/my notes", home)).toBe("~/my notes");
  expect(quoteTilde("/home/ana/my notes", home)).toBe("~/'my notes'");
  expect(quoteTilde("/srv/o'neil", home)).toBe("'/srv/o'\\''neil'");
});

test("the workspace last written to is remembered while it is there", () => {
  const state = folderOf();
  const env = {XDG_STATE_HOME: state};
  const root = folderOf({"pm-talk.yml": ""});
  expect(lastWorkspace(env)).toBeNull();
  rememberWorkspace(root, env);
  expect(lastWorkspace(env)).toBe(root);
  rmSync(join(root, "pm-talk.yml"));
  expect(lastWorkspace(env)).toBeNull();
});

test("remembering is a help, and never an error", () => {
  const root = folderOf({"pm-talk.yml": ""});
  const env = {XDG_STATE_HOME: folderOf({"pm-talk/last-used.json": "{spoilt"})};
  expect(lastWorkspace(env)).toBeNull();
  rememberWorkspace(root, env);
  expect(lastWorkspace(env)).toBe(root);
  const folder = join(folderOf(), "pm-talk", "last-used.json");
  mkdirSync(folder, {recursive: true});
  for (const state of ["/dev/null", join(folder, "..", "..")]) {
    rememberWorkspace(root, {XDG_STATE_HOME: state});
    expect(lastWorkspace({XDG_STATE_HOME: state})).toBeNull();
  }
  for (const text of ["null", "[]", '{"workspace": 1}', '{"workspace": "relative"}']) {
    writeFileSync(join(env.XDG_STATE_HOME, "pm-talk", "last-used.json"), text);
    expect(lastWorkspace(env)).toBeNull();
  }
});
