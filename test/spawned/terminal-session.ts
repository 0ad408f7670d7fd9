import {spawn, type IPty} from "@lydell/node-pty";
import {setTimeout as sleep} from "node:timers/promises";
import {stripVTControlCharacters} from "node:util";
import {onTestFinished} from "vitest";

/** Milliseconds that a text may take to appear; a slow machine is not a failure. */
const patience = 20_000;

export interface SessionOptions {
  cwd: string;
  env?: Record<string, string>;
  columns?: number;
  rows?: number;
}

/** How a program in a terminal ended. */
export interface Ending {
  code: number;
  /** The number of the signal that killed it; 0 when none did. */
  signal: number;
}

/** A program in a pseudo-terminal, as a person has it: text appears, keys are sent. Killed when the test is over. */
export class TerminalSession {
  /** All that was written, escape sequences included. */
  raw = "";
  /** How the program ended. */
  readonly ended: Promise<Ending>;
  private readonly pty: IPty;
  private over = false;
  /** Up to where `waitFor` has looked. */
  private seen = 0;
  private waiting: (() => void)[] = [];

  constructor(command: string, args: string[], options: SessionOptions) {
    this.pty = spawn(command, args, {
      cwd: options.cwd,
      cols: options.columns ?? 80,
      rows: options.rows ?? 24,
      env: {
        PATH: process.env["PATH"],
        HOME: options.cwd,
        TERM: "xterm-256color",
        LANG: "C.UTF-8",
        GIT_CONFIG_NOSYSTEM: "1",
        PM_TALK_ME: "ana",
        PM_TALK_TODAY: "2026-11-20",
        ...options.env,
      },
    });
    this.pty.onData((data) => {
      this.raw += data;
      this.wake();
    });
    this.ended = new Promise((done) => {
      this.pty.onExit(({exitCode, signal}) => {
        this.over = true;
        this.wake();
        done({code: exitCode, signal: signal ?? 0});
      });
    });
    onTestFinished(() => {
      if (!this.over) this.pty.kill("SIGKILL");
    });
  }

  /** All that was written, without escape sequences. */
  get text(): string {
    return stripVTControlCharacters(this.raw).replaceAll("\r\n", "\n");
  }

  /** Waits until the text is written, behind what was waited for before; fails when the program ends without it. */
  async waitFor(text: string): Promise<void> {
    const until = Date.now() + patience;
    for (;;) {
      const at = this.text.indexOf(text, this.seen);
      if (at !== -1) {
        this.seen = at + text.length;
        return;
      }
      if (this.over || Date.now() > until) {
        throw new Error(`"${text}" never came. All that did:\n${this.text.slice(-2000)}`);
      }
      await new Promise<void>((done) => {
        const timer = setTimeout(done, 1000);
        this.waiting.push(() => {
          clearTimeout(timer);
          done();
        });
      });
    }
  }

  /** Keys, or what is pasted; `\r` is Enter. */
  send(keys: string): void {
    this.pty.write(keys);
  }

  /** Waits until the program has answered with something and is quiet again, for so many milliseconds. */
  async settle(quiet = 25): Promise<void> {
    const before = this.raw.length;
    const until = Date.now() + 2000;
    while (this.raw.length === before && !this.over && Date.now() < until) await sleep(10);
    for (let length = -1; length !== this.raw.length;) {
      length = this.raw.length;
      await sleep(quiet);
    }
  }

  signal(name: "SIGINT" | "SIGTERM" | "SIGHUP" | "SIGCONT"): void {
    this.pty.kill(name);
  }

  resize(columns: number, rows = 24): void {
    this.pty.resize(columns, rows);
  }

  /** Takes the terminal away, as closing its window does. */
  hangUp(): void {
    // Not among its types, but documented nowhere else: it closes our end.
    (this.pty as IPty & {destroy: () => void}).destroy();
  }

  private wake(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }
}
