import {execFileSync} from "node:child_process";
import {chmodSync, existsSync, mkdirSync, symlinkSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {findFiles} from "../../src/workspace/find-files.ts";
import {findStrays} from "../../src/workspace/find-strays.ts";
import {diskSource} from "../../src/workspace/disk-source.ts";
import {folderOf, writeAll} from "./folder.ts";

const files = (root: string) => findFiles(root).places.map((place) => place.file);
const faults = (root: string) =>
  findFiles(root).faults.map(({file, fault}) => `${file} ${fault.severity} ${fault.code}`);

describe("workspace files", () => {
  test("are *.md in any case and depth, in order of code points", () => {
    const root = folderOf({
      "conversations/b.md": "",
      "conversations/2026/Z.MD": "",
      "conversations/2026/a.md": "",
      "conversations/é.md": "",
      "conversations/\u{1f389}.md": "",
      "conversations/\uff21.md": "",
      "conversations/_archive/old.md": "",
      "customers/株式会社アクメ.md": "",
      "concepts/a (1).md": "",
      "decisions/d.md": "",
      "assumptions/a.b.md": "",
    });
    expect(findFiles(root)).toEqual({
      places: [
        {kind: "assumption", id: "a.b", file: "assumptions/a.b.md"},
        {kind: "concept", id: "a (1)", file: "concepts/a (1).md"},
        {kind: "conversation", id: "Z", file: "conversations/2026/Z.MD"},
        {kind: "conversation", id: "a", file: "conversations/2026/a.md"},
        {kind: "conversation", id: "old", file: "conversations/_archive/old.md"},
        {kind: "conversation", id: "b", file: "conversations/b.md"},
        {kind: "conversation", id: "é", file: "conversations/é.md"},
        {kind: "conversation", id: "\uff21", file: "conversations/\uff21.md"},
        {kind: "conversation", id: "\u{1f389}", file: "conversations/\u{1f389}.md"},
        {kind: "customer", id: "株式会社アクメ", file: "customers/株式会社アクメ.md"},
        {kind: "decision", id: "d", file: "decisions/d.md"},
      ],
      faults: [],
      strays: [],
    });
  });

  test("are not READMEs, hidden or underscored names, other endings, or in hidden folders", () => {
    const root = folderOf({
      "conversations/README.md": "",
      "customers/x/ReadMe.MD": "",
      "conversations/.draft.md": "",
      "conversations/_template.md": "",
      "conversations/notes.txt": "",
      "conversations/md": "",
      "conversations/.trash/a.md": "",
      "conversations/node_modules/p/a.md": "",
      "transcripts/a.md": "",
      "a.md": "",
    });
    expect(findFiles(root)).toEqual({places: [], faults: [], strays: []});
  });

  test("the workspace's own path is no pattern", () => {
    const outer = folderOf();
    const root = join(outer, "a [b] {c,d} !(e) *");
    writeAll(root, {"conversations/{x} [y]/(z)*!.md": ""});
    expect(files(root)).toEqual(["conversations/{x} [y]/(z)*!.md"]);
  });

  test("an empty folder is an empty workspace", () => {
    expect(findFiles(folderOf())).toEqual({places: [], faults: [], strays: []});
  });
});

describe("what is named like a file and is none", () => {
  test("a pipe, a folder and a device are refused without waiting for them", () => {
    const root = folderOf({"conversations/folder.md/inside.md": "", "customers/a.md": ""});
    execFileSync("mkfifo", [join(root, "conversations/pipe.md")]);
    expect(files(root)).toEqual(["conversations/folder.md/inside.md", "customers/a.md"]);
    expect(findFiles(root).faults).toEqual([
      {
        kind: "conversation",
        file: "conversations/folder.md",
        fault: {
          code: "file-special",
          severity: "error",
          place: {at: "file"},
          message: "this is a folder, not a file",
          hint: "Give the folder a name without .md. The files in it are read.",
          dropped: "file",
        },
      },
      {
        kind: "conversation",
        file: "conversations/pipe.md",
        fault: {
          code: "file-special",
          severity: "error",
          place: {at: "file"},
          message: "this is a pipe, not a file",
          hint: "Move it out of the folder.",
          dropped: "file",
        },
      },
    ]);
  });

  test("a file where a folder should be", () => {
    const root = folderOf({conversations: "x"});
    expect(faults(root)).toEqual(["conversations error folder-special"]);
  });
});

describe("symbolic links are not followed", () => {
  test("files: outside, broken, in circles, and to a file that is read anyway", () => {
    const outside = folderOf({"secret.md": "x"});
    const root = folderOf({"conversations/real.md": ""});
    const link = (target: string, name: string) => {
      symlinkSync(target, join(root, "conversations", name));
    };
    link(join(outside, "secret.md"), "outside.md");
    link("nowhere.md", "broken.md");
    link("circle.md", "circle.md");
    link("real.md", "again.md");
    link("/etc/hosts", "hosts.txt");
    expect(files(root)).toEqual(["conversations/real.md"]);
    expect(faults(root)).toEqual([
      "conversations/again.md warning file-link-double",
      "conversations/broken.md error file-link",
      "conversations/circle.md error file-link",
      "conversations/outside.md error file-link",
    ]);
  });

  test("folders: a loop is harmless, one that leads outside hides notes", () => {
    const outside = folderOf({"secret.md": "x"});
    const root = folderOf({"conversations/2026/real.md": ""});
    symlinkSync("..", join(root, "conversations/2026/loop"));
    symlinkSync(root, join(root, "conversations/top"));
    symlinkSync(outside, join(root, "conversations/shared"));
    symlinkSync(outside, join(root, "customers"));
    expect(files(root)).toEqual(["conversations/2026/real.md"]);
    expect(faults(root)).toEqual([
      "conversations/2026/loop warning file-link-double",
      "conversations/shared error folder-link",
      "conversations/top warning file-link-double",
      "customers error folder-link",
    ]);
  });
});

// Root may look into every folder, so that the refusal cannot be provoked.
test.skipIf(process.getuid?.() === 0)("a folder that may not be looked into is named", () => {
  const root = folderOf({"conversations/2025/a.md": "", "conversations/b.md": ""});
  chmodSync(join(root, "conversations/2025"), 0);
  expect(files(root)).toEqual(["conversations/b.md"]);
  expect(faults(root)).toEqual(["conversations/2025 error folder-unreadable"]);
  chmodSync(join(root, "conversations/2025"), 0o700);
});

describe("strays", () => {
  const note = "---\ntype: interview\ndate: 2026-11-19\ncustomer: gantry\n---\n";
  const found = (root: string) =>
    findStrays(diskSource(root), findFiles(root).strays).map(
      ({file, fault}) => `${file} ${fault.code}`,
    );

  test("are notes that nobody would count", () => {
    const root = folderOf({
      "conversations/a.markdown": "",
      "conversations/_b.markdown": "",
      "meeting.md": note,
      "docs/deep/Call.MD": `\uFEFF${note.replaceAll("\n", "\r\n")}`,
      "reports/overview.md": "# Report\n",
      "docs/blog.md": "---\ndate: 2026-11-19\n---\ncustomer: gantry\n",
      "docs/unclosed.md": "---\ndate: 2026-11-19\ncustomer: gantry\n",
      "templates/interview.md": note,
      "node_modules/x/a.md": note,
      "customers/a.md": note,
    });
    expect(found(root)).toEqual([
      "conversations/a.markdown file-markdown",
      "docs/deep/Call.MD file-stray",
      "meeting.md file-stray",
    ]);
  });

  test("are notes in a folder that differs from ours in case only, where the disk makes a difference", (context) => {
    const root = folderOf({"conversations/a.md": note, "Conversations/b.md": note});
    if (existsSync(join(root, "conversations/b.md"))) return context.skip();
    expect(found(root)).toEqual(["Conversations/b.md file-stray"]);
  });

  test("are none of another workspace below, for it counts them itself", () => {
    const root = folderOf({
      "demo/pm-talk.yml": "version: 1\nteam: []\n",
      "demo/conversations/a.md": note,
      "demo-2/a.md": note,
    });
    expect(found(root)).toEqual(["demo-2/a.md file-stray"]);
  });

  test("a link or pipe elsewhere is not opened", () => {
    const outside = folderOf({"note.md": note});
    const root = folderOf();
    mkdirSync(join(root, "docs"));
    symlinkSync(join(outside, "note.md"), join(root, "docs/linked.md"));
    execFileSync("mkfifo", [join(root, "docs/pipe.md")]);
    expect(found(root)).toEqual([]);
  });
});
