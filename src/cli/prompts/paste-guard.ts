import {pastedText} from "./pasted-text.ts";

/** What came from the terminal, once it is known whether it was typed or pasted. */
export type Heard =
  | {kind: "keys"; text: string}
  /** Cleaned by `pastedText`. */
  | {kind: "paste"; text: string}
  /** Ctrl-C. */
  | {kind: "cancel"}
  /** Ctrl-Z. */
  | {kind: "suspend"};

/** A terminal puts these around a paste once it is told to (`ESC [ ? 2004 h`). */
const pasteStart = "\u001b[200~";
const pasteEnd = "\u001b[201~";

/** The beginning of a mark, or of the sequence of a key, of which the rest may still be on its way. */
const unfinished = /\u001b(?:\[(?:2(?:0(?:[01])?)?)?)?$/;

/**
 * Tells pastes from typing, for no line end in a paste may answer a question. A paste is what stands between
 * the marks of the terminal; from terminals without them, a chunk with a line end before its end, and what
 * follows without a pause. One chunk `abc\r` is typing: a slow line, or keys typed ahead. Knows no clock: its
 * owner says when nothing came for a while.
 */
export class PasteGuard {
  private mode: "typing" | "burst" | "marked" = "typing";
  /** The beginning of an escape sequence. */
  private held = "";
  /** A line end behind typed text: an Enter, unless more follows at once. */
  private enter = "";
  /** What came of a paste whose end mark has not come, in parts: a long one comes in thousands. */
  private pasted: string[] = [];

  /** Whether `quiet` has something to decide. */
  get waiting(): boolean {
    return this.mode !== "typing" || this.held !== "" || this.enter !== "";
  }

  /** Takes what was read at once. */
  read(chunk: string): Heard[] {
    // The only way out when the end of a paste never comes.
    if (chunk === "\u0003") return this.cancel();
    let text = this.held + chunk;
    let heard: Heard[] = [];
    this.held = "";
    while (text !== "") {
      const [some, rest] = this.mode === "marked" ? this.readMarked(text) : this.readPlain(text);
      heard = heard.concat(some);
      text = rest;
    }
    return heard;
  }

  /** Nothing came for a while: what was held back is what it looks like. */
  quiet(): Heard[] {
    if (this.mode === "marked") return this.pauseMarked();
    const {held, enter} = this;
    this.held = this.enter = "";
    this.mode = "typing";
    return [...keys(enter), ...keys(held)];
  }

  private cancel(): Heard[] {
    this.mode = "typing";
    this.held = this.enter = "";
    this.pasted = [];
    return [{kind: "cancel"}];
  }

  /** Reads up to the end of a marked paste; gives back what stands behind it too. */
  private readMarked(text: string): [Heard[], string] {
    const end = text.indexOf(pasteEnd);
    if (end === -1) {
      // The mark may be cut in two.
      const cut = text.length - pasteEnd.length + 1;
      this.pasted.push(text.slice(0, Math.max(0, cut)));
      this.held = text.slice(Math.max(0, cut));
      return [[], ""];
    }
    const all = this.pasted.join("") + text.slice(0, end);
    this.pasted = [];
    this.mode = "typing";
    return [paste(all), text.slice(end + pasteEnd.length)];
  }

  /** Of a paste that has paused: all but the sequence that it may have stopped in. */
  private pauseMarked(): Heard[] {
    const all = this.pasted.join("") + this.held;
    const cut = /\u001b[^a-zA-Z~\u001b]{0,40}$/.exec(all.slice(-50))?.[0].length ?? 0;
    this.pasted = [];
    this.held = all.slice(all.length - cut);
    return paste(all.slice(0, all.length - cut));
  }

  private readPlain(text: string): [Heard[], string] {
    const start = text.indexOf(pasteStart);
    if (start !== -1) {
      const before = [...this.classify(text.slice(0, start)), ...keys(this.enter)];
      this.enter = "";
      this.mode = "marked";
      return [before, text.slice(start + pasteStart.length)];
    }
    const cut = unfinished.exec(text.slice(-8))?.[0].length ?? 0;
    this.held = text.slice(text.length - cut);
    return [this.classify(text.slice(0, text.length - cut).replaceAll(pasteEnd, "")), ""];
  }

  private classify(chunk: string): Heard[] {
    if (chunk === "") return [];
    // No paste goes on with an arrow or a backspace: what came before it is over.
    if (!otherKey.test(chunk)) return this.classifyText(this.enter + chunk);
    const before = keys(this.enter);
    this.enter = "";
    this.mode = "typing";
    return before.concat(this.classifyText(chunk));
  }

  private classifyText(text: string): Heard[] {
    const body = text.replace(/(?:\r\n|\r|\n)$/, "");
    // Nothing but Enters is a key held down.
    const enters = /^[\r\n]+$/.test(text);
    if (this.mode === "burst" || (!enters && /[\r\n]/.test(body))) {
      this.mode = "burst";
      this.enter = "";
      return paste(text);
    }
    if (text.includes("\u0003")) return this.cancel();
    if (enters || body.length === text.length) {
      this.enter = "";
      return text
        .split("\u001a")
        .flatMap((part, index) => [...(index > 0 ? [suspend] : []), ...keys(part)]);
    }
    this.enter = text.slice(body.length);
    return keys(body);
  }
}

/** A control character or the sequence of a key, but for what a text may hold. */
const otherKey = /^(?![\t\r\n])\p{Cc}/u;

const suspend: Heard = {kind: "suspend"};

function paste(raw: string): Heard[] {
  const text = pastedText(raw);
  return text === "" ? [] : [{kind: "paste", text}];
}

/** Keys as readline shall get them: each Enter by itself, for it may end a question. */
function keys(text: string): Heard[] {
  return text
    .split(/(\r\n|\r|\n)/)
    .filter((part) => part !== "")
    .map((part) => ({kind: "keys", text: part === "\r\n" ? "\r" : part}));
}
