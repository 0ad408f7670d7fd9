import {existsSync, statSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {makeFolders} from "../../src/workspace/make-folders.ts";
import {folderOf} from "./folder.ts";

test("makes what is missing, and says whether anything was", () => {
  const folder = join(folderOf(), "a/b/c");
  expect(makeFolders(folder, 0o700)).toBe(true);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(makeFolders(folder)).toBe(false);
});

test("says what the disk says of a file in its way", () => {
  const root = folderOf({"a.md": ""});
  expect(() => makeFolders(join(root, "a.md/b"))).toThrow(
    expect.objectContaining({code: "ENOTDIR"}),
  );
});

test.runIf(existsSync("/proc/self"))("ends where no folder can be made", () => {
  expect(() => makeFolders("/proc/pm-talk/a")).toThrow(expect.objectContaining({code: "ENOENT"}));
});
