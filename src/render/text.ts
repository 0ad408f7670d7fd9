import type {ChalkInstance} from "chalk";
import type {Block, Document} from "../reports/document.ts";
import {sideOf} from "./marks.ts";
import type {MarksSpan} from "./pieces.ts";
import type {Screen} from "./prose.ts";
import {sectionLines} from "./text-blocks.ts";
import {paint} from "./theme.ts";
import {widthOf} from "./width.ts";
import type {Line} from "./wrap.ts";

export interface TextOptions {
  /** Width of the screen; fewer than 20 count as 20. */
  columns: number;
  /** Colours, or an instance of level 0 for none. */
  chalk: ChalkInstance;
  /** Whether the screen shows more than ASCII; the words of others stay as they are. */
  unicode: boolean;
}

/**
 * The document for a terminal or a pipe: the answer first, nothing dropped, no line wider than `columns`,
 * nothing in it that a terminal would obey but our colours; ends in exactly one newline.
 */
export function renderText(document: Document, options: TextOptions): string {
  const {unicode} = options;
  const width = Math.max(20, Math.floor(options.columns));
  const sides = widestSides(document.blocks, unicode);
  const lines = sectionLines(document.blocks, {width, unicode, sides});
  const text = lines.map((line) => printed(line, options.chalk)).join("\n");
  return `${text.replace(/^\n+|\n+$/g, "")}\n`;
}

/** The line in its colours, without spaces at its end. */
function printed(line: Line, chalk: ChalkInstance): string {
  const parts = [...line];
  for (let last = parts.at(-1); last?.text.trimEnd() === ""; last = parts.at(-1)) parts.pop();
  return parts
    .map((part, index) => {
      const text = index === parts.length - 1 ? part.text.replace(/ +$/, "") : part.text;
      return part.style === "plain" ? text : paint(chalk, part.style, text);
    })
    .join("");
}

/** The widest marks, on either side, of all paragraphs that begin with some. */
function widestSides(blocks: readonly Block[], unicode: boolean): Screen["sides"] {
  const widest = {against: 0, for: 0};
  for (const marks of leadingMarks(blocks)) {
    const against = widthOf(sideOf(marks.against, "against", unicode));
    widest.against = Math.max(widest.against, against);
    widest.for = Math.max(widest.for, widthOf(sideOf(marks.for, "for", unicode)));
  }
  return widest;
}

function leadingMarks(blocks: readonly Block[]): MarksSpan[] {
  return blocks.flatMap((block) => {
    if (block.block === "group" || block.block === "only") return leadingMarks(block.blocks);
    if (block.block !== "paragraph") return [];
    const first = Array.isArray(block.text) ? block.text[0] : block.text;
    return typeof first === "object" && first.role === "marks" ? [first] : [];
  });
}
