import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {assess} from "../../src/analysis/assess.ts";
import type {SubjectRow} from "../../src/analysis/evidence.ts";
import {addDays, type CalendarDate} from "../../src/core/calendar.ts";
import {assumptionTypes, evidenceKinds, stances} from "../../src/notes/vocabulary.ts";
import {defaults, row, statedBy, subject} from "./assess-examples.ts";

const asOf: CalendarDate = "2026-06-30";

/** Few customers, days close to where a row changes its weight: what makes rules collide. */
const dates = fc
  .oneof(
    fc.integer({min: 0, max: 420}),
    fc.constantFrom(0, 179, 180, 181, 364, 365, 366),
    fc.integer({min: -40, max: -1}),
  )
  .map((age) => addDays(asOf, -age));

const customers = ["constructor", "a", "b", "c", "d", "e", "f", "g"];
const segmentOf = (customer: string): string | null =>
  customer < "c" ? "smb" : customer < "f" ? "enterprise" : null;

const someRow: fc.Arbitrary<SubjectRow> = fc
  .record({
    customer: fc.constantFrom(...customers),
    date: dates,
    stance: fc.constantFrom(...stances),
    kind: fc.constantFrom(...evidenceKinds),
    secondhand: fc.boolean(),
    held: fc.integer({min: 0, max: 9}).map((n) => n > 0),
    position: fc.integer({min: 0, max: 3}),
    conversation: fc.constantFrom("n1", "n2", "n3", "n4", "n5", "n6"),
  })
  .map((values) =>
    row({...values, segment: segmentOf(values.customer), advocate: values.customer === "b"}),
  );
/** A place in a note holds one row. */
const someRows = fc.uniqueArray(someRow, {
  maxLength: 24,
  selector: ({conversation, position, date}) => `${conversation} ${String(position)} ${date}`,
});
/** Mostly what speaks for an assumption, so that validated is reached often. */
const friendlyRows = fc.array(someRow, {minLength: 6, maxLength: 24}).map((rows) =>
  rows.map((one, index) => ({
    ...one,
    conversation: `note-${String(index).padStart(2, "0")}`,
    stance: index % 5 === 4 ? one.stance : ("supports" as const),
    kind: one.kind === "compliment" ? ("story" as const) : one.kind,
    secondhand: false,
    held: true,
  })),
);
const someSubject = fc
  .record({
    type: fc.option(fc.constantFrom(...assumptionTypes)),
    segments: fc.subarray(["smb", "enterprise"]),
    reset: fc.option(dates),
    created: fc.option(dates),
  })
  .map(subject);

describe("for every set of rows", () => {
  it("their order is irrelevant", () => {
    const shuffled = someRows.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, {minLength: rows.length, maxLength: rows.length}),
      ),
    );
    fc.assert(
      fc.property(someSubject, shuffled, (about, [rows, others]) => {
        const one = assess(about, rows, asOf, defaults);
        const other = assess(about, others, asOf, defaults);
        expect({...statedBy(other), rows: other.rows}).toEqual({...statedBy(one), rows: one.rows});
      }),
    );
  });

  it("a compliment changes nothing", () => {
    fc.assert(
      fc.property(someSubject, someRows, someRow, (about, rows, more) => {
        const praise = {...more, kind: "compliment" as const};
        const before = assess(about, rows, asOf, defaults);
        const after = assess(about, [...rows, praise], asOf, defaults);
        expect(statedBy(after)).toEqual(statedBy(before));
      }),
    );
  });

  it("money from a new customer never lowers belief", () => {
    fc.assert(
      fc.property(someSubject, someRows, dates, (about, rows, date) => {
        const paid = row({customer: "new", stance: "supports", kind: "money", date});
        const before = assess(about, rows, asOf, defaults);
        const after = assess(about, [...rows, paid], asOf, defaults);
        expect(after.belief).toBeGreaterThanOrEqual(before.belief);
      }),
    );
  });

  it("a refuting story from a new customer never raises it", () => {
    fc.assert(
      fc.property(someSubject, someRows, dates, (about, rows, date) => {
        const told = row({customer: "new", stance: "refutes", kind: "story", date});
        const before = assess(about, rows, asOf, defaults);
        const after = assess(about, [...rows, told], asOf, defaults);
        expect(after.belief).toBeLessThanOrEqual(before.belief);
      }),
    );
  });

  it("belief stays between 0 and 1, in every segment too", () => {
    fc.assert(
      fc.property(someSubject, someRows, (about, rows) => {
        const {belief, beliefBySegment} = assess(about, rows, asOf, defaults);
        for (const one of [belief, ...beliefBySegment.values()]) {
          expect(one).toBeGreaterThan(0);
          expect(one).toBeLessThan(1);
        }
      }),
    );
  });

  it("what is dated later does not exist yet", () => {
    fc.assert(
      fc.property(someSubject, someRows, (about, rows) => {
        const then = {
          ...about,
          reset: about.reset !== null && about.reset > asOf ? null : about.reset,
        };
        const known = rows.filter((one) => one.date <= asOf);
        // A reset that is written for a later day ends the validity on that day, and changes nothing now.
        const now = assess(about, rows, asOf, defaults);
        const {validUntil} = now;
        expect({...assess(then, known, asOf, defaults), validUntil}).toEqual(now);
      }),
    );
  });

  it("every row that exists is counted or says why not", () => {
    fc.assert(
      fc.property(someSubject, someRows, (about, rows) => {
        const {rows: listed, voices} = assess(about, rows, asOf, defaults);
        expect(listed).toHaveLength(rows.filter((one) => one.date <= asOf).length);
        for (const one of listed) expect(one.counted).toBe(one.reason === null);
        const kept = listed.filter((one) => one.keptFor).length;
        expect(kept).toBe(voices.for.length);
      }),
    );
  });
});

describe("validUntil", () => {
  it("is the day before the verdict falls, as trying day by day finds it", () => {
    let validated = 0;
    fc.assert(
      fc.property(someSubject, friendlyRows, (about, rows) => {
        const {status, validUntil} = assess(about, rows, asOf, defaults);
        if (status !== "validated") {
          expect(validUntil).toBeNull();
          return;
        }
        validated += 1;
        const known = rows.filter((one) => one.date <= asOf);
        const still = (day: CalendarDate): boolean =>
          assess(about, known, day, defaults).status === "validated";
        let day = asOf;
        while (still(addDays(day, 1))) day = addDays(day, 1);
        expect(validUntil).toBe(day);
      }),
      {numRuns: 60, seed: 20261120},
    );
    expect(validated).toBeGreaterThan(5);
  });

  it("ends the day before a reset that is already written", () => {
    const rows = ["a", "b", "c", "d", "e"].map((customer) => row({customer, kind: "observed"}));
    const before = assess(subject(), rows, asOf, defaults).validUntil ?? "";
    const reset = addDays(asOf, 5);
    expect(assess(subject({reset}), rows, asOf, defaults).validUntil).toBe(addDays(asOf, 4));
    expect(before > reset).toBe(true);
  });

  it("stays a calendar day when evidence never grows old", () => {
    const rows = ["a", "b", "c", "d", "e"].map((customer) => row({customer, kind: "observed"}));
    const for10kYears = {...defaults, fresh: 4_000_000, expired: 5_000_000};
    expect(assess(subject(), rows, asOf, for10kYears).validUntil).toBe("9999-12-31");
  });
});
