import {chmodSync, chownSync, readFileSync, renameSync, rmSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {commitFiles} from "../../src/workspace/git/git.ts";
import {folderOf, writeAll} from "../workspace/folder.ts";
import {
  addHook,
  emptyRepository,
  gitIn,
  type Repository,
  repositoryOf,
} from "../workspace/git/repository.ts";

const note = "conversations/2026/note.md";
const commands = `  git add -- ${note}\n  git commit -m 'Talk with Gantry' -- ${note}`;

function commitIn(
  {root, env}: Repository,
  files: readonly string[] = [note],
  options: {cwd?: string; patience?: number; message?: string} = {},
) {
  const {message = "Talk with Gantry", ...rest} = options;
  return commitFiles(root, files, message, {cwd: root, env, patience: 0, ...rest});
}

const refusal = (why: string, hint: string) => ({
  code: "not-written",
  message: `Not committed: ${why}.`,
  hint,
});

describe("what a commit holds", () => {
  test("files that are new, changed, moved and gone; not those that never were", async () => {
    const repository = repositoryOf({"a.md": "a\n", "b.md": "b\n", "c.md": "c\n", "d.md": "d\n"});
    const {root, git} = repository;
    writeAll(root, {"a.md": "changed\n", "new.md": "new\n", "fresh.md": "fresh\n"});
    renameSync(join(root, "b.md"), join(root, "moved.md"));
    // Gone from the index already, and renamed before it was ever added.
    git("rm", "--quiet", "c.md");
    renameSync(join(root, "fresh.md"), join(root, "renamed.md"));
    git("rm", "--quiet", "--cached", "d.md");
    await commitIn(repository, [
      "a.md",
      "new.md",
      "b.md",
      "moved.md",
      "c.md",
      "fresh.md",
      "renamed.md",
      "never/there.md",
      "a.md/there.md",
    ]);
    expect(git("show", "--format=", "--name-status", "--no-renames", "HEAD")).toBe(
      "M\ta.md\nD\tb.md\nD\tc.md\nA\tmoved.md\nA\tnew.md\nA\trenamed.md\n",
    );
    expect(git("status", "--porcelain")).toBe("D  d.md\n?? d.md\n");
  });

  test("of any name, and no others that it could mean as a pattern", async () => {
    const repository = repositoryOf();
    const files = ["-x.md", "*.md", ":(top)[é] 'q' \"d\" \\.md", "#x y.md", "株式会社.md"].map(
      (name) => `conversations/${name}`,
    );
    writeAll(repository.root, Object.fromEntries([...files, "-y.md"].map((file) => [file, file])));
    writeAll(repository.root, {"conversations/other.md": "not this one"});
    await commitIn(repository, [...files, "-y.md"]);
    expect(repository.committed().sort()).toEqual([...files, "-y.md"].sort());
  });

  test("hundreds at once", async () => {
    const repository = repositoryOf({"conversations/other.md": ""});
    const files = Array.from({length: 300}, (_, n) => `conversations/${String(n)} [x].md`);
    writeAll(repository.root, Object.fromEntries(files.map((file) => [file, `${file}\n`])));
    writeAll(repository.root, {"conversations/other.md": "changed\n"});
    await commitIn(repository, files);
    expect(repository.committed().sort()).toEqual([...files].sort());
    expect(repository.git("status", "--porcelain")).toBe(" M conversations/other.md\n");
    for (const file of files) rmSync(join(repository.root, file));
    addHook(repository, "commit-msg", "exit 1");
    await expect(commitIn(repository, files)).rejects.toMatchObject({
      hint: "When that is put right:\n  git add -- conversations\n  git commit -m 'Talk with Gantry' -- conversations",
    });
  });

  test("that another spelling of the folder stands in the index, where case does not matter, does no harm", async () => {
    const repository = repositoryOf({"Conversations/a.md": "a\n"});
    repository.git("config", "core.ignoreCase", "true");
    writeAll(repository.root, {"conversations/b.md": "b\n"});
    const before = repository.index();
    // This file system tells them apart, so the name that git would use leads to nothing.
    await expect(commitIn(repository, ["conversations/b.md"])).rejects.toMatchObject({
      message: "Not committed: git does not find the file.",
    });
    expect(repository.index()).toBe(before);
    expect(repository.git("status", "--porcelain", "-uno")).toBe("");
  });

  test.each(["in [s]", "two\nlines"])(
    "a workspace below the top folder, from a folder elsewhere: %j",
    async (name) => {
      const repository = repositoryOf({[`${name}/pm-talk.yml`]: "", [note]: "not this one"});
      const root = join(repository.root, name);
      writeAll(root, {[note]: "note\n"});
      writeAll(repository.root, {[note]: "nor its change"});
      await commitIn({...repository, root}, [note], {cwd: folderOf()});
      expect(repository.committed()).toEqual([`${name}/${note}`]);
    },
  );

  test("nothing new, because it is committed already, is no failure", async () => {
    const repository = repositoryOf({[note]: "note\n"});
    const commit = repository.git("rev-parse", "HEAD").trim();
    expect(await commitIn(repository)).toEqual({commit, branch: "main"});
    expect(await commitIn(repository, ["never.md"])).toEqual({commit, branch: "main"});
    // Only the index says otherwise, which is the user's affair.
    writeAll(repository.root, {[note]: "staged\n"});
    repository.git("add", note);
    writeAll(repository.root, {[note]: "note\n"});
    expect(await commitIn(repository)).toEqual({commit, branch: "main"});
  });
});

describe("hooks", () => {
  test("one that rewrites the file leaves a clean state", async () => {
    const repository = repositoryOf({"other.txt": "other\n"});
    writeAll(repository.root, {[note]: "note  \n", "other.txt": "staged\n"});
    repository.git("add", "other.txt");
    addHook(repository, "pre-commit", `sed -i 's/ *$//' ${note} && git add ${note}`);
    await commitIn(repository);
    expect(repository.git("show", `HEAD:${note}`)).toBe("note\n");
    expect(repository.git("status", "--porcelain")).toBe("M  other.txt\n");
  });

  test("are those of core.hooksPath, with letters and patterns as their author has them", async () => {
    const repository = repositoryOf({
      ".githooks/commit-msg": '#!/bin/sh\necho "nein: $(cat "$1")" >&2; exit 1\n',
    });
    chmodSync(join(repository.root, ".githooks/commit-msg"), 0o755);
    repository.git("config", "core.hooksPath", ".githooks");
    const root = join(repository.root, "insights");
    writeAll(root, {[note]: "note\n"});
    await expect(commitIn({...repository, root})).rejects.toMatchObject(
      refusal(
        "the commit-msg hook refused it (nein: Talk with Gantry)",
        `When that is put right:\n${commands}`,
      ),
    );
  });

  test("one whose commit somebody has built on already: it stays, and is named", async () => {
    const repository = repositoryOf();
    writeAll(repository.root, {[note]: "note\n"});
    addHook(repository, "pre-commit", "echo made >made.txt; git add made.txt");
    addHook(
      repository,
      "post-commit",
      "[ -e .git/once ] || { touch .git/once; git commit -q --no-verify --allow-empty -m More; }",
    );
    const error: unknown = await commitIn(repository).catch((thrown: unknown) => thrown);
    const commit = repository.git("rev-parse", "--short=12", "HEAD~1").trim();
    expect(error).toMatchObject({
      code: "not-written",
      message:
        "Committed, but a hook put made.txt into the commit as well, and it could not be taken back.",
      hint: `What it holds:  git show --stat ${commit}`,
    });
    expect(repository.git("log", "--format=%s").trim()).toBe("More\nTalk with Gantry\nBegin");
  });
});

describe("the message", () => {
  const said = async (message: string) => {
    const repository = repositoryOf();
    writeAll(repository.root, {[note]: "note"});
    await commitIn(repository, [note], {message});
    return repository.git("log", "-1", "--format=%s|%b|%(trailers)").trim();
  };

  test("is one line, whatever a name holds", async () => {
    const forged =
      "Talk with Acme\n\nSigned-off-by: Eva <eva@example.com>\r\n\u2028x\x1b[31m\u202e\u200b";
    expect(await said(forged)).toBe("Talk with Acme Signed-off-by: Eva <eva@example.com> x [31m||");
    expect(await said("--amend")).toBe("--amend||");
    expect(await said("# hashtag")).toBe("# hashtag||");
    expect(await said(" \n ")).toBe("Customer conversations||");
    expect(await said(`Talk with ${"é".repeat(300_000)}`)).toBe(`Talk with ${"é".repeat(189)}…||`);
  });

  test("that waits for a commit of the user's own is still there", async () => {
    const repository = repositoryOf();
    const {root, git} = repository;
    git("checkout", "--quiet", "-b", "other");
    writeAll(root, {"b.txt": "b"});
    git("add", "b.txt");
    git("commit", "--quiet", "-m", "Their long message");
    git("checkout", "--quiet", "main");
    git("merge", "--quiet", "--squash", "other");
    writeAll(root, {[note]: "note\n", ".git/COMMIT_EDITMSG": "half a message"});
    await commitIn(repository);
    expect(readFileSync(join(root, ".git/SQUASH_MSG"), "utf8")).toContain("Their long message");
    expect(readFileSync(join(root, ".git/COMMIT_EDITMSG"), "utf8")).toBe("half a message");
    expect(git("status", "--porcelain")).toBe("A  b.txt\n");
  });
});

describe("where no commit is possible at all", () => {
  test("no repository, a bare one, no git, one that is not trusted", async () => {
    const root = folderOf({[note]: "note"});
    const plain = gitIn(root);
    const env = {...plain.env, GIT_CEILING_DIRECTORIES: join(root, "..")};
    const lines = commands.replaceAll("  git ", `  git -C ${root} `);
    await expect(commitIn({...plain, env})).rejects.toMatchObject(
      refusal(
        "this folder is in no git repository",
        `To make it one:\n  git -C ${root} init\n${lines}`,
      ),
    );
    await expect(commitIn({...plain, env: {...env, PATH: "/nonexistent"}})).rejects.toMatchObject(
      refusal("git is not installed", `With git:\n${lines}`),
    );
    plain.git("init", "--quiet");
    if (process.getuid?.() === 0) {
      chownSync(root, 12_345, 12_345);
      await expect(commitIn(plain)).rejects.toMatchObject(
        refusal(
          "git does not trust this folder, which belongs to somebody else",
          `If you do:\n  git -C ${root} config --global --add safe.directory ${root}\n${lines}`,
        ),
      );
      chownSync(root, 0, 0);
    }
    plain.git("config", "core.bare", "true");
    await expect(commitIn(plain)).rejects.toMatchObject({
      message: "Not committed: this git repository is bare, so it has no work tree.",
    });
  });

  test("the commands name the repository, when one stands outside of it or in another one inside", async () => {
    const repository = repositoryOf({".gitignore": "customers\n"});
    const file = "customers/[it's].md";
    writeAll(repository.root, {[file]: "x", "docs/a.txt": ""});
    const hintFrom = async (cwd: string, message?: string) => {
      const error: unknown = await commitIn(repository, [file], {
        cwd,
        ...(message === undefined ? {} : {message}),
      }).catch((thrown: unknown) => thrown);
      return (error as {hint: string}).hint.split("\n").slice(1);
    };
    const from = (git: string, path: string) => [
      `  ${git} add --force -- '${path}'`,
      `  ${git} commit -m 'Talk with Gantry' -- '${path}'`,
    ];
    const quoted = "customers/[it'\\''s].md";
    expect(await hintFrom(join(repository.root, "docs"))).toEqual(
      from("git", `:(literal)../${quoted}`),
    );
    const elsewhere = from(`git -C ${repository.root}`, `:(literal)${quoted}`);
    expect(await hintFrom(folderOf())).toEqual(elsewhere);
    const inner = join(repository.root, "inner");
    writeAll(inner, {"a.txt": ""});
    gitIn(inner).git("init", "--quiet");
    expect(await hintFrom(inner)).toEqual(elsewhere);
    expect((await hintFrom(repository.root, "It's done"))[1]).toContain(`-m 'It'\\''s done' --`);
  });

  test("another git is waited for, and named with its lock when it does not end", async () => {
    const repository = repositoryOf();
    const lock = join(repository.root, ".git/index.lock");
    writeAll(repository.root, {[note]: "note", ".git/index.lock": ""});
    await expect(commitIn(repository)).rejects.toMatchObject(
      refusal(
        "another git command is at work here",
        `When it has ended (if none is running, delete ${lock}):\n${commands}`,
      ),
    );
    const waiting = commitIn(repository, [note], {patience: 5000});
    rmSync(lock);
    await waiting;
    expect(repository.committed()).toEqual([note]);
  });
});

describe("many at once", () => {
  test("in one repository with other things staged, and in two worktrees of it", async () => {
    const repository = emptyRepository();
    writeAll(repository.root, {"kept.txt": "kept\n"});
    repository.git("add", ".");
    repository.git("commit", "--quiet", "-m", "Begin");
    const tree = gitIn(join(folderOf(), "tree"));
    repository.git("worktree", "add", "--quiet", "-b", "talks", tree.root);
    const files = Array.from({length: 8}, (_, index) => `in/conversations/${String(index)}.md`);
    for (const {root, git} of [repository, tree]) {
      writeAll(root, {...Object.fromEntries(files.map((file) => [file, file])), "kept.txt": "x\n"});
      git("add", "kept.txt");
    }
    const commits = [repository, tree].flatMap((one) =>
      files.map(async (file) => {
        const at = {...one, root: join(one.root, "in")};
        const options = {patience: 30_000, message: file};
        const {commit} = await commitIn(at, [file.slice(3)], options);
        return one.git("show", "--format=%s", "--name-only", commit);
      }),
    );
    expect(await Promise.all(commits)).toEqual(
      [...files, ...files].map((file) => `${file}\n\n${file}\n`),
    );
    for (const {git} of [repository, tree]) {
      expect(git("status", "--porcelain")).toBe("M  kept.txt\n");
      expect(git("rev-list", "--count", "HEAD").trim()).toBe("9");
    }
  }, 120_000);
});
