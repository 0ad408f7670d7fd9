import {describe, expect, it} from "vitest";
import {assessAll, leapsOfFaith} from "../../src/analysis/assess-all.ts";
import {indexEvidence} from "../../src/analysis/evidence-index.ts";
import {historyOf, standingOn} from "../../src/analysis/history.ts";
import {strongestNo} from "../../src/analysis/strongest.ts";
import type {EvidenceLine} from "../../src/notes/body.ts";
import type {Collection} from "../../src/notes/collection.ts";
import {assumption, collectionOf, customer, note, unreadable} from "../builders.ts";

const asOf = "2026-11-20";
const against = (more: Partial<EvidenceLine> = {}): Partial<EvidenceLine> => ({
  assumption: "a",
  stance: "refutes",
  kind: "story",
  ...more,
});
const infavour = (more: Partial<EvidenceLine> = {}) => against({stance: "supports", ...more});

function assessed(collection: Collection, id: string, day = asOf) {
  const found = assessAll(collection, day).find((one) => one.assumption.id === id);
  if (found === undefined) throw new Error(`${id} is not listed`);
  return found;
}

describe("assessAll", () => {
  it("lists what is declared, undeclared and unreadable, retired ones last", () => {
    const collection = collectionOf([
      assumption({id: "low", importance: "low"}),
      assumption({id: "gone", importance: "critical", retired: "2026-11-20"}),
      assumption({id: "critical", importance: "critical"}),
      unreadable("assumption", "broken"),
      note({customer: "acme", evidence: [infavour({assumption: "only-named"})]}),
    ]);
    expect(assessAll(collection, asOf).map((one) => [one.assumption.id, one.retired])).toEqual([
      ["critical", false],
      ["low", false],
      ["broken", false],
      ["only-named", false],
      ["gone", true],
    ]);
    expect(assessed(collection, "broken").assessment.blockers).toContain("no-proof");
  });

  it("knows nothing of the days after", () => {
    const collection = collectionOf([
      assumption({
        id: "a",
        retired: "2026-11-10",
        override: "validated",
        overridden: "2026-11-12",
        reset: "2026-11-05",
      }),
      note({customer: "acme", date: "2026-11-01", evidence: [infavour()]}),
      note({customer: "bolt", date: "2026-11-09", evidence: [infavour({assumption: "later"})]}),
    ]);
    const before = assessAll(collection, "2026-11-04");
    expect(before.map((one) => one.assumption.id)).toEqual(["a"]);
    expect(before[0]).toMatchObject({retired: false, override: null});
    expect(before[0]?.assessment.status).toBe("inconclusive");
    const after = assessed(collection, "a", "2026-11-12");
    expect(after).toMatchObject({retired: true, override: {status: "validated", on: "2026-11-12"}});
    expect(after.assessment.status).toBe("stale");
  });

  it("never lets an override change the status", () => {
    const collection = collectionOf([assumption({id: "a", override: "validated"})]);
    expect(assessed(collection, "a").assessment.status).toBe("untested");
  });

  it("lists rows of talks that were not held, and counts none", () => {
    const collection = collectionOf([
      assumption({id: "a"}),
      note({customer: "acme", status: "no-show", evidence: [infavour({kind: "money"})]}),
    ]);
    const {rows, status} = assessed(collection, "a").assessment;
    expect([status, rows.map((one) => one.reason)]).toEqual(["untested", ["not-held"]]);
  });

  it("takes segment and standing from the customer's file, else from their latest held talk", () => {
    const collection = collectionOf([
      assumption({id: "a"}),
      customer({id: "declared", segment: "smb", relationship: "neutral"}),
      note({
        customer: "declared",
        date: "2026-11-01",
        relationship: "advocate",
        evidence: [infavour()],
      }),
      note({
        customer: "stated",
        date: "2026-11-02",
        relationship: "advocate",
        evidence: [infavour()],
      }),
      note({customer: "stated", date: "2026-11-10", relationship: "cold"}),
      note({customer: "stated", date: "2026-11-15", relationship: "advocate", status: "planned"}),
    ]);
    const standing = (day: string) =>
      assessed(collection, "a", day).assessment.rows.map(({row}) => [row.segment, row.advocate]);
    expect(standing("2026-11-09")).toEqual([
      ["smb", false],
      [null, true],
    ]);
    expect(standing(asOf)).toEqual([
      ["smb", false],
      [null, false],
    ]);
  });

  it("names who said it, or the only contact there was", () => {
    const collection = collectionOf([
      assumption({id: "a"}),
      note({customer: "acme", contacts: ["jane"], evidence: [infavour(), infavour({who: "tom"})]}),
      note({customer: "bolt", contacts: ["x", "y"], evidence: [infavour()]}),
    ]);
    const contacts = assessed(collection, "a").assessment.rows.map(({row}) => row.contact);
    expect(contacts).toEqual(["jane", "tom", null]);
  });
});

