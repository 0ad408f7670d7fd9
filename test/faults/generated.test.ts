import {execFileSync} from "node:child_process";
import {chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {describe, expect, it, onTestFinished} from "vitest";
import {temporaryFolder, workspaceOf} from "../cli/harness.ts";
import {ask, askJson, faultsOf, figures} from "./ask.ts";
import {goodFiles} from "./good-workspace.ts";

/** Files that git cannot hold, or that are too large to: made here, named by `check`, left out. */

const note = `---
type: interview
date: 2026-11-19
customer: acme
team: [ana]
---

## What works
- "It is quick"

## Evidence
- **For** [[pay]] (opinion): they would
`;
const place = "conversations/2026-11-19-faulty.md";

/** The good workspace and what `put` adds to it. */
function workspace(put: (root: string) => void): string {
  const root = workspaceOf(goodFiles);
  put(root);
  return root;
}

function write(root: string, path: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), {recursive: true});
  writeFileSync(join(root, path), bytes);
}

/** Named once, left out, nothing else changed: what every unreadable file must come to. */
async function expectLeftOut(root: string, file: string, code: string, message: RegExp) {
  const {named, code: exit} = await faultsOf(root);
  expect(named).toEqual([
    expect.objectContaining({file, line: 1, severity: "error", code, dropped: "file"}),
  ]);
  expect(named[0]?.message).toMatch(message);
  expect(exit).toBe(1);
  expect(await figures(root)).toEqual(await figures(workspaceOf(goodFiles)));
  const {sources} = await askJson(root, 0, "last");
  expect(sources).toMatchObject({read: 2, partial: 0, skipped: 1, files: 9});
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

const manyKeys = Array.from({length: 50_000}, (_, n) => `key${String(n)}: 1`).join("\n");

/** Seconds that this process has computed: on a machine that is shared the clock says something else. */
function secondsSince(started: NodeJS.CpuUsage): number {
  const {user, system} = process.cpuUsage(started);
  return (user + system) / 1_000_000;
}

describe("content that is no note", () => {
  it.each<[what: string, bytes: string | Uint8Array, code: string, message: RegExp]>([
    ["an empty file", "", "file-empty", /empty|nothing/],
    ["white space only", "\n\n  \n", "fence-open", /no front matter/],
    ["lines that end in CR alone", note.replace(/\n/g, "\r"), "encoding-line-ends", /CR/],
    ["UTF-16, little end first", utf16(note, false), "encoding-utf16", /UTF-16/],
    ["UTF-16, big end first", utf16(note, true), "encoding-utf16", /UTF-16/],
    ["a NUL in the body", note.replace("quick", "qu\0ck"), "encoding-nul", /NUL/],
    [
      "a byte that is no UTF-8 in the front matter",
      Buffer.from(note.replace("acme", "acm\u00e9"), "latin1"),
      "encoding-utf8",
      /UTF-8/,
    ],
    [
      "a picture",
      Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex"),
      "file-binary",
      /text/,
    ],
    ["more than 5 MiB", `${note}\n${"a".repeat(5 * 1024 * 1024)}\n`, "file-size", /5 MiB/],
    ["50,000 keys", note.replace("team:", `${manyKeys}\nteam:`), "yaml-size", /64 KiB|5,000/],
    [
      "10,000 values in less than 64 KiB",
      note.replace("[ana]", `[${"a,".repeat(10_000)}a]`),
      "yaml-size",
      /more than 5,?000/,
    ],
    ["nothing but brackets", note.replace("[ana]", "[".repeat(60_000)), "yaml-size", /./],
  ])("%s", async (_, bytes, code, message) => {
    const started = process.cpuUsage();
    const root = workspace((folder) => {
      write(folder, place, bytes);
    });
    const {named} = await faultsOf(root);
    // Far above what it takes, far below what a quadratic reader would: this is no benchmark.
    expect(secondsSince(started)).toBeLessThan(5);
    expect(named.map((fault) => [fault.code, fault.dropped])).toEqual([[code, "file"]]);
    expect(named[0]?.message).toMatch(message);
    expect(await figures(root)).toEqual(await figures(workspaceOf(goodFiles)));
    const last = await ask(root, "last");
    expect(last.stdout + last.stderr).toContain(
      "A NEWER NOTE CANNOT BE READ: 2026-11-19-faulty.md",
    );
  });

  it("a byte that is no UTF-8 in the body costs nothing", async () => {
    const root = workspace((folder) => {
      write(folder, place, Buffer.from(note.replace("quick", "qu\u00efck"), "latin1"));
    });
    const {named, code} = await faultsOf(root);
    expect(named.map((fault) => [fault.code, fault.severity, fault.dropped])).toEqual([
      ["encoding-body", "warning", null],
    ]);
    expect(code).toBe(0);
    expect((await askJson(root, 0, "last")).sources).toMatchObject({read: 3, skipped: 0});
  });

  it("BOM and CRLF are no fault, and line numbers hold", async () => {
    const text = `\uFEFF${note.replace("(opinion)", "(told)").replace(/\n/g, "\r\n")}`;
    const root = workspace((folder) => {
      write(folder, place, text);
    });
    const {named} = await faultsOf(root);
    expect(named.map((fault) => [fault.code, fault.line])).toEqual([["evidence-kind", 12]]);
  });
});

describe("hostile lines", () => {
  const long = 1024 * 1024;
  it.each<[what: string, line: string]>([
    ["64 KiB of [", "[".repeat(65_536)],
    ["64 KiB of [ and ]", "[]".repeat(32_768)],
    ["64 KiB of (", `**For** [[pay]] ${"(".repeat(65_536)}`],
    ["64 KiB of #", `**For** [[pay]] (opinion): ${"#".repeat(65_536)}`],
    ["64 KiB of hashtags", `**For** [[pay]] (opinion): x${" #a".repeat(21_845)}`],
    ["64 KiB of *", "*".repeat(65_536)],
    ["64 KiB of backslashes", `**For** [[pay]] (opinion): ${"\\".repeat(65_536)}`],
    ["64 KiB of quotation marks", `**For** [[pay]] (opinion): ${'"'.repeat(65_536)}`],
    ["64 KiB of backticks", `**For** ${"`".repeat(65_536)}`],
    ["64 KiB of dashes", `**For** [[pay]] (opinion): "x" ${"- ".repeat(32_768)}`],
    ["64 KiB of brackets with words", `**For** [[pay]] ${"(opinion) ".repeat(6_554)}`],
    ["1 MiB of one word", `**For** [[pay]] (opinion): ${"a".repeat(long)}`],
    ["1 MiB of words", `**For** [[pay]] (opinion): ${"ab ".repeat(long / 3)}`],
    ["1 MiB of comment starts", "<!-".repeat(long / 3)],
  ])("%s is read in linear time, as a line and as an item", async (_, line) => {
    const started = process.cpuUsage();
    const root = workspace((folder) => {
      const text = note.replace('- "It is quick"', `- "It is quick"\n- ${line}`);
      write(folder, place, `${text}- ${line}\n`);
    });
    const {named} = await faultsOf(root);
    expect(secondsSince(started)).toBeLessThan(8);
    // Whatever is wrong with the line, the note beside it still counts.
    expect(named.every((fault) => fault.dropped !== "file")).toBe(true);
    expect((await askJson(root, 0, "last")).sources).toMatchObject({read: 3, skipped: 0});
    const printed = await ask(root, "check");
    expect(Math.max(...printed.stdout.split("\n").map((row) => row.length))).toBeLessThan(2_000);
  });
});

describe("things that are no regular file", () => {
  it("a pipe does not stop the reader", async () => {
    const root = workspace((folder) => {
      execFileSync("mkfifo", [join(folder, place)]);
    });
    await expectLeftOut(root, place, "file-special", /pipe/);
  });

  it("a folder named like a note is named, and what is in it is read", async () => {
    const root = workspace((folder) => {
      mkdirSync(join(folder, place));
    });
    await expectLeftOut(root, place, "file-special", /folder/);
    write(root, `${place}/2026-11-18-inner.md`, note);
    expect((await askJson(root, 0, "last")).sources).toMatchObject({read: 3, skipped: 1});
  });

  it("a link to a file outside is not followed", async () => {
    const outside = temporaryFolder();
    writeFileSync(join(outside, "secret.md"), note);
    const root = workspace((folder) => {
      symlinkSync(join(outside, "secret.md"), join(folder, place));
    });
    await expectLeftOut(root, place, "file-link", /link/);
  });

  it("a broken link is named", async () => {
    const root = workspace((folder) => {
      symlinkSync("nowhere.md", join(folder, place));
    });
    await expectLeftOut(root, place, "file-link", /link/);
  });

  it("a link to itself is named", async () => {
    const root = workspace((folder) => {
      symlinkSync("2026-11-19-faulty.md", join(folder, place));
    });
    await expectLeftOut(root, place, "file-link", /link/);
  });

  it("a second way to a note that is read anyway is only a warning", async () => {
    const root = workspace((folder) => {
      symlinkSync("2026-11-10-acme-interview-a1b2c3.md", join(folder, place));
    });
    const {named, code} = await faultsOf(root);
    expect(named.map((fault) => [fault.code, fault.severity])).toEqual([
      ["file-link-double", "warning"],
    ]);
    expect(code).toBe(0);
    expect(await figures(root)).toEqual(await figures(workspaceOf(goodFiles)));
  });

  it("a folder that links to its parent does not loop", async () => {
    const root = workspace((folder) => {
      symlinkSync("..", join(folder, "conversations/again"));
    });
    const {named} = await faultsOf(root);
    expect(named.map((fault) => fault.file)).toEqual(["conversations/again"]);
    expect(await figures(root)).toEqual(await figures(workspaceOf(goodFiles)));
  });

  it("one of the five folders as a link outside is an error", async () => {
    const outside = temporaryFolder();
    writeFileSync(join(outside, "2026-11-18-secret.md"), note);
    const root = workspace((folder) => {
      symlinkSync(outside, join(folder, "conversations/2025"));
    });
    const {named, code} = await faultsOf(root);
    expect(named.map((fault) => [fault.file, fault.code, fault.dropped])).toEqual([
      ["conversations/2025", "folder-link", "file"],
    ]);
    expect(code).toBe(1);
    expect(await figures(root)).toEqual(await figures(workspaceOf(goodFiles)));
  });

  it("a file in place of one of the five folders is named", async () => {
    const root = workspaceOf({...withoutDecision(), decisions: "no folder"});
    const {named, code} = await faultsOf(root);
    expect(named.map((fault) => [fault.file, fault.code])).toEqual([
      ["decisions", "folder-special"],
    ]);
    expect(code).toBe(1);
  });

  // Root may read everything, so there is nothing to see.
  it.skipIf(process.getuid?.() === 0)("a file that may not be read is named", async () => {
    const root = workspace((folder) => {
      write(folder, place, note);
      chmodSync(join(folder, place), 0);
    });
    await expectLeftOut(root, place, "file-unreadable", /permission/i);
  });

  it.skipIf(process.getuid?.() === 0)("a folder that may not be read is named", async () => {
    const root = workspace((folder) => {
      write(folder, "conversations/2025/2025-01-01-x.md", note);
      chmodSync(join(folder, "conversations/2025"), 0);
    });
    onTestFinished(() => {
      chmodSync(join(root, "conversations/2025"), 0o700);
    });
    const {named, code} = await faultsOf(root);
    expect(named.map((fault) => [fault.file, fault.code])).toEqual([
      ["conversations/2025", "folder-unreadable"],
    ]);
    expect(code).toBe(1);
  });
});

function withoutDecision(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(goodFiles).filter(([path]) => !path.startsWith("decisions/")),
  );
}

describe("names of files", () => {
  it.each([
    "con",
    "aux",
    "a".repeat(200),
    "株式会社",
    "trailing ",
    "emoji 😀",
    "‮rtl",
    "a#b?c%20d",
  ])("a note called %s counts", async (name) => {
    const root = workspace((folder) => {
      write(folder, `conversations/${name}.md`, note);
    });
    const {named, code} = await faultsOf(root);
    expect(named).toEqual([]);
    expect(code).toBe(0);
    expect((await askJson(root, 0, "last")).sources).toMatchObject({read: 3, skipped: 0});
  });

  it("README.md and names that begin with . or _ are no workspace files", async () => {
    const root = workspace((folder) => {
      for (const name of ["README.md", "readme.MD", "_draft.md", ".hidden.md", ".trash/x.md"])
        write(folder, `conversations/${name}`, "no front matter");
    });
    expect((await faultsOf(root)).named).toEqual([]);
    expect((await askJson(root, 0, "last")).sources).toMatchObject({files: 8});
  });

  it("two files of one id are both left out, however the id is written", async () => {
    const first = "conversations/2025/Café.md".normalize("NFC");
    const second = "conversations/2026/CAFÉ.md".normalize("NFD");
    const root = workspace((folder) => {
      write(folder, first, note);
      write(folder, second, note.replace("acme", "bolt"));
    });
    const {named, code} = await faultsOf(root);
    expect(named.map((fault) => [fault.file, fault.code, fault.severity, fault.dropped])).toEqual([
      [first, "id-duplicate", "error", "file"],
      [second, "id-duplicate", "error", "file"],
    ]);
    expect(code).toBe(1);
    expect(await figures(root)).toEqual(await figures(workspaceOf(goodFiles)));
  });

  it.each(["2026-11-19-faulty (1).md", "2026-11-19-faulty copy.md"])(
    "a byte-identical copy %s is left out with a warning",
    async (copy) => {
      const single = workspace((folder) => {
        write(folder, place, note);
      });
      const root = workspace((folder) => {
        write(folder, place, note);
        write(folder, `conversations/${copy}`, note);
      });
      const {named, code} = await faultsOf(root);
      expect(named.map((fault) => [fault.file, fault.code, fault.severity])).toEqual([
        [`conversations/${copy}`, "file-copy", "warning"],
      ]);
      expect(code).toBe(0);
      expect(await figures(root)).toEqual(await figures(single));
    },
  );

  it("a note of another ending, or outside the folders, is warned of", async () => {
    const root = workspace((folder) => {
      write(folder, "conversations/2026-11-19-x.markdown", note);
      write(folder, "notes/2026-11-19-y.md", note);
      write(folder, "notes/ideas.md", "---\ntitle: no note\n---\n");
    });
    const {named, code} = await faultsOf(root);
    expect(named.map((fault) => [fault.file, fault.code, fault.severity])).toEqual([
      ["conversations/2026-11-19-x.markdown", "file-markdown", "warning"],
      ["notes/2026-11-19-y.md", "file-stray", "warning"],
    ]);
    expect(code).toBe(0);
    expect(await figures(root)).toEqual(await figures(workspaceOf(goodFiles)));
  });
});

describe("nothing in a file is ever executed", () => {
  const engines = ["js", " js", "JS", "javascript", "coffee", "cson", "json", "toml"];
  it.each(engines)("---%s", async (language) => {
    const marker = join(temporaryFolder(), "ran");
    const code = `require("fs").writeFileSync(${JSON.stringify(marker)}, "")`;
    const root = workspace((folder) => {
      write(
        folder,
        place,
        `---${language}\n{customer: ${code}, date: globalThis.pmTalkRan = 1}\n---\n`,
      );
    });
    const {named} = await faultsOf(root);
    expect(named.map((fault) => [fault.file, fault.line, fault.dropped])).toEqual([
      [place, 1, "file"],
    ]);
    for (const argv of [["last"], ["report", "assumptions"], ["list"]]) await ask(root, ...argv);
    expect(existsSync(marker)).toBe(false);
    expect(globalThis).not.toHaveProperty("pmTalkRan");
    rmSync(marker, {force: true});
  });
});
