import {expect, test} from "vitest";
import {decodeFile, maxFileBytes} from "../../src/notes/decode.ts";
import {read, report, valid} from "./read-file-reports.ts";

const utf8 = new TextEncoder();
const note = `---\n${valid}\n---\n\n## Quotes\n- "Zürich"\n`;

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function utf16(text: string, mark: boolean): Uint8Array {
  const units = Uint16Array.from(mark ? `\ufeff${text}` : text, (sign) => sign.charCodeAt(0));
  return new Uint8Array(units.buffer);
}

test("a byte order mark and CRLF are accepted, and lines keep their numbers", async () => {
  const bytes = utf8.encode(
    `\ufeff${note.replace("team", "pitch: 3\nteam").replaceAll("\n", "\r\n")}`,
  );
  expect(decodeFile(bytes).text).not.toContain("\r");
  expect(await report("conversation", bytes)).toMatch(/^x\.md:5:8 error pitch-invalid/);
  expect(read("conversation", bytes).parsed?.body.items.quotes[0]).toMatchObject({line: 10});
});

const leftOut: [string, Uint8Array, string][] = [
  ["empty", new Uint8Array(), "file-empty: the file is empty"],
  [
    "more than 5 MiB",
    new Uint8Array(maxFileBytes + 1).fill(0x61),
    "file-size: the file has 5.0 MiB; 5 MiB is the most that is read",
  ],
  ["UTF-16 with a mark", utf16(note, true), "encoding-utf16: the file is UTF-16, not UTF-8"],
  ["UTF-16 without one", utf16(note, false), "encoding-utf16: the file is UTF-16, not UTF-8"],
  [
    "a NUL",
    utf8.encode(note.replace("Zürich", "Z\0rich")),
    "encoding-nul: there is a NUL character in line 9",
  ],
  [
    "a picture",
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff),
    "file-binary: this is not a text file",
  ],
  [
    "Latin-1 in the front matter",
    latin1(note.replace("gantry", "Z\xfcrich AG")),
    "encoding-utf8: line 4 holds a byte that is not UTF-8",
  ],
  [
    "a character cut off in an unclosed front matter",
    utf8.encode("---\ncustomer: Zü").slice(0, -1),
    "encoding-utf8: line 2 holds a byte that is not UTF-8",
  ],
  [
    "CR alone",
    utf8.encode(note.replaceAll("\n", "\r")),
    "encoding-line-ends: lines end in CR alone, as on an old Macintosh",
  ],
  [
    "one CR in the front matter, behind which a key would hide",
    utf8.encode(note.replace("customer: gantry", "customer: gantry\rstatus: planned")),
    "encoding-line-ends: lines end in CR alone, as on an old Macintosh",
  ],
];

test.each(leftOut)("%s: left out, with the reason at line 1", async (_name, bytes, message) => {
  expect(read("conversation", bytes).parsed).toBeNull();
  const lines = (await report("conversation", bytes)).split("\n");
  expect(lines[0]).toBe(`x.md:1:1 error ${message}`);
  expect(lines.at(-1)).toBe("  The whole note is left out until then.");
});

test("bytes that are no UTF-8 in the body alone are a warning", async () => {
  const bytes = latin1(note.replace("Zürich", "Z\xfcrich"));
  expect(read("conversation", bytes).parsed?.body.items.quotes[0]?.quotes).toEqual(["Z\ufffdrich"]);
  expect(await report("conversation", bytes)).toBe(
    [
      "x.md:9:5 warning encoding-body: this line holds a byte that is not UTF-8",
      '    - "Z\ufffdrich"',
      "        ^",
      "  It is read as \ufffd. Save the file as UTF-8 and mend the word.",
    ].join("\n"),
  );
});

test("a file of replacement characters is looked through in linear time", () => {
  const head = utf8.encode(`---\n${valid}\n---\n`);
  const body = utf8.encode("\ufffd".repeat(1_000_000) + "a");
  const bytes = new Uint8Array(head.length + body.length + 1).fill(0xff);
  bytes.set(head);
  bytes.set(body, head.length);
  expect(decodeFile(bytes).faults[0]?.place).toEqual({
    at: "line",
    line: 7,
    column: 1_000_002,
    length: 1,
  });
});
