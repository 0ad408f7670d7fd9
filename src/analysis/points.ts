import type {EvidenceKind, Stance} from "../notes/vocabulary.ts";

/** Points of one row on either side of an assumption. */
export interface Points {
  for: number;
  against: number;
}

/** What a row is worth by itself. */
export interface Worth {
  stance: Stance;
  kind: EvidenceKind;
  /** Told to us by others: hearsay. */
  secondhand: boolean;
}

/**
 * Points by kind. Praise is worth nothing, what people did beats what they said, and a refusal weighs
 * less than a gift, because a no has many reasons.
 */
const table: Record<EvidenceKind, Points> = {
  compliment: {for: 0, against: 0},
  hypothetical: {for: 0, against: 1},
  opinion: {for: 1, against: 1},
  story: {for: 2, against: 2},
  observed: {for: 3, against: 3},
  time: {for: 3, against: 3},
  reputation: {for: 4, against: 3},
  money: {for: 6, against: 3},
};

const strengths: Record<EvidenceKind, number> = {
  compliment: 0,
  hypothetical: 1,
  opinion: 2,
  story: 3,
  observed: 4,
  time: 5,
  reputation: 6,
  money: 7,
};

/**
 * Points of a row on its own day, before freshness. Second-hand evidence that is worth anything is an
 * opinion; a mixed row gives half its points to each side; a mixed hypothetical gives none.
 */
export function pointsOf(row: Worth): Points {
  const {for: supporting, against} = table[countsAs(row)];
  switch (row.stance) {
    case "supports":
      return {for: supporting, against: 0};
    case "refutes":
      return {for: 0, against};
    case "mixed":
      if (row.kind === "hypothetical") return {for: 0, against: 0};
      return {for: supporting / 2, against: against / 2};
  }
}

/** Whether a row has points on its own day: that something was learned. */
export function hasPoints(row: Worth): boolean {
  const points = pointsOf(row);
  return points.for > 0 || points.against > 0;
}

/**
 * The kind a row is in every rule: a refuting "would not" is an opinion, and so is hearsay, unless it is
 * worth nothing anyway.
 */
export function countsAs(row: Worth): EvidenceKind {
  if (row.kind === "compliment") return "compliment";
  if (row.kind === "hypothetical") return row.stance === "refutes" ? "opinion" : "hypothetical";
  return row.secondhand ? "opinion" : row.kind;
}

/** Position in the order of kinds, weakest 0: ties between rows are broken by it. */
export function kindStrength(kind: EvidenceKind): number {
  return strengths[kind];
}

/** Whether somebody did something, rather than said it. */
export function isDoEvidence(kind: EvidenceKind): boolean {
  return strengths[kind] >= strengths.observed;
}

/** Story or better: what makes a customer a witness. */
export function isTestimony(kind: EvidenceKind): boolean {
  return strengths[kind] >= strengths.story;
}
