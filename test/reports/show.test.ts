import {Chalk} from "chalk";
import {expect, it} from "vitest";
import {renderText} from "../../src/render/text.ts";
import {showDocument, showReport} from "../../src/reports/show.ts";
import {concept, customer, note} from "../builders.ts";

function textOf(file: ReturnType<typeof note | typeof customer | typeof concept>): string[] {
  const {parsed} = file.result;
  if (parsed === null) throw new Error("cannot be read");
  const document = showDocument(showReport(parsed));
  const options = {columns: 80, chalk: new Chalk({level: 0}), unicode: true};
  return renderText(document, options).trimEnd().split("\n");
}

it("tells each line close to how it is written", () => {
  const talk = note({
    id: "2026-11-19-gantry-demo-k7f3qa",
    customer: "gantry",
    items: {pains: ['"Forty screenshots" #decks']},
    evidence: [
      {
        assumption: "setup",
        stance: "refutes",
        kind: "observed",
        unprompted: true,
        quote: "four times",
        who: "tom-berg",
        themes: ["help"],
      },
    ],
    asks: [{what: "A pilot", currency: "money", answer: "declined", reason: "not before March"}],
    steps: [{what: "Send the plan", who: "ana", due: "2026-11-26", done: true, doneOn: null}],
  });
  expect(textOf(talk).slice(-12)).toEqual([
    "",
    "Pains",
    '  - "Forty screenshots" #decks',
    "",
    "Evidence",
    '  - Against setup (observed, unprompted): "four times" — tom-berg #help',
    "",
    "Asks",
    "  - A pilot (money, declined): not before March",
    "",
    "Steps",
    "  - done: Send the plan (ana, 2026-11-26)",
  ]);
});

it("tells people and gates by their id, without brackets where nothing stands in them", () => {
  const gantry = customer({id: "gantry", people: [{id: "tom", name: "Tom Berg"}]});
  expect(textOf(gantry).at(-1)).toBe("  - tom Tom Berg");
  const fast = concept({
    id: "fast",
    gates: [{id: "G1", name: "Build", date: "2026-09-15", decision: "go", by: "eva"}],
  });
  expect(textOf(fast).at(-1)).toBe("  - G1 Build (2026-09-15, go) — eva");
});

it("does not hide a refused consent or an override to no", () => {
  const talk = note({customer: "x", consent: [], meaningful: false, reason: "small talk"});
  const text = textOf(talk);
  expect(text).toContain("consent      asked, and refused");
  expect(text).toContain("meaningful   false");
  expect(text.some((line) => line.startsWith("secondhand"))).toBe(false);
});