describe("leaps of faith", () => {
  it("are critical or high with next to nothing to go by, the emptiest first", () => {
    const collection = collectionOf([
      assumption({id: "high-none", importance: "high"}),
      assumption({id: "critical-weak", importance: "critical"}),
      assumption({id: "critical-none", importance: "critical"}),
      assumption({id: "medium-none", importance: "medium"}),
      assumption({id: "retired", importance: "critical", retired: "2026-01-01"}),
      note({customer: "acme", evidence: [infavour({assumption: "critical-weak"})]}),
    ]);
    const leaps = leapsOfFaith(assessAll(collection, asOf)).map((one) => one.assumption.id);
    expect(leaps).toEqual(["critical-none", "critical-weak", "high-none"]);
  });
});

describe("the strongest no", () => {
  const collection = collectionOf([
    assumption({id: "a"}),
    note({id: "n1", customer: "acme", date: "2026-11-01", evidence: [against({kind: "observed"})]}),
    note({id: "n2", customer: "bolt", date: "2026-11-02", evidence: [against({kind: "observed"})]}),
    note({id: "n0", customer: "dune", date: "2026-11-02", evidence: [against({kind: "time"})]}),
    note({id: "n9", customer: "core", date: "2026-11-19", evidence: [against()]}),
    note({id: "old", customer: "elm", date: "2026-01-01", evidence: [infavour({kind: "money"})]}),
  ]);
  it("has most points after freshness, then is newest, then sorts first", () => {
    const all = assessAll(collection, asOf);
    expect(strongestNo(all)?.evidence.row.conversation).toBe("n0");
    expect(strongestNo([])).toBeNull();
  });
});

describe("history", () => {
  const collection = collectionOf([
    assumption({id: "a"}),
    assumption({id: "b"}),
    note({customer: "p", date: "2026-07-01", evidence: [infavour({kind: "compliment"})]}),
    note({customer: "q", date: "2026-08-31", evidence: [infavour()]}),
    note({customer: "r", date: "2026-10-10", evidence: [infavour()]}),
    note({customer: "s", date: "2025-01-31", evidence: [infavour({assumption: "b"})]}),
  ]);
  const index = indexEvidence(collection);
  const thresholds = collection.config.evidence;
  const history = (id: string, day: string) => {
    const one = assessed(collection, id, day).assumption;
    return historyOf(one, index, day, thresholds).map(({date, standing}) => [
      date,
      standing.status,
    ]);
  };

  it("begins with the month of the first row with points and ends with the day itself", () => {
    expect(history("a", asOf)).toEqual([
      ["2026-08-31", "inconclusive"],
      ["2026-09-30", "inconclusive"],
      ["2026-10-31", "leaning-valid"],
      ["2026-11-20", "leaning-valid"],
    ]);
    expect(history("a", "2026-08-31")).toEqual([["2026-08-31", "inconclusive"]]);
    expect(history("a", "2026-07-15")).toEqual([["2026-07-15", "untested"]]);
  });

  it("looks back on twelve month ends at most", () => {
    const days = history("b", asOf).map(([day]) => day);
    expect(days).toHaveLength(13);
    expect(days[0]).toBe("2025-11-30");
  });

  it("says of each day what an assessment as of that day says", () => {
    const one = assessed(collection, "a").assumption;
    for (const day of ["2026-08-31", "2026-10-31"]) {
      const {belief} = standingOn(one, index, day, thresholds);
      expect(belief).toBe(assessed(collection, "a", day).assessment.belief);
    }
  });
});
