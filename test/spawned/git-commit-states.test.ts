import {execFileSync, spawnSync} from "node:child_process";
import {chmodSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import type {PmTalkError} from "../../src/core/errors.ts";
import {commitFiles} from "../../src/workspace/git/git.ts";
import {folderOf, writeAll} from "../workspace/folder.ts";
import {
  addHook,
  emptyRepository,
  gitIn,
  type Repository,
  repositoryOf,
} from "../workspace/git/repository.ts";

/** What can be wrong with a repository, or unusual in it, each with a clean index and with a full one. */

const note = "conversations/2026/note.md";

/** Files that others have to do with. */
const others = Object.fromEntries(
  ["edited", "removed", "moved", "program", "assumed", "skipped"].map((name) => [
    `others/${name}.txt`,
    `${name}\n`,
  ]),
);

/** Stages and leaves unstaged what can be: none of it is ours. */
function fill({root, git}: Repository): void {
  writeAll(root, {
    "others/edited.txt": "staged\n",
    "others/new.txt": "",
    "others/announced.txt": "x",
  });
  chmodSync(join(root, "others/program.txt"), 0o755);
  git("add", "others/edited.txt", "others/new.txt", "others/program.txt");
  git("add", "-N", "others/announced.txt");
  git("rm", "--quiet", "--force", "others/removed.txt");
  git("mv", "others/moved.txt", "others/renamed.txt");
  git("update-index", "--assume-unchanged", "others/assumed.txt");
  git("update-index", "--skip-worktree", "others/skipped.txt");
  writeAll(root, {
    "others/edited.txt": "staged, then changed\n",
    "others/assumed.txt": "changed\n",
    "others/skipped.txt": "changed\n",
    "others/untracked.txt": "",
  });
}

/** The index but for these files: entries with all their flags, and what they are to the last commit. */
function indexBut({git}: Repository, files: readonly string[]): string {
  const but = ["--", ":/", ...files.map((file) => `:(exclude,literal)${file}`)];
  const listed = git("ls-files", "--stage", "-v", "--resolve-undo", ...but);
  const announced = git("diff", "--name-only", "--diff-filter=A", ...but);
  return [listed, announced, git("diff", "--cached", "--raw", "--abbrev=40", ...but)].join("\n");
}

/** A repository in a state, and how it is used. */
interface State {
  repository: Repository;
  /** Takes what was in the way out of it. */
  release?: () => void;
  /** Where the workspace is, when not at the top. */
  root?: string;
  env?: Record<string, string>;
}

const withNote = (repository: Repository, text = "note\n"): Repository => {
  writeAll(repository.root, {[note]: text});
  return repository;
};

/** Two branches that change one line, with the note on top. */
function conflicting(...begin: string[]): State {
  const repository = repositoryOf(others);
  const {git, root} = repository;
  git("checkout", "--quiet", "-b", "other");
  writeAll(root, {"kept.txt": "theirs\n"});
  git("commit", "--quiet", "--all", "-m", "Theirs");
  git("checkout", "--quiet", "main");
  writeAll(root, {"kept.txt": "ours\n"});
  git("commit", "--quiet", "--all", "-m", "Ours");
  writeAll(root, {"kept.txt": "ours, later\n"});
  git("commit", "--quiet", "--all", "-m", "Later");
  attempt(() => git(...begin));
  const [word = ""] = begin;
  const release = () => git(word, word === "bisect" ? "reset" : "--abort");
  return {repository: withNote(repository), release};
}

function attempt(call: () => unknown): void {
  try {
    call();
  } catch {
    // It ends with a conflict: that is what is wanted.
  }
}

function hooked(name: string, script: string, text?: string): State {
  const repository = withNote(repositoryOf(others), text);
  addHook(repository, name, script);
  return {repository, release: () => rmSync(join(repository.root, ".git/hooks", name))};
}

const refused: [name: string, why: string, arrange: () => State][] = [
  ["a merge", "a merge is under way", () => conflicting("merge", "other")],
  ["a rebase", "a rebase is under way", () => conflicting("rebase", "other")],
  [
    "a rebase of the old kind",
    "a rebase is under way",
    () => conflicting("rebase", "--apply", "other"),
  ],
  [
    "a rebase that stopped to edit",
    "a rebase is under way",
    () => {
      const state = conflicting("status");
      const {env, root} = state.repository;
      const editor = {GIT_SEQUENCE_EDITOR: "sed -i s/^pick/edit/"};
      execFileSync("git", ["-C", root, "rebase", "--quiet", "-i", "HEAD~1"], {
        env: {...env, ...editor},
        stdio: "pipe",
      });
      return {...state, release: () => state.repository.git("rebase", "--continue")};
    },
  ],
  [
    "git am",
    "git am is under way",
    () => {
      const state = conflicting("status");
      const {git, root} = state.repository;
      const patch = git("format-patch", "-1", "--stdout", "other");
      writeAll(root, {".git/other.patch": patch});
      attempt(() => git("am", "--quiet", ".git/other.patch"));
      return {...state, release: () => git("am", "--abort")};
    },
  ],
  ["a cherry-pick", "a cherry-pick is under way", () => conflicting("cherry-pick", "other")],
  ["a revert", "a revert is under way", () => conflicting("revert", "HEAD~1")],
  ["a bisect", "a bisect is under way", () => conflicting("bisect", "start")],
  [
    "another git at work",
    "another git command is at work here",
    () => {
      const repository = withNote(repositoryOf(others));
      return {repository, release: () => rmSync(join(repository.root, ".git/index.lock"))};
    },
  ],
  [
    "a pre-commit hook that says no",
    "the pre-commit hook refused it ([31mlint failed [0m)",
    () => hooked("pre-commit", "echo checking; echo '\x1b[31mlint failed\x1b[0m' >&2; exit 1"),
  ],
  [
    "a commit-msg hook that says no to a change of a committed file",
    "the commit-msg hook refused it (git ended with 1)",
    () => {
      const repository = repositoryOf({...others, [note]: "old\n"});
      addHook(repository, "commit-msg", "exit 1");
      const release = () => rmSync(join(repository.root, ".git/hooks/commit-msg"));
      return {repository: withNote(repository), release};
    },
  ],
  [
    "a hook that adds another file",
    "a hook put others/made.txt into the commit as well",
    () => hooked("pre-commit", "echo made >others/made.txt; git add others/made.txt"),
  ],
  [
    "a hook that adds many, to the first commit",
    "a hook put kept.txt and 7 other files into the commit as well",
    () => {
      const repository = withNote(emptyRepository());
      writeAll(repository.root, {"kept.txt": "kept\n", ...others});
      repository.git("add", "kept.txt", "others");
      addHook(
        repository,
        "pre-commit",
        "mkdir -p others; echo made >others/made.txt; git add --all others kept.txt",
      );
      return {repository, release: () => rmSync(join(repository.root, ".git/hooks/pre-commit"))};
    },
  ],
  [
    "a hook that says no in a sparse checkout without the folder",
    "the pre-commit hook refused it (git ended with 1)",
    () => {
      const state = hooked("pre-commit", "exit 1");
      rmSync(join(state.repository.root, note));
      state.repository.git("sparse-checkout", "set", "others");
      withNote(state.repository);
      return state;
    },
  ],
  [
    "a hook that takes our file out",
    "a hook took the files out of the commit",
    () => hooked("pre-commit", `git rm --quiet --cached ${note}`),
  ],
  [
    "nobody's name",
    "git does not know who you are",
    () => {
      const repository = withNote(repositoryOf(others));
      repository.git("config", "user.useConfigOnly", "true");
      return {repository, env: {GIT_CONFIG_GLOBAL: "/dev/null", EMAIL: ""}};
    },
  ],
  [
    "a file that is ignored",
    "a .gitignore leaves the file out",
    () => ({repository: withNote(repositoryOf({...others, ".gitignore": "conversations/\n"}))}),
  ],
  [
    "a signature that cannot be made",
    "git could not sign the commit",
    () => {
      const repository = withNote(repositoryOf(others));
      repository.git("config", "commit.gpgSign", "true");
      repository.git("config", "gpg.program", "false");
      return {repository, release: () => repository.git("config", "commit.gpgSign", "false")};
    },
  ],
  [
    "a conflict in the file itself",
    `a merge left a conflict in ${note}`,
    () => {
      const repository = repositoryOf({...others, [note]: "old\n"});
      const {git, root} = repository;
      writeAll(root, {[note]: "mine\n"});
      git("stash");
      writeAll(root, {[note]: "other\n"});
      git("commit", "--quiet", "--all", "-m", "Other");
      attempt(() => git("stash", "pop"));
      return {repository, release: () => withNote(repository)};
    },
  ],
];

describe.each(refused)("%s: nothing is committed", (name, why, arrange) => {
  test.each(["clean", "full"])(
    "with a %s index, which stays, and the commands do it later",
    async (kind) => {
      const state = arrange();
      const {repository, release = () => undefined} = state;
      const {root, git} = repository;
      if (kind === "full" && !name.includes("many")) fill(repository);
      const text = readFileSync(join(root, note), "utf8");
      const before = [indexBut(repository, []), git("rev-list", "--all", "--count")];
      if (name.startsWith("another git")) writeAll(root, {".git/index.lock": ""});
      const cwd = join(root, "conversations");
      const env = {...repository.env, ...state.env};
      const error = await failure(commitIn({...repository, env}, [note], {cwd}));
      expect(error).toMatchObject({code: "not-written", message: `Not committed: ${why}.`});
      if (why.endsWith("is under way")) {
        const own = "2026/note.md";
        expect(error.hint).toBe(
          `When it is done:\n  git add -- ${own}\n  git commit -m 'Talk with Gantry' -- ${own}`,
        );
      }
      if (name.startsWith("another git")) release();
      expect([indexBut(repository, []), git("rev-list", "--all", "--count")]).toEqual(before);
      expect(readFileSync(join(root, note), "utf8")).toBe(text);

      if (kind === "full" && !name.includes("hook")) return;
      if (!name.startsWith("another git")) release();
      paste(error, cwd, env);
      expect(git("show", `HEAD:${note}`)).toBe(readFileSync(join(root, note), "utf8"));
      expect(git("status", "--porcelain", "--", note)).toBe("");
      expect(git("log", "-1", "--format=%s").trim()).toBe("Talk with Gantry");
    },
  );
});

/** Types the commands that the error prints, as one would. */
function paste(error: PmTalkError, cwd: string, env: Repository["env"]): void {
  const lines = (error.hint ?? "").split("\n").filter((line) => line.startsWith("  "));
  const ran = spawnSync("sh", ["-e"], {cwd, env, input: lines.join("\n"), encoding: "utf8"});
  expect({lines, status: ran.status, said: ran.stderr}).toMatchObject({status: 0});
}

function commitIn(
  {root, env}: Repository,
  files: readonly string[] = [note],
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

const committing: [name: string, arrange: () => State][] = [
  ["a branch", () => ({repository: withNote(repositoryOf(others))})],
  [
    "no commit yet",
    () => {
      const repository = withNote(emptyRepository());
      writeAll(repository.root, others);
      repository.git("add", "others");
      return {repository};
    },
  ],
  [
    "a detached HEAD",
    () => {
      const repository = withNote(repositoryOf(others));
      repository.git("checkout", "--quiet", "--detach");
      return {repository};
    },
  ],
  [
    "a linked worktree",
    () => {
      const tree = gitIn(join(folderOf(), "tree"));
      repositoryOf(others).git("worktree", "add", "--quiet", "-b", "talks", tree.root);
      return {repository: withNote(tree)};
    },
  ],
  [
    "a submodule",
    () => {
      const outer = repositoryOf();
      const from = repositoryOf(others).root;
      outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", from, "module");
      return {repository: withNote(gitIn(join(outer.root, "module")))};
    },
  ],
  [
    "a shallow clone",
    () => {
      const from = repositoryOf(others);
      from.git("commit", "--quiet", "--allow-empty", "-m", "More");
      const clone = gitIn(join(folderOf(), "clone"));
      const args = ["clone", "--quiet", "--depth=1", `file://${from.root}`, clone.root];
      execFileSync("git", args, {env: clone.env});
      return {repository: withNote(clone)};
    },
  ],
  [
    "a sparse checkout that leaves the folder out",
    () => {
      const repository = repositoryOf({...others, "conversations/far.md": "far\n"});
      repository.git("sparse-checkout", "set", "others");
      return {repository: withNote(repository)};
    },
  ],
  [
    "an index that is split, of another version, in a folder that a program watches",
    () => {
      const repository = repositoryOf(others);
      repository.git("update-index", "--split-index");
      repository.git("update-index", "--index-version", "4");
      repository.git("config", "core.fsmonitor", "touch .git/watched; false");
      return {repository: withNote(repository)};
    },
  ],
  [
    "line ends of Windows",
    () => {
      const repository = repositoryOf(others);
      repository.git("config", "core.autocrlf", "true");
      return {repository: withNote(repository)};
    },
  ],
  [
    "conflicts that a stash left in other files",
    () => {
      const repository = repositoryOf(others);
      const {git, root} = repository;
      writeAll(root, {"kept.txt": "mine\n"});
      git("stash");
      writeAll(root, {"kept.txt": "other\n"});
      git("commit", "--quiet", "--all", "-m", "Other");
      attempt(() => git("stash", "pop"));
      return {repository: withNote(repository)};
    },
  ],
  [
    "a file that was announced",
    () => {
      const repository = withNote(repositoryOf(others));
      repository.git("add", "-N", note);
      return {repository};
    },
  ],
  [
    "a file that was staged as something else",
    () => {
      const repository = withNote(repositoryOf({...others, [note]: "old\n"}), "staged\n");
      repository.git("add", note);
      return {repository: withNote(repository)};
    },
  ],
  ...(["assume-unchanged", "skip-worktree"] as const).map((flag): [string, () => State] => [
    `a file that git was told to pass over (${flag})`,
    () => {
      const repository = repositoryOf({...others, [note]: "old\n"});
      repository.git("update-index", `--${flag}`, note);
      return {repository: withNote(repository)};
    },
  ]),
  [
    "variables that point to another repository",
    () => {
      const other = repositoryOf();
      const env = {
        GIT_DIR: join(other.root, ".git"),
        GIT_WORK_TREE: other.root,
        GIT_INDEX_FILE: join(other.root, ".git/index"),
        GIT_LITERAL_PATHSPECS: "0",
      };
      return {repository: withNote(repositoryOf(others)), env};
    },
  ],
  [
    "a hook that looks at what is staged as its author meant it",
    () => {
      const looks = `test "$(git diff --cached --name-only -- 'con*.md')" = ${note} && test "$LC_CTYPE" = C.UTF-8`;
      return {...hooked("pre-commit", looks), env: {LC_ALL: "C.UTF-8"}};
    },
  ],
];

describe.each(committing)("%s: the file is committed, and it alone", (name, arrange) => {
  test.each(["clean", "full"])("with a %s index, which stays", async (kind) => {
    const {repository, env = {}} = arrange();
    const {root, git, committed} = repository;
    if (kind === "full" && !name.includes("sparse")) fill(repository);
    const before = indexBut(repository, [note]);
    const flags = git("ls-files", "-v", "--", note);
    const text = readFileSync(join(root, note), "utf8");
    const done = await commitIn({...repository, env: {...repository.env, ...env}});
    expect(done.commit).toBe(git("rev-parse", "HEAD").trim());
    expect(done.branch).toBe(
      name.includes("detached") ? null : git("branch", "--show-current").trim(),
    );
    expect(committed()).toEqual([note]);
    expect(git("show", `HEAD:${note}`)).toBe(text);
    expect(indexBut(repository, [note])).toBe(before);
    expect(git("status", "--porcelain", "--", note)).toBe("");
    if (!flags.startsWith("H"))
      expect(git("ls-files", "-v", "--", note)).toBe(flags || `H ${note}\n`);
  });
});
