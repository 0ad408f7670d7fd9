import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {foldId} from "../../../src/core/identity.ts";
import {flattenSpace} from "../../../src/core/text.ts";
import type {LineSection} from "../../../src/notes/body.ts";
import {readBody} from "../../../src/notes/body/read-body.ts";
import {parseLine, type RowOf} from "../../../src/notes/lines/read-line.ts";
import {sections, sectionOf} from "../../../src/notes/sections.ts";
import {
  askAnswers,
  claimHorizons,
  contactRoles,
  criteria,
  currencies,
  evidenceKinds,
  gateDecisions,
  introductionStates,
  limitationAreas,
  promiseStates,
  relationships,
  requestAnswers,
  stances,
} from "../../../src/notes/vocabulary.ts";
import {writeItem, writeLine} from "../../../src/notes/lines/write-line.ts";

/** Bits of text that the grammar or Markdown gives a meaning to, joined at random. */
const bits = fc.constantFrom(
  ..."( ) [ ] : , . ; \" ' ` * _ # > + - \\ / | < ! ~ = $ & @ ? { } → — – “ ” „ « » 「 」 （ ） ： ， 。".split(
    " ",
  ),
  ..."a b money declined (money, (story) (roadmap) : -- --- === *** ``` ~~~ 1. 12) [x] [ ] #tag #テーマ ##".split(
    " ",
  ),
  " ",
  " ",
  "  ",
  "\n",
  "\t",
  "\u00a0",
  "\u3000",
  "(money, declined)",
  "(today)",
  " (2026-11-24)",
  "（money, declined）：",
  "- ",
  "<!--",
  "-->",
  "<b>",
  "<https://a.b/c>",
  "[a](b)",
  '[a](b(c) "d")',
  "[[c|d]]",
  "`code (x): y`",
  "``",
  "顧客",
  "naïve",
  "🙂",
  "\u0301",
  "é",
  "\u200b",
  "\u202e",
  "{{date}}",
  "constructor",
  "https://x.y/#z",
  '**For** a (story): "x"',
);
const messy = fc
  .oneof(
    fc.array(bits, {minLength: 1, maxLength: 8}).map((parts) => parts.join("")),
    fc.string({unit: "binary", maxLength: 12}),
    fc.string({unit: "grapheme", maxLength: 12}),
  )
  .map((text) => flattenSpace(text.replaceAll("\0", "")))
  .filter((text) => text !== "" && text.isWellFormed());
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: null});
const date = fc.constantFrom("2026-11-24", "2024-02-29", "1999-12-31");
const theme = fc.constantFrom("setup", "exports-2", "テーマ", "x_y");
const themes = fc.uniqueArray(theme, {maxLength: 3});
const notName = /^(\d{1,4}([-./]\d{1,4}){1,2}|done\b.*|today|tomorrow|yesterday|.*day)$/i;

const said = fc.oneof(
  fc.record({quote: messy, note: fc.constant(null), who: maybe(messy), themes}),
  fc.record({quote: fc.constant(null), note: messy, who: fc.constant(null), themes}),
  themes.map((some) => ({quote: null, note: null, who: null, themes: some})),
);

const rows: {[S in LineSection]: fc.Arbitrary<RowOf<S>>} = {
  evidence: fc
    .tuple(
      fc.record({
        stance: fc.constantFrom(...stances),
        assumption: messy,
        kind: fc.constantFrom(...evidenceKinds),
        unprompted: fc.boolean(),
      }),
      said,
    )
    .map(([head, tail]): RowOf<"evidence"> => ({...head, ...tail})),
  asks: fc.record({
    what: messy,
    currency: fc.constantFrom(...currencies),
    answer: fc.constantFrom(...askAnswers),
    reason: maybe(messy),
  }),
  promised: fc.record({what: messy, exists: fc.constantFrom(...promiseStates)}),
  requests: fc.record({
    what: messy,
    answer: maybe(fc.constantFrom(...requestAnswers)),
    importance: maybe(fc.integer({min: 0, max: 3})),
    need: maybe(messy),
  }),
  introductions: fc.record({who: messy, state: fc.constantFrom(...introductionStates)}),
  steps: fc
    .record({
      what: messy,
      who: messy.filter((who) => !notName.test(who.normalize("NFKC"))),
      due: maybe(date),
      done: fc.boolean(),
      doneOn: maybe(date),
    })
    .map((step) => ({...step, done: step.done || step.doneOn !== null})),
  people: fc.record({
    id: messy,
    name: messy,
    title: maybe(messy),
    role: maybe(fc.constantFrom(...contactRoles)),
    relationship: maybe(fc.constantFrom(...relationships)),
    left: maybe(date),
    email: maybe(fc.constantFrom("tom@gantry.example", "a_b*c@x.example", "o'neil+x@y.example")),
  }),
  gates: fc
    .record({
      id: messy,
      name: fc.oneof(messy, fc.constant("")),
      date,
      decision: maybe(fc.constantFrom(...gateDecisions)),
      decided: maybe(date),
      conditions: maybe(messy),
      by: maybe(messy),
    })
    .map((gate) => (gate.decision === null ? {...gate, decided: null} : gate)),
  claims: fc.record({
    text: messy,
    horizon: fc.constantFrom(...claimHorizons),
    assumptions: fc.array(messy, {maxLength: 3}),
  }),
  limitations: fc.record({
    text: messy,
    area: fc.constantFrom(...limitationAreas),
    answer: maybe(messy),
  }),
  criteria: fc.record({
    criterion: fc.constantFrom(...criteria),
    value: fc.oneof(fc.constant<false>(false), fc.integer({min: 0, max: 400})),
    why: maybe(messy),
  }),
  because: fc.record({conversation: messy, what: maybe(messy)}),
  told: fc.record({customer: messy, date}),
};

