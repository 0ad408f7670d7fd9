import type {CalendarDate} from "../core/calendar.ts";
import type {Document} from "../reports/document.ts";
import type {Sources} from "../reports/request.ts";
import {blocksOn, topLevel} from "./blocks-on.ts";
import {blocksHtml} from "./html/blocks.ts";
import type {InlineOptions} from "./html/inline.ts";
import {html, Markup} from "./html/markup.ts";
import {newPage} from "./html/page-state.ts";
import {sourcesHtml} from "./html/sources.ts";
import {style, styleHash} from "./html/style.ts";
import {pageMark} from "./page-mark.ts";

/** What a page says of itself beside its blocks. */
export interface PageFacts {
  /** The day that it is true for. */
  asOf: CalendarDate;
  sources: Sources;
}

/**
 * The document as one page that needs nothing else: no script, nothing loaded, every text escaped. It reads on
 * a phone, on paper and aloud, and says what it rests on when it is told; ends in exactly one newline.
 */
export function renderHtml(
  document: Document,
  facts: PageFacts | null,
  options: InlineOptions,
): string {
  const title = document.title === "" ? "pm-talk" : document.title;
  const blocks = blocksOn("page", document.blocks);
  const page = newPage(options, title, 2 - topLevel(blocks));
  const main = blocksHtml(
    blocks.filter((block) => block.block !== "footer"),
    page,
  );
  const foot = blocksHtml(
    blocks.filter((block) => block.block === "footer"),
    page,
  );
  const name = facts === null ? title : `${title}, ${facts.asOf}`;
  return `${
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta
            http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'"
          />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="referrer" content="no-referrer" />
          ${new Markup(pageMark)}
          <title>${name}</title>
          ${new Markup(`<style>${style}</style>`)}
        </head>
        <body>
          <main>
            <h1>${title}</h1>
            ${lines(main)}
          </main>
          <footer>${lines(foot)} ${facts === null ? null : sourcesHtml(facts.sources)}</footer>
        </body>
      </html>`.text
  }\n`;
}

/** One block a line, so that a page that is committed shows what changed. */
function lines(blocks: Markup[]): Markup {
  return new Markup(blocks.map((block) => block.text).join("\n"));
}
