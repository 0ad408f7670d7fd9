import fc from "fast-check";
import MarkdownIt, {type Token} from "markdown-it";
import {describe, expect, test} from "vitest";
import type {Block, Span, Spans} from "../../src/reports/document.ts";
import {visibleLine} from "../../src/core/visible.ts";
import {renderMarkdown} from "../../src/render/markdown.ts";
import {document, hostileText, table} from "./arbitrary.ts";
import {assumptions} from "./screens.ts";

const options = {linkTo: (file: string) => `../${file}`};
const reader = new MarkdownIt({html: true});

function markdown(
  blocks: Block[],
  linkTo: (file: string) => string | null = options.linkTo,
): string {
  return renderMarkdown({title: "", blocks}, {linkTo});
}

function paragraph(text: Spans): string {
  return markdown([{block: "paragraph", text}]);
}

/** What a reader sees of inline tokens. */
function seen(token: Token): string {
  return (token.children ?? [])
    .map((child) =>
      child.type === "softbreak" || child.type === "hardbreak" ? " " : child.content,
    )
    .join("");
}

function squeeze(text: string): string {
  return visibleLine(text).replace(/\s+/g, "");
}

function textOf(spans: Spans): string {
  return (Array.isArray(spans) ? spans : [spans]).map(spanText).join("");
}

function spanText(span: Span): string {
  if (typeof span === "string") return span;
  if (span.role === "marks" || span.role === "legend") return "";
  return span.role === "quote" ? `"${span.text}"` : span.text;
}

describe("every text is shown as it was typed", () => {
  const places: [string, (text: string) => Block][] = [
    ["paragraph", (text) => ({block: "paragraph", text})],
    ["strong", (text) => ({block: "paragraph", text: ["a ", {role: "strong", text}, " b"]})],
    [
      "strong within a word",
      (text) => ({block: "paragraph", text: ["a", {role: "strong", text}, "b"]}),
    ],
    ["code", (text) => ({block: "paragraph", text: ["a ", {role: "command", text}, " b"]})],
    ["heading", (text) => ({block: "heading", level: 2, text})],
    ["list", (text) => ({block: "list", items: [text, text]})],
    ["facts", (text) => ({block: "facts", facts: [{label: text, value: text}]})],
    ["answer", (text) => ({block: "answer", lines: [text, text]})],
    ["callout", (text) => ({block: "callout", tone: "bad", text})],
    ["quote", (text) => ({block: "quote", text, source: text})],
    ["group", (text) => ({block: "group", lead: text, blocks: [{block: "paragraph", text}]})],
    [
      "link",
      (text) => ({
        block: "paragraph",
        text: ["a ", {role: "file", kind: "customer", file: "customers/x.md", text}, " b"],
      }),
    ],
  ];

  test.each(places)("%s", (_name, blockOf) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const tokens = reader.parse(markdown([blockOf(text)]), {});
        const shown = tokens
          .filter((token) => token.type === "inline")
          .map(seen)
          .join("");
        const words = squeeze(text);
        // Once for each time the block holds it.
        const times = {list: 2, facts: 2, answer: 2, quote: 2, group: 2}[_name] ?? 1;
        const found = words === "" ? times : squeeze(shown).split(words).length - 1;
        expect(found).toBeGreaterThanOrEqual(times);
        expect(tokens.some((token) => token.type.startsWith("html"))).toBe(false);
        // A web address may become a link to itself; nothing else does.
        const kinds = tokens
          .flatMap((token) => token.children ?? [])
          .filter((child) => child.markup !== "autolink")
          .map((child) => child.type);
        expect(kinds).not.toContain("html_inline");
        expect(kinds).not.toContain("image");
        expect(kinds.filter((kind) => kind === "link_open").length).toBe(_name === "link" ? 1 : 0);
      }),
      {numRuns: 80},
    );
  });
});

