import {chmodSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {PassThrough, Readable} from "node:stream";
import type {Input} from "../../../src/cli/command.ts";
import type {Context} from "../../../src/cli/context.ts";
import type {Opened} from "../../../src/cli/open.ts";
import {loadWorkspace} from "../../../src/workspace/load.ts";
import {temporaryFolder} from "../harness.ts";
import {type Answer, ScriptedPrompter} from "../scripted-prompter.ts";

/** A person at a terminal with an editor of their own. */
export interface Person {
  context: Context;
  prompter: ScriptedPrompter;
  printed: () => string;
  /** The folder that holds what is kept outside the repository. */
  state: string;
}

export function personAt(
  cwd: string,
  editor: string,
  answers: Answer[] = [],
  env: Record<string, string> = {},
): Person {
  const prompter = new ScriptedPrompter(answers);
  const taken: string[] = [];
  const stream = (): PassThrough => {
    const out = new PassThrough();
    out.on("data", (chunk: Buffer) => taken.push(chunk.toString("utf8")));
    return out;
  };
  const state = temporaryFolder();
  const context: Context = {
    cwd,
    env: {
      HOME: tmpdir(),
      PATH: process.env["PATH"],
      GIT_CONFIG_NOSYSTEM: "1",
      XDG_STATE_HOME: state,
      EDITOR: editor,
      ...env,
    },
    stdin: Readable.from([]),
    stdout: stream(),
    stderr: stream(),
    stdinIsTTY: true,
    stdoutIsTTY: true,
    stderrIsTTY: true,
    columns: 80,
    today: "2026-11-20",
    clock: () => 0,
    now: () => 0,
    random: (bytes) => new Uint8Array(bytes),
    openPrompter: () => Promise.resolve(prompter),
  };
  return {context, prompter, printed: () => taken.join(""), state};
}

/** A program that does to a file what the script says; its path has a blank and a quotation mark in it. */
export function editorThat(script: string): string {
  const path = join(temporaryFolder(), `my "editor"`);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return `'${path}' --wait`;
}

export async function openedAt(root: string): Promise<Opened> {
  const workspace = await loadWorkspace(root, {today: "2026-11-20"});
  return {workspace, today: "2026-11-20", asOf: "2026-11-20"};
}

export const input: Input = {
  args: [],
  flags: {},
  global: {dir: null, asOf: null, json: false, color: "auto", quiet: false, input: true},
};
