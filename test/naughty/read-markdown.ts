import MarkdownIt, {type Token} from "markdown-it";

/** A Markdown report as a reader on GitHub would take it. */
export interface Page {
  /** All that is shown, without white space. */
  shown: string;
  /** Cells of each row of each table, as the row alone has them: a reader drops what is too much. */
  tables: number[][];
  /** Rows that stand in no table. */
  strayRows: string[];
  /** Targets of links and images. */
  targets: string[];
  /** Raw HTML, which no report of ours holds. */
  html: string[];
}

const reader = new MarkdownIt({html: true});
// A reader that refuses a dangerous target would hide that we wrote it.
reader.validateLink = () => true;

/** Reads a page with all of Markdown and its tables. */
export function readMarkdown(text: string): Page {
  const lines = text.split("\n");
  const tokens = reader.parse(text, {});
  const inline = tokens.flatMap((token) => token.children ?? []);
  const ranges = tokens.flatMap(({type, map}) =>
    type === "table_open" && map !== null ? [map] : [],
  );
  const inTable = (line: number): boolean => ranges.some(([from, to]) => line >= from && line < to);
  return {
    shown: inline.map(shownOf).join("").replace(/\s/g, ""),
    tables: ranges.map(([from, to]) => lines.slice(from, to).map(cellsOf)),
    strayRows: lines.filter((line, index) => line.startsWith("| ") && !inTable(index)),
    targets: inline.flatMap(({attrs}) =>
      (attrs ?? []).flatMap(([name, value]) =>
        /^(?:href|src)$/.test(name) ? [String(value)] : [],
      ),
    ),
    html: [...tokens, ...inline]
      .filter(({type}) => type.startsWith("html"))
      .map(({content}) => content),
  };
}

function shownOf(token: Token): string {
  return token.type === "softbreak" ? " " : token.content;
}

/** Bars without an odd number of backslashes before them part cells, even inside of code. */
function cellsOf(row: string): number {
  return row.replace(/\\./g, "").split("|").length - 2;
}