const lineSections = sections.filter((section) => section.content === "lines");

describe("a line reads back as it was written", () => {
  test.each(lineSections.map((section) => section.key))("%s", (section) => {
    fc.assert(
      fc.property(rows[section] as fc.Arbitrary<RowOf<LineSection>>, (row) => {
        const line = writeLine(section, row);
        expect(line).not.toMatch(/[\n\r]/);
        expect(parseLine(section, line)).toEqual({row});
      }),
      {numRuns: 100},
    );
  });
});

/** A person and a criterion may stand there once; of all else there may be two alike. */
function onceOnly(row: object): unknown {
  if ("criterion" in row) return row.criterion;
  return "id" in row && "email" in row ? foldId(String(row.id)) : row;
}

/** Everything the given sections may hold, as a note, and what reading it must give. */
function writeNote(kind: "conversation" | "customer" | "concept" | "decision") {
  const keys = lineSections.filter((section) => section.kind === kind).map((one) => one.key);
  return fc.record(
    Object.fromEntries(
      keys.map((key) => [
        key,
        fc.uniqueArray(rows[key] as fc.Arbitrary<object>, {maxLength: 2, selector: onceOnly}),
      ]),
    ),
  ) as fc.Arbitrary<Partial<Record<LineSection, RowOf<LineSection>[]>>>;
}

describe("a whole file reads back as it was written", () => {
  test.each(["conversation", "customer", "concept", "decision"] as const)("%s", (kind) => {
    fc.assert(
      fc.property(writeNote(kind), (wanted) => {
        const text = Object.entries(wanted)
          .map(([key, list]) => {
            const lines = list.map((row) => writeLine(key as LineSection, row));
            return `## ${sectionOf(key as LineSection).heading}\n${lines.join("\n")}\n`;
          })
          .join("\n");
        const {body, faults, unreadable} = readBody(text, 1, {kind, headings: {}});
        expect(faults.filter((fault) => fault.severity === "error")).toEqual([]);
        expect(unreadable).toBe(false);
        for (const [key, list] of Object.entries(wanted)) {
          const read = body.lines[key as LineSection].map(({line: _, ...row}) => row);
          expect(read).toEqual(list);
        }
      }),
      {numRuns: 100},
    );
  });

  test("items, as typed", () => {
    fc.assert(
      fc.property(fc.array(messy, {minLength: 1, maxLength: 5}), (texts) => {
        const note = `## What works\n${texts.map((text) => writeItem(text)).join("\n")}\n\n## Pains\n- end`;
        const {body, faults} = readBody(note, 1, {kind: "conversation", headings: {}});
        expect(faults.filter((fault) => fault.severity === "error")).toEqual([]);
        expect(body.items.works.map((item) => item.text)).toEqual(texts);
        expect(body.items.pains).toHaveLength(1);
      }),
      {numRuns: 300},
    );
  });
});

describe("how it is written", () => {
  const link = (id: string) =>
    id === "setup" ? {text: "Set [up]", path: "../../assumptions/set up(1).md"} : null;
  const evidence = {
    stance: "refutes",
    assumption: "setup",
    kind: "observed",
    unprompted: false,
    quote: "He opened the help page (twice): C:\\(x)",
    note: null,
    who: "tom-berg",
    themes: ["help"],
  } as const;

  test("evidence, with a link where the assumption is declared", () => {
    const row = {...evidence, themes: [...evidence.themes]};
    expect(writeLine("evidence", {...row, assumption: "sso"}, link)).toBe(
      '- **Against** sso (observed): "He opened the help page (twice): C:\\\\(x)" — tom-berg #help',
    );
    expect(() => writeLine("evidence", row, link)).not.toThrow();
    expect(writeLine("evidence", row, link)).toContain(
      "- **Against** [Set \\[up\\]](../../assumptions/set%20up%281%29.md) (observed): ",
    );
  });

  test.each([
    ["# a", "- \\# a"],
    ["- a", "- \\- a"],
    ["1. a", "- 1\\. a"],
    ["[ ] a", "- \\[ ] a"],
    ["--", "- \\--"],
    ["a <b> < c", "- a \\<b> < c"],
    ["C:\\dir\\", "- C:\\dir\\\\"],
    ["a --> `-->` -> b", "- a --\\> `-->` -> b"],
    ["  a \n b ", "- a b"],
    ['"Yes" [a](b_c) #x', '- "Yes" [a](b_c) #x'],
  ])("an item %j", (text, line) => {
    expect(writeItem(text)).toBe(line);
  });

  test("an arrow stays one where our answer stands behind it", () => {
    expect(writeItem("Too dear --> the figures", true)).toBe("- Too dear --> the figures");
  });

  test("the end of a comment in a line is none, so that check has nothing to say of it", () => {
    const said = {conversation: "k7f3qa", what: "said --> that"};
    expect(writeLine("because", said)).toBe("- k7f3qa: said --\\> that");
  });

  test("only what needs it is escaped", () => {
    const request = {what: "Export: to SAP/4", answer: null, importance: null, need: "x (accept)"};
    expect(writeLine("requests", request)).toBe("- Export\\: to SAP/4: x \\(accept\\)");
  });

  test("what no file can keep is refused", () => {
    expect(() => writeItem("a\ud800")).toThrow(/no file can keep/);
    expect(() => writeLine("promised", {what: "a\0b", exists: "none"})).toThrow(/no file can keep/);
    expect(() => writeLine("promised", {what: " ", exists: "none"})).toThrow(/does not read back/);
  });
});
