import {rmSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import type {PmTalkError} from "../../src/core/errors.ts";
import {commitFiles} from "../../src/workspace/git.ts";
import {folderOf, writeAll} from "./folder.ts";
import {addHook, emptyRepository, gitIn, type Repository, repositoryOf} from "./repository.ts";

/** Git knows nothing of our zones, and starting it so often is slow: once will do. */
const once = process.env["TZ"] === "UTC";

const note = "conversations/2026/note.md";

function commitIn(
  {root, env}: Repository,
  files = [note],
  options: {cwd?: string; patience?: number; message?: string} = {},
) {
  const {message = "Talk with Gantry", ...rest} = options;
  return commitFiles(root, files, message, {cwd: root, env, patience: 0, ...rest});
}

async function failure(call: Promise<unknown>): Promise<PmTalkError> {
  const outcome = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome === null) throw new Error("it was committed");
  return outcome as PmTalkError;
}

const commands = `  git add -- ${note}\n  git commit -m 'Talk with Gantry' -- ${note}`;

describe.runIf(once)("a commit holds exactly its own files", () => {
  test("whatever else is staged, changed, deleted, renamed or new", async () => {
    const repository = repositoryOf({"a.txt": "a", "b.txt": "b", "c.txt": "c", "d.txt": "d"});
    const {root, git, index, committed} = repository;
    writeAll(root, {"a.txt": "staged", "new.txt": "new", [note]: "note\n"});
    git("add", "a.txt", "new.txt");
    writeAll(root, {"a.txt": "staged, then changed", "c.txt": "changed", "untracked.txt": ""});
    git("rm", "--quiet", "b.txt");
    git("mv", "d.txt", "e.txt");
    const before = index();
    const {commit, branch} = await commitIn(repository);
    expect(branch).toBe("main");
    expect(commit).toBe(git("rev-parse", "HEAD").trim());
    expect(committed()).toEqual([note]);
    expect(git("log", "-1", "--format=%B").trim()).toBe("Talk with Gantry");
    const own = index()
      .split("\n")
      .filter((line) => line.endsWith(`\t${note}`));
    expect(own).toHaveLength(1);
    expect(index().replace(`${own[0] ?? ""}\n`, "")).toBe(before);
    expect(git("status", "--porcelain")).toBe(
      "MM a.txt\nD  b.txt\n M c.txt\nR  d.txt -> e.txt\nA  new.txt\n?? untracked.txt\n",
    );
  });

  test("what is on the disk, though another version of it was staged", async () => {
    const repository = repositoryOf({[note]: "old"});
    writeAll(repository.root, {[note]: "staged"});
    repository.git("add", note);
    writeAll(repository.root, {[note]: "final"});
    await commitIn(repository);
    expect(repository.git("show", `HEAD:${note}`)).toBe("final");
    expect(repository.git("status", "--porcelain")).toBe("");
  });

  test("several at once, of any name", async () => {
    const repository = repositoryOf();
    const files = ["conversations/-x.md", "conversations/*.md", "conversations/:(top)[é] 'q'.md"];
    writeAll(repository.root, Object.fromEntries(files.map((file) => [file, file])));
    writeAll(repository.root, {"conversations/other.md": "not this one"});
    await commitIn(repository, files);
    expect(repository.committed().sort()).toEqual([...files].sort());
  });

  test("as the first commit of a repository, with other files staged", async () => {
    const repository = emptyRepository();
    writeAll(repository.root, {[note]: "note", "staged.txt": "staged"});
    repository.git("add", "staged.txt");
    await commitIn(repository);
    expect(repository.committed()).toEqual([note]);
    expect(repository.git("status", "--porcelain")).toBe("A  staged.txt\n");
  });

  test("from a workspace in a subfolder, a worktree, a submodule", async () => {
    const outer = repositoryOf({"insights/pm-talk.yml": ""});
    const sub = {...outer, root: join(outer.root, "insights")};
    writeAll(sub.root, {[note]: "note"});
    await commitIn(sub);
    expect(outer.committed()).toEqual([`insights/${note}`]);

    const tree = gitIn(join(folderOf(), "tree"));
    outer.git("worktree", "add", "--quiet", "-b", "talks", tree.root);
    writeAll(tree.root, {[note]: "note"});
    expect((await commitIn(tree)).branch).toBe("talks");
    expect(outer.git("log", "-1", "--format=%s", "talks").trim()).toBe("Talk with Gantry");

    outer.git(
      "-c",
      "protocol.file.allow=always",
      "submodule",
      "--quiet",
      "add",
      repositoryOf().root,
      "module",
    );
    const module = gitIn(join(outer.root, "module"));
    writeAll(module.root, {[note]: "note"});
    await commitIn(module);
    expect(module.committed()).toEqual([note]);
  });

  test("on a detached HEAD, saying that no branch has it", async () => {
    const repository = repositoryOf();
    repository.git("checkout", "--quiet", "--detach");
    writeAll(repository.root, {[note]: "note"});
    expect((await commitIn(repository)).branch).toBeNull();
    expect(repository.committed()).toEqual([note]);
  });

  test("though GIT_INDEX_FILE, GIT_DIR and the like point elsewhere", async () => {
    const repository = repositoryOf();
    const other = repositoryOf();
    writeAll(repository.root, {[note]: "note"});
    const env = {
      ...repository.env,
      GIT_DIR: join(other.root, ".git"),
      GIT_WORK_TREE: other.root,
      GIT_INDEX_FILE: join(other.root, ".git/index"),
    };
    await commitIn({...repository, env});
    expect(repository.committed()).toEqual([note]);
    expect(other.git("log", "--format=%s").trim()).toBe("Begin");
  });

  test("nothing to commit, because it is committed already, is no failure", async () => {
    const repository = repositoryOf({[note]: "note"});
    const head = repository.git("rev-parse", "HEAD").trim();
    expect(await commitIn(repository)).toEqual({commit: head, branch: "main"});
  });
});

