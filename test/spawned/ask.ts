import {build} from "esbuild";
import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {afterAll, beforeAll} from "vitest";
import type {Step} from "./ask-driver.ts";
import {TerminalSession, type SessionOptions} from "./terminal-session.ts";

export interface Answered {
  /** What the questions gave, in order. */
  answers: unknown[];
  /** What list questions told while they were open. */
  changes: string[][];
}

/** Bundles the driver for the tests of a file; gives back what starts it in a terminal of its own. */
export function questions(): (steps: Step[], options?: Partial<SessionOptions>) => Asking {
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "pm-talk-ask-"));
    await build({
      entryPoints: [join(import.meta.dirname, "ask-driver.ts")],
      outfile: join(folder, "driver.mjs"),
      bundle: true,
      platform: "node",
      format: "esm",
      logLevel: "error",
      banner: {
        js: 'import{createRequire as r}from"node:module";const require=r(import.meta.url);',
      },
    });
  });
  afterAll(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  let count = 0;
  return (steps, options = {}) => {
    const result = join(folder, `${String(++count)}.json`);
    // What the terminal is like afterwards is for the shell to say.
    const line =
      'node "$0" "$1" "$2"; echo "code $?"; stty -a | tr " ;" "\\n\\n" | grep -xE -- "-?(icanon|echo)"';
    const args = ["-c", line, join(folder, "driver.mjs"), result, JSON.stringify(steps)];
    return new Asking("bash", args, {cwd: folder, ...options}, result);
  };
}

/** Questions in a terminal. */
export class Asking extends TerminalSession {
  private readonly result: string;

  constructor(command: string, args: string[], options: SessionOptions, result: string) {
    super(command, args, options);
    this.result = result;
  }

  /** Sends keys as a person does: not in the same moment as what came before, which would be a paste. */
  async type(keys: string): Promise<void> {
    await sleep(25);
    this.send(keys);
  }

  /** Sends a signal to the program, not to the shell that started it. */
  signalProgram(signal: "SIGINT" | "SIGTERM" | "SIGHUP" | "SIGCONT"): void {
    process.kill(Number(readFileSync(`${this.result}.pid`, "utf8")), signal);
  }

  /** Waits for the end; what was answered. */
  async answered(): Promise<Answered> {
    await this.ended;
    // The shell may be gone before the program when the terminal is.
    for (let tries = 0; !existsSync(this.result) && tries < 500; tries++) await sleep(20);
    return JSON.parse(readFileSync(this.result, "utf8")) as Answered;
  }

  /** The exit code of the program, and whether the terminal is as it was: lines, an echo, a cursor, no paste marks. */
  async left(): Promise<{code: number; sane: boolean}> {
    await this.ended;
    const [, code = "", modes = ""] = /code (\d+)\n([\s\S]*)$/.exec(this.text) ?? [];
    const off = (on: string, back: string): boolean =>
      this.raw.lastIndexOf(on) <= this.raw.lastIndexOf(back);
    const sane =
      modes.trim().split(/\s+/).sort().join(" ") === "echo icanon" &&
      off("\u001b[?25l", "\u001b[?25h") &&
      off("\u001b[?2004h", "\u001b[?2004l");
    return {code: Number(code), sane};
  }
}
