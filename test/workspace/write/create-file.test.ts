import {execFileSync} from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {createFile, createIfAbsent, replaceFile} from "../../../src/workspace/write/create-file.ts";
import {folderOf} from "../folder.ts";

describe("createFile", () => {
  test("writes the file and the folders above it, and leaves nothing else behind", async () => {
    const root = folderOf();
    await createFile(join(root, "conversations/2026/a.md"), "Grüße\r\n", root);
    expect(readFileSync(join(root, "conversations/2026/a.md"), "utf8")).toBe("Grüße\r\n");
    expect(readdirSync(join(root, "conversations/2026"))).toEqual(["a.md"]);
  });

  test("never overwrites", async () => {
    const root = folderOf({"a.md": "old"});
    const path = join(root, "a.md");
    await expect(createFile(path, "new", root)).rejects.toMatchObject({
      code: "not-written",
      message: `Not written: ${path} exists already.`,
    });
    expect(await createIfAbsent(path, "new", root)).toBe(false);
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(root)).toEqual(["a.md"]);
  });

  test("a broken link of that name is not written through", async () => {
    const root = folderOf();
    const outside = folderOf();
    symlinkSync(join(outside, "target.md"), join(root, "a.md"));
    await expect(createFile(join(root, "a.md"), "x", root)).rejects.toMatchObject({
      message: `Not written: ${join(root, "a.md")} is a symbolic link, and pm-talk writes through none.`,
    });
    expect(readdirSync(outside)).toEqual([]);
  });

  test.each(["../out.md", "conversations/../../out.md", "."])("refuses %s", async (file) => {
    const outer = folderOf({"workspace/pm-talk.yml": ""});
    const root = join(outer, "workspace");
    await expect(createFile(`${root}/${file}`, "x", root)).rejects.toMatchObject({
      code: "not-written",
    });
    expect(readdirSync(outer)).toEqual(["workspace"]);
  });

  test("does not follow a linked folder out of the workspace, which it finds by itself", async () => {
    const root = folderOf({"pm-talk.yml": ""});
    const outside = folderOf();
    symlinkSync(outside, join(root, "conversations"));
    const path = join(root, "conversations/2026/a.md");
    await expect(createFile(path, "x")).rejects.toMatchObject({
      message: `Not written: ${join(root, "conversations")} is a symbolic link, and pm-talk writes through none.`,
    });
    expect(readdirSync(outside)).toEqual([]);
  });

  test("says in words what the disk refused", async () => {
    const root = folderOf({file: "no folder"});
    const below = join(root, "file/a.md");
    await expect(createFile(below, "x", root)).rejects.toMatchObject({
      code: "not-written",
      message: `Not written: ${below}: a part of its path is a file, not a folder.`,
    });
    const long = join(root, `${"a".repeat(300)}.md`);
    await expect(createFile(long, "x", root)).rejects.toMatchObject({
      message: `Not written: ${long}: the name is too long.`,
    });
    expect(readdirSync(root)).toEqual(["file"]);
  });

  test("twenty at once for one name: one wins, and it is whole", async () => {
    const root = folderOf();
    const path = join(root, "customers/gantry.md");
    const texts = Array.from({length: 20}, (_, index) => `${String(index)}\n`.repeat(5000));
    const won = await Promise.all(texts.map((text) => createIfAbsent(path, text, root)));
    const winner = won.indexOf(true);
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(readFileSync(path, "utf8") === texts[winner]).toBe(true);
    expect(readdirSync(join(root, "customers"))).toEqual(["gantry.md"]);
  });

  test("twenty at once for twenty names: twenty files", async () => {
    const root = folderOf();
    const names = Array.from({length: 20}, (_, index) => `${String(index)}.md`);
    await Promise.all(names.map((name) => createFile(join(root, "a/b", name), name, root)));
    for (const name of names) expect(readFileSync(join(root, "a/b", name), "utf8")).toBe(name);
    expect(readdirSync(join(root, "a/b"))).toHaveLength(20);
  });
});

describe("replaceFile", () => {
  test("replaces the text and keeps the mode", async () => {
    const root = folderOf({"pm-talk.yml": "old"});
    const path = join(root, "pm-talk.yml");
    chmodSync(path, 0o600);
    await replaceFile(path, "new", {before: "old", root});
    expect(readFileSync(path, "utf8")).toBe("new");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(root)).toEqual(["pm-talk.yml"]);
  });

  test("leaves what somebody else changed meanwhile", async () => {
    const root = folderOf({"pm-talk.yml": "theirs"});
    const path = join(root, "pm-talk.yml");
    await expect(replaceFile(path, "mine", {before: "old", root})).rejects.toMatchObject({
      code: "not-written",
      message: `Not written: somebody else changed ${path} at the same time.`,
    });
    expect(readFileSync(path, "utf8")).toBe("theirs");
  });

  test("does not write through a link", async () => {
    const outside = folderOf({"real.yml": "old"});
    const root = folderOf();
    symlinkSync(join(outside, "real.yml"), join(root, "pm-talk.yml"));
    await expect(replaceFile(join(root, "pm-talk.yml"), "new")).rejects.toMatchObject({
      code: "not-written",
    });
    expect(readFileSync(join(outside, "real.yml"), "utf8")).toBe("old");
  });

  test("a folder in its place is an error, not a loss", async () => {
    const root = folderOf();
    mkdirSync(join(root, "a.md"));
    await expect(replaceFile(join(root, "a.md"), "new", {root})).rejects.toMatchObject({
      code: "not-written",
    });
    expect(existsSync(join(root, "a.md"))).toBe(true);
  });

  test("a pipe in its place stays one", async () => {
    const root = folderOf();
    const path = join(root, "out.md");
    execFileSync("mkfifo", [path]);
    await expect(replaceFile(path, "new", {root})).rejects.toMatchObject({
      code: "not-written",
      message: `Not written: ${path}: it is a device or a pipe, not a file.`,
    });
    expect(lstatSync(path).isFIFO()).toBe(true);
  });

  test("of twenty who change the same text at once one is told that it is written", async () => {
    const root = folderOf({"a.md": "old"});
    const path = join(root, "a.md");
    const texts = Array.from({length: 20}, (_, index) => `new ${String(index)}`);
    const ended = await Promise.allSettled(
      texts.map((text) => replaceFile(path, text, {before: "old", root})),
    );
    const written = texts.filter((_, index) => ended[index]?.status === "fulfilled");
    expect(written).toEqual([readFileSync(path, "utf8")]);
    expect(readdirSync(root)).toEqual(["a.md"]);
  });
});
