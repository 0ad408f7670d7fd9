import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {cachePlace} from "../../../src/workspace/cache/cache-place.ts";
import {loadWorkspace, type Workspace} from "../../../src/workspace/load.ts";
import {demoWorkspace} from "../../cli/demo-workspace.ts";
import {fixtureNames, placeOf, textOf} from "../../faults/fixture.ts";
import {goodFiles} from "../../faults/good-workspace.ts";
import {defaultConfig} from "../../cli/harness.ts";
import {randomWorkspace, writeFiles} from "../../recount/random-workspace.ts";
import {folderOf, writeAll} from "../folder.ts";
import {gitIn} from "../git/repository.ts";

const today = "2026-11-20";
/** So much later that no file was changed just now. */
const later = 60_000;

interface Kept {
  root: string;
  home: string;
  build?: string;
  /** Milliseconds from now at which reading begins. */
  at?: number;
}

/** What a report may know of the workspace, with the cache. */
async function cached({root, home, build = "one", at = later}: Kept) {
  const cache = {env: {HOME: home}, build, now: Date.now() + at};
  return readOf(await loadWorkspace(root, {today, strays: true, cache}));
}

async function anew(root: string) {
  return readOf(await loadWorkspace(root, {today, strays: true}));
}

function readOf({root, config, collection, diagnostics, results}: Workspace) {
  return {root, config, collection, diagnostics, results};
}

/** Reads twice with the cache, and compares both with reading anew. */
async function sameTwice(kept: Kept): Promise<void> {
  const expected = await anew(kept.root);
  expect(await cached(kept)).toStrictEqual(expected);
  expect(await cached(kept)).toStrictEqual(expected);
}

const files = (home: string): string[] => {
  const folder = join(home, ".cache", "pm-talk");
  return existsSync(folder) ? readdirSync(folder).filter((name) => name !== ".gitignore") : [];
};
const fileIn = (home: string): string => join(home, ".cache", "pm-talk", files(home)[0] ?? "none");

const note = (said: string, date = "2026-11-19"): string =>
  `---\ntype: interview\ndate: ${date}\ncustomer: Gantry\nteam: [ana]\n---\n\n## What works\n- ${said}\n`;
const path = "conversations/2026/2026-11-19-gantry.md";
const small = (): Kept => ({
  root: folderOf({"pm-talk.yml": defaultConfig, [path]: note("It is quick")}),
  home: folderOf(),
});

/** What the one note says, as read with the cache. */
async function said(kept: Kept): Promise<string | undefined> {
  const {collection} = await cached(kept);
  return collection.conversations[0]?.items.works[0]?.text;
}

/** Shows where an answer comes from: the kept text is changed, with its checksum, behind the program's back. */
async function forge(home: string, from: string, to: string): Promise<void> {
  const {createHash} = await import("node:crypto");
  const [head = "", ...rest] = readFileSync(fileIn(home), "latin1").split("\n");
  const body = rest.join("\n").slice(0, -64).replaceAll(from, to);
  const sum = createHash("sha256").update(body, "latin1").digest("hex");
  writeFileSync(fileIn(home), `${head}\n${body}${sum}`);
}

