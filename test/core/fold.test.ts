import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {foldText, foldWithPlaces} from "../../src/core/fold.ts";

describe("folding", () => {
  it.each([
    ["Über", "uber"],
    ["U\u0308ber", "uber"],
    ["Straße STRASSE ẞ", "strasse strasse ss"],
    ["ＳＳＯ ﬁne ①", "sso fine 1"],
    ["Ærø Łódź Đặng þing ħ", "aero lodz dang thing h"],
    ["İstanbul ISPARTA ırmak", "istanbul isparta irmak"],
    ["Άνθρωπος ΆΝΘΡΩΠΟΣ", "ανθρωποσ ανθρωποσ"],
    ["Ёлка", "елка"],
    ["It’s “so” – so…", 'it\'s "so" - so...'],
    ["re\u00adport zero\u200bwidth", "report zerowidth"],
    ["株式会社アクメ ｱｸﾒ", "株式会社アクメ アクメ"],
    ["がか", "がか"],
    ["각가", "각가"],
    ["\u1100\u1161\u11a8", "각"],
    ["हिन्दी ภาษาไทย", "हिन्दी ภาษาไทย"],
    ["😀 e\u0301😀", "😀 e😀"],
    ["", ""],
  ])("%j is %j", (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldWithPlaces(text).text).toBe(folded);
  });

  it("gives whole letters their place in the original", () => {
    const place = (text: string, found: string): string => {
      const folded = foldWithPlaces(text);
      const at = folded.text.indexOf(found);
      return text.slice(...folded.rangeOf(at, at + found.length));
    };
    expect(place("Die Straße dort", "ass")).toBe("aß");
    expect(place("Die Straße dort", "sse")).toBe("ße");
    expect(place("o U\u0308ber!", "uber")).toBe("U\u0308ber");
    expect(place("sagt u\u0308", "u")).toBe("u\u0308");
    expect(place("😀 ＳＳＯ", "sso")).toBe("ＳＳＯ");
    expect(place("plain words", "words")).toBe("words");
  });

  it("is the same for a text, its lines and its letters, and done twice", () => {
    const letters = [
      ..."aAß\u0308\u0301eéÜがか\u3099\u1100\u1161\u11a8각İıΣς’— \n\u200b😀\ud800株",
    ];
    const texts = fc.string({unit: fc.constantFrom(...letters), maxLength: 12});
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({unit: "binary"})), (text) => {
        const folded = foldText(text);
        expect(foldWithPlaces(text).text).toBe(folded);
        expect(text.split("\n").map(foldText).join("\n")).toBe(folded);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text.normalize("NFC")));
      }),
      {numRuns: 1000},
    );
  });

  it("takes time in proportion to the text", () => {
    for (const part of ["\u0301", "\u1100", "株", "ß", "a\u0308"]) {
      const text = part.repeat(200_000);
      const folded = foldWithPlaces(text);
      if (folded.text !== "") {
        expect(folded.rangeOf(0, folded.text.length)).toEqual([0, text.length]);
      }
    }
  });
});
