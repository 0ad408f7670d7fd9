import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {suffixAlphabet} from "../../src/core/identity.ts";
import {freeId, newDecisionId, newId, slugOf} from "../../src/workspace/slug.ts";

/** Bytes that count up from `first`. */
const counting = (first: number) => (bytes: number) =>
  Uint8Array.from({length: bytes}, (_, index) => first + index);

describe("slugOf", () => {
  test.each([
    ["Gantry", "gantry"],
    ["Gantry GmbH", "gantry-gmbh"],
    ["Elm & Oak", "elm-oak"],
    ["株式会社アクメ", "株式会社アクメ"],
    ["Ångström & Søn", "ångström-søn"],
    ["Cafe\u0301", "caf\u00e9"],
    ["ＡＣＭＥ　Ltd.", "acme-ltd"],
    ["हिन्दी समाचार", "हिन्दी-समाचार"],
    ["مرحبا", "مرحبا"],
    ["../../.git/hooks/post-commit", "git-hooks-post-commit"],
    ["C:\\windows\\..", "c-windows"],
    ["trailing dots...", "trailing-dots"],
    ["con", "x-con"],
    ["AUX.", "x-aux"],
    ["com1", "x-com1"],
    ["LPT²", "x-lpt2"],
    ["console", "console"],
    ["ReadMe", "x-readme"],
    ["constructor", "constructor"],
    ["🎉", "x-1f389"],
    ["?!", "x-3f-21"],
    [" \u202e ", "x-202e"],
    ["", "x"],
  ])("%j is filed as %j", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test("a long name is cut to 60 characters, and to 200 bytes where characters are long", () => {
    expect(slugOf("a".repeat(300))).toBe("a".repeat(60));
    expect(slugOf(`${"a".repeat(59)} b`)).toBe("a".repeat(59));
    expect(Buffer.byteLength(slugOf("𠮷".repeat(300)))).toBe(200);
    expect(slugOf("con".padEnd(3, "x"))).toBe("x-con");
  });

  test("whatever the name, the slug is a file name everywhere", () => {
    fc.assert(
      fc.property(fc.string({unit: "binary", maxLength: 300}), (name) => {
        const slug = slugOf(name);
        expect(slug).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u);
        expect(slug).not.toMatch(/-$/);
        expect(Array.from(slug).length).toBeLessThanOrEqual(62);
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(202);
        expect(slugOf(slug)).toBe(slug);
      }),
      {numRuns: 40},
    );
  });
});

describe("newId", () => {
  test("is day, customer, type and six random characters", () => {
    const parts = {date: "2026-11-19", customer: "Gantry", type: "sales-call"};
    expect(newId(parts, counting(10))).toBe("2026-11-19-gantry-sales-call-abcdef");
    expect(newId(parts, counting(250))).toBe("2026-11-19-gantry-sales-call-tvwxyz");
  });

  test("fits a file system with the longest of names", () => {
    const parts = {date: "2026-11-19", customer: "𠮷".repeat(99), type: "𠮷".repeat(99)};
    expect(Buffer.byteLength(`${newId(parts, counting(0))}.md`)).toBeLessThanOrEqual(255);
  });

  test("uses every character of the alphabet and no other", () => {
    const seen = new Set<string>();
    for (let first = 0; first < 250; first++) {
      const id = newDecisionId({date: "2026-11-21", title: "Drop the SSO tier"}, counting(first));
      expect(id).toMatch(/^2026-11-21-drop-the-sso-tier-[0-9a-hjkmnp-tv-z]{6}$/);
      for (const sign of id.slice(-6)) seen.add(sign);
    }
    expect([...seen].sort().join("")).toBe(suffixAlphabet);
  });
});

test("freeId leaves a free id alone and ends a taken one with six characters", () => {
  expect(freeId("gantry", () => false, counting(0))).toBe("gantry");
  expect(freeId("gantry", (id) => id === "gantry", counting(0))).toBe("gantry-012345");
  let first = 0;
  const next = (bytes: number) => counting(first++)(bytes);
  const taken = new Set(["gantry", "gantry-012345"]);
  expect(freeId("gantry", (id) => taken.has(id), next)).toBe("gantry-123456");
});
