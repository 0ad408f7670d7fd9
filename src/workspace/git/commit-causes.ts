import {accessSync, constants, existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {flattenSpace, listWithOr} from "../../core/text.ts";
import {type Environment, type GitResult, readWithGit} from "./run-git.ts";

/** Why there was no commit, and what has to happen before one can be made. */
export interface Cause {
  /** Ends "Not committed: …". */
  why: string;
  /** Leads to the commands. */
  then: string;
  /** Commands that go before add and commit. */
  first?: string[];
  /** Git was only busy: trying again may do. */
  busy?: true;
  /** The files have to be added against .gitignore. */
  force?: true;
}

/** Files and folders of the git directory that stand for something unfinished. */
const unfinished = [
  ["MERGE_HEAD", "a merge is under way"],
  ["rebase-merge", "a rebase is under way"],
  ["rebase-apply/applying", "git am is under way"],
  ["rebase-apply", "a rebase is under way"],
  ["CHERRY_PICK_HEAD", "a cherry-pick is under way"],
  ["REVERT_HEAD", "a revert is under way"],
  ["sequencer", "a cherry-pick or revert is under way"],
  // A commit made now would be left behind by git bisect reset.
  ["BISECT_LOG", "a bisect is under way"],
] as const;

const whenRight = "When that is put right:";

/** What git said, when it cannot even say which repository it is in. */
export function noRepository(result: GitResult): Cause {
  if (result.code === null) return {why: "git is not installed", then: "With git:"};
  if (/dubious ownership/.test(result.stderr)) {
    const folder = /safe\.directory (.+)$/m.exec(result.stderr)?.[1];
    return {
      why: "git does not trust this folder, which belongs to somebody else",
      then: "If you do:",
      first: folder === undefined ? [] : [`config --global --add safe.directory ${folder}`],
    };
  }
  if (/bare repository/.test(result.stderr)) return bare;
  if (/not a git repository \(/.test(result.stderr)) {
    return {why: "this folder is in no git repository", then: "To make it one:", first: ["init"]};
  }
  return {why: said(result), then: whenRight};
}

/** The repository has no files to commit from. */
export const bare: Cause = {
  why: "this git repository is bare, so it has no work tree",
  then: "In a clone of it:",
};

/** What is unfinished in the repository, so that a commit now would become part of it; else null. */
export function unfinishedWork(gitDir: string): Cause | null {
  const found = unfinished.find(([name]) => existsSync(join(gitDir, name)));
  return found === undefined ? null : {why: found[1], then: "When it is done:"};
}

/** One of the files to be committed stands in the index with the sides of a conflict. */
export function conflictIn(file: string): Cause {
  return {why: `a merge left a conflict in ${file}`, then: "When it is resolved:"};
}

/** Why adding or committing failed, from what git wrote (in English, as it was asked to). */
export async function causeOf(result: GitResult, root: string, env: Environment): Promise<Cause> {
  const text = result.stderr;
  if (/did not match any file/.test(text)) {
    // Another git that read the index before us and wrote it after us drops what we announced.
    return {why: "git does not find the file", then: "When it is there:", busy: true};
  }
  if (/\.lock'?:? File exists|cannot lock ref|Another git process/i.test(text)) {
    const lock = /'([^'\n]+\.lock)'/.exec(text)?.[1];
    const stale = lock === undefined ? "" : ` (if none is running, delete ${lock})`;
    return {
      why: "another git command is at work here",
      then: `When it has ended${stale}:`,
      busy: true,
    };
  }
  if (/tell me who you are|empty ident|no (?:email|name) was given|auto-detect email/i.test(text)) {
    return {
      why: "git does not know who you are",
      then: "With your name and address:",
      first: identity,
    };
  }
  if (/are ignored by one of your \.gitignore/.test(text)) {
    return {
      why: "a .gitignore leaves the file out",
      then: "To commit it all the same:",
      force: true,
    };
  }
  if (/unmerged|unresolved conflict/i.test(text)) {
    return {why: "there are files with conflicts", then: "When they are resolved:"};
  }
  if (/failed to sign|gpg failed|signingkey|load public key/i.test(text)) {
    return {why: "git could not sign the commit", then: whenRight};
  }
  const hooks = await commitHooks(root, env);
  if (hooks.length === 0 || /^fatal: /m.test(text)) return {why: said(result), then: whenRight};
  return {why: `the ${listWithOr(hooks)} hook refused it (${said(result)})`, then: whenRight};
}

const identity = ['config user.name "Your Name"', "config user.email you@example.com"];

/** The hooks of the repository that can refuse a commit. */
async function commitHooks(root: string, env: Environment): Promise<string[]> {
  const {stdout} = await readWithGit(root, ["rev-parse", "--git-path", "hooks"], env);
  const folder = resolve(root, stdout.replace(/\r?\n$/, ""));
  return ["pre-commit", "prepare-commit-msg", "commit-msg"].filter((name) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The last line that git or a hook wrote, without what could steer a terminal. */
function said({code, stdout, stderr}: GitResult): string {
  const lines = `${stdout}\n${stderr}`.split("\n").map(plain);
  const last = lines.findLast((line) => line !== "");
  return (last ?? `git ended with ${String(code)}`).replace(/^(?:fatal|error): /, "").slice(0, 200);
}

function plain(line: string): string {
  return flattenSpace(
    line.replace(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, " "),
  );
}
