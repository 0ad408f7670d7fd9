import type {Block, Spans, Tone} from "../reports/document.ts";
import {blocksOn} from "./blocks-on.ts";
import {calloutWord} from "./callout.ts";
import {visibleLine} from "../core/visible.ts";
import {verdictFacts} from "./verdict.ts";
import {marksPieces, piece, piecesOf, quoted, type Piece} from "./pieces.ts";
import {asideLines, proseLines, type Screen, styledPieces} from "./prose.ts";
import {formLines} from "./form.ts";
import {factLines} from "./text-facts.ts";
import {tableLines} from "./text-table.ts";
import {indentLine, prefixLines, type Line} from "./wrap.ts";

/** Blocks of a whole document: what follows a heading stands below it, a blank line parts the rest. */
export function sectionLines(blocks: readonly Block[], screen: Screen): Line[] {
  const lines: Line[] = [];
  let section = 0;
  let previous: Block | null = null;
  for (const block of blocksOn("lines", blocks)) {
    if (block.block === "heading" || block.block === "footer") section = 0;
    if (previous !== null && parted(previous, block)) lines.push([]);
    const indent = block.block === "answer" || block.block === "callout" ? 0 : section;
    const inner = {...screen, width: screen.width - indent};
    lines.push(...blockLines(block, inner, indent === 0).map((line) => indentLine(line, indent)));
    if (block.block === "heading") section = stepOf(screen);
    previous = block;
  }
  return lines;
}

function parted(previous: Block, block: Block): boolean {
  if (previous.block === "heading") return false;
  if (previous.block === "answer" && block.block === "callout") return false;
  return !(previous.block === block.block && ["quote", "callout"].includes(block.block));
}

/** How far one thing stands in below another; a narrow screen has little to give. */
function stepOf(screen: Screen): number {
  if (screen.width < 20) return 0;
  return screen.width < 40 ? 1 : 2;
}

/** The lines of one block; at the margin, lists, quotes and rows stand in a step. */
function blockLines(block: Block, screen: Screen, margin: boolean): Line[] {
  const step = margin ? stepOf(screen) : 0;
  const inner = {...screen, width: screen.width - step};
  switch (block.block) {
    case "heading":
      return asideLines(styledPieces(block.text, "heading", screen), block.aside, screen);
    case "paragraph":
      return proseLines(paragraphPieces(block.text, screen), screen, signed(block.text) ? 2 : 0);
    case "answer":
      return block.lines.flatMap((line) => proseLines(piecesOf(line, screen.unicode), screen, 2));
    case "list":
      return indented(
        block.items.flatMap((item) => itemLines(item, inner)),
        step,
      );
    case "facts":
      return factLines(block.facts, screen);
    case "table":
      return tableLines(block, {width: screen.width, rows: step, unicode: screen.unicode});
    case "quote":
    case "pull-quote":
      return indented(quoteLines(block, inner), step);
    case "chart":
      return blockLines(block.table, screen, margin);
    case "verdict":
      return indented(factLines(verdictFacts(block), inner), step);
    case "form":
      return formLines(block).flatMap((line) => proseLines([piece(visibleLine(line))], screen, 2));
    case "only":
      return blocksOn("lines", [block]).flatMap((each) => blockLines(each, screen, margin));
    case "callout":
      return proseLines(calloutPieces(block.tone, piecesOf(block.text, screen.unicode)), screen, 2);
    case "group":
      return groupLines(block, screen);
    case "footer":
      return block.lines.flatMap((line) => proseLines(styledPieces(line, "muted", screen), screen));
  }
}

function indented(lines: Line[], columns: number): Line[] {
  return lines.map((line) => indentLine(line, columns));
}

function groupLines(group: Extract<Block, {block: "group"}>, screen: Screen): Line[] {
  const step = stepOf(screen);
  const inner = {...screen, width: screen.width - step};
  const blocks = blocksOn("lines", group.blocks);
  const lines = blocks.flatMap((block) => blockLines(block, inner, false));
  const lead = asideLines(styledPieces(group.lead, "strong", screen), group.aside, screen);
  return [...lead, ...indented(lines, step)];
}

/** What was said for or against, in our words: its further lines stand behind the sign. */
function signed(spans: Spans): boolean {
  const first = Array.isArray(spans) ? spans[0] : spans;
  return typeof first === "string" && /^[+-] /.test(first);
}

/** Marks at the beginning meet those of other paragraphs, where the screen has room for that. */
function paragraphPieces(spans: Spans, screen: Screen): Piece[] {
  const [first, ...others] = Array.isArray(spans) ? spans : [spans];
  if (first === undefined || typeof first === "string" || first.role !== "marks") {
    return piecesOf(spans, screen.unicode);
  }
  const roomy = screen.sides.against + screen.sides.for < screen.width / 4;
  const marks = marksPieces(first, screen.unicode, roomy ? screen.sides : undefined);
  return [...marks, ...piecesOf(others, screen.unicode)];
}

function itemLines(item: Spans, screen: Screen): Line[] {
  const inner = {...screen, width: screen.width - 2};
  return prefixLines(proseLines(piecesOf(item, screen.unicode), inner), piece("- "));
}

/** Words in quotation marks, and below, further in, who said them and where that is written. */
function quoteLines(
  quote: Extract<Block, {block: "quote" | "pull-quote"}>,
  screen: Screen,
): Line[] {
  const sign = quote.block === "pull-quote" || quote.sign === undefined ? "" : `${quote.sign} `;
  const inner = {...screen, width: screen.width - sign.length};
  const words = proseLines([piece(visibleLine(quoted(quote.text)), "quote")], inner, 1);
  const indent = sign.length + stepOf(screen);
  const below = {...screen, width: screen.width - indent};
  const source = asideLines(piecesOf(quote.source, screen.unicode), quote.aside, below);
  return [
    ...(sign === "" ? words : prefixLines(words, piece(sign))),
    ...indented(
      source.filter((line) => line.length > 0),
      indent,
    ),
  ];
}

/** Begins with a word for its tone, unless it shouts by itself: "A NEWER NOTE CANNOT BE READ". */
function calloutPieces(tone: Tone, pieces: Piece[]): Piece[] {
  const text = pieces.map((part) => part.text).join("");
  const word = calloutWord(tone, text);
  const toned = pieces.map((part) => (part.style === "plain" ? {...part, style: tone} : part));
  return word === null ? toned : [piece(`${word}: `, tone), ...toned];
}
