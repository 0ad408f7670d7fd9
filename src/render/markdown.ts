import type {Block, Document, Spans, Table, Tone} from "../reports/document.ts";
import {blocksOn, topLevel} from "./blocks-on.ts";
import {escapeMarkdown, escapeStart} from "./escape-markdown.ts";
import {formLines} from "./form.ts";
import {emphasised, inlineMarkdown, type MarkdownOptions} from "./markdown-inline.ts";
import {quoted} from "./pieces.ts";
import {withColon} from "./text-facts.ts";
import {verdictFacts} from "./verdict.ts";

/**
 * The document as Markdown to commit or to paste in a pull request: links relative to the output, days
 * instead of ages, everything that others wrote shown as they typed it; ends in exactly one newline.
 */
export function renderMarkdown(document: Document, options: MarkdownOptions): string {
  const title = document.title === "" ? [] : [`# ${escapeMarkdown(document.title)}`];
  const writer = new Writer(options, 2 - topLevel(blocksOn("lines", document.blocks)));
  return `${[...title, ...writer.blocks(document.blocks)].join("\n\n").trimEnd()}\n`;
}

const alerts: Record<Tone, string> = {
  good: "TIP",
  bad: "CAUTION",
  warn: "WARNING",
  neutral: "NOTE",
};

/** Writes blocks one after the other and knows under which heading it is. */
class Writer {
  private readonly options: MarkdownOptions;
  /** What is added to a heading's level, since the title has the first. */
  private readonly offset: number;
  private level = 1;

  constructor(options: MarkdownOptions, offset: number) {
    this.options = options;
    this.offset = offset;
  }

  blocks(blocks: readonly Block[]): string[] {
    const chunks: string[] = [];
    let previous: Block | null = null;
    for (const block of blocksOn("lines", blocks)) {
      // What follows a group is no part of it, and a heading has no end but the next one.
      if (previous?.block === "group" && !["group", "heading", "footer"].includes(block.block)) {
        chunks.push("---");
      }
      for (const chunk of this.chunksOf(block)) {
        const last = chunks.at(-1) ?? "";
        chunks.push(isList(last) && isList(chunk) ? otherBullets(last, chunk) : chunk);
      }
      previous = block;
    }
    return chunks.filter((chunk) => chunk !== "");
  }

  private chunksOf(block: Block): string[] {
    switch (block.block) {
      case "heading":
        this.level = block.level + this.offset;
        return [this.heading(block.text), ...this.aside(block.aside)];
      case "paragraph":
        return [this.line(block.text)];
      case "answer":
        return [this.lines(block.lines)];
      case "list":
        return [block.items.map((item) => `- ${this.line(item)}`).join("\n")];
      case "facts":
        return [this.facts(block.facts)];
      case "verdict":
        return [this.facts(verdictFacts(block))];
      case "table":
        return this.table(block);
      case "chart":
        return this.table(block.table);
      case "quote":
      case "pull-quote":
        return [this.quote(block)];
      case "form":
        return [this.lines(formLines(block))];
      case "only":
        return this.blocks([block]);
      case "callout":
        return [`> [!${alerts[block.tone]}]\n> ${this.line(block.text)}`];
      case "group":
        return this.group(block);
      case "footer":
        return ["---", this.lines(block.lines)];
    }
  }

  private group(group: Extract<Block, {block: "group"}>): string[] {
    const outer = this.level;
    this.level = outer + 1;
    const chunks = [this.heading(group.lead), ...this.aside(group.aside)];
    chunks.push(...this.blocks(group.blocks));
    this.level = outer;
    return chunks;
  }

  private heading(text: Spans): string {
    return `${"#".repeat(Math.min(6, Math.max(1, this.level)))} ${this.inline(text)}`;
  }

  private aside(aside: Spans | undefined): string[] {
    return aside === undefined ? [] : [this.line(aside)];
  }

  private facts(facts: Extract<Block, {block: "facts"}>["facts"]): string {
    return facts.map((fact) => this.fact(fact.label, fact.value)).join("\n");
  }

  private fact(label: string, value: Spans): string {
    const name = emphasised(escapeMarkdown(withColon(label)));
    return `- ${name} ${this.inline(value)}`.trimEnd();
  }

  private quote(quote: Extract<Block, {block: "quote" | "pull-quote"}>): string {
    const signed = quote.block === "quote" && quote.sign !== undefined;
    const sign = signed ? `**${quote.sign}** ` : "";
    const source = [quote.source, quote.aside ?? ""].map((spans) => this.inline(spans));
    const behind = source.filter((text) => text !== "").join(" · ");
    const words = `> ${sign}${escapeMarkdown(quoted(quote.text))}`;
    return behind === "" ? words : `${words}\n>\n> ${escapeStart(behind)}`;
  }

  private table(table: Table): string[] {
    const columns = table.columns;
    if (columns.length === 0) return [];
    const cell = (spans: Spans): string => inlineMarkdown(spans, {...this.options, inTable: true});
    const rule = columns.map((column) => (column.align === "right" ? "---:" : "---"));
    const rows = table.rows.map((row) => columns.map((_, index) => cell(row[index] ?? "")));
    const lines = [columns.map((column) => cell(column.title)), rule, ...rows].map(
      (cells) => `| ${cells.join(" | ")} |`,
    );
    const more = table.more ?? (table.rows.length === 0 ? "none" : "");
    return [lines.join("\n"), this.line(more)];
  }

  private lines(lines: readonly Spans[]): string {
    return lines.map((line) => this.line(line)).join("\\\n");
  }

  private line(spans: Spans): string {
    return escapeStart(this.inline(spans));
  }

  private inline(spans: Spans): string {
    return inlineMarkdown(spans, {...this.options, inTable: false});
  }
}

function isList(chunk: string): boolean {
  return /^[-*] /.test(chunk);
}

/** Two lists in a row would be read as one; another bullet parts them. */
function otherBullets(before: string, list: string): string {
  return before.startsWith("- ") ? list.replace(/^- /gm, "* ") : list;
}
