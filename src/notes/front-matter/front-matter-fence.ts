import type {Fault} from "../../core/diagnostics.ts";
import {lineFault} from "./front-matter-faults.ts";

/** Where the front matter stands: its YAML without the fences, and where the closing fence's line ends. */
export interface Fences {
  /** The lines between the fences, joined by `\n`. */
  block: string;
  /** Line of the file, from 1, on which the body begins. */
  bodyLine: number;
  /** Index of the line feed behind the closing fence; the length of the text where there is none. */
  end: number;
}

const openingHint = "Line 1 must be --- and nothing else; the front matter ends with another ---.";
const fence = /^---[ \t]*\r?$/;

/**
 * Finds the two `---` lines around the front matter, or says which one is wrong. Found by us and not by
 * gray-matter, which would also run `---js`, cut at `----`, and take a missing fence for an empty file.
 */
export function findFences(text: string): Fences | {fault: Fault} {
  const firstLine = lineAt(text, 0);
  const opening = checkOpening(firstLine, text);
  if (opening !== null) return {fault: opening};
  let start = firstLine.length + 1;
  for (let number = 2; start <= text.length; number++) {
    const line = lineAt(text, start);
    if (fence.test(line)) {
      const block = text.slice(firstLine.length + 1, Math.max(firstLine.length + 1, start - 1));
      return {block, bodyLine: number + 1, end: start + line.length};
    }
    const wrong = checkInside(line, number);
    if (wrong !== null) return {fault: wrong};
    start += line.length + 1;
  }
  return {fault: unclosed(text)};
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end === -1 ? text.length : end);
}

function checkOpening(line: string, text: string): Fault | null {
  if (/^---(yaml)?[ \t]*\r?$/.test(line)) return null;
  const shown = line.trim().slice(0, 40);
  const length = Math.max(1, Math.min(line.length, 40));
  const fault = (code: string, message: string, hint = openingHint) =>
    lineFault(code, 1, message, hint, 1, length);
  if (/^(<<<<<<<|=======|>>>>>>>)/.test(line)) return conflict(1);
  const language = /^---[ \t]*([A-Za-z][\w+.-]*)[ \t]*\r?$/.exec(line)?.[1];
  if (language !== undefined) {
    return fault(
      "fence-language",
      `front matter in "${language}" is not read and never run`,
      "Line 1 must be --- and nothing else, with YAML below it.",
    );
  }
  if (shown === "+++") return fault("fence-open", "line 1 must be ---; +++ is TOML");
  if (/^[—–―‒-]+$/.test(shown) && /[—–―‒]/.test(shown)) {
    return fault("fence-open", "line 1 must be ---; these are dashes that an editor has joined");
  }
  if (shown === "" && /^\s*\n---/.test(text)) {
    return fault("fence-open", "line 1 must be ---; there is an empty line before it");
  }
  if (shown.replace(/^[\u200b-\u200f\u2060\ufeff]+/, "").startsWith("---")) {
    return fault("fence-open", "line 1 must be --- and nothing before or behind it");
  }
  return fault("fence-open", "line 1 must be ---; there is no front matter here");
}

/** What gray-matter would take for the closing fence, and the traces of a merge. */
function checkInside(line: string, number: number): Fault | null {
  if (/^(<<<<<<<|>>>>>>>)( |\r?$)/.test(line) || /^=======\r?$/.test(line)) return conflict(number);
  if (!line.startsWith("---")) return null;
  return lineFault(
    "fence-close",
    number,
    "a line that begins with --- must be --- and nothing else",
    "To end the front matter write --- ; a value that begins with --- needs quotes.",
    1,
    Math.min(line.trimEnd().length, 40),
  );
}

function conflict(number: number): Fault {
  return lineFault(
    "yaml-conflict",
    number,
    "a merge conflict stands in the front matter",
    "Keep one side, and delete the lines <<<<<<<, ======= and >>>>>>>.",
    1,
    7,
  );
}

function unclosed(text: string): Fault {
  const lines = text.split("\n", 200);
  const close = lines.findIndex(
    (line, index) => index > 0 && /^[ \t]*([—–―‒-]{1,3}|\.\.\.|\+\+\+)[ \t]*\r?$/.test(line),
  );
  if (close !== -1) {
    const message = `the front matter is not closed; this line was perhaps meant as ---`;
    const length = lines[close]?.trimEnd().length ?? 1;
    return lineFault("fence-close", close + 1, message, "Write --- here.", 1, Math.max(1, length));
  }
  return lineFault(
    "fence-close",
    1,
    "the front matter that begins here is not closed",
    "Write --- on a line of its own below it. If the text ends too early, the file was cut off.",
    1,
    3,
  );
}
