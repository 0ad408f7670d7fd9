import {PmTalkError} from "../../core/errors.ts";
import {onFailure, type Host} from "./keyboard.ts";
import {pastedText} from "./pasted-text.ts";

/** Milliseconds within which a line that follows another was not typed but pasted. */
const pause = 50;

/**
 * Lines from a terminal that edits them itself. A person needs longer for a line than a paste does, so what
 * follows at once belongs to the same answer.
 */
export class LineReader {
  private readonly decoder = new TextDecoder();
  private readonly lines: string[] = [];
  private rest = "";
  private over = false;
  private wake: () => void = () => undefined;
  private stops: (() => void)[];
  private readonly host: Host;

  constructor(host: Host) {
    this.host = host;
    const {stdin} = host;
    const hear = (chunk: Uint8Array): void => {
      this.hear(this.decoder.decode(chunk, {stream: true}));
    };
    const end = (): void => {
      this.over = true;
      this.wake();
    };
    stdin.on("data", hear).on("end", end).on("close", end).on("error", end);
    this.stops = [
      ...(["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) => host.on(signal, end)),
      onFailure(host.output, end),
      () => stdin.off("data", hear).off("end", end).off("close", end).off("error", end),
    ];
    stdin.resume();
  }

  /** The next line; throws PmTalkError `cancelled` at the end of the input, on Ctrl-C and on a signal. */
  async line(): Promise<string> {
    while (this.lines.length === 0 && !this.over) await this.more();
    const next = this.over ? undefined : this.lines.shift();
    if (next === undefined) throw new PmTalkError("cancelled", "Cancelled.");
    return next;
  }

  /** Whether another line is there already, or follows at once. */
  async follows(): Promise<boolean> {
    if (this.lines.length === 0 && !this.over) await this.more(pause);
    return this.lines.length > 0;
  }

  /** An answer of one line: of a paste of many, the lines with a space between them. */
  async answer(): Promise<string> {
    const lines = [await this.line()];
    while (await this.follows()) lines.push(await this.line());
    return lines
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .join(" ");
  }

  /** Nothing is read any more. */
  close(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
    this.over = true;
    this.host.stdin.pause();
  }

  private hear(text: string): void {
    const parts = pastedText(this.rest + text).split("\n");
    this.rest = parts.pop() ?? "";
    this.lines.push(...parts);
    this.wake();
  }

  /** Waits until something came, or so many milliseconds. */
  private more(milliseconds?: number): Promise<void> {
    return new Promise((done) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(done, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}
