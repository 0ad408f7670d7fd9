import {describe, expect, it} from "vitest";
import {
  countsAs,
  hasPoints,
  isDoEvidence,
  isTestimony,
  pointsOf,
} from "../../src/analysis/points.ts";
import {evidenceKinds, type EvidenceKind, type Stance} from "../../src/notes/vocabulary.ts";

const first = (stance: Stance, kind: EvidenceKind) => ({stance, kind, secondhand: false});
const heard = (stance: Stance, kind: EvidenceKind) => ({stance, kind, secondhand: true});

describe("points on a row's own day", () => {
  it.each([
    ["compliment", 0, 0],
    ["hypothetical", 0, 1],
    ["opinion", 1, 1],
    ["story", 2, 2],
    ["observed", 3, 3],
    ["time", 3, 3],
    ["reputation", 4, 3],
    ["money", 6, 3],
  ] as const)("%s: %d for, %d against", (kind, supporting, against) => {
    expect(pointsOf(first("supports", kind))).toEqual({for: supporting, against: 0});
    expect(pointsOf(first("refutes", kind))).toEqual({for: 0, against});
  });

  it("gives half to each side of a mixed row, and nothing for a mixed hypothetical", () => {
    expect(pointsOf(first("mixed", "money"))).toEqual({for: 3, against: 1.5});
    expect(pointsOf(first("mixed", "hypothetical"))).toEqual({for: 0, against: 0});
  });

  it("takes hearsay for an opinion, unless it is worth nothing anyway", () => {
    expect(pointsOf(heard("supports", "money"))).toEqual({for: 1, against: 0});
    expect(pointsOf(heard("mixed", "observed"))).toEqual({for: 0.5, against: 0.5});
    expect(pointsOf(heard("refutes", "hypothetical"))).toEqual({for: 0, against: 1});
    expect(pointsOf(heard("supports", "compliment"))).toEqual({for: 0, against: 0});
    expect(pointsOf(heard("supports", "hypothetical"))).toEqual({for: 0, against: 0});
  });

  it("calls a row by the kind it counts as", () => {
    expect(countsAs(heard("supports", "money"))).toBe("opinion");
    expect(countsAs(first("refutes", "hypothetical"))).toBe("opinion");
    expect(countsAs(first("mixed", "hypothetical"))).toBe("hypothetical");
    expect(countsAs(heard("refutes", "compliment"))).toBe("compliment");
  });

  it("says whether anything was learned", () => {
    expect(hasPoints(first("supports", "hypothetical"))).toBe(false);
    expect(hasPoints(first("refutes", "hypothetical"))).toBe(true);
  });

  it("tells deeds and testimony from talk", () => {
    expect(evidenceKinds.filter(isDoEvidence)).toEqual(["observed", "time", "reputation", "money"]);
    expect(evidenceKinds.filter(isTestimony)).toHaveLength(5);
    expect(isTestimony("story")).toBe(true);
  });
});
