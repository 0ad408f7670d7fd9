import {describe, expect, test} from "vitest";
import type {LineSection} from "../../../src/notes/body.ts";
import {lineCodes} from "../../../src/notes/lines/line-codes.ts";
import {forms} from "../../../src/notes/lines/line-forms.ts";
import {parseLine} from "../../../src/notes/lines/read-line.ts";
import {sections} from "../../../src/notes/sections.ts";

/** `column+length code: message | hint` of the only fault. */
function fault(section: LineSection, source: string): string {
  const result = parseLine(section, source);
  if ("row" in result) return JSON.stringify(result.row);
  const [only] = result.faults;
  if (only?.place.at !== "line" || result.faults.length !== 1) return "no place";
  const {column, length} = only.place;
  return `${String(column)}+${String(length)} ${only.code}: ${only.message} | ${only.hint ?? ""}`;
}

function row(section: LineSection, source: string): unknown {
  const result = parseLine(section, source);
  return "row" in result ? result.row : result.faults;
}

test("the example of every section is a line of it", () => {
  for (const section of sections) {
    if (section.content !== "lines") continue;
    expect(parseLine(section.key, forms[section.key].example)).toHaveProperty("row");
  }
});

describe("evidence", () => {
  const example =
    'As in:  - **Against** setup-under-five-minutes (observed): "He opened the help page" — tom-berg';
  const kinds = "compliment hypothetical opinion story observed time reputation money";

  test.each([
    '- **Against** [any](../a/setup.md) (story): "x"',
    'against [any text](<../a b/setup.md#h> "title") (story): "x"',
    'Against: [[a/setup#heading|alias]] (STORY): "x"',
    '**Against:** `setup` (story): "x"',
    "__against__ setup（story）：“x”",
    '*Against* [x [y](z)](../a/setup.md?plain=1) (story) : "x".',
    'Against set\\up (story): "x"'.replace("\\u", "u"),
    'Against <!-- no --> setup (story): "x"',
    'Against ../../assumptions/setup.md (story): "x"',
    'Against assumptions/setup (story): "x"',
    '[ ] Against setup.md (story): "x"',
  ])("%s", (line) => {
    expect(row("evidence", line)).toMatchObject({
      stance: "refutes",
      assumption: "setup",
      kind: "story",
      unprompted: false,
      quote: "x",
    });
  });

  test("the id is the decoded name of the file", () => {
    expect(row("evidence", "For [x](../a/a%20%C3%A9%28b%29.md) (story)")).toMatchObject({
      assumption: "a é(b)",
    });
    expect(row("evidence", "For [x](100%.md) (story)")).toMatchObject({assumption: "100%"});
  });

  test("REST in quotes is a quote, else a note without anybody who said it", () => {
    expect(
      row("evidence", 'Mixed a (unprompted, money): "He said "no" (x): y", #b — Tom (CFO) #C'),
    ).toEqual({
      stance: "mixed",
      assumption: "a",
      kind: "money",
      unprompted: true,
      quote: 'He said "no" (x): y',
      note: null,
      who: "Tom (CFO)",
      themes: ["b", "c"],
    });
    expect(row("evidence", "For a (story): they left — Tom #b")).toMatchObject({
      quote: null,
      note: "they left — Tom",
      who: null,
      themes: ["b"],
    });
  });

  test("the bracket is the first whose words all fit", () => {
    expect(row("evidence", "For a (b) c (story): x (money): y")).toMatchObject({
      assumption: "a (b) c",
      kind: "story",
      note: "x (money): y",
    });
  });

  test.each([
    [
      "Against setup (told): x",
      `16+4 evidence-kind: "told" is not a kind of evidence | Did you mean story? Or: ${kinds.replace("story ", "")}.`,
    ],
    [
      "Against setup (blah): x",
      `16+4 evidence-kind: "blah" is not a kind of evidence | One of: ${kinds}. ${example}`,
    ],
    [
      "Against setup (blah, story): x (no): y",
      `16+4 evidence-word: "blah" is no word for these brackets | They may hold: ${kinds}; unprompted. ${example}`,
    ],
    [
      "Against setup (story, money): x",
      `23+5 evidence-kind: "money" is one word too many: the brackets already say the kind of evidence | ${example}`,
    ],
    ["Against setup: x", `9+8 evidence-kind: no brackets say the kind of evidence | ${example}`],
    [
      "Agianst setup (story): x",
      `1+7 evidence-stance: "Agianst" is not For, Against or Mixed | Did you mean Against? ${example}`,
    ],
    [
      "**Refutes** setup (story)",
      `3+7 evidence-stance: "Refutes" is not For, Against or Mixed | Did you mean Against? ${example}`,
    ],
    [
      "For [[]] (story): x",
      `5+4 evidence-assumption: "[[]]" is not one assumption: a link or an id is, with nothing around it | ${example}`,
    ],
    [
      "For <https://a.b/setup.md> (story): x",
      `5+22 evidence-assumption: "<https://a.b/setup.md>" is not one assumption: a link or an id is, with nothing around it | ${example}`,
    ],
    ["(story): x", `1+1 evidence-stance: For, Against or Mixed is missing in front | ${example}`],
    ["For (story): x", `5+1 evidence-assumption: no assumption is named | ${example}`],
    [
      "For [a](b.md) in May (story): x",
      `5+16 evidence-assumption: "[a](b.md) in May" is not one assumption: a link or an id is, with nothing around it | ${example}`,
    ],
  ])("%s", (line, expected) => {
    expect(fault("evidence", line)).toBe(expected);
  });
});

