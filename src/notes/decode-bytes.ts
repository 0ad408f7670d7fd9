/** Kept, because making one takes longer than reading a note with it; a fault may leave it unusable. */
let strict = new TextDecoder("utf-8", {fatal: true});

/** The text of UTF-8 bytes without their byte order mark; null where a byte is not UTF-8. */
export function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    strict = new TextDecoder("utf-8", {fatal: true});
    return null;
  }
}

/** The same, with U+FFFD for what is not UTF-8. */
export function decodeLeniently(bytes: Uint8Array): string {
  return lenient.decode(bytes);
}

const lenient = new TextDecoder("utf-8");

/** A byte order mark, or the NUL in every second place that Latin text without one has. */
export function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const littleEndian = first !== 0 && second === 0 && third !== 0 && fourth === 0;
  const bigEndian = first === 0 && second !== 0 && third === 0 && fourth !== 0;
  return bytes.length >= 4 && bytes.length % 2 === 0 && (littleEndian || bigEndian);
}

/** Where a byte stands that is no UTF-8. */
export interface InvalidByte {
  offset: number;
  line: number;
  /** UTF-16 units from 1. */
  column: number;
}

/** Where the first byte stands that is no UTF-8: the longest valid beginning ends there. */
export function findInvalidByte(bytes: Uint8Array): InvalidByte {
  let good = 0;
  let bad = bytes.length;
  // A cut inside a character is no fault, so that the decoder is told that more will follow.
  while (bad - good > 1) {
    const middle = good + Math.floor((bad - good) / 2);
    if (isValidBeginning(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const before = decodeLeniently(bytes.subarray(0, good)).replace(/\uFFFD{1,3}$/, "");
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
export function frontMatterEnd(bytes: Uint8Array): number {
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
  return /^---[ \t\r]*$/.test(decodeLeniently(line));
}

/** Line of the file, from 1, on which the byte stands. */
export function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset; index++) if (bytes[index] === 0x0a) line++;
  return line;
}
