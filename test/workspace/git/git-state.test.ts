import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {gitState, gitUser} from "../../../src/workspace/git/git.ts";
import {folderOf, writeAll} from "../folder.ts";
import {addHook, emptyRepository, everythingIn, gitIn, repositoryOf} from "./repository.ts";

describe("gitState", () => {
  test("the commit and the changed, staged and untracked files of the workspace alone", async () => {
    const repository = repositoryOf({
      "insights/a.md": "",
      "insights/b.md": "",
      "insights/c.md": "",
    });
    const {root, env, git} = repository;
    const insights = join(root, "insights");
    const commit = git("rev-parse", "HEAD").trim();
    expect(await gitState(insights, env)).toEqual({commit, uncommitted: 0});
    writeAll(insights, {"a.md": "changed", "new/x y.md": "", "new/z\n.md": ""});
    writeAll(root, {"kept.txt": "changed", "outside.md": ""});
    git("mv", "insights/b.md", "insights/moved.md");
    // a.md, b.md gone, moved.md there, two new ones.
    expect(await gitState(insights, env)).toEqual({commit, uncommitted: 5});
  });

  test("before the first commit, and without a repository or git", async () => {
    const empty = emptyRepository();
    writeAll(empty.root, {"a.md": ""});
    expect(await gitState(empty.root, empty.env)).toEqual({commit: null, uncommitted: 1});
    const plain = gitIn(folderOf());
    const nothing = {commit: null, uncommitted: 0};
    expect(await gitState(plain.root, plain.env)).toEqual(nothing);
    expect(await gitState(empty.root, {...empty.env, PATH: "/nonexistent"})).toEqual(nothing);
  });

  test("runs no program of the repository and writes nothing, not even the index", async () => {
    const repository = repositoryOf();
    const marker = join(folderOf(), "ran");
    repository.git("config", "core.fsmonitor", `touch ${marker}; false`);
    addHook(repository, "post-index-change", `touch ${marker}`);
    // The same text again: only the times differ, which a plain git status would note in the index.
    writeAll(repository.root, {"kept.txt": "kept\n"});
    const before = everythingIn(repository.root);
    expect((await gitState(repository.root, repository.env)).uncommitted).toBe(0);
    expect(everythingIn(repository.root)).toEqual(before);
    expect(everythingIn(join(marker, ".."))).toEqual(new Map());
  });

  test("a bare repository that came with the files is not taken for one", async () => {
    const {root, env} = gitIn(folderOf());
    writeAll(root, {
      "inner/HEAD": "ref: refs/heads/main\n",
      "inner/config": "[core]\n\tbare = true\n[user]\n\temail = mallory@example.com\n",
      "inner/objects/x": "",
      "inner/refs/x": "",
    });
    expect(await gitState(join(root, "inner"), env)).toEqual({commit: null, uncommitted: 0});
    expect(await gitUser(join(root, "inner"), env)).toBe("ana@example.com");
  });

  test("GIT_DIR and GIT_INDEX_FILE do not lead it elsewhere", async () => {
    const here = repositoryOf();
    const other = repositoryOf({"b.txt": ""});
    const env = {
      ...here.env,
      GIT_DIR: join(other.root, ".git"),
      GIT_WORK_TREE: other.root,
      GIT_INDEX_FILE: join(other.root, ".git/index"),
    };
    const commit = here.git("rev-parse", "HEAD").trim();
    expect(await gitState(here.root, env)).toEqual({commit, uncommitted: 0});
  });
});

test("gitUser is what git signs with, the repository's own first; null where none is set", async () => {
  const repository = repositoryOf();
  expect(await gitUser(repository.root, repository.env)).toBe("ana@example.com");
  repository.git("config", "user.email", "ana@work.example");
  expect(await gitUser(repository.root, repository.env)).toBe("ana@work.example");
  const {root, env} = gitIn(folderOf());
  expect(await gitUser(root, {...env, GIT_CONFIG_GLOBAL: "/dev/null"})).toBeNull();
  expect(await gitUser(root, {...env, PATH: "/nonexistent"})).toBeNull();
});
