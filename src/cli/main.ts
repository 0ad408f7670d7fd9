import {isCalendarDate} from "../core/calendar.ts";
import {PmTalkError} from "../core/errors.ts";
import type {Context} from "./context.ts";
import type {Prompter} from "./prompts/prompter.ts";
import {run} from "./run.ts";

/** The program: the only place that reads the process. */
export async function main(): Promise<void> {
  const opened: Prompter[] = [];
  const context = processContext(opened);
  try {
    process.exitCode = await run(process.argv.slice(2), context);
  } finally {
    // A command that failed between two questions leaves no terminal in raw mode, and nothing that waits for keys.
    for (const prompter of opened) await prompter.close();
  }
}

function processContext(opened: Prompter[]): Context {
  const context: Context = {
    cwd: process.cwd(),
    env: process.env,
    // Opened only when read: a closed stdin must not stop a command that asks nothing.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    get stdinIsTTY() {
      return Boolean(process.stdin.isTTY);
    },
    stdoutIsTTY: Boolean(process.stdout.isTTY),
    stderrIsTTY: Boolean(process.stderr.isTTY),
    columns: process.stdout.columns || 80,
    get today() {
      return todayOf(process.env["PM_TALK_TODAY"]);
    },
    clock: () => performance.now(),
    now: () => Date.now(),
    // The global one is loaded when it is used; node:crypto would cost every start.
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    openPrompter: async (color = "auto") => {
      const {openPrompter} = await import("./prompts/open-prompter.ts");
      const prompter = await openPrompter(process, context, color);
      opened.push(prompter);
      return prompter;
    },
    leaveInterrupts,
    onInterrupt,
  };
  return context;
}

/** As git does while an editor runs: the signal goes to both, and whoever has the terminal is meant. */
function leaveInterrupts(): () => void {
  const signals = ["SIGINT", "SIGQUIT"] as const;
  const leave = (): void => undefined;
  for (const signal of signals) process.on(signal, leave);
  return () => {
    for (const signal of signals) process.off(signal, leave);
  };
}

/** Whoever puts in order what it has begun is told of the first signal; a second one ends the program at once. */
function onInterrupt(end: () => void): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const leave = (): void => {
    for (const signal of signals) process.off(signal, heed);
  };
  const heed = (): void => {
    leave();
    end();
  };
  for (const signal of signals) process.on(signal, heed);
  return leave;
}

/** The clock's day in the local zone; PM_TALK_TODAY stands in for it in tests and scripts. */
function todayOf(given: string | undefined): string {
  if (given !== undefined && given !== "") {
    if (isCalendarDate(given)) return given;
    throw new PmTalkError(
      "usage",
      `PM_TALK_TODAY is "${String(given)}", which is not a date.`,
      "PM_TALK_TODAY=2026-11-20",
    );
  }
  const now = new Date();
  const year = String(now.getFullYear()).padStart(4, "0");
  return `${year}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}
