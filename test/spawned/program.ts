import {spawn} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {onTestFinished} from "vitest";

/** The folder of the package, with the built program in it. */
export const packageRoot = resolve(import.meta.dirname, "..", "..");
export const bin = join(packageRoot, "bin", "pm-talk.js");

export interface Outcome {
  code: number | null;
  stdout: Buffer;
  stderr: string;
}

export interface Surroundings {
  cwd: string;
  env?: Record<string, string>;
  /** Flags for node itself. */
  node?: string[];
}

/** Runs the built program in a process of its own, with nothing on stdin. */
export function pmTalk(args: string[], surroundings: Surroundings): Promise<Outcome> {
  return start(process.execPath, [...(surroundings.node ?? []), bin, ...args], surroundings);
}

/** Runs a line of bash in which `$PM_TALK` starts the built program. */
export function bash(line: string, surroundings: Surroundings): Promise<Outcome> {
  const env = {PM_TALK: `"${process.execPath}" "${bin}"`, ...surroundings.env};
  const script = line.replaceAll("$PM_TALK", env.PM_TALK);
  return start("bash", ["-c", script], {...surroundings, env});
}

export function start(
  command: string,
  args: string[],
  {cwd, env = {}}: Surroundings,
): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env: {...cleanEnvironment(cwd), ...env},
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", fail);
    child.on("close", (code) => {
      done({code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8")});
    });
  });
}

/** The surroundings of a test, without what a developer has set: no git configuration, no colour, one day. */
function cleanEnvironment(home: string): Record<string, string> {
  const dropped =
    /^(GIT_|PM_TALK_|NODE_|VITEST|npm_|LC_|LANG$|LANGUAGE$|NO_COLOR$|FORCE_COLOR$|TERM$|TZ$|HOME$|USERPROFILE$)/i;
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !dropped.test(entry[0]),
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    USERPROFILE: home,
    GIT_CONFIG_NOSYSTEM: "1",
    LANG: "C.UTF-8",
    PM_TALK_ME: "ana",
    PM_TALK_TODAY: "2026-11-20",
  };
}

/** An identity for git that comes from the environment only. */
export const gitIdentity = {
  GIT_AUTHOR_NAME: "Ana",
  GIT_AUTHOR_EMAIL: "ana@example.com",
  GIT_COMMITTER_NAME: "Ana",
  GIT_COMMITTER_EMAIL: "ana@example.com",
};

/** A temporary folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pm-talk-spawned-"));
  onTestFinished(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  return folder;
}
