import fc from "fast-check";
import {expect, test} from "vitest";
import {renderJson} from "../../src/render/json.ts";
import {hostileText} from "./arbitrary.ts";

test("two spaces deep, keys in the order given, one newline", () => {
  expect(renderJson({schemaVersion: 1, kind: "last", data: {b: [], a: null}})).toBe(
    '{\n  "schemaVersion": 1,\n  "kind": "last",\n  "data": {\n    "b": [],\n    "a": null\n  }\n}\n',
  );
});

test("an absent value is null, in objects, lists and alone", () => {
  expect(renderJson({a: undefined, b: [undefined]})).toBe(
    '{\n  "a": null,\n  "b": [\n    null\n  ]\n}\n',
  );
  expect(renderJson(undefined)).toBe("null\n");
});

test("a tally in a Map is an object, whatever its keys are called", () => {
  const counts = new Map([
    ["constructor", 1],
    ["__proto__", 2],
  ]);
  expect(renderJson(counts)).toBe('{\n  "constructor": 1,\n  "__proto__": 2\n}\n');
  expect(renderJson(new Set(["a"]))).toBe('[\n  "a"\n]\n');
});

test("what a terminal obeys or hides is escaped, in keys too", () => {
  expect(renderJson({"\u202e": "\x1b\x9b\u200b\u200d\u2028\ud800\u{e0041}é"})).toBe(
    '{\n  "\\u202e": "\\u001b\\u009b\\u200b\\u200d\\u2028\\ud800\\udb40\\udc41é"\n}\n',
  );
});

test("parses back equal, and shows nothing that a terminal obeys", () => {
  const value = fc.dictionary(
    hostileText,
    fc.oneof(hostileText, fc.integer(), fc.array(hostileText)),
  );
  fc.assert(
    fc.property(value, (data) => {
      const json = renderJson(data);
      expect(JSON.parse(json)).toEqual(data);
      expect(json).not.toMatch(/[^\n\P{Cc}]|\p{Cs}|[\u2028-\u202e\u2066-\u2069\u200b-\u200f]/u);
      expect(json).toMatch(/[^\n]\n$/);
    }),
    {numRuns: 100},
  );
});
