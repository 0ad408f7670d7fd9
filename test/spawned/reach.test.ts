import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
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

/** An hour later no file was changed just now, and what was read of it may be kept. */
const later = "data:text/javascript,const now=Date.now;Date.now=()=>now()+36e5";

/** What the program opened, connected to and started while it ran, and what it printed. */
async function watched(
  args: string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Seen & {stdout: string}> {
  const list = join(temporaryFolder(), "seen.json");
  const node = ["--import", watcher, "--import", later];
  const ran = await pmTalk(args, {cwd, node, env: {PM_TALK_WATCH: list, ...env}});
  expect(ran.code, ran.stderr).toBe(0);
  const seen = JSON.parse(readFileSync(list, "utf8")) as Seen;
  return {...seen, stdout: ran.stdout.toString("utf8")};
}

const lies = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}${sep}`);

describe("what the program reaches for", () => {
  // The home of these runs is the workspace itself, and in there nothing is kept.
  test.each(["last", "report", "check", "list --json", "search page"])(
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

  test("what is kept of a workspace is all that lies outside, and --no-cache leaves it alone", async () => {
    const cwd = workspace();
    const before = listing(cwd);
    const cache = join(temporaryFolder(), "cache");
    const env = {XDG_CACHE_HOME: cache};
    const outside = ({reads}: Seen): string[] =>
      reads
        .map((path) => resolve(cwd, path))
        .filter((path) => !lies(path, cwd) && !isProgram(path));

    const without = await watched(["last", "--no-cache"], cwd, env);
    expect(outside(without)).toEqual([]);
    expect(existsSync(cache)).toBe(false);
    const first = await watched(["last"], cwd, env);
    const kept = readdirSync(join(cache, "pm-talk")).filter((name) => !name.startsWith("."));
    expect(kept).toHaveLength(1);
    expect(outside(first).filter((path) => !lies(path, cache))).toEqual([]);
    const second = await watched(["last"], cwd, env);
    expect(new Set(outside(second))).toEqual(new Set([join(cache, "pm-talk", kept[0] ?? "")]));
    expect(second.reads.filter((path) => path.endsWith(".md"))).toEqual([]);
    expect(outside(await watched(["last", "--no-cache"], cwd, env))).toEqual([]);

    const broken = await watched(["last"], cwd, {...env, XDG_CACHE_HOME: "/proc/none"});
    for (const {stdout} of [first, second, broken]) expect(stdout).toBe(without.stdout);
    expect(listing(cwd)).toEqual(before);
  });

  test("several that read and keep at once say the same", async () => {
    const cwd = workspace();
    const env = {XDG_CACHE_HOME: temporaryFolder()};
    const run = () => pmTalk(["report", "--json"], {cwd, env, node: ["--import", later]});
    const ran = await Promise.all(Array.from({length: 6}, run));
    expect(new Set([...ran, await run()].map(({stdout}) => stdout.toString())).size).toBe(1);
    const left = readdirSync(join(env.XDG_CACHE_HOME, "pm-talk"));
    expect(left.filter((name) => name !== ".gitignore")).toHaveLength(1);
  });

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

/** Every file and folder below a folder, with the time of its last change. */
function listing(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((path) => `${path} ${String(statSync(join(folder, path)).mtimeMs)}`)
    .sort();
}

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
