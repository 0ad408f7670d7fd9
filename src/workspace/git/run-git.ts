import {execFile} from "node:child_process";

export type Environment = Record<string, string | undefined>;

/** How a run of git ended. `code` is null where there is no git to run. */
export interface GitResult<Output = string> {
  code: number | null;
  stdout: Output;
  stderr: string;
}

/** Variables with which git tells its hooks which repository, work tree and index they are run for. */
const ofHooks = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"];

/** Further variables that would point git at another repository, or change what a path means. */
const dropped = [
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_SHALLOW_FILE",
  "GIT_GRAFT_FILE",
  "GIT_NAMESPACE",
  "GIT_PREFIX",
  "GIT_LITERAL_PATHSPECS",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS",
];

/** Keeps a repository from running a program of its own. */
const noMonitor = ["-c", "core.fsmonitor=false"];

/** And from passing for another one; and git from taking locks, and from reading a path as a pattern. */
const cautious = [
  ...noMonitor,
  "-c",
  "safe.bareRepository=explicit",
  "--no-optional-locks",
  "--literal-pathspecs",
];

/** Runs git in `root` without taking locks or writing anything. */
export async function readWithGit(
  root: string,
  args: readonly string[],
  env: Environment,
): Promise<GitResult> {
  const result = await run([...cautious, "-C", root, ...args], withoutHooks(env));
  return {...result, stdout: result.stdout.toString("utf8")};
}

/**
 * As readWithGit, in the repository and index that GIT_DIR, GIT_WORK_TREE and GIT_INDEX_FILE name, as they
 * do in a hook. `input` goes to git's stdin.
 */
export function readForHook(
  root: string,
  args: readonly string[],
  env: Environment,
  input?: string,
): Promise<GitResult<Buffer>> {
  // A clone that holds only some objects fetches the others as they are asked for: not from here.
  const offline = {...gitEnvironment(env), GIT_NO_LAZY_FETCH: "1"};
  return run([...cautious, "-C", root, ...args], offline, {input: input ?? ""});
}

interface WriteOptions {
  input?: string;
  /** Ends git, which then takes its locks away. */
  ended?: AbortSignal | undefined;
}

/**
 * Runs git in `root` to change the index or to commit. Hooks run as they would for the user, so paths are
 * to be given as `:(literal)…`: `--literal-pathspecs` would reach into the hooks' own git commands.
 */
export async function writeWithGit(
  root: string,
  args: readonly string[],
  env: Environment,
  {input = "", ended}: WriteOptions = {},
): Promise<GitResult> {
  const options = {input, ended, mayLeave: true};
  const result = await run([...noMonitor, "-C", root, ...args], withoutHooks(env), options);
  return {...result, stdout: result.stdout.toString("utf8")};
}

interface RunOptions extends WriteOptions {
  input: string;
  /** A hook may leave a program running that holds the pipes open; git itself has ended by then. */
  mayLeave?: boolean;
}

function run(
  args: string[],
  env: Environment,
  {input, ended, mayLeave = false}: RunOptions = {input: ""},
): Promise<GitResult<Buffer>> {
  return new Promise((resolve, reject) => {
    const options = {env, maxBuffer: Infinity, windowsHide: true, encoding: "buffer"} as const;
    const child = execFile("git", args, options, (error, stdout, bytes) => {
      const stderr = bytes.toString("utf8");
      if (error === null) resolve({code: 0, stdout, stderr});
      else if (typeof error.code === "number") resolve({code: error.code, stdout, stderr});
      else if (error.killed !== true && error.signal != null) resolve({code: 128, stdout, stderr});
      else if (ended?.aborted === true) resolve({code: 128, stdout, stderr});
      // As with a shell: git is not installed, or may not be run.
      else if (String(error.code) === "ENOENT" || String(error.code) === "EACCES")
        resolve({code: null, stdout, stderr});
      else reject(new Error("git could not be run", {cause: error}));
    });
    // Git that fails at once reads nothing of it.
    child.stdin?.on("error", () => undefined).end(input);
    const end = (): boolean => child.kill();
    ended?.addEventListener("abort", end);
    child.on("exit", () => ended?.removeEventListener("abort", end));
    if (!mayLeave) return;
    child.on("exit", () => {
      setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, 1000).unref();
    });
  });
}

function withoutHooks(env: Environment): Environment {
  const clean = gitEnvironment(env);
  for (const name of ofHooks) Reflect.deleteProperty(clean, name);
  return clean;
}

/**
 * Messages in English, because some are read by us, but letters as the user has them, for the hooks; no
 * questions, because nobody could answer.
 */
function gitEnvironment(env: Environment): Environment {
  const clean: Environment = {...env, LC_MESSAGES: "C", LANGUAGE: "C", GIT_TERMINAL_PROMPT: "0"};
  // It would outdo LC_MESSAGES.
  const {LC_ALL} = env;
  if (LC_ALL !== undefined && LC_ALL !== "") Object.assign(clean, {LANG: LC_ALL, LC_CTYPE: LC_ALL});
  for (const name of ["LC_ALL", ...dropped]) Reflect.deleteProperty(clean, name);
  return clean;
}
