import fc from "fast-check";
import {expect, test} from "vitest";
import {PmTalkError} from "../../../src/core/errors.ts";
import {splitFrontMatter} from "../../../src/notes/front-matter/front-matter.ts";
import {writeFrontMatter} from "../../../src/notes/front-matter/write-front-matter.ts";

test("keys in order, lists in a row, dates as they are, nothing that is empty", () => {
  const written = writeFrontMatter(
    {
      team: ["ana", "farid"],
      pitch: "v3",
      customer: "gantry",
      time: "14:30",
      duration: 45,
      meaningful: false,
      tags: [],
      via: "",
      firm: null,
      until: undefined,
      date: "2026-11-19",
      type: "sales-call",
    },
    ["type", "date", "customer", "contacts", "team"],
  );
  expect(written).toBe(
    [
      "---",
      "type: sales-call",
      "date: 2026-11-19",
      "customer: gantry",
      "team: [ana, farid]",
      "pitch: v3",
      'time: "14:30"',
      "duration: 45",
      "meaningful: false",
      "---",
      "",
    ].join("\n"),
  );
});

test("an empty consent is kept: they were asked and refused", () => {
  expect(writeFrontMatter({consent: [], contacts: []})).toBe("---\nconsent: []\n---\n");
});

test("a long value stays on its line, so that git shows it as one change", () => {
  const reason = "why ".repeat(200).trim();
  expect(writeFrontMatter({reason})).toBe(`---\nreason: ${reason}\n---\n`);
});

const awkward = fc.oneof(
  fc.string({unit: "grapheme", minLength: 1}),
  fc.string({unit: "binary", minLength: 1}).filter((text) => text.isWellFormed()),
  fc.constantFrom("yes", "null", "~", "00e10", "1.10", "2026-11-20", "14:30", "0x1f", "<<", "---"),
  fc.constantFrom("- a", "a: b", "a #b", "@a", "`a`", "*a*", "&a", "!a", "%a", "[[a]]", "{{a}}"),
  fc.constantFrom("a\n---\nb", "\n\n=======\n", "a\r\nb", "\ta", " a ", '"', "'", "\\", "…", "a:"),
  fc.constantFrom(
    "\u0085",
    "\u2028",
    "\ufeff",
    "\u001b[2J",
    "名前: 値",
    "مرحبا",
    "👩‍👩‍👧",
    "#a",
    "|",
    ">",
  ),
);

test("whatever is written reads back equal", () => {
  const texts = awkward.filter((text) => !text.includes("\0"));
  const fields = fc.record({
    customer: texts,
    reason: texts,
    contacts: fc.array(texts, {minLength: 1}),
    talk: fc.double({min: 0, max: 1, noNaN: true}),
    secondhand: fc.boolean(),
  });
  fc.assert(
    fc.property(fields, (values) => {
      const read = splitFrontMatter(`${writeFrontMatter(values)}body\n`);
      expect(read).toMatchObject({
        // Minus zero is zero in a file.
        data: {...values, talk: values.talk + 0},
        body: "body\n",
      });
    }),
    {numRuns: 300},
  );
});

test.each(["a\0b", "half \ud83d", "\udc00"])("%j is refused", (text) => {
  const error = new PmTalkError(
    "usage",
    "customer holds a character that a text file cannot keep",
    "It is a NUL or half of a character; type it again.",
  );
  expect(() => writeFrontMatter({customer: text})).toThrow(error);
  expect(() => writeFrontMatter({customer: ["ok", text]})).toThrow(error);
});

test("more than 64 KiB is refused, and what to do is said", () => {
  expect(() => writeFrontMatter({reason: "x".repeat(66_000)})).toThrow(
    new PmTalkError(
      "usage",
      "the front matter would be longer than 64 KiB",
      "Put long text into the body, below a heading.",
    ),
  );
});
