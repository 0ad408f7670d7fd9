import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {PassThrough, Readable} from "node:stream";
import {onTestFinished} from "vitest";
import type {Context} from "../../src/cli/context.ts";
import {run} from "../../src/cli/run.ts";
import {type Answer, ScriptedPrompter} from "./scripted-prompter.ts";

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
  /** Both, in the order in which a terminal shows them. */
  printed: string;
  /** The messages of the questions asked. */
  asked: string[];
  /** What was said between the questions. */
  said: string[];
}

export interface World {
  cwd: string;
  today?: string;
  env?: Record<string, string>;
  /** A terminal of this width; without it, output goes to a pipe. */
  columns?: number;
  stdin?: string;
  /** Milliseconds; stands still unless given. */
  clock?: () => number;
  /** Milliseconds since 1970, for the age of drafts; the real ones unless given. */
  now?: () => number;
  /** Seeds the random part of ids. */
  seed?: number;
  /** What somebody at the terminal answers; implies a terminal. All of it must be asked for. */
  answers?: Answer[];
}

/** Runs a command line in process, as main does, and gives back all it printed. */
export async function runCli(argv: string[], world: World): Promise<Ran> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const taken = {stdout: "", stderr: "", printed: ""};
  const take = (stream: "stdout" | "stderr") => (chunk: Buffer) => {
    taken[stream] += chunk.toString("utf8");
    taken.printed += chunk.toString("utf8");
  };
  stdout.on("data", take("stdout"));
  stderr.on("data", take("stderr"));
  let next = world.seed ?? 1;
  const prompter = new ScriptedPrompter(world.answers ?? []);
  const atTerminal = world.columns !== undefined || world.answers !== undefined;
  const context: Context = {
    cwd: world.cwd,
    env: {
      HOME: tmpdir(),
      XDG_STATE_HOME: stateOf(world.cwd),
      PATH: process.env["PATH"],
      PM_TALK_ME: "ana",
      ...world.env,
    },
    stdin: Readable.from(world.stdin === undefined ? [] : [world.stdin]),
    stdout,
    stderr,
    stdinIsTTY: atTerminal,
    stdoutIsTTY: atTerminal,
    stderrIsTTY: atTerminal,
    columns: world.columns ?? 80,
    today: world.today ?? "2026-11-20",
    clock: world.clock ?? (() => 0),
    now: world.now ?? Date.now,
    random: (bytes) =>
      Uint8Array.from({length: bytes}, () => (next = (next * 48271) % 2147483647) & 255),
    openPrompter: () => Promise.resolve(prompter),
  };
  const code = await run(argv, context);
  if (prompter.left.length > 0)
    throw new Error(
      `never asked for: ${prompter.left.map(([question]) => question).join(" | ")}\n${taken.printed}`,
    );
  return {code, ...taken, asked: prompter.asked, said: prompter.said};
}

/** Where pm-talk, run in this folder, keeps its drafts: beside it, so that no test finds those of another. */
export function stateOf(cwd: string): string {
  return `${cwd}-state`;
}

/** A temporary folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pm-talk-test-"));
  onTestFinished(() => {
    rmSync(folder, {recursive: true, force: true});
    rmSync(stateOf(folder), {recursive: true, force: true});
  });
  return folder;
}

/** A workspace with these files, by path; pm-talk.yml names ana, ben and eva unless given. */
export function workspaceOf(files: Record<string, string>): string {
  const root = temporaryFolder();
  const all = {"pm-talk.yml": defaultConfig, ...files};
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), text);
  }
  return root;
}

export const defaultConfig = `version: 1
team:
  - {handle: ana, name: Ana Ruiz, emails: [ana@example.com], function: pm, level: ic}
  - {handle: ben, name: Ben Okafor, emails: [ben@example.com], function: pm, level: ic}
  - {handle: eva, name: Eva Stein, emails: [eva@example.com], function: exec, level: leader}
`;

/** Runs git in a folder with an identity of its own and no configuration from outside. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", args, {
    cwd: folder,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "Ana",
      GIT_AUTHOR_EMAIL: "ana@example.com",
      GIT_COMMITTER_NAME: "Ana",
      GIT_COMMITTER_EMAIL: "ana@example.com",
    },
  });
}
