import {expect, test} from "vitest";
import type {Diagnostic, Fault} from "../../src/core/diagnostics.ts";
import {excerptLines} from "../../src/render/diagnostic-excerpt.ts";
import {locateFaults} from "../../src/notes/report-faults.ts";
import {formatDiagnostic} from "../../src/render/diagnostic.ts";

const fault: Fault = {
  code: "pitch-invalid",
  severity: "error",
  place: {at: "file"},
  message: "pitch must be text",
  hint: null,
  dropped: "value",
};

const diagnostic: Diagnostic = {
  file: "conversations/2026/2026-11-19-gantry-sales-call-k7f3qa.md",
  line: 22,
  column: 41,
  severity: "error",
  code: "evidence-kind",
  message: '"told" is not a kind of evidence',
  hint: "Did you mean story? Or: compliment hypothetical opinion observed time reputation money.",
  dropped: "line",
  excerpt: {text: '- **Against** setup-under-five-minutes (told): "We gave up"', length: 4},
};

test("a diagnostic has one shape", () => {
  expect(formatDiagnostic(diagnostic)).toBe(
    `conversations/2026/2026-11-19-gantry-sales-call-k7f3qa.md:22:41 error evidence-kind: "told" is not a kind of evidence
    - **Against** setup-under-five-minutes (told): "We gave up"
                                            ^^^^
  Did you mean story? Or: compliment hypothetical opinion observed time reputation money.
  This line does not count; the rest of the note does.`,
  );
});

test("what it costs is said for notes and for other files", () => {
  const last = (changes: Partial<Diagnostic>) =>
    formatDiagnostic({...diagnostic, ...changes})
      .split("\n")
      .at(-1);
  expect(last({dropped: "file"})).toBe("  The whole note is left out until then.");
  expect(last({dropped: "value"})).toBe("  This value does not count; the rest of the note does.");
  expect(last({dropped: "file", file: "customers/acme.md"})).toBe(
    "  The whole file is left out until then.",
  );
  expect(last({dropped: null, hint: "Look."})).toBe("  Look.");
});

const carets: [string, number, number, string, string][] = [
  ["reason: no", 9, 2, "reason: no", "        ^^"],
  ["顧客: 株式会社", 5, 2, "顧客: 株式会社", "      ^^^^"],
  ["👩‍👩‍👧 x y", 10, 1, "👩‍👩‍👧 x y", "   ^"],
  ["a\tb c", 3, 1, "a    b c", "     ^"],
  ["\u001b[31mred", 6, 3, "\\x1b[31mred", "        ^^^"],
  ["abc", 9, 1, "abc", "   ^"],
  ["e\u0301te\u0301 x", 7, 1, "e\u0301te\u0301 x", "    ^"],
];

test.each(carets)(
  "the caret stands under the place in %j",
  (line, column, length, shown, below) => {
    expect(excerptLines(line, column, length)).toEqual([shown, below]);
  },
);

test("a long line is cut around the place, without halving a character", () => {
  const [shown, below] = excerptLines(`${"👍".repeat(200)}here${"界".repeat(200)}`, 401, 4);
  expect(shown).toMatch(/^…(👍){20}here界+…$/u);
  expect(below).toBe(`${" ".repeat(41)}^^^^`);
  expect(excerptLines("x".repeat(1_000_000), 999_999, 500)[1]).toBe(`${" ".repeat(41)}^^`);
});

test("nothing that hides or moves text gets through", async () => {
  const text = "---\npitch: \u202e3\n---\n";
  const place = {at: "field", field: "pitch"} as const;
  const [found] = await locateFaults("conversations/\u001bx.md", text, [
    {...fault, place, message: 'not "\u001b]52;c;x\u0007"', hint: "\u202e"},
  ]);
  if (found === undefined) throw new Error("not found");
  expect(formatDiagnostic(found)).not.toMatch(/[\u001b\u0007\u202e]/);
});

const yaml = `---
# a comment
pitch: v3
contacts: [tom, "lena moss", x]
tags:
  - one
  - two words
via:
'firm': |
  two
  lines
---
text
`;

const places: [Fault["place"], [number, number, number]][] = [
  [{at: "file"}, [1, 1, 0]],
  [{at: "field", field: "pitch"}, [3, 8, 2]],
  [{at: "field", field: "pitch", of: "key"}, [3, 1, 5]],
  [{at: "field", field: "contacts"}, [4, 11, 21]],
  [{at: "field", field: "contacts", index: 1}, [4, 17, 11]],
  [{at: "field", field: "contacts", index: 9}, [4, 11, 21]],
  [{at: "field", field: "tags", index: 1}, [7, 5, 9]],
  [{at: "field", field: "pitch", index: 0}, [3, 8, 2]],
  [{at: "field", field: "via"}, [8, 1, 3]],
  [{at: "field", field: "firm", of: "key"}, [9, 1, 6]],
  [{at: "field", field: "firm"}, [9, 9, 1]],
  [{at: "field", field: "absent"}, [1, 1, 0]],
  [{at: "line", line: 13, column: 2, length: 3}, [13, 2, 3]],
];

test.each(places)("%j is found", async (place, [line, column, length]) => {
  const [found] = await locateFaults("customers/x.md", yaml, [{...fault, place}]);
  expect(found).toMatchObject({line, column});
  expect(found?.excerpt?.length ?? 0).toBe(length);
});

test("faults come in file order, and none of a file without text gets lost", async () => {
  const faults: Fault[] = [
    {...fault, code: "b", place: {at: "field", field: "tags"}},
    {...fault, code: "a", place: {at: "field", field: "pitch"}},
    {...fault, code: "c"},
  ];
  const found = await locateFaults("customers/x.md", yaml, faults);
  expect(found.map(({code, line}) => [code, line])).toEqual([
    ["c", 1],
    ["a", 3],
    ["b", 6],
  ]);
  expect(await locateFaults("customers/x.md", "", faults)).toHaveLength(3);
});
