import {execFileSync} from "node:child_process";
import {chmodSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {folderOf, writeAll} from "../folder.ts";

/** A real repository for a test, untouched by the machine's own git settings. */
export interface Repository {
  root: string;
  env: Record<string, string | undefined>;
  git: (...args: string[]) => string;
  /** Every entry of the index, with mode and content. */
  index: () => string;
  /** Files of the last commit. */
  committed: () => string[];
}

const settings =
  "[user]\n\tname = Ana Ruiz\n\temail = ana@example.com\n[init]\n\tdefaultBranch = main\n";

/** A repository with one commit and, in it, `kept.txt` and whatever else is given. */
export function repositoryOf(files: Record<string, string> = {}): Repository {
  const repository = emptyRepository();
  writeAll(repository.root, {"kept.txt": "kept\n", ...files});
  repository.git("add", "--all");
  repository.git("commit", "--quiet", "-m", "Begin");
  return repository;
}

/** A repository without a commit. */
export function emptyRepository(): Repository {
  const repository = gitIn(folderOf());
  repository.git("init", "--quiet");
  return repository;
}

/** The same for a folder that is there already: a worktree, a submodule. */
export function gitIn(root: string): Repository {
  const global = join(folderOf({gitconfig: settings}), "gitconfig");
  const env = {
    PATH: process.env["PATH"],
    HOME: "/nonexistent",
    GIT_CONFIG_GLOBAL: global,
    GIT_CONFIG_NOSYSTEM: "1",
  };
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", root, ...args], {env, encoding: "utf8", stdio: "pipe"});
  return {
    root,
    env,
    git,
    index: () => git("ls-files", "--stage", "--", ":/"),
    committed: () =>
      git("show", "--format=", "--name-only", "-z", "HEAD")
        .split("\0")
        .filter((file) => file !== ""),
  };
}

/** A hook that runs this shell text. */
export function addHook({root}: Repository, name: string, script: string): void {
  const path = join(root, ".git/hooks", name);
  writeAll(root, {[`.git/hooks/${name}`]: `#!/bin/sh\n${script}\n`});
  chmodSync(path, 0o755);
}

/** Every file below a folder with its text: to show that nothing changed. */
export function everythingIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true});
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, readFileSync(path, "latin1")]),
  );
}
