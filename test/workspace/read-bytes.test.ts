import {execFileSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, onTestFinished, test} from "vitest";
import {readBytes} from "../../src/workspace/read-bytes.ts";

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), "pm-talk-bytes-"));
  onTestFinished(() => {
    rmSync(root, {recursive: true, force: true});
  });
  return root;
}

const noFile = {code: "file-special", message: "this is no regular file", dropped: "file"};

test.each(["", "x", "größer\n".repeat(10_000)])("a file is read whole (%#)", (text) => {
  const root = folder();
  writeFileSync(join(root, "a.md"), text);
  expect(readBytes(root, "a.md")).toEqual(Buffer.from(text));
});

test("a link is not followed, wherever it leads", () => {
  const root = folder();
  writeFileSync(join(root, "a.md"), "secret");
  symlinkSync(join(root, "a.md"), join(root, "link.md"));
  symlinkSync(join(root, "gone.md"), join(root, "broken.md"));
  expect(readBytes(root, "link.md")).toMatchObject(noFile);
  expect(readBytes(root, "broken.md")).toMatchObject(noFile);
});

test("a pipe that nobody writes to is no file, and is not waited for", () => {
  const root = folder();
  execFileSync("mkfifo", [join(root, "pipe.md")]);
  expect(readBytes(root, "pipe.md")).toMatchObject(noFile);
});

test("neither a folder nor nothing is a file", () => {
  const root = folder();
  mkdirSync(join(root, "a.md"));
  expect(readBytes(root, "a.md")).toMatchObject(noFile);
  const message = "this file cannot be read: it is not there";
  expect(readBytes(root, "none.md")).toMatchObject({code: "file-unreadable", message});
});

test.runIf(existsSync("/proc/self/status"))(
  "a file that is longer than it says is read to its end",
  () => {
    const bytes = readBytes("/proc/self", "status") as Buffer;
    expect(bytes.toString()).toMatch(/^Name:[^]*\nPid:/);
  },
);
