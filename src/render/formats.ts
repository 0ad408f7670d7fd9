import type {ChalkInstance} from "chalk";
import type {Document} from "../reports/document.ts";
import type {MainTable} from "../reports/main-table.ts";
import type {PageFacts} from "./html.ts";
import {renderJson} from "./json.ts";
import {renderMarkdown} from "./markdown.ts";
import {renderText} from "./text.ts";

/** What a report offers to a format, built only when it is asked for. */
export interface Renderable {
  document: () => Document;
  /** The data in its envelope. */
  envelope: () => unknown;
  /** What it has to offer to a spreadsheet; absent where that is nothing. */
  table?: () => MainTable;
  /** What a page says of itself; without it, it says nothing of the commit and the version. */
  facts?: PageFacts;
}

/** What formats have to know of where the output goes. */
export interface RenderOptions {
  columns: number;
  chalk: ChalkInstance;
  unicode: boolean;
  linkTo: (file: string) => string | null;
  /** CSV with every text as it is, those that a spreadsheet would run too. */
  raw?: boolean;
}

export interface Format {
  /** Endings of file names, without the dot, that choose this format; the first is the usual one. */
  extensions: readonly string[];
  /** What it is made of: blocks, blocks with what they rest on, the data, or the main table. */
  needs: "document" | "page" | "data" | "table";
  render: (report: Renderable, options: RenderOptions) => string | Promise<string>;
}

/** All formats. Each is one file here and one entry; every one ends in exactly one newline. */
export const formats = {
  text: {
    extensions: ["txt", "text"],
    needs: "document",
    render: (report, options) => renderText(report.document(), options),
  },
  markdown: {
    extensions: ["md", "markdown"],
    needs: "document",
    render: (report, options) => renderMarkdown(report.document(), options),
  },
  html: {
    extensions: ["html", "htm"],
    needs: "page",
    // Loaded when it is asked for: most runs of pm-talk draw no page.
    render: async (report, options) => {
      const {renderHtml} = await import("./html.ts");
      return renderHtml(report.document(), report.facts ?? null, options);
    },
  },
  json: {
    extensions: ["json"],
    needs: "data",
    render: (report) => renderJson(report.envelope()),
  },
  csv: {
    extensions: ["csv"],
    needs: "table",
    render: async (report, options) => {
      if (report.table === undefined) throw new Error("this report has no table");
      const {renderCsv} = await import("./csv.ts");
      return renderCsv(report.table(), {raw: options.raw === true});
    },
  },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as FormatName[];

/** The format that a file name asks for by its ending; null when none does. */
export function formatOfFile(path: string): FormatName | null {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  const found = formatNames.find((name) =>
    (formats[name].extensions as readonly string[]).includes(extension ?? ""),
  );
  return found ?? null;
}
