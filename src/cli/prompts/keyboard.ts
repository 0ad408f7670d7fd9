import {Readable} from "node:stream";
import {PmTalkError} from "../../core/errors.ts";
import {PasteGuard, type Heard} from "./paste-guard.ts";
import type {TerminalOutput} from "./screen.ts";

/** Milliseconds without input after which a chunk is no part of the one before. */
const pause = 12;

const switchOn = "\u001b[?2004h";
/** No marks around pastes, and a cursor that can be seen. */
const switchOff = "\u001b[?2004l\u001b[?25h";

/** What the process gives to whoever asks at its terminal. */
export interface Host {
  stdin: Readable & {setRawMode?: (on: boolean) => unknown};
  output: TerminalOutput;
  /** Calls back on a signal, or as the process ends; gives back how to stop that. */
  on: (event: HostEvent, listener: () => void) => () => void;
  /** Stops the process as Ctrl-Z does, until the shell continues it; null where no shell can. */
  suspend: (() => void) | null;
}

export type HostEvent = "SIGINT" | "SIGTERM" | "SIGHUP" | "SIGCONT" | "exit";

/** What the open question takes besides keys. */
export interface Hearing {
  /** The keys that go through to it; all when left out. */
  keys?: (text: string) => string;
  /** Where a paste goes; nowhere when left out, for a paste chooses nothing. */
  paste?: (text: string) => void;
}

/** The open question, as the keyboard knows it. */
interface OpenQuestion {
  hearing: Hearing;
  abort: () => void;
}

/**
 * Stands between the terminal and inquirer, which reads `input` as if it were the terminal. Holds the terminal
 * in raw mode from first to last, so that what is typed while the program works is neither echoed nor lost but
 * heard by the next question, and hears Ctrl-C and signals between questions too. `input` is no TTY, because
 * inquirer throws away what was typed on one before it asks.
 */
export class Keyboard {
  readonly input = new Readable({read: () => undefined, encoding: "utf8"});
  private readonly guard = new PasteGuard();
  private readonly decoder = new TextDecoder();
  private readonly queue: Heard[] = [];
  private question: OpenQuestion | null = null;
  private cancelled = false;
  private delivering = false;
  private timer: NodeJS.Timeout | undefined;
  private stops: (() => void)[] = [];
  private readonly host: Host;

  /** `continued` is called when the process goes on after Ctrl-Z: the shell has written to the terminal meanwhile. */
  constructor(host: Host, continued: () => void) {
    this.host = host;
    const {stdin, output} = host;
    // readline pauses its input as it closes: at Ctrl-D, and once a question is answered.
    this.input.on("pause", () => this.question?.abort());
    const gone = (): void => {
      this.cancel();
    };
    this.stops = [
      ...(["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) => host.on(signal, gone)),
      host.on("SIGCONT", () => {
        this.take();
        continued();
      }),
      host.on("exit", () => {
        this.release();
      }),
      listen(stdin, "data", (chunk) => {
        this.hear(chunk as Uint8Array);
      }),
      listen(stdin, "end", gone),
      listen(stdin, "close", gone),
      listen(stdin, "error", gone),
      onFailure(output, gone),
    ];
    this.take();
    stdin.resume();
  }

  /**
   * Runs one question, which reads from `input`; what was typed before is heard by it. Throws PmTalkError
   * `cancelled` on Ctrl-C, Ctrl-D, a signal, and when the terminal is gone, also when that was before.
   */
  async ask<Answer>(
    hearing: Hearing,
    run: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    if (this.cancelled) throw cancelledError();
    const controller = new AbortController();
    this.question = {
      hearing,
      abort: () => {
        controller.abort();
      },
    };
    try {
      const answer = run(controller.signal);
      void this.deliver();
      return await answer;
    } catch (error) {
      if (!isCancelled(error)) throw error;
      this.cancel();
      throw cancelledError();
    } finally {
      this.question = null;
    }
  }

  /** Gives the terminal back; nothing is read any more. */
  close(): void {
    if (this.stops.length === 0) return;
    clearTimeout(this.timer);
    for (const stop of this.stops) stop();
    this.stops = [];
    this.cancelled = true;
    this.release();
    this.host.stdin.pause();
  }

  private cancel(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    this.question?.abort();
  }

  private take(): void {
    this.host.stdin.setRawMode?.(true);
    this.host.output.write(switchOn);
  }

  private release(): void {
    this.host.output.write(switchOff);
    try {
      this.host.stdin.setRawMode?.(false);
    } catch {
      // The terminal is gone, and its mode with it.
    }
  }

  private hear(chunk: Uint8Array): void {
    clearTimeout(this.timer);
    this.put(this.guard.read(this.decoder.decode(chunk, {stream: true})));
    if (!this.guard.waiting) return;
    this.timer = setTimeout(() => {
      this.put(this.guard.quiet());
    }, pause);
  }

  private put(heard: Heard[]): void {
    for (const one of heard) {
      if (one.kind === "cancel") this.cancel();
      else if (one.kind === "suspend") this.suspend();
      else this.queue.push(one);
    }
    void this.deliver();
  }

  private suspend(): void {
    if (this.host.suspend === null) return;
    this.release();
    this.host.suspend();
  }

  /** Hands on one thing after the other, each once the question has taken the one before: it may have been the answer. */
  private async deliver(): Promise<void> {
    if (this.delivering) return;
    this.delivering = true;
    while (this.question !== null && !this.cancelled) {
      const next = this.queue.shift();
      if (next === undefined) break;
      this.hand(next, this.question.hearing);
      await new Promise((done) => setImmediate(done));
    }
    this.delivering = false;
  }

  private hand(heard: Heard, hearing: Hearing): void {
    if (heard.kind === "paste") hearing.paste?.(heard.text);
    if (heard.kind !== "keys") return;
    // A long run of letters in one chunk is put in at once; key by key it would be drawn as often.
    const run = /^[^\p{Cc}]{16,}$/u.test(heard.text);
    if (run && hearing.paste !== undefined) hearing.paste(heard.text);
    else this.input.push(hearing.keys?.(heard.text) ?? heard.text);
  }
}

/** Calls back when the terminal cannot be written to; gives back how to stop that. */
export function onFailure(output: TerminalOutput, listener: () => void): () => void {
  output.on("error", listener);
  return () => {
    output.off("error", listener);
    // A failure may be told late, and one that nobody hears would end the process.
    if (output.listenerCount("error") === 0) output.on("error", () => undefined);
  };
}

function listen(stream: Readable, event: string, listener: (value: unknown) => void): () => void {
  stream.on(event, listener);
  return () => stream.off(event, listener);
}

/** inquirer's own ways to say that there is no answer. */
function isCancelled(error: unknown): boolean {
  return (
    error instanceof Error &&
    ["ExitPromptError", "AbortPromptError", "CancelPromptError"].includes(error.name)
  );
}

function cancelledError(): PmTalkError {
  return new PmTalkError("cancelled", "Cancelled.");
}
