import {describe, expect, it} from "vitest";
import {assess} from "../../src/analysis/assess.ts";
import {howWeKnow, shortLabel, statusLabel, statusWord} from "../../src/reports/wording.ts";
import {missingSentences} from "../../src/reports/wording-missing.ts";
import {defaults, row, subject} from "../analysis/assess-examples.ts";

const declared = {type: "desirability", state: "declared"} as const;

describe("labels", () => {
  it.each([
    ["untested", "none", "not tested"],
    ["stale", "none", "out of date"],
    ["contested", "weak", "contested"],
    ["validated", "moderate", "validated"],
    ["invalidated", "strong", "invalidated"],
    ["leaning-valid", "moderate", "leaning yes"],
    ["leaning-valid", "weak", "early yes"],
    ["leaning-invalid", "strong", "leaning no"],
    ["leaning-invalid", "weak", "early no"],
    ["inconclusive", "moderate", "unclear"],
    ["inconclusive", "weak", "too early (1 customer)"],
  ] as const)("%s when %s is printed %s", (status, strength, label) => {
    expect(statusLabel(status, strength, 1)).toBe(label);
  });

  it("count the customers of what is too early, and can leave them out", () => {
    expect(statusLabel("inconclusive", "weak", 2)).toBe("too early (2 customers)");
    expect(shortLabel("inconclusive", "weak")).toBe("too early");
    expect(statusWord("inconclusive")).toBe("unclear");
  });
});

describe("how we know", () => {
  it("says what they did or said, on which side, and whether we heard it from others", () => {
    expect(howWeKnow("observed", "against", false)).toBe("seen");
    expect(howWeKnow("money", "against", false)).toBe("would not pay");
    expect(howWeKnow("money", "for", true)).toBe("second-hand, paid or signed");
  });
});

describe("what is missing", () => {
  it("is one sentence for each blocker, in their order", () => {
    const about = subject({segments: ["smb", "public-sector"]});
    const assessment = assess(about, [], "2026-06-30", defaults);
    expect(assessment.blockers).toHaveLength(6);
    expect(missingSentences(declared, assessment, defaults)).toEqual([
      "not enough speaks for it",
      "5 more customers with more than an opinion",
      "somebody who did something, not only said it",
      "somebody who is not already a fan",
      "something told or seen in the last 180 days",
      "nobody in smb and public-sector",
    ]);
  });

  it("says which way the noes tip it, and which proof the type needs", () => {
    const four = ["a", "b", "c", "d"].map((customer) => row({customer, kind: "time"}));
    const no = row({customer: "x", stance: "refutes", kind: "money"});
    const some = assess(subject(), [...four, no], "2026-06-30", defaults);
    expect(missingSentences(declared, some, defaults)).toEqual([
      "the noes weigh too much",
      "1 more customer with more than an opinion",
    ]);
    const more = assess(subject({type: "viability"}), [row(), no], "2026-06-30", defaults);
    const sentences = missingSentences({...declared, type: "viability"}, more, defaults);
    expect(sentences[0]).toBe("the noes outweigh the yeses");
    expect(sentences).toContain("somebody who paid or signed, not only said it");
    const usable = assess(subject({type: "usability"}), [row()], "2026-06-30", defaults);
    expect(missingSentences({...declared, type: "usability"}, usable, defaults)).toContain(
      "somebody whom we saw do it",
    );
  });

  it("tells a segment that nobody asked from one where nobody stands for it", () => {
    const about = subject({segments: ["smb", "enterprise"]});
    const rows = [row({segment: "smb", stance: "refutes"})];
    const assessment = assess(about, rows, "2026-06-30", defaults);
    expect(missingSentences(declared, assessment, defaults).at(-1)).toBe(
      "nobody in enterprise, nobody who stands for it in smb",
    );
  });
});
