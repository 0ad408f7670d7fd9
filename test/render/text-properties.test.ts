import {Chalk} from "chalk";
import fc from "fast-check";
import stringWidth from "fast-string-width";
import {describe, expect, test} from "vitest";
import type {Block, Document, Span, Spans} from "../../src/reports/document.ts";
import {visibleLine} from "../../src/core/visible.ts";
import {renderText} from "../../src/render/text.ts";
import {document, table} from "./arbitrary.ts";

const plain = {chalk: new Chalk({level: 0}), unicode: true};

/** What has to be found in the output of a document, cell by cell. */
function textsOf(block: Block): string[] {
  switch (block.block) {
    case "heading":
      return [...texts(block.text), ...texts(block.aside ?? "")];
    case "paragraph":
    case "callout":
      return texts(block.text);
    case "answer":
    case "footer":
      return block.lines.flatMap(texts);
    case "list":
      return block.items.flatMap(texts);
    case "facts":
      return block.facts.flatMap((fact) => [fact.label, ...texts(fact.value)]);
    case "table":
      return [...block.rows.flat().flatMap(texts), block.more ?? ""];
    case "quote":
    case "pull-quote":
      return [block.text, ...texts(block.source), ...texts(block.aside ?? "")];
    case "verdict":
      return block.boxes.flatMap((box) => [box.label, box.found]);
    case "form":
      return [...block.boxes, ...block.lines];
    case "chart":
      return textsOf(block.table);
    case "only":
      return block.on === "lines" ? block.blocks.flatMap((inner) => textsOf(inner)) : [];
    case "group":
      return [
        ...texts(block.lead),
        ...texts(block.aside ?? ""),
        ...block.blocks.flatMap((inner) => textsOf(inner)),
      ];
  }
}

function texts(spans: Spans): string[] {
  return (Array.isArray(spans) ? spans : [spans]).map(textOf);
}

function textOf(span: Span): string {
  if (typeof span === "string") return span;
  return span.role === "marks" || span.role === "legend" ? "" : span.text;
}

/** Left off where a day alone fills a cell and the screen is narrow. */
const weekday = /^\p{L}{3} (?=\d{4}-\d\d-\d\d$)/u;

/** The words, whatever lines they stand on. */
function wordsOf(texts: string[]): string[] {
  return texts.flatMap((text) => visibleLine(text).split(/ +/)).filter((word) => word !== "");
}

/** How often each sign occurs: cells that stand beside each other are wrapped line by line. */
function signsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of text.replace(/\s/g, "")) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

function withoutTables(blocks: readonly Block[]): Block[] {
  return blocks
    .filter((block) => block.block !== "table" && block.block !== "chart")
    .map((block) =>
      block.block === "group" || block.block === "only"
        ? {...block, blocks: withoutTables(block.blocks)}
        : block,
    );
}

function widestLine(text: string): number {
  return Math.max(...text.split("\n").map((line) => stringWidth(line.normalize("NFC"))));
}

describe("text of any document", () => {
  test("no line is wider than the screen, from 20 columns on", () => {
    fc.assert(
      fc.property(
        document,
        fc.integer({min: 20, max: 120}),
        fc.boolean(),
        (doc, columns, unicode) => {
          const text = renderText(doc, {...plain, unicode, columns});
          expect(widestLine(text)).toBeLessThanOrEqual(columns);
        },
      ),
      {numRuns: 120},
    );
  });

  test("every word outside tables is in the output, however narrow the screen", () => {
    fc.assert(
      fc.property(document, fc.constantFrom(20, 33, 47, 80), (doc, columns) => {
        const blocks = withoutTables(doc.blocks);
        const squeezed = renderText({title: "", blocks}, {...plain, columns}).replace(/\s/g, "");
        for (const word of wordsOf(blocks.flatMap(textsOf))) {
          expect(squeezed).toContain(word.replace(/\s/g, ""));
        }
      }),
      {numRuns: 120},
    );
  });

  test("every sign of every cell is in the output, however narrow the screen", () => {
    fc.assert(
      fc.property(table, fc.constantFrom(20, 33, 47, 80), (block, columns) => {
        const found = signsOf(renderText({title: "", blocks: [block]}, {...plain, columns}));
        const texts = textsOf(block).map((text) => visibleLine(text).replace(weekday, ""));
        for (const [sign, n] of signsOf(texts.join(""))) {
          expect(found.get(sign) ?? 0).toBeGreaterThanOrEqual(n);
        }
      }),
      {numRuns: 120},
    );
  });

  test("nothing a terminal obeys gets out, and one newline ends it", () => {
    fc.assert(
      fc.property(document, fc.boolean(), (doc, unicode) => {
        const text = renderText(doc, {...plain, unicode, columns: 80});
        expect(text).not.toMatch(
          /[^\n\P{Cc}]|\p{Cs}|[\u2028-\u202e\u2066-\u2069\u200b\u200e\u200f]/u,
        );
        expect(text).toMatch(/(^|[^\n])\n$/);
        expect(text).not.toMatch(/ $/m);
      }),
      {numRuns: 120},
    );
  });

  test("colours change nothing but colours", () => {
    fc.assert(
      fc.property(document, (doc) => {
        const coloured = renderText(doc, {
          columns: 60,
          chalk: new Chalk({level: 1}),
          unicode: true,
        });
        const bare = coloured.replace(/\x1b\[\d+m/g, "");
        expect(bare).toBe(renderText(doc, {...plain, columns: 60}));
      }),
      {numRuns: 50},
    );
  });
});

describe("hostile sizes", () => {
  const sizes: [string, string][] = [
    ["one long word", "a".repeat(1 << 18)],
    ["one long wide word", "株".repeat(1 << 16)],
    ["opening brackets that must not end a line", "「".repeat(1 << 16)],
    ["brackets", "[".repeat(1 << 18)],
    ["spaces", `a${" ".repeat(1 << 18)}b`],
    ["joined emoji", "👩‍".repeat(1 << 15)],
    ["marks", `e${"\u0301".repeat(1 << 17)}`],
    ["controls", "\x1b".repeat(1 << 16)],
    ["many words", "word ".repeat(1 << 16)],
  ];
  test.each(sizes)("%s: rendered whole, without a stack overflow", (_name, text) => {
    const doc: Document = {
      title: "",
      blocks: [
        {block: "paragraph", text},
        {
          block: "table",
          columns: [
            {title: "a", priority: 1, align: "left"},
            {title: "b", priority: 2, align: "left"},
          ],
          rows: [[text, "end"]],
          more: null,
        },
      ],
    };
    const squeezed = renderText(doc, {...plain, columns: 40}).replace(/\s/g, "");
    const wanted = visibleLine(text).replace(/\s/g, "");
    expect(squeezed.startsWith(wanted)).toBe(true);
    expect(squeezed).toContain("end");
  });
});
