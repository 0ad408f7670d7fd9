import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {PmTalkError} from "../../../src/core/errors.ts";
import {gateIn, markGate, type GateVerdict} from "../../../src/notes/edit/edit-gate.ts";
import {gateDecisions} from "../../../src/notes/vocabulary.ts";

const go: GateVerdict = {decision: "go", decided: "2026-11-25", conditions: null, by: "eva"};

describe("a gate's line with what was decided", () => {
  test.each<[string, Partial<GateVerdict>, string]>([
    ["- **G2** Build (2026-11-24)", {}, "- **G2** Build (2026-11-24, go 2026-11-25): — eva"],
    [
      "* __G2__:  the [Build](x.md)  ( 2026-11-24 , pending )",
      {conditions: "one more talk"},
      "* __G2__:  the [Build](x.md)  (2026-11-24, go 2026-11-25): one more talk — eva",
    ],
    [
      "- **G2** Build (2026-11-24, pending): ask *IT* — ana",
      {conditions: "ask *IT*", by: "ana"},
      "- **G2** Build (2026-11-24, go 2026-11-25): ask *IT* — ana",
    ],
    [
      "3. G2 Build (SAP) (2026-11-24, hold 2026-11-24):  old - ana",
      {decision: "conditional-go", conditions: "new: (a) and (b)", by: "the board"},
      "3. G2 Build (SAP) (2026-11-24, conditional-go 2026-11-25): new: (a) and (b) — the board",
    ],
    [
      "- **G2** Build (2026-11-24,\n  pending): ask\n  IT",
      {conditions: "ask IT", by: null},
      "- **G2** Build (2026-11-24, go 2026-11-25): ask\n  IT",
    ],
  ])("%s", (source, verdict, expected) => {
    expect(markGate(source, {...go, ...verdict})).toBe(expected);
  });

  test("that is none is refused, with the line to change by hand", () => {
    expect(() => markGate("- **G2** Build", go)).toThrow(
      new PmTalkError(
        "not-written",
        "Not written: this gate has a shape of its own.",
        "By hand, in the line:  - **G2** Build",
      ),
    );
  });
});

test("reads back as what was meant, whatever stands in it", () => {
  const text = fc.string({unit: fc.constantFrom(..."ab \\()[]*_`:—-\"'#<x".split(""))});
  const line = fc.tuple(text, text, fc.constantFrom("", ", pending", ", hold 2026-11-20"));
  const verdict = fc.record({
    decision: fc.constantFrom(...gateDecisions),
    decided: fc.constant("2026-11-25"),
    conditions: fc.option(text.map((one) => one.replace(/\s+/g, " ").trim() || "x")),
    by: fc.option(fc.constantFrom("eva", "the board", "eva, ben")),
  });
  fc.assert(
    fc.property(line, verdict, ([name, rest, word], wanted) => {
      const source = `- **G2** ${name} (2026-11-24${word}): ${rest}`;
      const before = gateIn(source);
      fc.pre(before !== null);
      const after = markGate(source, wanted);
      expect(gateIn(after)).toEqual({...before, ...wanted});
      if (!name.includes("`")) expect(after.startsWith(`- **G2** ${name} (`)).toBe(true);
    }),
    {numRuns: 300},
  );
});

test("in linear time", () => {
  const conditions = "(".repeat(65_536);
  const source = `- **G2** ${"[".repeat(65_536)} (2026-11-24): ${conditions}`;
  const before = gateIn(source);
  expect(markGate(source, {...go, conditions: before?.conditions ?? null, by: null})).toContain(
    "(2026-11-24, go 2026-11-25)",
  );
});
