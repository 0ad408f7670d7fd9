import {execFileSync} from "node:child_process";
import {existsSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {loadWorkspace, type Workspace} from "../../src/workspace/load.ts";
import {loadStaged} from "../../src/workspace/git/staged.ts";
import {runCli} from "../cli/harness.ts";
import {folderOf, writeAll} from "../workspace/folder.ts";
import {
  addHook,
  emptyRepository,
  everythingIn,
  gitIn,
  type Repository,
  repositoryOf,
} from "../workspace/git/repository.ts";

const today = "2026-11-20";
const config = "version: 1\nteam:\n  - {handle: ana}\n";
const customer = "---\nname: Gantry\n---\n";
const note = (more = "", date = "2026-11-19") =>
  `---\ntype: interview\ndate: ${date}\ncustomer: gantry\nteam: [ana]\n${more}---\n\n## What works\n- "It is fast"\n`;
const good = {
  "pm-talk.yml": config,
  "customers/gantry.md": customer,
  "conversations/a.md": note(),
};

/** The good files in a folder of this name. */
const below = (folder: string): Record<string, string> =>
  Object.fromEntries(Object.entries(good).map(([file, text]) => [`${folder}/${file}`, text]));

const staged = ({root, env}: Repository, options: {env?: object; cwd?: string} = {}) =>
  loadStaged(root, {today, cwd: root, strays: true, ...options, env: {...env, ...options.env}});
const named = ({diagnostics}: Workspace) =>
  diagnostics.map(
    ({file, line, severity, code, message}) =>
      `${file}:${String(line)} ${severity} ${code}: ${message}`,
  );
const ids = ({collection}: Workspace) => collection.conversations.map(({id}) => id);

describe("what is staged is read as what lies on the disk would be", () => {
  test("good and faulty files, names of any kind, links, strays: nothing is told apart", async () => {
    const outside = folderOf({"secret.md": note(), "folder/x.md": note()});
    const repository = repositoryOf({
      ...good,
      "conversations/2026/é 'q' \t *.MD": note("time: 9\n"),
      "conversations/broken.md": "---\ntype: interview\ndate: [\n---\n",
      "conversations/crlf.md": note().replaceAll("\n", "\r\n"),
      "conversations/latin.md": "---\ntype: interview\n---\n",
      "conversations/empty.md": "",
      "conversations/a copy.md": note(),
      "conversations/README.md": "no note",
      "conversations/_draft.md": "no note",
      "conversations/.trash/b.md": "no note",
      "conversations/node_modules/c.md": "no note",
      "conversations/d.markdown": note(),
      "conversations/picture.png": "PNG",
      "conversations/large.md": `${note()}${"word ".repeat(1024 * 1024 + 1)}`,
      "decisions/x.md": "---\ntitle: X\ndate: 2026-11-01\ntype: pivot\n---\n## Told\n- gantry\n",
      "elsewhere/stray.md": note(),
      "elsewhere/page.md": "# A page\n",
      "templates/interview.md": note(),
    });
    const {root, git} = repository;
    writeFileSync(join(root, "conversations/latin.md"), Buffer.from(note("via: \xe9\n"), "latin1"));
    symlinkSync(join(outside, "secret.md"), join(root, "conversations/link.md"));
    symlinkSync("a.md", join(root, "conversations/double.md"));
    symlinkSync("nowhere.md", join(root, "conversations/broken-link.md"));
    symlinkSync(join(outside, "folder"), join(root, "conversations/linked"));
    symlinkSync(join(outside, "folder"), join(root, "concepts"));
    writeAll(root, {assumptions: "a file"});
    git("add", "--all");
    const fromDisk = await loadWorkspace(root, {today, strays: true});
    const fromIndex = await staged(repository);
    expect(fromIndex.diagnostics).toEqual(fromDisk.diagnostics);
    expect(fromIndex.collection).toEqual(fromDisk.collection);
    expect(named(fromIndex).length).toBeGreaterThan(12);
  });

  test("in an index of a split, sparse or old kind, with SHA-256 objects", async () => {
    const repository = gitIn(folderOf());
    repository.git("init", "--quiet", "--object-format=sha256");
    writeAll(repository.root, {...good, "other/a.txt": ""});
    repository.git("add", ".");
    repository.git("commit", "--quiet", "-m", "Begin");
    repository.git("update-index", "--index-version", "4");
    repository.git("update-index", "--split-index");
    repository.git("sparse-checkout", "set", "--sparse-index", "customers");
    expect(existsSync(join(repository.root, "conversations/a.md"))).toBe(false);
    expect(ids(await staged(repository))).toEqual(["a"]);
  });
});

describe("what counts is the index, whatever lies on the disk", () => {
  test("changes that are not staged, files that were never added, files that are gone", async () => {
    const repository = repositoryOf({...good, "conversations/gone.md": note("", "2026-11-18")});
    const {root, git} = repository;
    writeAll(root, {"conversations/a.md": "broken", "conversations/new.md": "broken"});
    writeAll(root, {"pm-talk.yml": "broken: ["});
    rmSync(join(root, "conversations/gone.md"));
    writeAll(root, {"conversations/announced.md": note()});
    git("add", "-N", "conversations/announced.md");
    const before = everythingIn(root);
    const workspace = await staged(repository);
    expect([named(workspace), ids(workspace)]).toEqual([[], ["gone", "a"]]);
    expect(everythingIn(root)).toEqual(before);

    git("add", "conversations/a.md");
    git("rm", "--quiet", "--cached", "conversations/gone.md");
    // On the disk it is whole again, and that is not what would be committed.
    writeAll(root, {"conversations/a.md": note()});
    const next = await staged(repository);
    expect(named(next)).toEqual([
      "conversations/a.md:1 error fence-open: line 1 must be ---; there is no front matter here",
    ]);
    expect(ids(next)).toEqual([]);
  });

  test("an empty file that is staged is one, and an announced one next to it is none", async () => {
    const repository = repositoryOf(good);
    const files = {"conversations/empty.md": "", "conversations/announced.md": ""};
    writeAll(repository.root, files);
    repository.git("add", "-N", "conversations/announced.md");
    repository.git("add", "conversations/empty.md");
    expect(named(await staged(repository))).toEqual([
      expect.stringContaining("conversations/empty.md:1 error"),
    ]);
  });

  test("before the first commit, and in a workspace below the top folder", async () => {
    const repository = emptyRepository();
    writeAll(repository.root, {...below("in [s]"), "conversations/x.md": "not ours"});
    repository.git("add", ".");
    const workspace = await staged({...repository, root: join(repository.root, "in [s]")});
    expect([named(workspace), ids(workspace)]).toEqual([[], ["a"]]);
  });

  test("conflicts and submodules are named, and none of their sides is read", async () => {
    const repository = repositoryOf(good);
    const {root, git} = repository;
    git("checkout", "--quiet", "-b", "other");
    writeAll(root, {"conversations/a.md": note("time: '10:00'\n")});
    git("commit", "--quiet", "--all", "-m", "Theirs");
    git("checkout", "--quiet", "main");
    writeAll(root, {"conversations/a.md": note("time: '11:00'\n")});
    git("commit", "--quiet", "--all", "-m", "Ours");
    expect(() => git("merge", "other")).toThrow();
    git(
      "-c",
      "protocol.file.allow=always",
      "submodule",
      "--quiet",
      "add",
      "--force",
      repositoryOf().root,
      "decisions",
    );
    expect(named(await staged(repository))).toEqual([
      "conversations/a.md:1 error file-unreadable: this file cannot be read: a merge left a conflict in it",
      "decisions:1 error folder-unreadable: this folder is a submodule, and what it holds is not staged here",
    ]);
  });
});

describe("pm-talk.yml is the staged one", () => {
  test.each([
    ["that is missing", {}, "pm-talk.yml is not staged, and never was."],
    ["that is not valid", {"pm-talk.yml": "version: 1\nteam: []\nsegment: [a]\n"}, "pm-talk.yml"],
  ])("%s", async (_, files, message) => {
    const repository = repositoryOf({"conversations/a.md": note(), ...files});
    writeAll(repository.root, {"pm-talk.yml": config});
    const error: unknown = await staged(repository).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "usage",
      message: expect.stringContaining(message) as string,
    });
  });

  test("its settings decide how the staged notes are read", async () => {
    const repository = repositoryOf({
      ...good,
      "conversations/a.md": note().replace("interview", "roadshow"),
    });
    writeAll(repository.root, {"pm-talk.yml": `${config}types: {roadshow: {}}\n`});
    expect(named(await staged(repository))).toHaveLength(1);
    repository.git("add", "pm-talk.yml");
    expect(named(await staged(repository))).toEqual([]);
  });
});

