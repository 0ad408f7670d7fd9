import fc from "fast-check";
import type {Block, Chart, Document, Mark, Span, Spans} from "../../src/reports/document.ts";

/** Text as people, tools and attackers write it. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({unit: "grapheme", maxLength: 8}),
      fc.string({unit: "binary", maxLength: 4}),
      fc.constantFrom(
        "Gantry",
        "asked twice",
        "株式会社アクメ",
        "「はい」。",
        "👩‍👩‍👧",
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "🇩🇪",
        "e\u0301",
        "\u1112\u1161\u11ab",
        "שלום",
        "\u202eabc",
        "a\u200bb",
        "\x1b[31m",
        "\x1b]8;;http://x\x07",
        "\r",
        "\n",
        "\t",
        " ",
        "  ",
        "|",
        "||",
        "\\",
        "\\|",
        "`",
        "``",
        "*",
        "**x**",
        "_",
        "~~",
        "[a](b)",
        "![",
        "<b>",
        "<!--",
        "&amp;",
        "# ",
        "> ",
        "- ",
        "+ ",
        "1. ",
        "2) ",
        "===",
        "---",
        "$x$",
        "%%",
        "constructor",
        "conversations/2026/2026-11-19-gantry-sales-call-k7f3qa.md",
        "a".repeat(45),
        "\ud800",
      ),
    ),
    {maxLength: 6},
  )
  .map((parts) => parts.join(""));

const mark = fc.constantFrom<Mark>("did", "told", "thinks");
const tone = fc.constantFrom("good" as const, "bad" as const, "warn" as const, "neutral" as const);

export const span: fc.Arbitrary<Span> = fc.oneof(
  hostileText,
  fc.record({
    role: fc.constantFrom("strong" as const, "muted" as const, "command" as const, "id" as const),
    text: hostileText,
  }),
  fc.record({role: fc.constant("quote" as const), text: hostileText}),
  fc.record({
    role: fc.constant("date" as const),
    date: fc.constantFrom("2026-11-19", "2026-01-02"),
    text: fc.constantFrom("2026-11-19", "yesterday (Thu 2026-11-19)", "Fri 2026-01-02"),
  }),
  fc.record({role: fc.constant("status" as const), text: hostileText, tone}),
  fc.record({
    role: fc.constant("file" as const),
    kind: fc.constant("customer" as const),
    file: fc.option(hostileText),
    text: hostileText,
  }),
  fc.record({
    role: fc.constant("marks" as const),
    against: fc.array(mark, {maxLength: 20}),
    for: fc.array(mark, {maxLength: 20}),
  }),
  fc.constant({role: "legend" as const}),
);

export const spans: fc.Arbitrary<Spans> = fc.oneof(span, fc.array(span, {maxLength: 4}));

export const table: fc.Arbitrary<Extract<Block, {block: "table"}>> = fc
  .integer({min: 1, max: 5})
  .chain((columns) =>
    fc.record({
      block: fc.constant("table" as const),
      columns: fc.array(
        fc.record({
          title: hostileText,
          priority: fc.integer({min: 1, max: 5}),
          align: fc.constantFrom("left" as const, "right" as const),
        }),
        {minLength: columns, maxLength: columns},
      ),
      rows: fc.array(fc.array(spans, {minLength: columns, maxLength: columns}), {maxLength: 4}),
      more: fc.option(hostileText),
    }),
  );

const day = fc.constantFrom("2026-09-15", "2026-11-19", "2026-11-24");
const beliefMarks = fc.array(fc.record({mark, ageing: fc.boolean()}), {maxLength: 20});

const chart: fc.Arbitrary<Chart> = fc.oneof(
  fc.record({
    kind: fc.constant("timeline" as const),
    from: day,
    to: day,
    line: fc.record({date: day, label: hostileText}),
    lanes: fc.array(
      fc.record({
        label: hostileText,
        empty: fc.option(hostileText),
        marks: fc.array(
          fc.record({
            date: day,
            shape: fc.constantFrom("interview" as const, "selling" as const, "other" as const),
            meaningful: fc.boolean(),
            advocate: fc.boolean(),
            label: hostileText,
            file: fc.option(hostileText),
          }),
          {maxLength: 3},
        ),
      }),
      {maxLength: 3},
    ),
  }),
  fc.record({
    kind: fc.constant("beliefs" as const),
    rows: fc.array(
      fc.record({
        label: spans,
        against: beliefMarks,
        for: beliefMarks,
        status: hostileText,
        tone,
        note: fc.option(hostileText),
      }),
      {maxLength: 3},
    ),
  }),
  fc.record({
    kind: fc.constant("statuses" as const),
    rows: fc.array(
      fc.record({
        label: spans,
        points: fc.array(fc.record({date: day, status: hostileText, tone, label: hostileText}), {
          maxLength: 3,
        }),
      }),
      {maxLength: 3},
    ),
  }),
  fc.record({
    kind: fc.constant("months" as const),
    bars: fc.array(
      fc.record({
        month: fc.constantFrom("2026-10", "2026-11"),
        count: fc.nat({max: 40}),
        goal: fc.option(fc.nat({max: 9})),
      }),
      {maxLength: 6},
    ),
  }),
);

const leaf: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    block: fc.constant("heading" as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    text: spans,
    aside: spans,
  }),
  fc.record({block: fc.constant("paragraph" as const), text: spans}),
  fc.record({block: fc.constant("answer" as const), lines: fc.array(spans, {maxLength: 3})}),
  fc.record({block: fc.constant("list" as const), items: fc.array(spans, {maxLength: 3})}),
  fc.record({
    block: fc.constant("facts" as const),
    facts: fc.array(fc.record({label: hostileText, value: spans}), {maxLength: 3}),
  }),
  table,
  fc.record({
    block: fc.constant("quote" as const),
    text: hostileText,
    source: spans,
    sign: fc.constantFrom("+" as const, "-" as const),
    aside: spans,
  }),
  fc.record({
    block: fc.constant("pull-quote" as const),
    text: hostileText,
    source: spans,
    aside: spans,
  }),
  fc.record({
    block: fc.constant("verdict" as const),
    tone,
    text: spans,
    boxes: fc.array(
      fc.record({label: hostileText, met: fc.option(fc.boolean()), found: hostileText}),
      {maxLength: 3},
    ),
  }),
  fc.record({
    block: fc.constant("form" as const),
    boxes: fc.array(hostileText, {maxLength: 3}),
    lines: fc.array(hostileText, {maxLength: 2}),
  }),
  fc.record({block: fc.constant("chart" as const), title: hostileText, chart, table}),
  fc.record({block: fc.constant("callout" as const), tone, text: spans}),
  fc.record({block: fc.constant("footer" as const), lines: fc.array(spans, {maxLength: 2})}),
);

const group: fc.Arbitrary<Block> = fc.record({
  block: fc.constant("group" as const),
  lead: spans,
  aside: spans,
  blocks: fc.array(leaf, {maxLength: 3}),
});

const only: fc.Arbitrary<Block> = fc.record({
  block: fc.constant("only" as const),
  on: fc.constantFrom("page" as const, "lines" as const),
  blocks: fc.array(leaf, {maxLength: 2}),
});

export const document: fc.Arbitrary<Document> = fc.record({
  title: hostileText,
  blocks: fc.array(fc.oneof(leaf, group, only), {maxLength: 5}),
});
