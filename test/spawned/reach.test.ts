import {readdirSync, readFileSync} from "node:fs";
import {join, resolve, sep} from "node:path";
import {pathToFileURL} from "node:url";
import {describe, expect, test} from "vitest";
import {packageRoot, pmTalk, start, temporaryFolder} from "./program.ts";
import {workspace} from "./workspace.ts";

interface Seen {
  reads: string[];
  connections: string[];
  programs: string[];
}

const watcher = pathToFileURL(join(import.meta.dirname, "watch.mjs")).href;

/** What the program opened, connected to and started while it ran. */
async function watched(args: string[], cwd: string): Promise<Seen> {
  const list = join(temporaryFolder(), "seen.json");
  const node = ["--import", watcher];
  const {code, stderr} = await pmTalk(args, {cwd, node, env: {PM_TALK_WATCH: list}});
  expect(code, stderr).toBe(0);
  return JSON.parse(readFileSync(list, "utf8")) as Seen;
}

const lies = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}${sep}`);

describe("what the program reaches for", () => {
  test.each(["last", "report", "check", "list --json"])(
    "%s reads in the workspace only, and connects to nothing",
    async (words) => {
      const cwd = workspace();
      const seen = await watched(words.split(" "), cwd);
      const reads = seen.reads.map((path) => resolve(cwd, path));
      expect(reads).toContain(join(cwd, "customers", "gantry.md"));
      const foreign = reads.filter((path) => !lies(path, cwd) && !isProgram(path));
      expect(foreign).toEqual([]);
      expect(seen.connections).toEqual([]);
      expect(seen.programs.filter((program) => program !== "git")).toEqual([]);
    },
  );

  test("the watcher sees a file, a connection and a program", async () => {
    const cwd = temporaryFolder();
    const list = join(cwd, "seen.json");
    const script = `
      import {readFileSync} from "node:fs";
      import {readdir} from "node:fs/promises";
      import {connect} from "node:net";
      import {execFile} from "node:child_process";
      readFileSync(process.execPath); await readdir("/"); execFile("true");
      connect(9, "127.0.0.1").on("error", () => {}); fetch("http://127.0.0.1:9").catch(() => {});
    `;
    const flags = ["--import", watcher, "--input-type=module", "-e", script];
    await start(process.execPath, flags, {cwd, env: {PM_TALK_WATCH: list}});
    const seen = JSON.parse(readFileSync(list, "utf8")) as Seen;
    expect(seen.reads).toEqual(expect.arrayContaining([process.execPath, "/"]));
    expect(seen.programs).toEqual(["true"]);
    expect(seen.connections.join("\n")).toContain('"port":9');
    expect(seen.connections.join("\n")).toContain("fetch http://127.0.0.1:9");
  });

  test("no module that opens connections is named in the bundle", () => {
    const network =
      /(?:from|import|require\w*)\s*\(?\s*["'](?:node:)?(?:https?|http2|net|tls|dgram|dns|inspector)(?:\/promises)?["']/;
    for (const path of bundle()) {
      const text = readFileSync(path, "utf8");
      expect(network.exec(text)?.[0], path).toBeUndefined();
      expect(/\b(?:fetch|WebSocket)\(/.exec(text)?.[0], path).toBeUndefined();
    }
    expect(network.test('import x from"node:http"')).toBe(true);
    expect(network.test('pmTalkRequire("net")')).toBe(false);
    expect(network.test('require("net")')).toBe(true);
  });
});

describe("what a start loads", () => {
  test.each(["--version", "--help", "last"])(
    "%s leaves alone what it does not need",
    async (word) => {
      const loaded = await loadedChunks([word], workspace());
      expect(loaded.length).toBeGreaterThan(0);
      // A name in the bundle that only this library has; each is seen in some chunk, so the test is not blind.
      for (const [library, sign] of Object.entries(slow)) {
        const holders = bundle().filter((path) => readFileSync(path, "utf8").includes(sign));
        expect(holders, library).not.toEqual([]);
        expect(
          loaded.filter((path) => holders.includes(path)),
          library,
        ).toEqual([]);
      }
    },
  );

  test("--version loads no command", async () => {
    const size = (paths: string[]): number =>
      paths.reduce((sum, path) => sum + readFileSync(path).length, 0);
    const version = size(await loadedChunks(["--version"], temporaryFolder()));
    expect(version).toBeLessThan(size(bundle()) / 3);
  });
});

const slow = {
  yaml: "Nested mappings are not allowed in compact mappings",
  "@valibot/to-json-schema": "cannot be converted to JSON Schema",
};

/** The chunks of ours that node loaded, by its own record of what it ran. */
async function loadedChunks(args: string[], cwd: string): Promise<string[]> {
  const folder = temporaryFolder();
  const {code, stderr} = await pmTalk(args, {cwd, env: {NODE_V8_COVERAGE: folder}});
  expect(code, stderr).toBe(0);
  const urls = readdirSync(folder).flatMap((name) => {
    const record = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
      result: {url: string}[];
    };
    return record.result.map((one) => one.url);
  });
  return bundle().filter((path) => urls.includes(pathToFileURL(path).href));
}

function bundle(): string[] {
  return readdirSync(join(packageRoot, "dist"), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.name.endsWith(".js"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function isProgram(path: string): boolean {
  return ["bin", "dist", "templates", "package.json"].some((part) =>
    lies(path, join(packageRoot, part)),
  );
}