describe.runIf(once)("the message", () => {
  const said = async (message: string) => {
    const repository = repositoryOf();
    writeAll(repository.root, {[note]: "note"});
    await commitIn(repository, [note], {message});
    return repository.git("log", "-1", "--format=%s|%b|%(trailers)").trim();
  };

  test("is one line, whatever a name holds", async () => {
    const forged = "Talk with Acme\n\nSigned-off-by: Eva <eva@example.com>\r\n\u2028x\x1b[31m";
    expect(await said(forged)).toBe("Talk with Acme Signed-off-by: Eva <eva@example.com> x [31m||");
  });

  test("that looks like a flag or a comment stays, and is never empty", async () => {
    expect(await said("--amend")).toBe("--amend||");
    expect(await said("# hashtag")).toBe("# hashtag||");
    expect(await said(" \n ")).toBe("Customer conversations||");
  });
});

describe.runIf(once)(
  "where a commit is not possible, the note stays, the index is as before, and the way out is named",
  () => {
    /** Two branches that change one line. */
    function conflicting(): Repository {
      const repository = repositoryOf();
      const {git, root} = repository;
      git("checkout", "--quiet", "-b", "other");
      writeAll(root, {"kept.txt": "theirs\n"});
      git("commit", "--quiet", "--all", "-m", "Theirs");
      git("checkout", "--quiet", "main");
      writeAll(root, {"kept.txt": "ours\n"});
      git("commit", "--quiet", "--all", "-m", "Ours");
      return repository;
    }
    const start = (repository: Repository, ...args: string[]) => {
      try {
        repository.git(...args);
      } catch {
        // It ends with a conflict: that is what is wanted.
      }
    };

    test.each([
      ["merge", "a merge is under way", ["merge", "other"]],
      ["rebase", "a rebase is under way", ["rebase", "other"]],
      ["rebase of the old kind", "a rebase is under way", ["rebase", "--apply", "other"]],
      ["cherry-pick", "a cherry-pick is under way", ["cherry-pick", "other"]],
      ["revert", "a revert is under way", ["revert", "HEAD~1"]],
      ["bisect", "a bisect is under way", ["bisect", "start"]],
    ])("%s", async (_, cause, begin) => {
      const repository = conflicting();
      start(repository, ...begin);
      writeAll(repository.root, {[note]: "note"});
      const before = repository.index();
      const error = await failure(commitIn(repository));
      expect(error).toMatchObject({
        code: "not-written",
        message: `Not committed: ${cause}.`,
        hint: `When it is done:\n${commands}`,
      });
      expect(repository.index()).toBe(before);
      expect(repository.git("log", "--all", "--format=%s")).not.toContain("Gantry");
    });

    test("conflicts of a stash are no hindrance, and stay", async () => {
      const repository = repositoryOf();
      writeAll(repository.root, {"kept.txt": "mine\n"});
      repository.git("stash");
      writeAll(repository.root, {"kept.txt": "other\n"});
      repository.git("commit", "--quiet", "--all", "-m", "Other");
      start(repository, "stash", "pop");
      writeAll(repository.root, {[note]: "note"});
      await commitIn(repository);
      expect(repository.committed()).toEqual([note]);
      expect(repository.git("status", "--porcelain")).toBe("UU kept.txt\n");
    });

    test("no identity", async () => {
      const repository = repositoryOf();
      const env = {...repository.env, GIT_CONFIG_GLOBAL: "/dev/null", EMAIL: ""};
      repository.git("config", "user.useConfigOnly", "true");
      writeAll(repository.root, {[note]: "note"});
      const before = repository.index();
      expect(await failure(commitIn({...repository, env}))).toMatchObject({
        message: "Not committed: git does not know who you are.",
        hint: `With your name and address:\n  git config user.name "Your Name"\n  git config user.email you@example.com\n${commands}`,
      });
      expect(repository.index()).toBe(before);
    });

    test("a hook that says no", async () => {
      const repository = repositoryOf({"a.txt": "a"});
      writeAll(repository.root, {"a.txt": "staged", [note]: "note"});
      repository.git("add", "a.txt");
      addHook(
        repository,
        "pre-commit",
        "echo checking; echo '\x1b[31mlint failed\x1b[0m' >&2; exit 1",
      );
      const before = repository.index();
      expect(await failure(commitIn(repository))).toMatchObject({
        message: "Not committed: the pre-commit hook refused it ([31mlint failed [0m).",
        hint: `When that is put right:\n${commands}`,
      });
      expect(repository.index()).toBe(before);
      expect(repository.git("status", "--porcelain")).toBe("M  a.txt\n?? conversations/\n");
    });

    test("a hook that says no to a change of a committed file", async () => {
      const repository = repositoryOf({[note]: "old"});
      writeAll(repository.root, {[note]: "staged"});
      repository.git("add", note);
      writeAll(repository.root, {[note]: "new"});
      addHook(repository, "commit-msg", "exit 1");
      const before = repository.index();
      expect((await failure(commitIn(repository))).message).toBe(
        "Not committed: the commit-msg hook refused it (git ended with 1).",
      );
      expect(repository.index()).toBe(before);
    });

    test("another git at work", async () => {
      const repository = repositoryOf();
      writeAll(repository.root, {[note]: "note", ".git/index.lock": ""});
      const lock = join(repository.root, ".git/index.lock");
      expect(await failure(commitIn(repository))).toMatchObject({
        message: "Not committed: another git command is at work here.",
        hint: `When it has ended (if none is running, delete ${lock}):\n${commands}`,
      });
      rmSync(lock);
      expect(repository.git("status", "--porcelain")).toBe("?? conversations/\n");
    });

    test("another git that ends in time is waited for", async () => {
      const repository = repositoryOf();
      writeAll(repository.root, {[note]: "note", ".git/index.lock": ""});
      const waiting = commitIn(repository, [note], {patience: 5000});
      rmSync(join(repository.root, ".git/index.lock"));
      await waiting;
      expect(repository.committed()).toEqual([note]);
    });

    test("an ignored path", async () => {
      const repository = repositoryOf({".gitignore": "conversations/\n"});
      writeAll(repository.root, {[note]: "note", "customers/gantry.md": "x"});
      const before = repository.index();
      const error = await failure(commitIn(repository, [note, "customers/gantry.md"]));
      expect(error).toMatchObject({
        message: "Not committed: a .gitignore leaves the file out.",
        hint: `To commit it all the same:\n  git add --force -- ${note} customers/gantry.md\n  git commit -m 'Talk with Gantry' -- ${note} customers/gantry.md`,
      });
      expect(repository.index()).toBe(before);
    });

    test("no repository, a bare one, no git", async () => {
      const root = folderOf({[note]: "note"});
      const plain = gitIn(root);
      const env = {...plain.env, GIT_CEILING_DIRECTORIES: join(root, "..")};
      const lines = (git: string) => commands.replaceAll("  git ", `  ${git} `);
      expect(await failure(commitIn({...plain, env}))).toMatchObject({
        message: "Not committed: this folder is in no git repository.",
        hint: `To make it one:\n  git -C ${root} init\n${lines(`git -C ${root}`)}`,
      });

      const none = await failure(commitIn({...plain, env: {...env, PATH: "/nonexistent"}}));
      expect(none.message).toBe("Not committed: git is not installed.");

      plain.git("init", "--quiet", "--bare");
      expect((await failure(commitIn(plain))).message).toBe(
        "Not committed: this git repository is bare, so it has no work tree.",
      );
    });

    test("the commands fit the folder one is in, and its quotes", async () => {
      const repository = repositoryOf({".gitignore": "customers\n"});
      const file = "customers/it's.md";
      writeAll(repository.root, {[file]: "x", "docs/a.txt": ""});
      const below = await failure(
        commitIn(repository, [file], {cwd: join(repository.root, "docs"), message: "It's done"}),
      );
      expect(below.hint).toContain(
        `git add --force -- '../customers/it'\\''s.md'\n  git commit -m 'It'\\''s done' -- `,
      );
      const elsewhere = await failure(commitIn(repository, [file], {cwd: folderOf()}));
      expect(elsewhere.hint).toContain(`git -C ${repository.root} add --force -- 'customers/`);
    });
  },
);

test.runIf(once)(
  "twenty at once: twenty commits of one file each",
  async () => {
    const repository = repositoryOf();
    const files = Array.from({length: 20}, (_, index) => `conversations/${String(index)}.md`);
    writeAll(repository.root, Object.fromEntries(files.map((file) => [file, file])));
    const commits = await Promise.all(
      files.map((file) => commitIn(repository, [file], {patience: 30_000, message: file})),
    );
    expect(commits).toHaveLength(20);
    const log = repository.git("log", "--format=%s", "--name-only", "-20");
    for (const file of files) expect(log).toContain(`${file}\n\n${file}\n`);
    expect(repository.git("status", "--porcelain")).toBe("");
  },
  60_000,
);
