import {expect, test} from "vitest";
import {conceptSchema} from "../../../src/notes/concept.ts";
import {frontMatterCodes} from "../../../src/notes/front-matter/front-matter-codes.ts";
import {fieldForms, requiredFields} from "../../../src/notes/front-matter/read-fields-schemas.ts";
import {kinds, type Kind} from "../../../src/notes/vocabulary.ts";
import {read, valid} from "../read-file-reports.ts";

const bytes = (text: string, ...more: number[]) =>
  Uint8Array.of(...new TextEncoder().encode(text), ...more);
const fenced = (yaml: string) => `---\n${yaml}\n---\n`;

/** One bad file for every code that is not about a single field. */
const badFiles: Record<string, string | Uint8Array> = {
  "file-empty": "",
  "file-size": new Uint8Array(6 * 1024 * 1024).fill(0x61),
  "file-binary": Uint8Array.of(0x89, 0x50, 0xff, 0x47, 0, 0),
  "encoding-utf16": Uint8Array.of(0xff, 0xfe, 0x2d, 0),
  "encoding-utf8": bytes("---\na: ", 0xff),
  "encoding-nul": fenced("a: \0"),
  "encoding-line-ends": "---\ra: 1\r---\r",
  "encoding-body": bytes(fenced(valid), 0xff),
  "fence-open": "# Talk",
  "fence-language": "---js\n---\n",
  "fence-close": "---\na: 1\n",
  "yaml-conflict": fenced("<<<<<<< HEAD"),
  "yaml-mapping": fenced("text"),
  "yaml-colon": fenced("a: b: c"),
  "yaml-space": fenced("a:b\nc: d"),
  "yaml-tab": fenced("a: b\n\tc: d"),
  "yaml-indent": fenced("a: b\n  c: d"),
  "yaml-sign": fenced("a: @b"),
  "yaml-quotes": fenced('a: "b'),
  "yaml-bracket": fenced("a: [b"),
  "yaml-duplicate": fenced("a: 1\na: 2"),
  "yaml-anchor": fenced("a: *b*"),
  "yaml-tag": fenced("a: !b c"),
  "yaml-key": fenced("__proto__: 1"),
  "yaml-character": fenced("a: \u0007"),
  "yaml-size": fenced(`a: ${"[".repeat(30)}`),
  "yaml-syntax": fenced('a: {b: "c"} d'),
  "yaml-comment": fenced(`${valid}\nreason: see #4`),
  "list-comma": fenced(`${valid}\ntags: a, b`),
  "key-unknown": fenced(`${valid}\ndurations: 5`),
  "key-section": fenced(`${valid}\nevidence: 5`),
  "meaningful-reason": fenced(`${valid}\nmeaningful: true`),
};

test("a code stands once, in lower-case words, with a sentence", () => {
  const codes = frontMatterCodes.map(({code}) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const {code, about} of frontMatterCodes) {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(about).toMatch(/^[A-Z].*\.$/);
  }
});

test("every code has a bad file, and every bad file its code, severity and cost", () => {
  const seen = new Set<string>();
  const check = (kind: Kind, source: string | Uint8Array, code: string) => {
    const fault = read(kind, source).faults.find((found) => found.code === code);
    const registered = frontMatterCodes.find((row) => row.code === code);
    expect(fault, code).toBeDefined();
    expect(registered, code).toBeDefined();
    expect(fault?.severity).toBe(registered?.severity);
    if (registered?.dropped !== "file") expect(fault?.dropped).toBe(registered?.dropped);
    seen.add(code);
  };
  for (const [code, source] of Object.entries(badFiles)) check("conversation", source, code);
  check("assumption", fenced("override: validated"), "override-incomplete");
  for (const kind of kinds) {
    for (const field of requiredFields[kind]) check(kind, fenced("a: b"), `${field}-missing`);
    for (const {field} of fieldForms[kind]) {
      check(kind, fenced(`${field}: {not: this}`), `${field}-invalid`);
    }
  }
  expect([...seen].sort()).toEqual(frontMatterCodes.map(({code}) => code).sort());
});

test("codes of fields follow from the schemas", () => {
  const codes = new Map(frontMatterCodes.map((row) => [row.code, row]));
  for (const field of Object.keys(conceptSchema.entries)) {
    expect(codes.has(`${field}-invalid`)).toBe(true);
  }
  expect(codes.get("status-invalid")?.dropped).toBe("file");
  expect(codes.get("pitch-invalid")?.dropped).toBe("value");
});
