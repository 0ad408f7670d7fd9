import type {Fault} from "../core/diagnostics.ts";
import {
  decodeLeniently,
  decodeStrictly,
  findInvalidByte,
  frontMatterEnd,
  isUtf16,
  lineAt,
  type InvalidByte,
} from "./decode-bytes.ts";
import {fileFault, lineFault} from "./front-matter/front-matter-faults.ts";

/** The largest file that is read, in bytes. */
export const maxFileBytes = 5 * 1024 * 1024;

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
  const faults: Fault[] = [];
  let text = decodeStrictly(bytes);
  if (text === null) {
    const bad = findInvalidByte(bytes);
    if (bad.offset < frontMatterEnd(bytes)) return {text: null, faults: [invalidHead(bad)]};
    text = decodeLeniently(bytes);
    faults.push(invalidBody(bad));
  }
  text = text.replaceAll("\r\n", "\n");
  return headHoldsCarriageReturn(text) ? {text: null, faults: [carriageReturns()]} : {text, faults};
}

/** A lone CR ends a line for some programs and not for others, so that a key could hide behind it. */
function headHoldsCarriageReturn(text: string): boolean {
  if (!text.includes("\r")) return false;
  const close = text.search(/\n---[ \t]*(\n|$)/);
  return close === -1 || text.slice(0, close).includes("\r");
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
  if (decodeStrictly(bytes) === null) {
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
