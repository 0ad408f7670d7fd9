import {describe, expect, test} from "vitest";
import {nextGate, previousGate, windowOf} from "../../src/analysis/gates.ts";
import type {GateLine} from "../../src/notes/body.ts";
import type {Concept} from "../../src/notes/collection.ts";
import {assumption, collectionOf, concept, note, today} from "../builders.ts";

const gates = {
  passed: {id: "G1", date: "2026-06-30", decision: "go", decided: "2026-07-02"},
  held: {id: "G2", date: "2026-09-15", decision: "hold"},
  open: {id: "G2b", date: "2026-10-30"},
  later: {id: "G3", date: "2026-12-24", decision: "pending"},
} satisfies Record<string, Partial<GateLine>>;

function conceptWith(...lines: Partial<GateLine>[]): Concept {
  const [found] = collectionOf(concept({id: "fast-setup", gates: lines})).concepts;
  if (found === undefined) throw new Error("no concept");
  return found;
}

describe("the next gate", () => {
  test("is the earliest without a decision, overdue or pending", () => {
    expect(nextGate(conceptWith(gates.later, gates.open, gates.held), today)?.id).toBe("G2b");
    expect(nextGate(conceptWith(gates.passed, gates.later), today)?.id).toBe("G3");
  });

  test("is a decided one again as of a day before it was decided", () => {
    const fast = conceptWith(gates.passed, gates.later);
    expect(nextGate(fast, "2026-07-01")?.id).toBe("G1");
    expect(nextGate(fast, "2026-07-02")?.id).toBe("G3");
  });

  test("is none where all are decided", () => {
    expect(nextGate(conceptWith(gates.passed, gates.held), today)).toBeNull();
  });
});

describe("the gate before", () => {
  test("is the latest that was passed; hold and recycle stay", () => {
    const fast = conceptWith(gates.passed, gates.held, gates.open);
    const open = nextGate(fast, today);
    expect(open === null ? null : previousGate(fast, open, today)?.id).toBe("G1");
  });

  test("is none as of a day before it was decided", () => {
    const fast = conceptWith(gates.passed, gates.open);
    const open = fast.gates.find(({id}) => id === "G2b");
    expect(open === undefined ? "" : previousGate(fast, open, "2026-07-01")).toBeNull();
  });
});

test("the window holds talks about the concept and its assumptions, after the day of the gate before", () => {
  const evidence = [{assumption: "setup-alone"}];
  const collection = collectionOf([
    concept({id: "fast-setup", gates: [gates.passed, gates.open]}),
    assumption({id: "setup-alone", concepts: ["fast-setup"]}),
    note({id: "on-the-day", customer: "a", date: "2026-07-02", concepts: ["fast-setup"]}),
    note({id: "day-after", customer: "b", date: "2026-07-03", concepts: ["fast-setup"]}),
    note({id: "by-evidence", customer: "c", date: "2026-08-01", evidence}),
    note({id: "other", customer: "d", date: "2026-08-01"}),
    note({id: "to-come", customer: "e", date: "2026-11-21", concepts: ["fast-setup"]}),
  ]);
  const [fast] = collection.concepts;
  const gate = fast === undefined ? null : nextGate(fast, today);
  if (fast === undefined || gate === null) throw new Error("no gate");
  expect(windowOf(fast, gate, collection, today).map(({id}) => id)).toEqual([
    "day-after",
    "by-evidence",
  ]);
});
