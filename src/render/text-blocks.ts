import type {Block, Spans, Tone} from "../reports/document.ts";
import {visibleLine} from "./escape-terminal.ts";
import {ownSigns} from "./own-signs.ts";
import {piece, piecesOf, quoted, type Piece} from "./pieces.ts";
import {tableLines} from "./text-table.ts";
import type {Style} from "./theme.ts";
import {widthOf} from "./width.ts";
import {indentLine, lineWidth, prefixLines, wrapPieces, type Line} from "./wrap.ts";

/** What a block has to know of the screen. */
export interface Screen {
  /** Columns left for it. */
  width: number;
  unicode: boolean;
}

/** Lines of prose are not made longer than the eye can follow. */
const measure = 100;

/** Blocks of a whole document: what follows a heading stands below it, a blank line parts the rest. */
export function sectionLines(blocks: readonly Block[], screen: Screen): Line[] {
  const lines: Line[] = [];
  let section = 0;
  let previous: Block | null = null;
  for (const block of blocks) {
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
  return screen.width < 40 ? 1 : 2;
}

/** The lines of one block; at the margin, lists, quotes and rows stand in a step. */
function blockLines(block: Block, screen: Screen, margin: boolean): Line[] {
  const step = margin ? stepOf(screen) : 0;
  const inner = {...screen, width: screen.width - step};
  switch (block.block) {
    case "heading":
      return asideLines(styled(block.text, "heading", screen), block.aside, screen);
    case "paragraph":
      return prose(piecesOf(block.text, screen.unicode), screen);
    case "answer":
      return block.lines.flatMap((line) => prose(piecesOf(line, screen.unicode), screen, 2));
    case "list":
      return block.items
        .flatMap((item) => itemLines(item, inner))
        .map((line) => indentLine(line, step));
    case "facts":
      return factLines(block.facts, screen);
    case "table":
      return tableLines(block, {width: screen.width, rows: step, unicode: screen.unicode});
    case "quote":
      return quoteLines(block, inner).map((line) => indentLine(line, step));
    case "callout":
      return prose(calloutPieces(block.tone, piecesOf(block.text, screen.unicode)), screen, 2);
    case "group":
      return [
        ...asideLines(styled(block.lead, "strong", screen), block.aside, screen),
        ...groupLines(block.blocks, screen),
      ];
    case "footer":
      return block.lines.flatMap((line) => prose(styled(line, "muted", screen), screen));
  }
}

function groupLines(blocks: readonly Block[], screen: Screen): Line[] {
  const step = stepOf(screen);
  const inner = {...screen, width: screen.width - step};
  return blocks
    .flatMap((block) => blockLines(block, inner, false))
    .map((line) => indentLine(line, step));
}

function prose(pieces: Piece[], screen: Screen, hang = 0): Line[] {
  return wrapPieces(pieces, Math.min(screen.width, measure), hang);
}

/** The spans with the style wherever they have none of their own. */
function styled(spans: Spans, style: Style, screen: Screen): Piece[] {
  return piecesOf(spans, screen.unicode).map((part) =>
    part.style === "plain" || part.style === "date" || part.style === "file"
      ? {...part, style}
      : part,
  );
}

/** A line with something at its right end; below it where there is no room. */
function asideLines(lead: Piece[], aside: Spans | undefined, screen: Screen): Line[] {
  const lines = prose(lead, screen, 2);
  if (aside === undefined) return lines;
  const right = styled(aside, "muted", screen);
  const width = Math.min(screen.width, measure);
  const last = lines.at(-1) ?? [];
  const space = width - lineWidth(last) - lineWidth(right);
  if (lines.length === 1 && space >= 2) return [[...last, piece(" ".repeat(space)), ...right]];
  return [...lines, ...wrapPieces(right, width - 2).map((line) => indentLine(line, 2))];
}

function itemLines(item: Spans, screen: Screen): Line[] {
  return prefixLines(
    prose(piecesOf(item, screen.unicode), {...screen, width: screen.width - 2}),
    piece("- "),
  );
}

/** Words in quotation marks, and below, further in, who said them and where that is written. */
function quoteLines(quote: Extract<Block, {block: "quote"}>, screen: Screen): Line[] {
  const sign = quote.sign === undefined ? "" : `${quote.sign} `;
  const inner = {...screen, width: screen.width - sign.length};
  const words = prose([piece(visibleLine(quoted(quote.text)), "quote")], inner, 1);
  const indent = sign.length + stepOf(screen);
  const source = asideLines(piecesOf(quote.source, screen.unicode), quote.aside, {
    ...screen,
    width: screen.width - indent,
  });
  const behind = source.some((line) => line.length > 0) ? source : [];
  return [
    ...(sign === "" ? words : prefixLines(words, piece(sign))),
    ...behind.map((line) => indentLine(line, indent)),
  ];
}

/** Labels in one column, values in another; "label: value" where the screen is too narrow for that. */
function factLines(facts: Extract<Block, {block: "facts"}>["facts"], screen: Screen): Line[] {
  const labels = facts.map((fact) => visibleLine(ownSigns(fact.label, screen.unicode)));
  const widest = Math.max(0, ...labels.map(widthOf));
  const gap = 3;
  const beside = Math.min(screen.width, measure) - widest - gap;
  return facts.flatMap((fact, index) => {
    const label = labels[index] ?? "";
    const value = piecesOf(fact.value, screen.unicode);
    if (beside < 24) return prose([piece(`${withColon(label)} `, "strong"), ...value], screen, 2);
    const space = piece(" ".repeat(widest - widthOf(label) + gap));
    const [first = [], ...others] = wrapPieces(value, beside);
    return [
      [piece(label, "strong"), space, ...first],
      ...others.map((line) => indentLine(line, widest + gap)),
    ];
  });
}

function withColon(label: string): string {
  return /[:?!.]$/.test(label) ? label : `${label}:`;
}

const calloutWords: Record<Tone, string> = {
  good: "Good",
  bad: "Attention",
  warn: "Note",
  neutral: "Note",
};

/** Begins with a word for its tone, unless it shouts by itself: "A NEWER NOTE CANNOT BE READ". */
function calloutPieces(tone: Tone, pieces: Piece[]): Piece[] {
  const text = pieces.map((part) => part.text).join("");
  const shouts = /^[A-Z]+ [A-Z]{2,}/.test(text);
  const toned = pieces.map((part) => (part.style === "plain" ? {...part, style: tone} : part));
  return shouts ? toned : [piece(`${calloutWords[tone]}: `, tone), ...toned];
}