describe("the index that git hands to its hooks", () => {
  /** What a pre-commit hook sees, with all of its variables. */
  function seenByHook(repository: Repository, cwd: string, ...commit: string[]) {
    const seen = join(folderOf(), "seen");
    const common = repository
      .git("rev-parse", "--path-format=absolute", "--git-path", "hooks")
      .trim();
    const script = `pwd >${seen}.cwd; env -0 >${seen}; if [ -n "$GIT_INDEX_FILE" ]; then cp "$GIT_INDEX_FILE" ${seen}.index; fi; exit 1`;
    addHook({...repository, root: join(common, "../..")}, "pre-commit", script);
    expect(() =>
      execFileSync("git", ["commit", "--quiet", "-m", "x", ...commit], {
        cwd,
        env: repository.env,
        stdio: "pipe",
      }),
    ).toThrow();
    const variables = readFileSync(seen, "utf8")
      .split("\0")
      .filter((one) => one.startsWith("GIT_") && !one.startsWith("GIT_CONFIG_"))
      .map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)]);
    const env = Object.fromEntries(variables) as Record<string, string>;
    return {
      env: {...env, GIT_INDEX_FILE: `${seen}.index`},
      cwd: readFileSync(`${seen}.cwd`, "utf8").trim(),
    };
  }

  test("of git commit --all and --only, which the real one knows nothing of", async () => {
    const repository = repositoryOf({...good, "conversations/b.md": note("", "2026-11-18")});
    writeAll(repository.root, {"conversations/a.md": "broken", "conversations/b.md": "broken"});
    expect(named(await staged(repository))).toEqual([]);
    const all = await staged(repository, seenByHook(repository, repository.root, "--all"));
    expect(named(all).map((line) => line.slice(0, 18))).toEqual([
      "conversations/a.md",
      "conversations/b.md",
    ]);
    const only = seenByHook(repository, repository.root, "--only", "conversations/b.md");
    expect(named(await staged(repository, only)).map((line) => line.slice(0, 18))).toEqual([
      "conversations/b.md",
    ]);
  });

  test("in a linked worktree, for a workspace below its top, and a repository elsewhere", async () => {
    const repository = repositoryOf(below("insights"));
    const tree = {...repository, root: join(folderOf(), "tree")};
    repository.git("worktree", "add", "--quiet", "-b", "talks", tree.root);
    writeAll(tree.root, {"insights/conversations/a.md": "broken"});
    const seen = seenByHook(repository, tree.root, "--all");
    expect(seen.env).toHaveProperty("GIT_DIR");
    const workspace = await staged({...repository, root: join(tree.root, "insights")}, seen);
    expect(named(workspace)).toHaveLength(1);

    const apart = folderOf(good);
    const bare = gitIn(join(folderOf(), "store"));
    execFileSync("git", ["init", "--quiet", "--bare", bare.root], {env: bare.env});
    const env = {GIT_DIR: "store", GIT_WORK_TREE: apart};
    execFileSync("git", ["add", "."], {
      cwd: apart,
      env: {...bare.env, GIT_DIR: bare.root, GIT_WORK_TREE: apart},
    });
    const cwd = join(bare.root, "..");
    expect(ids(await staged({...bare, root: apart}, {env, cwd}))).toEqual(["a"]);
  });
});

