import type {Block, Document, Span, Spans} from "./document.ts";
import {footer} from "./footer.ts";
import type {ReportRequest} from "./request.ts";

/** A report in the table of contents. */
export interface ContentsEntry {
  title: string;
  /** Where it lies, relative to the workspace; the first one is what its title leads to. */
  files: {file: string; text: string}[];
  /** The first line of its answer. */
  answer: Spans;
}

export interface ContentsData {
  reports: ContentsEntry[];
}

/** An entry from the report itself: what it answers stands in its first line. */
export function contentsEntry(document: Document, files: ContentsEntry["files"]): ContentsEntry {
  return {title: document.title, files, answer: answerIn(document.blocks) ?? ""};
}

/** Some reports begin differently on a page to look at and in lines to read. */
function answerIn(blocks: readonly Block[]): Spans | null {
  for (const block of blocks) {
    const found = block.block === "only" ? answerIn(block.blocks) : firstLine(block);
    if (found !== null) return found;
  }
  return null;
}

function firstLine(block: Block): Spans | null {
  if (block.block === "verdict") return block.text;
  return block.block === "answer" ? (block.lines[0] ?? null) : null;
}

/** The page that leads to all reports of a folder, with the answer of each. */
export function contentsDocument({reports}: ContentsData, request: ReportRequest): Document {
  return {
    title: "Reports",
    blocks: [{block: "list", items: reports.map(entryLine)}, footer(request, [])],
  };
}

function entryLine({title, files, answer}: ContentsEntry): Spans {
  const [first, ...others] = files;
  const links = others.flatMap((other): Span[] => [", ", linkTo(other.file, other.text)]);
  const rest: Span[] = others.length === 0 ? [] : [" (", ...links.slice(1), ")"];
  return [
    linkTo(first?.file ?? null, title),
    ...rest,
    ": ",
    ...(Array.isArray(answer) ? answer : [answer]),
  ];
}

function linkTo(file: string | null, text: string): Span {
  return {role: "file", kind: "report", file, text};
}
