import {describe, expect, it} from "vitest";
import {assess} from "../../src/analysis/assess.ts";
import {defaults, row, subject} from "./assess-examples.ts";

const asOf = "2026-06-30";

function reasonsOf(...rows: ReturnType<typeof row>[]) {
  return assess(subject({reset: "2026-01-01"}), rows, asOf, defaults).rows.map((one) => one.reason);
}

describe("why a row does not count", () => {
  it("names the first reason that applies", () => {
    const old = {date: "2024-01-01"};
    expect(
      reasonsOf(
        row({...old, kind: "compliment", held: false}),
        row({...old, kind: "hypothetical", held: false}),
        row({...old, held: false}),
        row({...old}),
      ),
    ).toEqual(["compliment", "hypothetical", "not-held", "reset"]);
    const expired = assess(subject(), [row(old)], asOf, defaults).rows.map((one) => one.reason);
    expect(expired).toEqual(["expired"]);
  });

  it("has none for the voice that is kept, on either side", () => {
    const rows = [
      row({date: "2026-06-01", stance: "mixed", kind: "money"}),
      row({date: "2026-06-02", stance: "supports", kind: "story"}),
      row({date: "2026-06-03", stance: "refutes", kind: "story"}),
    ];
    const listed = assess(subject(), rows, asOf, defaults).rows;
    expect(listed.map((one) => [one.keptFor, one.keptAgainst, one.reason])).toEqual([
      [true, false, null],
      [false, false, "one-per-customer"],
      [false, true, null],
    ]);
  });

  it("gives no points to what was planned and did not take place", () => {
    const {status, pointsFor, rows} = assess(subject(), [row({held: false})], asOf, defaults);
    expect([status, pointsFor, rows[0]?.pointsFor]).toEqual(["untested", 0, 0]);
  });
});

describe("one voice per customer", () => {
  const kept = (...rows: ReturnType<typeof row>[]) =>
    assess(subject(), rows, asOf, defaults).voices.for.map((one) => one.row.conversation);

  it("keeps the later of two alike, then the id, then the place that sorts first", () => {
    const early = row({date: "2026-06-01"});
    const late = row({date: "2026-06-02"});
    expect(kept(early, late)).toEqual([late.conversation]);
    expect(kept(row({conversation: "b"}), row({conversation: "a"}))).toEqual(["a"]);
    const same = [row({conversation: "a", position: 1}), row({conversation: "a", position: 0})];
    const listed = assess(subject(), same, asOf, defaults).rows;
    expect(listed.map((one) => [one.row.position, one.counted])).toEqual([
      [0, true],
      [1, false],
    ]);
  });

  it("keeps the customers apart whom JavaScript would confuse", () => {
    const names = ["constructor", "__proto__", "toString"];
    const rows = names.map((customer) => row({customer, segment: customer}));
    const {customersFor, beliefBySegment} = assess(subject(), rows, asOf, defaults);
    expect(customersFor).toBe(3);
    expect([...beliefBySegment.keys()]).toEqual(["__proto__", "constructor", "toString"]);
  });
});

describe("thresholds of the config", () => {
  const five = ["a", "b", "c", "d", "e"].map((customer) => row({customer, kind: "observed"}));

  it("replace the days, customers and beliefs", () => {
    expect(assess(subject(), five, asOf, defaults).status).toBe("validated");
    const strict = {...defaults, customers: 6};
    expect(assess(subject(), five, asOf, strict).blockers).toEqual(["customers"]);
    expect(assess(subject(), five, asOf, {...defaults, believe: 0.95}).blockers).toEqual([
      "belief",
    ]);
    const shortLived = {...defaults, fresh: 10, expired: 20};
    expect(assess(subject(), five, asOf, shortLived).status).toBe("stale");
    const two = [row({customer: "a", stance: "refutes"}), row({customer: "b", stance: "refutes"})];
    expect(assess(subject(), two, asOf, {...defaults, against: 2}).status).toBe("invalidated");
  });

  it("never validate what cannot be read", () => {
    const about = subject({type: null, unreadable: true});
    const {status, blockers} = assess(about, five, asOf, defaults);
    expect([status, blockers]).toEqual(["leaning-valid", ["no-proof"]]);
    expect(assess(subject({type: null}), five, asOf, defaults).status).toBe("validated");
  });

  it("flag evidence that is all older than the assumption", () => {
    const about = subject({created: "2026-06-02"});
    expect(assess(about, five, asOf, defaults).flags).toEqual(["unchallenged", "hindsight"]);
    const since = [...five, row({date: "2026-06-02", kind: "opinion"})];
    expect(assess(about, since, asOf, defaults).flags).toEqual(["unchallenged"]);
  });
});
