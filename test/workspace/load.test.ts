import {execFileSync} from "node:child_process";
import {chmodSync, symlinkSync, truncateSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {diagnosticCodes} from "../../src/workspace/diagnostic-codes.ts";
import {fileCodes} from "../../src/workspace/file-codes.ts";
import {loadWorkspace, type Workspace} from "../../src/workspace/load.ts";
import {folderOf, writeAll} from "./folder.ts";
import {everythingIn} from "./git/repository.ts";

const config = "version: 1\nteam:\n  - {handle: ana}\n";
const note = (more = "") =>
  `---\ntype: interview\ndate: 2026-11-19\ncustomer: gantry\nteam: [ana]\n${more}---\n\n## What works\n- "It is fast"\n`;
const customer = "---\nname: Gantry\n---\n";

function workspaceOf(files: Record<string, string>): string {
  return folderOf({"pm-talk.yml": config, "customers/gantry.md": customer, ...files});
}

const load = (root: string, strays = false) => loadWorkspace(root, {today: "2026-11-20", strays});
const named = ({diagnostics}: Workspace) =>
  diagnostics.map(({file, line, severity, code}) => `${file}:${String(line)} ${severity} ${code}`);

/** P4: what is found is counted or left out, and what is left out is named. */
function expectAllCountedOrNamed({collection, diagnostics}: Workspace): void {
  const {counts, leftOut} = collection;
  expect(counts.skipped).toBe(leftOut.length);
  for (const {file, line} of leftOut) {
    expect(
      diagnostics.some((one) => one.file === file && one.line === line),
      file,
    ).toBe(true);
  }
}

describe("every file is counted or named", () => {
  test("good notes next to everything that can be wrong with a file", async () => {
    const outside = folderOf({"secret.md": note()});
    const root = workspaceOf({
      "conversations/good.md": note(),
      "conversations/empty.md": "",
      "conversations/nul.md": note("pitch: \0\n"),
      "conversations/cr.md": note().replaceAll("\n", "\r"),
      "conversations/unclosed.md": "---\ntype: interview\n",
      "conversations/2026-11-18-bad-date.md": note().replace("2026-11-19", "2026-11-31"),
      "conversations/part.md": note("duration: long\n").replace("2026-11-19", "2026-11-12"),
      "conversations/folder.md/x.txt": "",
    });
    const at = (name: string) => join(root, "conversations", name);
    writeFileSync(at("utf16.md"), Buffer.from(`\uFEFF${note()}`, "utf16le"));
    writeFileSync(at("large.md"), note());
    truncateSync(at("large.md"), 5 * 1024 * 1024 + 1);
    execFileSync("mkfifo", [at("pipe.md")]);
    symlinkSync(join(outside, "secret.md"), at("linked.md"));
    symlinkSync(outside, at("shared"));
    const workspace = await load(root);
    expect(named(workspace)).toEqual([
      "conversations/2026-11-18-bad-date.md:3 error date-invalid",
      "conversations/cr.md:1 error encoding-line-ends",
      "conversations/empty.md:1 error file-empty",
      "conversations/folder.md:1 error file-special",
      "conversations/large.md:1 error file-size",
      "conversations/linked.md:1 error file-link",
      "conversations/nul.md:1 error encoding-nul",
      "conversations/part.md:6 error duration-invalid",
      "conversations/pipe.md:1 error file-special",
      "conversations/shared:1 error folder-link",
      "conversations/unclosed.md:1 error fence-close",
      "conversations/utf16.md:1 error encoding-utf16",
    ]);
    expect(workspace.collection.counts).toEqual({files: 14, read: 2, partial: 1, skipped: 11});
    expect(workspace.collection.leftOut[0]).toEqual({
      file: "conversations/2026-11-18-bad-date.md",
      kind: "conversation",
      line: 3,
      date: "2026-11-18",
    });
    expectAllCountedOrNamed(workspace);
  });

  test("reading changes nothing", async () => {
    const root = workspaceOf({"conversations/a.md": note(), "conversations/b.md": "broken"});
    const before = everythingIn(root);
    await load(root, true);
    expect(everythingIn(root)).toEqual(before);
  });

  test("a clean file that is at fault next to another is shown with its line", async () => {
    const root = workspaceOf({"customers/other.md": "---\naliases: [Gantry]\nname: Other\n---\n"});
    const workspace = await load(root);
    expect(
      workspace.diagnostics.map(({file, line, excerpt}) => [file, line, excerpt?.text]),
    ).toEqual([
      ["customers/gantry.md", 2, "name: Gantry"],
      ["customers/other.md", 2, "aliases: [Gantry]"],
    ]);
  });

  // Root may read every file, so that the refusal cannot be provoked.
  test.skipIf(process.getuid?.() === 0)("a file that may not be read", async () => {
    const root = workspaceOf({"conversations/a.md": note()});
    chmodSync(join(root, "conversations/a.md"), 0);
    const workspace = await load(root);
    expect(named(workspace)).toEqual(["conversations/a.md:1 error file-unreadable"]);
    expectAllCountedOrNamed(workspace);
  });
});

describe("copies", () => {
  test.each([
    "a (1)",
    "a copy",
    "a copy 2",
    "a - Copy",
    "copy of a",
    "a (conflicted copy 2026-11-20)",
  ])("%j with the same bytes is left out with a warning", async (name) => {
    const root = workspaceOf({
      "conversations/a.md": note(),
      [`conversations/${name}.md`]: note(),
    });
    const workspace = await load(root);
    expect(workspace.diagnostics).toMatchObject([
      {
        file: `conversations/${name}.md`,
        line: 1,
        severity: "warning",
        code: "file-copy",
        message: "this is a copy of a.md, equal to the last byte",
        dropped: "file",
      },
    ]);
    expect(workspace.collection.conversations).toMatchObject([{id: "a", also: []}]);
    expect(workspace.collection.counts).toEqual({files: 3, read: 1, partial: 0, skipped: 1});
    expectAllCountedOrNamed(workspace);
  });

  test("of copies alone, one counts", async () => {
    const root = workspaceOf({
      "conversations/a (1).md": note(),
      "conversations/a (2).md": note(),
      "conversations/a (10).md": note(),
    });
    const {collection} = await load(root);
    expect(collection.conversations.map(({id, also}) => [id, also])).toEqual([["a (1)", []]]);
    expect(collection.counts.skipped).toBe(2);
  });

  test("other bytes, another folder, or an ordinary name is no copy", async () => {
    const root = workspaceOf({
      "conversations/a.md": note(),
      "conversations/a (1).md": `${note()}\n`,
      "conversations/b.md": note(),
      "conversations/2026/a copy.md": note(),
      "conversations/copywriter.md": note(),
    });
    const workspace = await load(root);
    expect(named(workspace).filter((line) => line.endsWith("file-copy"))).toEqual([]);
    expect(workspace.collection.counts.read).toBe(5);
  });
});

describe("pm-talk.yml", () => {
  test("missing, a link, a folder, not text: a reason to stop", async () => {
    const root = folderOf({"real.yml": config});
    const refusal = (message: string) =>
      expect(load(root)).rejects.toMatchObject({code: "usage", message});
    await refusal("pm-talk.yml is missing.");
    writeAll(root, {"pm-talk.yml/x": ""});
    await refusal("pm-talk.yml cannot be read: this is no regular file.");
    const linked = folderOf();
    symlinkSync(join(root, "real.yml"), join(linked, "pm-talk.yml"));
    await expect(load(linked)).rejects.toMatchObject({
      code: "usage",
      message: "pm-talk.yml is a symbolic link, which is not followed.",
    });
    await expect(load(folderOf({"pm-talk.yml": ""}))).rejects.toMatchObject({
      code: "usage",
      message: "pm-talk.yml cannot be read: the file is empty.",
    });
  });
});

test("strays are warned of on request only, and count nowhere", async () => {
  const root = workspaceOf({"meeting.md": note(), "conversations/a.markdown": note()});
  expect(named(await load(root))).toEqual([]);
  const workspace = await load(root, true);
  expect(named(workspace)).toEqual([
    "conversations/a.markdown:1 warning file-markdown",
    "meeting.md:1 warning file-stray",
  ]);
  expect(workspace.collection.counts).toEqual({files: 1, read: 0, partial: 0, skipped: 0});
});

test("the codes of files are in the registry once", () => {
  const codes = diagnosticCodes.map(({code}) => code);
  for (const {code} of fileCodes) expect(codes.filter((one) => one === code)).toEqual([code]);
});

test("names that a plain object would lose, and the longest of lines", async () => {
  const root = workspaceOf({
    "conversations/constructor.md": note().replace("gantry", "constructor"),
    "conversations/proto.md": note().replace("gantry", "__proto__"),
    "conversations/toString (1).md": note().replace("gantry", "toString"),
    "conversations/long.md": `${note()}- ${"[".repeat(1024 * 1024)}\n`,
  });
  const {collection} = await load(root);
  expect(collection.counts.read).toBe(4);
  expect(collection.customers.map(({id}) => id)).toEqual([
    "__proto__",
    "constructor",
    "gantry",
    "toString",
  ]);
});