test("check --staged prints the faults and exits 1, also for a file that is only staged", async () => {
  const {root, env, git} = repositoryOf({...good, "conversations/b.md": "broken"});
  rmSync(join(root, "conversations/b.md"));
  const world = {cwd: root, env: env as Record<string, string>};
  expect(await runCli(["check"], world)).toMatchObject({code: 0, stdout: ""});
  const ran = await runCli(["check", "--staged", "conversations/b.md"], world);
  expect(ran).toMatchObject({code: 1, stderr: ""});
  expect(ran.stdout).toMatch(/^conversations\/b\.md:1:1 error fence-open: line 1 must be ---/);
  expect(await runCli(["check", "--staged", "conversations/a.md"], world)).toMatchObject({code: 0});
  expect(await runCli(["check", "--staged", "conversations/c.md"], world)).toMatchObject({
    code: 2,
    stderr: "No file conversations/c.md here.\n  All files: pm-talk check\n",
  });
  git("rm", "--quiet", "--cached", "conversations/b.md");
  expect(await runCli(["check", "--staged", "--strict"], world)).toMatchObject({
    code: 0,
    stdout: "",
  });
});

test("no repository, no git: said, with what to type instead", async () => {
  const root = folderOf(good);
  const plain = gitIn(root);
  const env = {GIT_CEILING_DIRECTORIES: join(root, "..")};
  await expect(staged(plain, {env})).rejects.toMatchObject({
    code: "usage",
    message: "What is staged cannot be read: this folder is in no git repository.",
    hint: "What is on the disk:  pm-talk check",
  });
  await expect(staged(plain, {env: {PATH: "/nonexistent"}})).rejects.toMatchObject({
    message: "What is staged cannot be read: git is not installed.",
  });
});
