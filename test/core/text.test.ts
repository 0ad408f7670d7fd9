import fc from "fast-check";
import {expect, it} from "vitest";
import {foldId, shortId} from "../../src/core/identity.ts";
import {
  compareText,
  editDistance,
  foldName,
  listWithOr,
  nearest,
  shortened,
} from "../../src/core/text.ts";

it("orders by code point, as sorting the code points would", () => {
  const points = (text: string) => Array.from(text, (char) => char.codePointAt(0) ?? 0);
  const byPoints = (a: string, b: string) => {
    const [left, right] = [points(a), points(b)];
    const at = left.findIndex((point, index) => point !== right[index]);
    return at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
  };
  fc.assert(
    fc.property(fc.string({unit: "binary"}), fc.string({unit: "binary"}), (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Math.sign(byPoints(a, b)));
    }),
  );
  expect(["\u{1F600}", "\uff5e", "z"].sort(compareText)).toEqual(["z", "\uff5e", "\u{1F600}"]);
});

it("folds spellings of one name", () => {
  expect(foldName("  ACME\u00a0 Corp ")).toBe("acme corp");
  expect(foldName("Cafe\u0301")).toBe(foldName("Caf\u00e9"));
  expect(foldId("Ａcme")).toBe("acme");
});

it("counts a swap of neighbours as one edit", () => {
  expect(editDistance("sotry", "story")).toBe(1);
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("told", "story")).toBe(3);
});

it("offers what is near, best first", () => {
  expect(nearest("acem", ["acme", "bolt", "acre"])).toEqual(["acme", "acre"]);
  expect(nearest("gan", ["gantry", "harbor"])).toEqual(["gantry"]);
  expect(nearest("zzz", ["acme"])).toEqual([]);
  expect(listWithOr(["a", "b", "c"])).toBe("a, b or c");
});

it("prints six characters only of ids that end in six of the alphabet", () => {
  expect(shortId("2026-11-19-gantry-sales-call-k7f3qa")).toBe("k7f3qa");
  expect(shortId("2026-11-19-gantry-sales")).toBe("2026-11-19-gantry-sales");
  expect(shortId("talk-with-holmes")).toBe("talk-with-holmes");
});

it("shortens a text without cutting a sign in half", () => {
  expect(shortened("a".repeat(40))).toBe("a".repeat(40));
  expect(shortened("a".repeat(41))).toBe(`${"a".repeat(39)}…`);
  expect(shortened(`${"a".repeat(38)}😀😀`)).toBe(`${"a".repeat(38)}…`);
});