describe("other sections", () => {
  test.each<[LineSection, string, object]>([
    [
      "asks",
      "A pilot (phase 1): all (declined, money): no, not yet",
      {
        what: "A pilot (phase 1): all",
        currency: "money",
        answer: "declined",
        reason: "no, not yet",
      },
    ],
    [
      "asks",
      "有料パイロット（money，declined）：監査後",
      {what: "有料パイロット", reason: "監査後"},
    ],
    ["promised", "Sign-on (any) (roadmap).", {what: "Sign-on (any)", exists: "roadmap"}],
    [
      "requests",
      "Export to SAP: totals (for the audit)",
      {what: "Export to SAP", answer: null, need: "totals (for the audit)"},
    ],
    ["requests", "Export \\(S/4HANA\\): x", {what: "Export (S/4HANA)", need: "x"}],
    [
      "requests",
      "Export (3, decline): x",
      {what: "Export", importance: 3, answer: "decline", need: "x"},
    ],
    [
      "requests",
      "Export (re: SAP) `a: b` [c: d](e): x",
      {what: "Export (re: SAP) `a: b` [c: d](e)", need: "x"},
    ],
    [
      "introductions",
      "Lena Moss, controller (asked)",
      {who: "Lena Moss, controller", state: "asked"},
    ],
    [
      "steps",
      "Send it (ana, 2026-11-26)",
      {done: false, who: "ana", due: "2026-11-26", doneOn: null},
    ],
    [
      "steps",
      "[X] Send it (2026-11-26, Done 2026-11-24, them)",
      {done: true, who: "them", due: "2026-11-26", doneOn: "2026-11-24"},
    ],
    ["steps", "[] Send it (ana)", {what: "Send it", done: false}],
    [
      "people",
      "**tom** Tom, head, finance (left 2026-05-01, warm): <tom@x.example>",
      {
        id: "tom",
        name: "Tom",
        title: "head, finance",
        left: "2026-05-01",
        relationship: "warm",
        email: "tom@x.example",
      },
    ],
    ["people", "tom", {id: "tom", name: "tom", title: null, role: null}],
    [
      "gates",
      "**G2** Build (2026-11-24, Conditional go 2026-11-25): a - b — eva",
      {
        id: "G2",
        name: "Build",
        decision: "conditional-go",
        decided: "2026-11-25",
        conditions: "a - b",
        by: "eva",
      },
    ],
    [
      "gates",
      "**G2** Build (2026-11-24): public-sector",
      {decision: null, conditions: "public-sector", by: null},
    ],
    [
      "claims",
      "Fast (next): [a](../a/a.md), [[b]], c",
      {text: "Fast", horizon: "next", assumptions: ["a", "b", "c"]},
    ],
    ["criteria", "Customers (off): few", {criterion: "customers", value: false, why: "few"}],
    ["because", "[x](../2026/k7f3qa.md): they left", {conversation: "k7f3qa", what: "they left"}],
    [
      "told",
      "[Gantry](../customers/gantry.md) (2026-11-26)",
      {customer: "gantry", date: "2026-11-26"},
    ],
  ])("%s: %s", (section, line, expected) => {
    expect(row(section, line)).toMatchObject(expected);
  });

  test.each<[LineSection, string, string]>([
    [
      "asks",
      "Pilot (mony, no)",
      '8+4 ask-currency: "mony" is not time, reputation or money | Did you mean money? Or: time reputation.',
    ],
    [
      "asks",
      "Pilot (money)",
      "7+7 ask-answer: (money) does not say what they answered | One of: given declined deferred. As in:  - A paid pilot in January (money, declined): not before the audit",
    ],
    [
      "requests",
      "Export (S/4HANA): x",
      '9+7 request-word: "S/4HANA" is no word for these brackets | They may hold: accept decline defer; 0 1 2 3. If it is part of the text:  \\(S/4HANA\\)',
    ],
    [
      "promised",
      "Sign-on (roadmap): 2027",
      "18+6 promised-rest: nothing may follow (roadmap) in this section | As in:  - Single sign-on (roadmap)",
    ],
    [
      "steps",
      "[ ] Send (ana, 2026-11-6)",
      '16+9 step-due: "2026-11-6" is not a day, as in 2026-11-26 | Did you mean 2026-11-06?',
    ],
    [
      "steps",
      "[ ] Send (friday)",
      '11+6 step-who: "friday" is not a handle or them | As in:  - [ ] Send the pilot plan (ana, 2026-11-26)',
    ],
    [
      "told",
      "gantry (2026-02-31)",
      "9+10 told-date: there is no day 2026-02-31 | As in:  - gantry (2026-11-26)",
    ],
    [
      "criteria",
      "custmers (2)",
      '1+8 criterion-name: "custmers" is not a criterion | Did you mean customers? One of: conversations customers recent critical disconfirming shaped segments readable.',
    ],
    [
      "people",
      "tom Tom (buyer): +49 1",
      '18+5 person-email: "+49 1" is not an e-mail address | As in:  - **tom-berg** Tom Berg, head of finance (buyer, warm): tom@gantry.example',
    ],
    [
      "requests",
      "Export (declined): x",
      '9+8 request-answer: "declined" is not accept, decline or defer | Did you mean decline? Or: accept defer. If it is part of the text:  \\(declined\\)',
    ],
    [
      "asks",
      "Pilot (money; declined)",
      '8+15 ask-currency: "money; declined" needs commas between its words | Write  (money, declined)',
    ],
    [
      "evidence",
      'Against setup: "We gave up" (story)',
      '16+12 evidence-assumption: their words stand in front of the brackets, and belong behind them | As in:  - **Against** setup-under-five-minutes (observed): "He opened the help page" — tom-berg',
    ],
    [
      "steps",
      "提案書を送る（ana、2026-11-26）",
      '8+14 step-who: "ana、2026-11-26" needs commas between its words | Write  (ana, 2026-11-26)',
    ],
    [
      "steps",
      "提案書を送る（ana，2026-11-26）と",
      "23+1 step-rest: nothing may follow （ana，2026-11-26） in this section | As in:  - [ ] Send the pilot plan (ana, 2026-11-26)",
    ],
    [
      "steps",
      "Send {{what}} (ana, {{date}})",
      '21+8 step-who: "{{date}}" was not filled in | A placeholder of the template: fill it in. As in:  - [ ] Send the pilot plan (ana, 2026-11-26)',
    ],
    [
      "asks",
      "Pilot(money, declined): x",
      "6+17 ask-currency: a space is missing in front of (money, declined) | As in:  - A paid pilot in January (money, declined): not before the audit",
    ],
    [
      "asks",
      "Pilot (money, declined) not now",
      "7+17 ask-currency: a colon is missing behind (money, declined) | As in:  - A paid pilot in January (money, declined): not before the audit",
    ],
    [
      "steps",
      "Send (ana, by 2026-11-26)",
      '12+13 step-due: "by 2026-11-26" is not a day, as in 2026-11-26 | Did you mean 2026-11-26?',
    ],
    [
      "steps",
      "Send (ana, 26.11.2026)",
      '12+10 step-due: "26.11.2026" is not a day, as in 2026-11-26 | Did you mean 2026-11-26?',
    ],
    [
      "steps",
      "Send (ana, done)",
      '12+4 step-done: "done" needs a day, as in done 2026-11-24 | As in:  - [ ] Send the pilot plan (ana, 2026-11-26)',
    ],
    [
      "steps",
      "Send (ana, 2026-11-27, done 2026-11-26, tomorrow)",
      '41+8 step-word: "tomorrow" is no word for these brackets | They may hold: done and a day, as in done 2026-11-24; a day, as in 2026-11-26; a handle or them. As in:  - [ ] Send the pilot plan (ana, 2026-11-26)',
    ],
    [
      "people",
      "tom Tom (left last May)",
      '10+13 person-left: "left last May" needs a day, as in left 2026-11-24 | If it is part of the text:  \\(left last May\\)',
    ],
    [
      "people",
      "(buyer, warm)",
      "1+1 person-id: no id in front of the name | As in:  - **tom-berg** Tom Berg, head of finance (buyer, warm): tom@gantry.example",
    ],
    [
      "gates",
      "G2 Build (2026-11-24, Go 2026-11-5)",
      '23+12 gate-decision: "Go 2026-11-5" needs a day, as in go 2026-11-24 | Did you mean go 2026-11-05? Or: pending go conditional-go hold recycle kill.',
    ],
    [
      "criteria",
      "recent (30 days)",
      '9+7 criterion-value: "30 days" is not a whole number or off | Did you mean 30? Or: off.',
    ],
  ])("%s: %s is wrong", (section, line, expected) => {
    expect(fault(section, line)).toBe(expected);
    expect(lineCodes.map((entry) => entry.code)).toContain(
      expected.split(" ")[1]?.replace(":", ""),
    );
  });
});