describe("tables", () => {
  test("read back with the same columns, rows and text, whatever the cells hold", () => {
    fc.assert(
      fc.property(table, (block) => {
        const text = markdown([block], () => null);
        const tokens = reader.parse(text, {});
        expect(tokens[0]?.type).toBe("table_open");
        const rows = tokens.filter((token) => token.type === "tr_open").length;
        expect(rows).toBe(block.rows.length + 1);
        const end = tokens.findIndex((token) => token.type === "table_close");
        const cells = tokens.slice(0, end).filter((token) => token.type === "inline");
        expect(cells.length).toBe(rows * block.columns.length);
        block.rows.flat().forEach((cell, index) => {
          // One line end cut in two by the pieces it stands in is two signs, and nobody writes that.
          if (isPlain(cell) && !textOf(cell).includes("\r\n")) {
            const shown = squeeze(seen(cells[block.columns.length + index] as Token));
            expect(shown).toBe(squeeze(textOf(cell)));
          }
        });
      }),
      {numRuns: 150},
    );
  });

  test("no stars where an empty piece stands before a letter", () => {
    const cell: Spans = [
      {role: "status", text: "‐", tone: "good"},
      "",
      {role: "status", text: "Gantry", tone: "good"},
    ];
    const columns = [{title: "a", priority: 1, align: "left" as const}];
    expect(markdown([{block: "table", columns, rows: [[cell]], more: null}])).toContain(
      "| ‐**Gantry** |\n",
    );
  });

  test("bars and backslashes, also in code", () => {
    const block: Block = {
      block: "table",
      columns: [
        {title: "a|b", priority: 1, align: "left"},
        {title: "n", priority: 2, align: "right"},
      ],
      rows: [
        ["x|y\\|z\\", {role: "command", text: "a|b"}],
        [{role: "marks", against: ["told"], for: ["did"]}, "1"],
      ],
      more: "… and 2 more (--all)",
    };
    expect(markdown([block])).toBe(
      [
        "| a\\|b | n |",
        "| --- | ---: |",
        "| x\\|y\\\\\\|z\\\\ | `a\\|b` |",
        "| □\\|■ | 1 |",
        "",
        "… and 2 more (--all)",
        "",
      ].join("\n"),
    );
  });

  /** Dates are printed as days and marks as signs, which is tested elsewhere. */
  function isPlain(cell: Spans): boolean {
    const list = Array.isArray(cell) ? cell : [cell];
    return list.every(
      (span) => typeof span === "string" || !["date", "marks", "legend"].includes(span.role),
    );
  }
});

test.each([
  ["- not a list", "\\- not a list\n"],
  ["1. not a list", "1\\. not a list\n"],
  ["# not a heading", "\\# not a heading\n"],
  ["> not a quote", "\\> not a quote\n"],
  ["=== no underline", "\\=\\=\\= no underline\n"],
  ["<b>*a*_b_ `c` [d](e) ![f]", "\\<b\\>\\*a\\*\\_b\\_ \\`c\\` \\[d\\](e) \\!\\[f\\]\n"],
  ["&lt; Elm & Oak", "\\&lt; Elm & Oak\n"],
  ["$5$ and %%hidden%%", "\\$5\\$ and \\%\\%hidden\\%\\%\n"],
  ["see https://a.example/b_c.", "see <https://a.example/b_c>.\n"],
  ["a\x1b[2Jb\u202e", "a\\\\x1b\\[2Jb\\\\u202e\n"],
  ["line\nbreak", "line break\n"],
])("%j is written as %j", (text, expected) => {
  expect(paragraph(text)).toBe(expected);
});

test("a file is a link with its path encoded, or plain where nothing can be linked", () => {
  const file: Span = {
    role: "file",
    kind: "conversation",
    file: "conversations/100% (1) #a?.md",
    text: "k7[f]",
  };
  expect(paragraph(file)).toBe("[k7\\[f\\]](../conversations/100%25%20%281%29%20%23a%3F.md)\n");
  expect(markdown([{block: "paragraph", text: file}], () => null)).toBe("k7\\[f\\]\n");
  expect(paragraph({...file, file: null})).toBe("k7\\[f\\]\n");
});