describe.runIf(process.env["TZ"] === "UTC")("the cache", () => {
  it(
    "changes nothing in what is read: the sample, every faulty file, random workspaces",
    {timeout: 120_000},
    async () => {
      await sameTwice({root: demoWorkspace(), home: folderOf()});
      const faulty = Object.fromEntries(
        fixtureNames().map((name) => [placeOf(name), textOf(name)]),
      );
      const root = folderOf({"pm-talk.yml": defaultConfig, ...goodFiles, ...faulty});
      writeFileSync(join(root, "conversations/bytes.md"), Buffer.from([0x2d, 0x2d, 0x2d, 0xff]));
      writeFileSync(join(root, "conversations/none.md"), "");
      writeAll(root, {[path]: note("twice"), [path.replace(".md", " copy.md")]: note("twice")});
      await sameTwice({root, home: folderOf()});
      for (let seed = 1; seed <= 6; seed++) {
        const random = folderOf();
        writeFiles(random, randomWorkspace(seed));
        await sameTwice({root: random, home: folderOf()});
      }
    },
  );

  it("is asked first, and is for its owner alone", async () => {
    const kept = small();
    await cached(kept);
    await forge(kept.home, "It is quick", "It is kept!");
    expect(await said(kept)).toBe("It is kept!");
    expect(statSync(fileIn(kept.home)).mode & 0o777).toBe(0o600);
    expect(statSync(join(kept.home, ".cache", "pm-talk")).mode & 0o777).toBe(0o700);
    expect(readFileSync(fileIn(kept.home), "latin1")).not.toMatch(/[^\n -~]/);
  });

  it("sees every kind of change", async () => {
    const kept = small();
    const file = join(kept.root, path);
    const long = new Date("2026-11-19T12:00:00Z");
    utimesSync(file, long, long);
    const times = lstatSync(file);
    await cached(kept);
    writeFileSync(file, note("It is quirk"));
    utimesSync(file, long, long);
    expect(lstatSync(file)).toMatchObject({size: times.size, mtimeMs: times.mtimeMs});
    expect(await said(kept)).toBe("It is quirk");
    writeFileSync(`${file}.new`, note("It is fresh"));
    renameSync(`${file}.new`, file);
    expect(await said(kept)).toBe("It is fresh");
    renameSync(file, join(kept.root, "conversations/elsewhere.md"));
    await sameTwice(kept);
    expect(readFileSync(fileIn(kept.home), "latin1")).not.toContain(path);
    rmSync(join(kept.root, "conversations/elsewhere.md"));
    await sameTwice(kept);
    expect(readFileSync(fileIn(kept.home), "latin1")).not.toContain("It is fresh");
    writeAll(kept.root, {[path]: note("Grüße 😀 \u2028 \ud800")});
    await sameTwice(kept);
    writeAll(kept.root, {"pm-talk.yml": `${defaultConfig}headings: {wish: [What works]}\n`});
    await sameTwice(kept);
  });

  it("sees what git checks out", async () => {
    const kept = small();
    const {git} = gitIn(kept.root);
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "-m", "one");
    await sameTwice(kept);
    writeAll(kept.root, {[path]: note("It is swift")});
    git("commit", "--quiet", "-am", "two");
    await sameTwice(kept);
    git("checkout", "--quiet", "HEAD~1");
    expect(await said(kept)).toBe("It is quick");
    git("checkout", "--quiet", "-");
    expect(await said(kept)).toBe("It is swift");
  });

  it("trusts no file that was changed in the moment it was read", async () => {
    const kept = small();
    await cached({...kept, at: 0});
    expect(files(kept.home)).toEqual([]);
    await cached({...kept, at: 10_000});
    expect(files(kept.home)).toHaveLength(1);
  });

  it("is another one for another build, workspace or settings", async () => {
    const kept = small();
    await cached(kept);
    await forge(kept.home, "It is quick", "It is kept!");
    expect(await said({...kept, build: "two"})).toBe("It is quick");
    const other = folderOf({"pm-talk.yml": defaultConfig, [path]: note("Another")});
    await cached({...kept, root: other});
    expect(files(kept.home)).toHaveLength(2);
    // By whatever name a workspace is called, it is one.
    const link = join(folderOf(), "link");
    symlinkSync(other, link);
    await cached({...kept, root: link});
    expect(files(kept.home)).toHaveLength(2);
  });

  it.each<[string, (file: string) => void]>([
    ["cut off", (file) => writeFileSync(file, readFileSync(file).subarray(0, -100))],
    ["empty", (file) => writeFileSync(file, "")],
    [
      "a byte off",
      (file) => writeFileSync(file, readFileSync(file, "utf8").replace("kept!", "kep!!")),
    ],
    ["no file", (file) => (rmSync(file), mkdirSync(file))],
    ["a link", (file) => (renameSync(file, `${file}.x`), symlinkSync(`${file}.x`, file))],
    ["writable for all", (file) => chmodSync(file, 0o666)],
    ["in a folder writable for all", (file) => chmodSync(join(file, ".."), 0o777)],
  ])("%s is none, and nothing is said", async (_, spoil) => {
    const kept = small();
    await cached(kept);
    await forge(kept.home, "It is quick", "It is kept!");
    spoil(fileIn(kept.home));
    await sameTwice(kept);
  });

  it("is written again when it was broken", async () => {
    const kept = small();
    await cached(kept);
    writeFileSync(fileIn(kept.home), "nonsense");
    await cached(kept);
    expect(readFileSync(fileIn(kept.home), "latin1")).toContain("It is quick");
  });

  it("is left out where it cannot be: no home, a file for a folder, a home in the workspace", async () => {
    const {root} = small();
    writeFileSync(join(folderOf(), "x"), "");
    const blocked = folderOf({".cache": "a file"});
    for (const home of [blocked, join(root, "nowhere"), root]) await sameTwice({root, home});
    expect(readdirSync(root).sort()).toEqual(["conversations", "pm-talk.yml"]);
    expect(cachePlace(root, {HOME: root})).toBeNull();
    expect(cachePlace(root, {HOME: folderOf(), XDG_CACHE_HOME: join(root, "cache")})).toBeNull();
  });

  it("lies where the system wants it", () => {
    const {root, home} = small();
    const xdg = folderOf();
    expect(cachePlace(root, {HOME: home, XDG_CACHE_HOME: xdg})?.folder).toBe(join(xdg, "pm-talk"));
    expect(cachePlace(root, {HOME: home, XDG_CACHE_HOME: "relative"})?.folder).toBe(
      join(home, ".cache", "pm-talk"),
    );
  });

  it("forgets workspaces that nobody reads, and what a killed process left", async () => {
    const kept = small();
    await cached(kept);
    const long = new Date(Date.now() - 40 * 86_400_000);
    for (const name of ["0123", "0123.abc.tmp"]) {
      writeFileSync(join(kept.home, ".cache", "pm-talk", name), "old");
      utimesSync(join(kept.home, ".cache", "pm-talk", name), long, long);
    }
    writeAll(kept.root, {[path]: note("It is new")});
    await cached(kept);
    expect(files(kept.home)).toHaveLength(1);
  });
});