test("the command line may say days in words, files may not", () => {
  const dates = (words: string) => (words === "friday" ? "2026-11-27" : null);
  expect(parseLine("steps", "Send (ana, friday)", dates)).toMatchObject({row: {due: "2026-11-27"}});
  expect(parseLine("steps", "Send (ana, friday)")).toHaveProperty("faults");
});

test("codes are registered once, in lower case", () => {
  const codes = lineCodes.map((entry) => entry.code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
});

/** Quadratic reading of any of these takes minutes, so the time limit of a test is proof enough. */
test.each([
  "[",
  "[[",
  "[a](",
  "![](",
  "`` ` ",
  "\\",
  "#",
  "*",
  "(",
  " (a):",
  "( ( ): ",
  '"',
  '" #a',
  "“",
  "<!",
  "<a:",
  "：",
  "a-",
])("64 KiB of %s are read in linear time", (bit) => {
  const long = bit.repeat(65536 / bit.length);
  for (const section of ["evidence", "requests", "steps"] as const) {
    expect(() => parseLine(section, `For a (story, given): ${long}`)).not.toThrow();
    expect(() => parseLine(section, `For ${long} (ana)`)).not.toThrow();
  }
});

test("a full-width stop may end a line too", () => {
  const read = parseLine("steps", "提案書を送る（ana，2026-11-26）。");
  expect(read).toMatchObject({row: {what: "提案書を送る", who: "ana", due: "2026-11-26"}});
});
