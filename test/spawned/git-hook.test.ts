import {execFileSync, spawnSync} from "node:child_process";
import {chmodSync, existsSync, readFileSync, rmSync, statSync, symlinkSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {findHookPlace} from "../../src/workspace/git/hook-place.ts";
import {installHook} from "../../src/workspace/git/hook.ts";
import {initWorkspace} from "../../src/workspace/init/init.ts";
import {runCli} from "../cli/harness.ts";
import {folderOf, writeAll} from "../workspace/folder.ts";
import {
  emptyRepository,
  gitIn,
  type Repository,
  repositoryOf,
} from "../workspace/git/repository.ts";
import {bin} from "./program.ts";

const config = "version: 1\nteam:\n  - {handle: ana}\n";
const note = "---\ntype: interview\ndate: 2026-11-19\ncustomer: gantry\nteam: [ana]\n---\n";
const files = {"pm-talk.yml": config, "customers/gantry.md": "---\nname: Gantry\n---\n"};

const install = async ({root, env}: Repository, below = "") =>
  installHook(await findHookPlace(join(root, below), env), env);
const hookOf = ({root}: Repository) => join(root, ".git/hooks/pre-commit");

/** A folder with a `pm-talk` in it that runs this line of shell; the built program unless given. */
function programFolder(line = `exec "${process.execPath}" "${bin}" "$@"`): string {
  const folder = folderOf({"pm-talk": `#!/bin/sh\n${line}\n`});
  chmodSync(join(folder, "pm-talk"), 0o755);
  return folder;
}

/** Commits as somebody does who has, or has not, a pm-talk; gives the exit code and all that git says. */
function commitAs(
  {root, env}: Repository,
  program: string | null,
  args: string[] = [],
): {code: number | null; said: string} {
  const path = [program, "/usr/bin", "/bin"].filter((one) => one !== null).join(":");
  const ran = spawnSync("git", ["commit", "--quiet", "-m", "x", ...args], {
    cwd: root,
    env: {...env, PATH: path, PM_TALK_TODAY: "2026-11-20"},
    encoding: "utf8",
  });
  return {code: ran.status, said: ran.stdout + ran.stderr};
}

const last =
  "pm-talk found errors in what is staged. To commit all the same: git commit --no-verify\n";

describe("the hook", () => {
  test("holds a commit of notes that cannot be read, and nothing else", async () => {
    const repository = repositoryOf(files);
    const program = programFolder();
    const {root, git} = repository;
    await install(repository);

    writeAll(root, {"conversations/a.md": "broken", "other.txt": "x"});
    git("add", ".");
    const held = commitAs(repository, program);
    expect(held.code).toBe(1);
    expect(held.said).toContain("conversations/a.md:1:1 error fence-open: line 1 must be ---");
    expect(held.said.endsWith(`\n\n${last}`)).toBe(true);
    expect(commitAs(repository, program, ["other.txt"])).toEqual({code: 0, said: ""});
    expect(commitAs(repository, program, ["--no-verify"])).toEqual({code: 0, said: ""});

    // Somebody else's faulty note is no reason to hold this one; what is not staged does not count.
    writeAll(root, {"conversations/b c.md": note});
    git("add", ".");
    writeAll(root, {"conversations/b c.md": "broken"});
    expect(commitAs(repository, program)).toEqual({code: 0, said: ""});
    expect(commitAs(repository, program, ["--all"]).said).toContain(
      "conversations/b c.md:1:1 error",
    );
    // All files are read by the settings.
    writeAll(root, {"pm-talk.yml": `${config}retention: 12\n`});
    expect(commitAs(repository, program, ["pm-talk.yml"]).said).toContain("conversations/a.md:1:1");
    git("rm", "--quiet", "conversations/a.md");
    expect(commitAs(repository, program)).toEqual({code: 0, said: ""});
  });

  test("lets a commit pass, and says so, where there is no pm-talk or it cannot say", async () => {
    const repository = repositoryOf(files);
    await install(repository);
    const unchecked = "The notes in this commit were not checked";
    const attempts: [string | null, string][] = [
      [null, `${unchecked}: pm-talk is not installed here.\n`],
      [programFolder("echo 'no such flag' >&2; exit 2"), `no such flag\n${unchecked}.\n`],
      [programFolder("exit 70"), `\n${unchecked}.\n`],
    ];
    for (const [index, [program, said]] of attempts.entries()) {
      writeAll(repository.root, {[`conversations/${String(index)}.md`]: "broken"});
      repository.git("add", ".");
      expect(commitAs(repository, program)).toEqual({code: 0, said});
    }
  });

  test("takes the team's own pm-talk before the one on the PATH, names files of any name, and none by a pattern", async () => {
    const repository = repositoryOf(files);
    const {root, git} = repository;
    await install(repository);
    writeAll(root, {
      "node_modules/.bin/pm-talk": `#!/bin/sh\nprintf '<%s>' "$@" >${root}/.git/given\n`,
    });
    chmodSync(join(root, "node_modules/.bin/pm-talk"), 0o755);
    writeAll(root, {"conversations/*.md": note, "conversations/é $(x) 'q'.md": note});
    git("add", "conversations");
    expect(commitAs(repository, programFolder("exit 1"))).toEqual({code: 0, said: ""});
    const given = () => readFileSync(join(root, ".git/given"), "utf8");
    expect(given()).toBe(
      "<--dir><./.><check><--staged><conversations/*.md><conversations/é $(x) 'q'.md>",
    );
    writeAll(root, {'conversations/"q".md': note});
    git("add", "conversations");
    commitAs(repository, null);
    expect(given()).toBe("<--dir><./.><check><--staged>");
  });

  test("is passed by in a branch without the workspace, and runs in a linked worktree and before the first commit", async () => {
    const repository = emptyRepository();
    const program = programFolder();
    const inside = {"in [s] $x/pm-talk.yml": config, "in [s] $x/conversations/a.md": "broken"};
    writeAll(repository.root, inside);
    await install(repository, "in [s] $x");
    repository.git("add", ".");
    expect(commitAs(repository, program).said).toContain("in [s] $x/conversations/a.md:1:1 error");
    expect(commitAs(repository, program, ["--no-verify"]).code).toBe(0);
    const tree = gitIn(join(folderOf(), "tree"));
    repository.git("worktree", "add", "--quiet", "-b", "talks", tree.root);
    writeAll(tree.root, {"in [s] $x/conversations/b.md": "broken"});
    tree.git("add", ".");
    expect(commitAs(tree, program).said).toContain("in [s] $x/conversations/b.md:1:1 error");
    tree.git("rm", "-r", "--quiet", "--force", "in [s] $x");
    expect(commitAs(tree, program)).toEqual({code: 0, said: ""});
  });

  test("is plain sh, as strict shells read it", async () => {
    const repository = repositoryOf(files);
    await install(repository);
    for (const shell of ["dash", "bash"]) {
      const ran = spawnSync(shell, ["-n", hookOf(repository)], {encoding: "utf8"});
      if (ran.error === undefined) expect({shell, said: ran.stderr}).toEqual({shell, said: ""});
    }
    writeAll(repository.root, {"conversations/a.md": "broken"});
    repository.git("add", ".");
    const strict = spawnSync("sh", ["-eu", hookOf(repository)], {
      cwd: repository.root,
      env: {...repository.env, PATH: `${programFolder()}:/usr/bin:/bin`},
      encoding: "utf8",
    });
    expect(strict.status).toBe(1);
    expect(strict.stderr).toContain(last);
  });
});

describe("installing it", () => {
  test("again changes nothing; an older one of ours is brought up to date, and what was added below stays", async () => {
    const repository = repositoryOf({"other/pm-talk.yml": config, ...files});
    const file = hookOf(repository);
    expect(await install(repository)).toEqual({
      file,
      state: "written",
      why: null,
      add: [],
      reachable: false,
    });
    expect(statSync(file).mode & 0o777).toBe(0o755);
    const text = readFileSync(file, "utf8");
    expect(await install(repository)).toMatchObject({state: "left", why: null, add: []});
    expect(readFileSync(file, "utf8")).toBe(text);

    const older = text.replace(/^failed=0$/m, "failed=0 # as it was");
    writeAll(repository.root, {".git/hooks/pre-commit": `${older}npm run lint\n`});
    chmodSync(file, 0o644);
    expect(await install(repository, "other")).toMatchObject({state: "changed"});
    const both = "check_notes . || failed=1\ncheck_notes other || failed=1";
    const wanted = text.replace("check_notes . || failed=1", both);
    expect(readFileSync(file, "utf8")).toBe(`${wanted}npm run lint\n`);
    expect(statSync(file).mode & 0o111).toBe(0o111);
    expect(await install(repository)).toMatchObject({state: "left"});
  });

  test("beside a hook of somebody else's touches nothing, and says which lines do the same", async () => {
    const repository = repositoryOf({"insights/pm-talk.yml": config});
    const {root, git} = repository;
    const theirs = "#!/bin/sh\nset -e\necho linted\n";
    writeAll(root, {".git/hooks/pre-commit": theirs});
    chmodSync(hookOf(repository), 0o755);
    const done = await install(repository, "insights");
    const add = [
      "# The notes in a commit are checked before it is made.",
      "pm-talk --dir insights check --staged || [ $? -ne 1 ] || exit 1",
    ];
    const why = "this hook is not ours, so it was left as it is.";
    expect(done).toMatchObject({state: "left", why, add});
    expect(readFileSync(hookOf(repository), "utf8")).toBe(theirs);

    writeAll(root, {".git/hooks/pre-commit": `${theirs}${add.join("\n")}\n`});
    expect(await install(repository, "insights")).toMatchObject({
      state: "left",
      why: null,
      add: [],
    });
    writeAll(root, {"insights/conversations/a.md": "broken"});
    git("add", ".");
    expect(commitAs(repository, programFolder()).code).toBe(1);
    expect(commitAs(repository, programFolder("exit 2"))).toEqual({code: 0, said: "linted\n"});
  });

  test("is written where git looks: a folder of the team's, husky's, a worktree's, a submodule's", async () => {
    const repository = repositoryOf(files);
    const {root, git} = repository;
    git("config", "core.hooksPath", ".githooks");
    expect(await install(repository)).toMatchObject({file: join(root, ".githooks/pre-commit")});
    git("config", "core.hooksPath", ".husky/_");
    expect(await install(repository)).toMatchObject({file: join(root, ".husky/pre-commit")});
    git("config", "--unset", "core.hooksPath");

    const tree = gitIn(join(folderOf(), "tree"));
    git("worktree", "add", "--quiet", "-b", "talks", tree.root);
    expect(await install(tree)).toMatchObject({state: "written", file: hookOf(repository)});
    const from = repositoryOf().root;
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", from, "module");
    expect(await install(repository, "module")).toMatchObject({
      state: "written",
      file: join(root, ".git/modules/module/hooks/pre-commit"),
    });
  });

  test("never writes out of the repository, by core.hooksPath or a link", async () => {
    const repository = repositoryOf(files);
    const shared = folderOf();
    const why = "core.hooksPath leads here, out of this repository, so nothing was written.";
    repository.git("config", "core.hooksPath", shared);
    const outside = {state: "left", why, file: join(shared, "pre-commit")};
    expect(await install(repository)).toMatchObject(outside);
    repository.git("config", "--unset", "core.hooksPath");
    rmSync(join(repository.root, ".git/hooks"), {recursive: true});
    symlinkSync(shared, join(repository.root, ".git/hooks"));
    expect(await install(repository)).toMatchObject({
      state: "left",
      file: join(shared, "pre-commit"),
    });
    expect(existsSync(join(shared, "pre-commit"))).toBe(false);
  });

  test("as a part of init: listed with what was written, and refused first without a repository", async () => {
    const repository = emptyRepository();
    const root = join(repository.root, "insights");
    const options = {handle: null, hook: true, env: repository.env};
    expect((await initWorkspace(root, options)).written.at(-1)).toBe("../.git/hooks/pre-commit");
    expect((await initWorkspace(root, options)).left.at(-1)).toBe("../.git/hooks/pre-commit");

    const plain = gitIn(folderOf());
    const env = {...plain.env, GIT_CEILING_DIRECTORIES: join(plain.root, "..")};
    await expect(initWorkspace(plain.root, {...options, env})).rejects.toMatchObject({
      code: "usage",
      message: "No place for a hook: this folder is in no git repository.",
      hint: "Without one:  pm-talk init",
    });
    expect(existsSync(join(plain.root, "pm-talk.yml"))).toBe(false);
    execFileSync("git", ["init", "--quiet", "--bare", plain.root], {env: plain.env});
    await expect(initWorkspace(plain.root, options)).rejects.toMatchObject({
      message: "No place for a hook: this git repository is bare, so it has no work tree.",
    });
  });

  test("on the command line, says what to do where the hook is somebody else's and pm-talk is out of reach", async () => {
    const {root, env} = repositoryOf();
    writeAll(root, {".git/hooks/pre-commit": "#!/bin/sh\nnpm test\n"});
    const outside = {env: {...(env as Record<string, string>), PATH: "/usr/bin:/bin"}};
    const cwd = join(root, "docs");
    writeAll(cwd, {"a.txt": ""});
    const ran = await runCli(["init", "..", "--hook"], {cwd, ...outside});
    expect(ran.code).toBe(0);
    expect(ran.stdout.endsWith("left     .git/hooks/pre-commit\n")).toBe(true);
    expect(ran.stderr).toBe(
      `../.git/hooks/pre-commit: this hook is not ours, so it was left as it is. To have the notes checked, add to it:
  # The notes in a commit are checked before it is made.
  pm-talk check --staged || [ $? -ne 1 ] || exit 1
There is no pm-talk on the PATH: until there is, the hook lets every commit pass.
Nothing is committed yet.  After a call:  pm-talk log
`,
    );
    rmSync(join(root, ".git/hooks/pre-commit"));
    const json = await runCli(["init", "..", "--hook", "--json"], {cwd, ...outside});
    expect((JSON.parse(json.stdout) as {data: object}).data).toMatchObject({
      written: [".git/hooks/pre-commit"],
      hook: {file: ".git/hooks/pre-commit", reachable: false, add: []},
    });
    expect(json.stderr).toBe("");
  });
});
