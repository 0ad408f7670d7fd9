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
  private pasted = "";

  /** Whether `quiet` has something to decide. */
  get waiting(): boolean {
    return this.mode === "burst" || this.held !== "" || this.enter !== "" || this.pasted !== "";
  }

  /** Takes what was read at once. */
  read(chunk: string): Heard[] {
    // The only way out when the end of a paste never comes.
    if (chunk === "\u0003") return this.cancel();
    let text = this.held + chunk;
    this.held = "";
    const heard: Heard[] = [];
    while (text !== "") {
      if (this.mode === "marked") text = this.readMarked(text, heard);
      else text = this.readPlain(text, heard);
    }
    return heard;
  }

  /** Nothing came for a while: what was held back is what it looks like. */
  quiet(): Heard[] {
    const {held, enter} = this;
    this.held = this.enter = "";
    if (this.mode === "marked") return this.paste(this.takePasted(held));
    this.mode = "typing";
    return [...keys(enter), ...keys(held)];
  }

  private cancel(): Heard[] {
    this.mode = "typing";
    this.held = this.enter = this.pasted = "";
    return [{kind: "cancel"}];
  }

  /** Reads up to the end of a marked paste; gives back what stands behind it. */
  private readMarked(text: string, heard: Heard[]): string {
    // The mark may have been cut in two.
    const from = Math.max(0, this.pasted.length - pasteEnd.length);
    this.pasted += text;
    const end = this.pasted.indexOf(pasteEnd, from);
    if (end === -1) return "";
    const rest = this.pasted.slice(end + pasteEnd.length);
    heard.push(...this.paste(this.pasted.slice(0, end)));
    this.pasted = "";
    this.mode = "typing";
    return rest;
  }

  /** Of a paste that has paused: all but the sequence that it may have stopped in. */
  private takePasted(more: string): string {
    const all = this.pasted + more;
    const cut = /\u001b[^a-zA-Z~\u001b]{0,40}$/.exec(all)?.index ?? all.length;
    this.pasted = all.slice(cut);
    return all.slice(0, cut);
  }

  private readPlain(text: string, heard: Heard[]): string {
    const start = text.indexOf(pasteStart);
    if (start !== -1) {
      heard.push(...this.classify(text.slice(0, start)), ...keys(this.enter));
      this.enter = "";
      this.mode = "marked";
      return text.slice(start + pasteStart.length);
    }
    const cut = unfinished.exec(text)?.index ?? text.length;
    this.held = text.slice(cut);
    heard.push(...this.classify(text.slice(0, cut).replaceAll(pasteEnd, "")));
    return "";
  }

  private classify(chunk: string): Heard[] {
    if (chunk === "") return [];
    const text = this.enter + chunk;
    const body = text.replace(/(?:\r\n|\r|\n)$/, "");
    // Nothing but Enters is a key held down.
    const enters = /^[\r\n]+$/.test(text);
    if (this.mode === "burst" || (!enters && /[\r\n]/.test(body))) {
      this.mode = "burst";
      this.enter = "";
      return this.paste(text);
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

  private paste(raw: string): Heard[] {
    const text = pastedText(raw);
    return text === "" ? [] : [{kind: "paste", text}];
  }
}

const suspend: Heard = {kind: "suspend"};

/** Keys as readline shall get them: each Enter by itself, for it may end a question. */
function keys(text: string): Heard[] {
  return text
    .split(/(\r\n|\r|\n)/)
    .filter((part) => part !== "")
    .map((part) => ({kind: "keys", text: part === "\r\n" ? "\r" : part}));
}
