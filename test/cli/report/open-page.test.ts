import {chmodSync, existsSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {expect, test} from "vitest";
import {openerOf} from "../../../src/workspace/opener.ts";
import {goldenFiles} from "../../reports/golden-workspace.ts";
import {runCli, temporaryFolder, workspaceOf} from "../harness.ts";

/** A folder with a program that, instead of a browser, writes down what it was given. */
function browserIn(folder: string): {env: Record<string, string>; seen: string} {
  const seen = join(folder, "seen");
  const path = join(folder, openerOf());
  writeFileSync(
    path,
    `#!/bin/sh\nprintf '%s\\n' "$#" "$1" > "${seen}.new" && mv "${seen}.new" "${seen}"\n`,
  );
  chmodSync(path, 0o755);
  return {env: {PATH: `${folder}:/usr/bin:/bin`, TMPDIR: folder}, seen};
}

/** pm-talk does not wait for a browser, so a test has to. */
async function lookedAt(seen: string): Promise<string> {
  for (let tries = 0; !existsSync(seen) && tries < 1000; tries++) await setTimeout(10);
  return readFileSync(seen, "utf8");
}

test("--open shows a page that nobody else can read, with links that lead to the notes", async () => {
  const cwd = workspaceOf(goldenFiles);
  const {env, seen} = browserIn(temporaryFolder());
  const {code, stdout, stderr} = await runCli(["report", "--open"], {cwd, env});
  expect({code, stdout}).toEqual({code: 0, stdout: ""});
  const [given, path = ""] = (await lookedAt(seen)).split("\n");
  expect(given).toBe("1");
  expect(path).toMatch(/pm-talk-\w+[/\\]report-overview\.html$/);
  expect(stderr).toContain(`Opening ${path}\n`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  const link = /href="([^"]*customers\/gantry\.md)"/.exec(readFileSync(path, "utf8"))?.[1] ?? "";
  expect(existsSync(join(dirname(path), link))).toBe(true);
});

test("--open with -o shows that file, whatever its name", async () => {
  const cwd = workspaceOf(goldenFiles);
  const {env, seen} = browserIn(temporaryFolder());
  const {code, stderr} = await runCli(["list", "--open", "-o", "-a b;$x.html"], {cwd, env});
  expect(code).toBe(0);
  expect(await lookedAt(seen)).toBe(`1\n${join(cwd, "-a b;$x.html")}\n`);
  expect(stderr).toContain("Wrote -a b;$x.html\n");
});

test("without a browser a notice names the file, and nothing has failed", async () => {
  const cwd = workspaceOf(goldenFiles);
  const world = {cwd, env: {PATH: temporaryFolder()}};
  const {code, stderr} = await runCli(["last", "--open", "-o", "last.html", "--quiet"], world);
  expect(code).toBe(0);
  expect(stderr).toBe(
    `There is no ${openerOf()} here to open it with: ${join(cwd, "last.html")}\n`,
  );
});

test("a page that pm-talk wrote is written over, that of somebody else is not", async () => {
  const cwd = workspaceOf(goldenFiles);
  const write = () => runCli(["report", "-o", "page.html", "--quiet"], {cwd});
  expect((await write()).code).toBe(0);
  expect((await write()).code).toBe(0);
  writeFileSync(join(cwd, "page.html"), "<html>mine</html>");
  expect((await write()).code).toBe(2);
});

test("each system has its program", () => {
  expect(["linux", "freebsd", "darwin", "win32"].map(openerOf)).toEqual([
    "xdg-open",
    "xdg-open",
    "open",
    "explorer.exe",
  ]);
});
