import {execFile} from "node:child_process";

export type Environment = Record<string, string | undefined>;

/** How a run of git ended. `code` is null where there is no git to run. */
export interface GitResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Variables that would point git at another repository or index, or change what a path means. */
const dropped = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_NAMESPACE",
  "GIT_PREFIX",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS",
];

/** Keep a repository from running programs of its own or passing for another one. */
const cautious = ["-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit"];

/** Runs git in `root` without taking locks or writing anything. */
export function readWithGit(
  root: string,
  args: readonly string[],
  env: Environment,
): Promise<GitResult> {
  return run([...cautious, "--no-optional-locks", "--literal-pathspecs", "-C", root, ...args], env);
}

/** Runs git in `root` to change the index or to commit; hooks run as they would for the user. */
export function writeWithGit(
  root: string,
  args: readonly string[],
  env: Environment,
): Promise<GitResult> {
  return run([...cautious, "--literal-pathspecs", "-C", root, ...args], env);
}

function run(args: string[], env: Environment): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const options = {env: gitEnvironment(env), maxBuffer: 64 * 1024 * 1024, windowsHide: true};
    const child = execFile("git", args, options, (error, stdout, stderr) => {
      if (error === null) resolve({code: 0, stdout, stderr});
      else if (typeof error.code === "number") resolve({code: error.code, stdout, stderr});
      else if (error.killed !== true && error.signal != null) resolve({code: 128, stdout, stderr});
      // As with a shell: git is not installed, or may not be run.
      else if (String(error.code) === "ENOENT" || String(error.code) === "EACCES")
        resolve({code: null, stdout, stderr});
      else reject(new Error("git could not be run", {cause: error}));
    });
    child.stdin?.end();
    // A hook may leave a program running that holds the pipes open; git itself has ended by then.
    child.on("exit", () => {
      setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, 1000).unref();
    });
  });
}

/** Messages in English, because some are read by us; no questions, because nobody could answer. */
function gitEnvironment(env: Environment): Environment {
  const clean: Environment = {...env, LC_ALL: "C", LANGUAGE: "C", GIT_TERMINAL_PROMPT: "0"};
  for (const name of dropped) Reflect.deleteProperty(clean, name);
  return clean;
}
