import {describe, expect, test} from "vitest";
import type {Fault} from "../../../src/core/diagnostics.ts";
import type {ItemSection} from "../../../src/notes/body.ts";
import {type BodyOptions, readBody} from "../../../src/notes/body/read-body.ts";

function read(text: string, options: Partial<BodyOptions> = {}) {
  return readBody(text, 1, {kind: "conversation", headings: {}, ...options});
}

/** `line:column+length code`, as short as a test can be read. */
function places(faults: readonly Fault[]): string[] {
  return faults.map(({place, code}) =>
    place.at === "line"
      ? `${String(place.line)}:${String(place.column)}+${String(place.length)} ${code}`
      : code,
  );
}

function itemsOf(text: string, key: ItemSection = "works") {
  return read(text).body.items[key];
}

describe("headings", () => {
  test.each([
    ["## Surprises", "surprises"],
    ["## SURPRISE!", "surprises"],
    ["##   2. Surprises ##", "surprises"],
    ["## 🎉 The *Surprises*:", "surprises"],
    ["## [Surprises](https://example.com/a(b))", "surprises"],
    ["## What doesn’t", "not-working"],
    ["## What Made Them Lean-In", "lean-in"],
    ["## our read", "insights"],
    ["## Stories", "story"],
    ["## ☀️ Story", "story"],
    ["## <!-- a --> The Story", "story"],
    ["## Ｓｔｏｒｙ", "story"],
  ] as const)("%s opens %s", (heading, key) => {
    expect(itemsOf(`${heading}\n- a`, key)).toHaveLength(1);
  });

  test("the config adds headings in another language, and takes none away", () => {
    const headings = {pains: ["Schmerzen", "Story"], constructor: ["Wish"]};
    const {body} = read("## SCHMERZEN\n- a\n## Story\n- b", {headings});
    expect(body.items.pains.map((item) => item.text)).toEqual(["a"]);
    expect(body.items.story.map((item) => item.text)).toEqual(["b"]);
  });

  test("sections of one key are joined in file order", () => {
    expect(
      itemsOf("## What works\n- a\n## Pains\n- x\n## What works\n- b").map((i) => i.text),
    ).toEqual(["a", "b"]);
  });

  test("level 1 ends a section, levels 3 to 6 stay inside and are no item", () => {
    const {body} = read("# A talk\n## What works\n### First\n- a\n###### Last\n- b\n# End\n- c");
    expect(body.items.works.map((item) => item.text)).toEqual(["a", "b"]);
    expect(body.title).toBe("A talk");
  });

  test("an unknown heading is kept and ignored, one with a slip is warned of", () => {
    const {unknownHeadings, faults, body} = read("## Notes\n- a\n## Suprises\n- b");
    expect(unknownHeadings).toEqual([{heading: "Notes", line: 1}]);
    expect(faults).toMatchObject([
      {
        code: "heading-near",
        severity: "warning",
        place: {line: 3},
        message: 'no section is called "Suprises"',
        hint: "Did you mean Surprises?",
      },
    ]);
    expect(Object.values(body.items).flat()).toEqual([]);
  });

  test("no slip of a section that the file has already", () => {
    const {faults, unknownHeadings} = read("## Surprises\n- a\n## Suprises\n- b");
    expect(faults).toEqual([]);
    expect(unknownHeadings).toHaveLength(1);
  });

  test("a section of another kind of file is warned of, and not read", () => {
    const {faults, body} = read("## Gates\n- **G2** Build (2026-11-24)");
    expect(faults).toMatchObject([
      {
        code: "heading-kind",
        message: '"Gates" is a section of a concept, so nothing under it is read here',
      },
    ]);
    expect(body.lines.gates).toEqual([]);
  });

  test("without a space it is no heading", () => {
    const {faults, body} = read("## What works\n- a\n##Surprises\n- b");
    expect(places(faults)).toEqual(["3:1+11 heading-space"]);
    expect(faults[0]?.hint).toBe("With a space:  ## Surprises");
    expect(body.items.works.map((item) => item.text)).toEqual(["a", "b"]);
  });

  test.each([
    ["# What works\n- a", "1:1+12 heading-level", "# What works"],
    ["## Pains\n- x\n### Next steps\n- [ ] Send (ana)", "3:1+14 heading-level", "### Next steps"],
    ["#### The Surprises:\n- a", "1:1+19 heading-level", "#### The Surprises:"],
    ["## Pains\n- ## Surprises\n  - a", "2:1+14 heading-level", "## Surprises"],
    ["## Pains\n> ## Surprises\n> - a", "2:1+14 heading-level", "## Surprises"],
  ])(
    "the name of a section in a heading that opens none is warned of: %j",
    (text, place, found) => {
      const {faults} = read(text);
      expect(places(faults)).toEqual([place]);
      expect(faults[0]).toMatchObject({
        severity: "warning",
        message: `"${found}" opens no section, so what follows is not read as one`,
      });
      expect(faults[0]?.hint).toMatch(/^At the margin, with two signs: {2}## [A-Z]/);
    },
  );

  test("a title, a part of a section and a section of another kind are no such slip", () => {
    expect(read("# Sales call\n## Pains\n### Setup\n- a\n### Gates\n- b").faults).toEqual([]);
    expect(read("# Surprises\ntext", {kind: "assumption"}).faults).toEqual([]);
  });

  test.each([
    ["**What works**\n- a", "1:1+14 heading-plain"],
    ["Surprises:\n- a", "1:1+10 heading-plain"],
    ["## Pains\n- g\nWhat works\n----------\n- h", "3:1+10 heading-plain"],
    ["## Pains\n- g\nSurprises:\n- h", "3:1+10 heading-plain"],
    ["## Pains\n- g\n\n__Next steps__\n\n- h", "4:1+14 heading-plain"],
    ["- What works\n  - a\n- The end", "1:1+12 heading-plain"],
    ["## Promised\n- SSO (none)\n\nNext steps:\n\n- SAP (none)", "4:1+11 heading-plain"],
    ["## Promised\n- SSO (none)\nNext steps:\n- SAP (none)", "3:1+11 heading-plain"],
  ])("the name of a section without its signs is warned of: %j", (text, place) => {
    const {faults} = read(text);
    expect(places(faults)).toEqual([place]);
    expect(faults[0]?.message).toMatch(/^".+" is text, not a heading$/);
    expect(faults[0]?.hint).toMatch(/^With two signs in front: {2}## [A-Z]/);
  });

  test("an item or a sentence that holds such a word is none", () => {
    const text =
      "## Pains\n- Story\n- Objections\n\nNext steps are unclear\n\n## Notes\n- Summary of it";
    expect(read(text).faults).toEqual([]);
  });

  test("a paragraph that dashes make a heading is warned of and stays an item", () => {
    const {faults, body} = read("## What works\nIt is fast\n---\n- b");
    expect(places(faults)).toEqual(["2:1+10 heading-underline"]);
    expect(body.items.works.map((item) => item.text)).toEqual(["It is fast", "b"]);
  });

  test("a known heading above dashes opens its section, and is warned of too", () => {
    const {faults, body} = read("Surprises\n---------\n- b");
    expect(places(faults)).toEqual(["1:1+9 heading-underline"]);
    expect(body.items.surprises).toHaveLength(1);
  });
});

describe("items", () => {
  test("list items, block quotes and paragraphs of the top level; the rest joins them", () => {
    const text = [
      "## What works",
      "- one",
      "  goes on",
      "",
      "  second paragraph",
      "  - nested",
      "    1. deeper",
      "",
      "A paragraph",
      "of two lines",
      "",
      "> a block quote",
      "> - with a bullet",
      "",
      "1. [x] numbered, with a checkbox",
      "* star",
    ].join("\n");
    expect(itemsOf(text).map((item) => [item.line, item.text])).toEqual([
      [2, "one goes on second paragraph nested deeper"],
      [9, "A paragraph of two lines"],
      [12, "a block quote with a bullet"],
      [15, "numbered, with a checkbox"],
      [16, "star"],
    ]);
  });

  test.each([
    ['"Yes" — tom-berg', ["Yes"], "tom-berg"],
    ['"He said "no" twice." – Tom #a', ['He said "no" twice.'], "Tom"],
    ['"Yes", #a -- Tom', ["Yes"], "Tom"],
    ['"Yes" - Tom', ["Yes"], "Tom"],
    ["“Yes”", ["Yes"], null],
    ["„Ja“ — Tom", ["Ja"], "Tom"],
    ["« Oui » — Tom", ["Oui"], "Tom"],
    ["「はい」— 田中", ["はい"], "田中"],
    ['She laughed: "no way" and ("never") — Eva', ["no way", "never"], null],
    ['She laughed: "no way" — Eva', ["no way"], "Eva"],
    ['a 5" screen and a 7" one', [], null],
    ['"Yes" he said, then left', ["Yes"], null],
    ['"never closed', [], null],
    ['\\"not a quote\\"', [], null],
    ['`"code"`', [], null],
    ["not a quote — Tom", [], null],
  ])("quotes in %s", (text, quotes, who) => {
    expect(itemsOf(`## What works\n- ${text}`)[0]).toMatchObject({quotes, who});
  });

  test.each([
    '"never closed',
    "„Ja” — Tom",
    '„Ja" — Tom',
    "‚Ja‘ — Tom",
    "»Ja« — Tom",
    "”Ja” — Tom",
    "‹Oui›",
    "『はい』と",
    "'Yes' — Tom",
    "‘Yes, we did’, Tom #a",
    '**"Yes"** — Tom',
    '_"Yes"_',
    "[ ] »Ja«",
  ])("what looks like their words and is not read as such is warned of: %s", (text) => {
    const {faults, body} = read(`## What works\n- ${text}`);
    expect(body.items.works[0]?.quotes).toEqual([]);
    expect(places(faults)).toEqual([`2:${text.startsWith("[ ]") ? "7" : "3"}+1 quote-marks`]);
    expect(faults[0]).toMatchObject({
      severity: "warning",
      message: "this looks like their words, and is not read as a quote",
      hint: 'Their words stand in " ", “ ”, „ “, « » or 「 」, with nothing around the marks.',
    });
  });

  test.each([
    '5" is too small',
    "'90s look",
    "’tis fine",
    "'Yes they said",
    '""',
    "*Emph* said",
    '\\"not a quote\\"',
    '`"code"`',
    'She said "yes" — Tom',
    "*really* “yes”",
    "The ‘so-called’ thing",
  ])("and this does not: %s", (text) => {
    expect(read(`## What works\n- ${text}`).faults).toEqual([]);
  });

  test("nor are the words behind the bracket of a line a quote where more follows them", () => {
    const text = '## Evidence\n- For setup (opinion): "yes" said Tom\n- For setup (opinion): "yes"';
    const {faults, body} = read(text);
    expect(body.lines.evidence.map(({quote}) => quote)).toEqual([null, "yes"]);
    expect(places(faults)).toEqual(["2:24+1 quote-marks"]);
  });

  test("a quote may go on in a second paragraph", () => {
    expect(itemsOf('## Quotes\n- "One.\n\n  Two." — Tom', "quotes")[0]).toMatchObject({
      quotes: ["One. Two."],
      who: "Tom",
    });
  });

  test("themes are hashtags after start, space or bracket, case-folded, each once", () => {
    const text =
      "#Setup (#exports-2) x#no #1 `#code` https://a.b/#frag [#in](x.md) \\#plain #SETUP #テーマ.";
    expect(itemsOf(`## What works\n- ${text}`)[0]?.themes).toEqual([
      "setup",
      "exports-2",
      "テーマ",
    ]);
  });

  test("what we answered stands behind the first arrow of an objection", () => {
    expect(itemsOf("## Objections\n- Too dear → it pays -> soon", "objections")[0]).toMatchObject({
      text: "Too dear → it pays -> soon",
      answer: "it pays -> soon",
    });
    expect(itemsOf("## Pains\n- a -> b", "pains")[0]?.answer).toBeNull();
    expect(itemsOf("## Objections\n- a\n\n  b → c\n\n  d", "objections")[0]?.answer).toBe("c d");
  });

  test("what we answered is none of their words, and an arrow in their words is no answer", () => {
    const objection = (text: string) => itemsOf(`## Objections\n- ${text}`, "objections")[0];
    expect(objection('"Too slow" — tom → "we cached it" #speed')).toMatchObject({
      quotes: ["Too slow"],
      who: "tom",
      themes: ["speed"],
      answer: '"we cached it" #speed',
    });
    expect(objection('"From A -> B is too slow" — tom -> it is cached')).toMatchObject({
      quotes: ["From A -> B is too slow"],
      who: "tom",
      answer: "it is cached",
    });
    expect(objection('"From A -> B is too slow" — tom')).toMatchObject({who: "tom", answer: null});
  });

  test("values are the source without backslashes; emphasis, links and code stay as typed", () => {
    expect(
      itemsOf("## What works\n- \\# a \\* *b* [c](d\\_e) `f\\_g` C:\\dir 100\\%")[0]?.text,
    ).toBe("# a * *b* [c](d\\_e) `f\\_g` C:\\dir 100%");
  });

  test("comments are guidance, inline ones are taken out", () => {
    const {body, faults} = read(
      "## What works\n<!-- one\n\n- two -->\n- a <!-- b --> c\n- <!-- only -->\n<!-- d -->",
    );
    expect(body.items.works.map((item) => item.text)).toEqual(["a c"]);
    expect(faults).toEqual([]);
  });

  test("an unclosed comment costs the file, at its line", () => {
    const block = read("## What works\n- a\n\n<!-- b\n- c");
    expect([block.unreadable, ...places(block.faults)]).toEqual([true, "4:1+4 comment-unclosed"]);
    expect(block.faults[0]).toMatchObject({severity: "error", dropped: "file"});
    const inline = read("## What works\n- a <!-- b\n\n- c");
    expect([inline.unreadable, ...places(inline.faults)]).toEqual([true, "2:5+4 comment-unclosed"]);
    const second = read("<!-- a --> <!-- b\nc");
    expect([second.unreadable, ...places(second.faults)]).toEqual([
      true,
      "1:12+4 comment-unclosed",
    ]);
    expect(read("- `<!--` and \\<!-- are text").unreadable).toBe(false);
  });

  test.each([
    ["<div>x</div>", "2:1+12 html-block"],
    ["| a | b |\n| - | - |\n| c | d |", "2:1+9 table-block"],
    ["```\ncode\n```", "2:1+3 code-block"],
    ["<!-- a --> text", "2:12+4 comment-text"],
    ["- text -->", "2:8+3 comment-stray"],
    ["- {{date}}", "2:3+8 date-placeholder"],
  ])("warns of %s", (text, expected) => {
    const {faults} = read(`## What works\n${text}`);
    expect(places(faults)).toEqual([expected]);
    expect(faults[0]).toMatchObject({severity: "warning", dropped: null});
  });

  test("what to write for a placeholder depends on which it is", () => {
    const hints = read("## What works\n- {{date}}\n- {{customer}} said").faults.map(
      ({hint}) => hint,
    );
    expect(hints).toEqual(["Write the day, as in 2026-11-20.", "Write what is meant instead."]);
  });

  test("outside a section nothing of that is said", () => {
    expect(read("<div>x</div>\n\n| a |\n| - |\n\n```\nx\n```\n\na --> b").faults).toEqual([]);
  });

  test("a line of evidence outside its heading is warned of", () => {
    const line = '**Against** setup (story): "x"';
    for (const heading of ["## What works\n", "## Notes\n", "", "## Next steps\n- [ ] a (ana)\n"]) {
      const codes = read(`${heading}- ${line}`).faults.map((fault) => fault.code);
      expect(codes).toContain("evidence-misplaced");
    }
    expect(read("## What works\n- For us it is fine (really)").faults).toEqual([]);
  });

  test("markers of a merge conflict are warned of, and both sides are read", () => {
    const {body, faults} = read(
      "## What works\n<<<<<<< HEAD\n- a\n=======\n- b\n>>>>>>> other\n- c",
    );
    expect(places(faults)).toEqual(["2:1+12 conflict-markers"]);
    expect(body.items.works.map((item) => item.text)).toEqual(["a", "b", "c"]);
  });
});

describe("lines", () => {
  const evidence = "- For setup (story): x";

  test("bullets of every sort are lines, and only their first paragraph is read", () => {
    const {body, faults} = read(
      `## Evidence\n${evidence}\n  and more\n\n  second\n* For b (story)\n+ For c (story)\n1. For d (story)`,
    );
    expect(body.lines.evidence.map((row) => [row.line, row.assumption, row.note])).toEqual([
      [2, "setup", "x and more"],
      [6, "b", null],
      [7, "c", null],
      [8, "d", null],
    ]);
    expect(places(faults)).toEqual(["5:3+6 line-nested"]);
  });

  test("a continuation at the margin is an error on its line, the line above stands", () => {
    const {body, faults} = read(`## Evidence\n${evidence}\nFor other (story): y\n- For b (story)`);
    expect(body.lines.evidence.map((row) => row.note)).toEqual(["x", null]);
    expect(faults).toMatchObject([
      {
        code: "line-continued",
        severity: "error",
        dropped: "line",
        place: {line: 3, column: 1, length: 20},
      },
    ]);
  });

  test("a nested bullet is a warning, and an error when it is evidence", () => {
    const {faults, body} = read(
      `## Evidence\n${evidence}\n  - a thought\n  - Against setup (story): y`,
    );
    expect(places(faults)).toEqual(["3:3+11 line-nested", "4:3+26 evidence-nested"]);
    expect(faults.map((fault) => fault.severity)).toEqual(["warning", "error"]);
    expect(body.lines.evidence).toHaveLength(1);
  });

  test.each([
    ["A paragraph", "2:1+11 line-paragraph"],
    ["> quoted", "2:1+8 line-quote"],
    ["```\nx\n```", "2:1+3 code-block"],
    ["| a |\n| - |", "2:1+5 table-block"],
  ])("warns of %s", (text, expected) => {
    const {faults} = read(`## Evidence\n${text}`);
    expect(places(faults)).toEqual([expected]);
    expect(faults[0]?.severity).toBe("warning");
  });

  test("a wrong line is left out and named at the word, the rest counts", () => {
    const {body, faults} = readBody(
      `\n## Evidence\r\n  -   Against setup\r\n      (told): "x"\r\n${evidence}\r\n`,
      9,
      {kind: "conversation", headings: {}},
    );
    expect(places(faults)).toEqual(["12:8+4 evidence-kind"]);
    expect(body.lines.evidence.map((row) => row.line)).toEqual([13]);
  });

  test("an empty bullet and a comment are no lines", () => {
    expect(read("## Evidence\n-\n- <!-- none -->\n<!-- guidance\n- For x -->").faults).toEqual([]);
  });
});

test("of two people with one id the second is left out, at its id", () => {
  const {body, faults} = read("## People\n- **ivo** Ivo Kral\n- **ana** Ana\n-  **Ivo** Other", {
    kind: "customer",
  });
  expect(body.lines.people.map((person) => person.name)).toEqual(["Ivo Kral", "Ana"]);
  expect(places(faults)).toEqual(["4:6+3 person-duplicate"]);
  expect(faults[0]).toMatchObject({
    dropped: "line",
    message: '"Ivo" is already the person in line 2',
    hint: "Give this one another id.",
  });
});

test("of two lines for one criterion the second is left out, so that neither wins in silence", () => {
  const text = "## Criteria\n- customers (2): a niche\n- recent (60)\n- Customers (off)";
  const {body, faults} = read(text, {kind: "concept"});
  expect(body.lines.criteria.map(({criterion, value}) => [criterion, value])).toEqual([
    ["customers", 2],
    ["recent", 60],
  ]);
  expect(places(faults)).toEqual(["4:3+9 criterion-duplicate"]);
  expect(faults[0]).toMatchObject({
    dropped: "line",
    message: '"customers" is already set in line 2',
    hint: "Keep one of the two.",
  });
});

describe("words", () => {
  const words = (text: string) => read(text).body.words;

  test("prose counts wherever it stands; headings, comments and code do not", () => {
    expect(
      words("# A title\none two\n\n## Notes\nthree\n\n## What works\n- four <!-- no --> five"),
    ).toBe(5);
    expect(words("```\nno no\n```\n\n<div>no</div>")).toBe(0);
  });

  test("of a line counts what stands behind the bracket", () => {
    expect(words('## Evidence\n- **Against** [a b](a.md) (story): "one two" — three')).toBe(3);
    expect(words("## Next steps\n- [ ] Send the plan (ana, 2026-11-26)")).toBe(0);
    expect(words("## Requests\n- Export to SAP: one two")).toBe(2);
  });

  test("of a link counts what is shown", () => {
    expect(words("## What works\n- [one two](https://example.com/a/b) three")).toBe(3);
  });

  test("the sentence under the front matter does not count, other prose does", () => {
    const linked =
      "Sales call with [Gantry](../../customers/gantry.md) about [Fast setup](../../concepts/fast-setup.md)";
    expect(words(`\n${linked}\n`)).toBe(0);
    expect(words("Sales call with Gantry about Fast setup")).toBe(0);
    expect(words("Interview with [Gantry](../customers/gantry.md)")).toBe(0);
    expect(words("Roadshow with [Gantry](../customers/gantry.md) about new plan")).toBe(0);
    expect(words("We spoke with Tom about exports")).toBe(6);
    expect(words(`# Interview\n${linked}`)).toBe(7);
  });

  test("counting stops", () => {
    expect(words("word ".repeat(5000))).toBe(1000);
  });
});

test("everything stands under its own key in a file of another kind", () => {
  const {body, faults} = read(
    "# We believe it\n\n## Because\n- [k7f3qa](../conversations/2026/k7f3qa.md): they said so\n\n## Told\n- gantry (2026-11-26)\n\n## Summary\nfree text",
    {kind: "decision"},
  );
  expect(faults).toEqual([]);
  expect(body.title).toBe("We believe it");
  expect(body.lines.because).toEqual([{conversation: "k7f3qa", what: "they said so", line: 4}]);
  expect(body.lines.told).toEqual([{customer: "gantry", date: "2026-11-26", line: 7}]);
});
