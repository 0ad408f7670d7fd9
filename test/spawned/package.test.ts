import {existsSync, mkdirSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {packageRoot, start, temporaryFolder, type Outcome, type Surroundings} from "./program.ts";

const windows = process.platform === "win32";

/** npm by way of node, because a .cmd file cannot be started without a shell. */
function npm(args: string[], surroundings: Surroundings): Promise<Outcome> {
  const script = process.env["npm_execpath"];
  return script?.endsWith(".js") === true
    ? start(process.execPath, [script, ...args], surroundings)
    : start(windows ? "npm.cmd" : "npm", args, surroundings);
}

describe("the package", () => {
  test("holds the program and nothing else, installs offline, and runs by itself", async () => {
    const folder = temporaryFolder();
    const packed = await npm(
      ["pack", packageRoot, "--ignore-scripts", "--json", "--pack-destination", folder],
      {cwd: folder},
    );
    expect(packed.code, packed.stderr).toBe(0);
    const [{filename, files}] = JSON.parse(packed.stdout.toString()) as [
      {filename: string; files: {path: string}[]},
    ];
    const strange = files
      .map((one) => one.path)
      .filter(
        (path) => !/^(bin|dist|docs|templates)\/|^(package\.json|\w+\.md|LICENSE)$/.test(path),
      );
    expect(strange).toEqual([]);

    const empty = join(folder, "empty");
    mkdirSync(empty);
    const flags = ["--offline", "--no-audit", "--no-fund", "--no-save"];
    const installed = await npm(["install", ...flags, join(folder, filename)], {cwd: empty});
    expect(installed.code, installed.stderr).toBe(0);
    expect(
      readdirSync(join(empty, "node_modules")).filter((name) => !name.startsWith(".")),
    ).toEqual(["pm-talk"]);

    const program = join(empty, "node_modules", "pm-talk", "bin", "pm-talk.js");
    expect(
      existsSync(join(empty, "node_modules", ".bin", windows ? "pm-talk.cmd" : "pm-talk")),
    ).toBe(true);
    const demo = windows
      ? await start(process.execPath, [program, "demo"], {cwd: empty})
      : await start(join(empty, "node_modules", ".bin", "pm-talk"), ["demo"], {cwd: empty});
    expect(demo.code, demo.stderr).toBe(0);
    expect(demo.stdout.toString()).toMatch(/^Last customer conversation: /);
    const checked = await start(process.execPath, [program, "check", "--dir", "pm-talk-demo"], {
      cwd: empty,
    });
    expect(checked.code, checked.stdout.toString()).toBe(0);
  }, 120_000);
});