test("a day is its date, never an age", () => {
  const days: [string, string][] = [
    ["yesterday (Thu 2026-11-19)", "Thu 2026-11-19\n"],
    ["71 days", "Thu 2026-11-19\n"],
    ["2026-11-19", "2026-11-19\n"],
  ];
  for (const [text, expected] of days) {
    expect(paragraph({role: "date", date: "2026-11-19", text})).toBe(expected);
  }
});

test("bold is left out where the signs around it would not be read as bold", () => {
  expect(paragraph(["a", {role: "strong", text: "(b)"}, "c"])).toBe("a(b)c\n");
  expect(paragraph(["a ", {role: "status", text: "NOT READY", tone: "bad"}, ", c"])).toBe(
    "a **NOT READY**, c\n",
  );
  expect(
    paragraph([
      {role: "strong", text: "a"},
      {role: "strong", text: "b"},
    ]),
  ).toBe("**a**b\n");
});

test("headings come right below the title, groups below the heading they stand under", () => {
  const text = renderMarkdown(
    {
      title: "Title",
      blocks: [
        {block: "group", lead: "first", aside: "high", blocks: [{block: "paragraph", text: "x"}]},
        {block: "paragraph", text: "not in the group"},
        {block: "heading", level: 2, text: "part"},
        {block: "group", lead: "second", blocks: []},
      ],
    },
    options,
  );
  expect(text).toBe(
    "# Title\n\n## first\n\nhigh\n\nx\n\n---\n\nnot in the group\n\n## part\n\n### second\n",
  );
});

test("two lists in a row stay two lists", () => {
  const text = markdown([
    {block: "list", items: ["a"]},
    {block: "facts", facts: [{label: "b", value: "c"}]},
  ]);
  expect(text).toBe("- a\n\n* **b:** c\n");
});

test("a report to paste in a pull request", () => {
  expect(renderMarkdown(assumptions, options).split("\n").slice(0, 22).join("\n")).toBe(`\
# What we believe

4 beliefs: 1 contested, 1 invalidated, 1 early yes, 1 not tested.\\
Test first: [IT will allow our cloud connection](../assumptions/it-allows-cloud.md) (critical, nobody asked yet).\\
Most said against: Customers will pay extra for SSO (3 customers, 0 for).

> [!WARNING]
> 1 file left out: \`pm-talk check\`

## [New customers finish setup alone in under five minutes](../assumptions/setup-under-five-minutes.md)

critical, usability

□□■\\|■·   **CONTESTED**    3 customers against, 2 for; split by segment

> **-** "He opened the help page four times, I counted"
>
> [Gantry](../customers/gantry.md), enterprise, seen, Thu 2026-11-19 · [k7f3qa](../conversations/2026/2026-11-19-gantry-sales-call-k7f3qa.md)

> **+** "Done before my coffee was"
>
> [Bolt](../customers/bolt.md), smb, advocate, seen, Mon 2026-11-02 · [b4x9te](../conversations/2026/2026-11-02-bolt-usability-test-b4x9te.md)`);
});

test("any document: one newline at the end, no control characters, no lone surrogates", () => {
  fc.assert(
    fc.property(document, (doc) => {
      const text = renderMarkdown(doc, options);
      expect(text).toMatch(/(^|[^\n])\n$/);
      expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Cs}|[\u2028-\u202e\u2066-\u2069\u200b]/u);
    }),
    {numRuns: 100},
  );
});

test.each([
  ["signs", "\\|`<[]!*_#>~$&a==%%".repeat(1 << 13)],
  ["backticks apart", "` ".repeat(1 << 16)],
  ["addresses", "https://!".repeat(1 << 14)],
  ["brackets", "[".repeat(1 << 17)],
])("hostile sizes: %s", (_name, text) => {
  const blocks: Block[] = [
    {block: "paragraph", text},
    {
      block: "list",
      items: [
        {role: "command", text},
        {role: "strong", text},
      ],
    },
  ];
  expect(markdown(blocks).length).toBeGreaterThan(3 * text.length - 10);
});
