import type {Fault} from "../core/diagnostics.ts";
import {fileFault, lineFault} from "./front-matter-faults.ts";

/** The largest file that is read, in bytes. */
export const maxFileBytes = 5 * 1024 * 1024;

const strict = new TextDecoder("utf-8", {fatal: true});
const lenient = new TextDecoder("utf-8");

/** A file's bytes as text, or null and the reason why it is left out. */
export type DecodedFile = {text: string; faults: Fault[]} | {text: null; faults: Fault[]};

/**
 * The text of a file: UTF-8, without a byte order mark, line ends as `\n`, so that its lines are the
 * lines an editor shows. Text is null, with the reason, for what is no UTF-8 text file; invalid bytes in
 * the body alone cost nothing but a warning, because the facts are in the front matter and the quotes
 * around the bad byte can still be read.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  const refusal = refuseBytes(bytes);
  if (refusal !== null) return {text: null, faults: [refusal]};
  let text: string;
  const faults: Fault[] = [];
  try {
    text = strict.decode(bytes);
  } catch {
    const bad = findInvalidByte(bytes);
    if (bad.offset < frontMatterEnd(bytes)) return {text: null, faults: [invalidHead(bad)]};
    text = lenient.decode(bytes);
    faults.push(invalidBody(bad));
  }
  text = text.replaceAll("\r\n", "\n");
  if (text.includes("\r")) {
    if (!text.includes("\n") || headHoldsCarriageReturn(text)) {
      return {text: null, faults: [carriageReturns()]};
    }
  }
  return {text, faults};
}

function refuseBytes(bytes: Uint8Array): Fault | null {
  if (bytes.length === 0) {
    return fileFault("file-empty", "the file is empty", "Write it again, or delete it.");
  }
  if (bytes.length > maxFileBytes) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return fileFault(
      "file-size",
      `the file has ${size} MiB; 5 MiB is the most that is read`,
      "Keep recordings and long transcripts in files of their own and link them.",
    );
  }
  if (isUtf16(bytes)) {
    return fileFault(
      "encoding-utf16",
      "the file is UTF-16, not UTF-8",
      "Save it as UTF-8 (in an editor: Save with encoding).",
    );
  }
  const nul = bytes.indexOf(0);
  return nul === -1 ? null : refuseNul(bytes, nul);
}

function refuseNul(bytes: Uint8Array, nul: number): Fault {
  if (!isUtf8(bytes)) {
    return fileFault(
      "file-binary",
      "this is not a text file",
      "Move it out of this folder, or give it another ending than .md.",
    );
  }
  return fileFault(
    "encoding-nul",
    `there is a NUL character in line ${String(lineAt(bytes, nul))}`,
    "Delete it; a disk or sync error may have put it there, so look for lost text around it.",
  );
}

/** A byte order mark, or the NUL in every second place that Latin text without one has. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const littleEndian = first !== 0 && second === 0 && third !== 0 && fourth === 0;
  const bigEndian = first === 0 && second !== 0 && third === 0 && fourth !== 0;
  return bytes.length >= 4 && bytes.length % 2 === 0 && (littleEndian || bigEndian);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

interface InvalidByte {
  offset: number;
  line: number;
  /** UTF-16 units from 1. */
  column: number;
}

/** Where the first byte stands that is no UTF-8: the longest valid beginning ends there. */
function findInvalidByte(bytes: Uint8Array): InvalidByte {
  let good = 0;
  let bad = bytes.length;
  // A cut inside a character is no fault, so that the decoder is told that more will follow.
  while (bad - good > 1) {
    const middle = good + Math.floor((bad - good) / 2);
    if (isValidBeginning(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const before = lenient.decode(bytes.subarray(0, good)).replace(/\uFFFD+$/, "");
  const lines = before.split(/\r\n?|\n/);
  return {offset: good, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1};
}

function isValidBeginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", {fatal: true}).decode(bytes, {stream: true});
    return true;
  } catch {
    return false;
  }
}

/** Bytes up to the closing fence; the whole file where there is none. */
function frontMatterEnd(bytes: Uint8Array): number {
  let start = 0;
  let line = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    if (line > 0 && isFenceLine(bytes.subarray(start, end))) return end;
    start = end + 1;
    line++;
  }
  return bytes.length;
}

function isFenceLine(line: Uint8Array): boolean {
  if (line[0] !== 0x2d || line.length > 200) return false;
  return /^---[ \t\r]*$/.test(lenient.decode(line));
}

function headHoldsCarriageReturn(text: string): boolean {
  const close = text.search(/\n---[ \t]*(\n|$)/);
  return text.slice(0, close === -1 ? text.length : close).includes("\r");
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset; index++) if (bytes[index] === 0x0a) line++;
  return line;
}

function invalidHead(bad: InvalidByte): Fault {
  return fileFault(
    "encoding-utf8",
    `line ${String(bad.line)} holds a byte that is not UTF-8`,
    "Save the file as UTF-8 (in an editor: Save with encoding).",
  );
}

function invalidBody(bad: InvalidByte): Fault {
  return {
    ...lineFault("encoding-body", bad.line, "this line holds a byte that is not UTF-8", null),
    place: {at: "line", line: bad.line, column: bad.column, length: 1},
    severity: "warning",
    hint: "It is read as \uFFFD. Save the file as UTF-8 and mend the word.",
    dropped: null,
  };
}

function carriageReturns(): Fault {
  return fileFault(
    "encoding-line-ends",
    "lines end in CR alone, as on an old Macintosh",
    "Save the file with LF (or CRLF) line ends.",
  );
}
