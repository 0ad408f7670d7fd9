import type {Block, Spans} from "../../reports/document.ts";
import {blocksOn} from "../blocks-on.ts";
import {calloutWord, plainText} from "../callout.ts";
import {chartHtml} from "./chart.ts";
import {formHtml} from "./form.ts";
import {inlineHtml, saidHtml} from "./inline.ts";
import {html, type Markup} from "./markup.ts";
import type {PageState} from "./page-state.ts";
import {tableHtml} from "./table.ts";
import {verdictHtml} from "./verdict.ts";

/** Blocks of a page, one below the other. */
export function blocksHtml(blocks: readonly Block[], page: PageState): Markup[] {
  return blocksOn("page", blocks).map((block) => blockHtml(block, page));
}

function blockHtml(block: Block, page: PageState): Markup {
  switch (block.block) {
    case "heading":
      page.subject = plainText(block.text);
      return headingHtml(block.text, block.aside, block.level + page.offset, page);
    case "paragraph":
      return paragraphHtml(block.text, page);
    case "answer":
      return answerHtml(block.lines, page);
    case "list":
      return html`<ul class="plain">
        ${block.items.map((item) => html`<li>${inlineHtml(item, page)}</li>`)}
      </ul>`;
    case "facts":
      return factsHtml(block.facts, page);
    case "table":
      return tableHtml(block, page.subject, page);
    case "quote":
      return quoteHtml(block, page);
    case "pull-quote":
      return pullQuoteHtml(block, page);
    case "verdict":
      return verdictHtml(block, page);
    case "chart":
      return chartHtml(block, page);
    case "callout":
      return calloutHtml(block, page);
    case "group":
      return groupHtml(block, page);
    case "form":
      return formHtml(block);
    case "only":
      return html`${blocksHtml([block], page)}`;
    case "footer":
      return html`<div class="foot">${linesHtml(block.lines, page)}</div>`;
  }
}

/** Marks at the beginning stand in a column of their own, so that those of other paragraphs meet them. */
function paragraphHtml(text: Spans, page: PageState): Markup {
  const [first, ...others] = Array.isArray(text) ? text : [text];
  if (typeof first !== "object" || first.role !== "marks" || others.length === 0) {
    return html`<p>${inlineHtml(text, page)}</p>`;
  }
  return html`<p class="marked">
    <span class="sides">${inlineHtml(first, page)}</span> <span>${inlineHtml(others, page)}</span>
  </p>`;
}

/** No level is skipped, whatever the blocks say: a screen reader goes from level to level. */
function headingHtml(
  text: Spans,
  aside: Spans | undefined,
  wanted: number,
  page: PageState,
): Markup {
  const level = Math.max(2, Math.min(wanted, page.level + 1, 6));
  page.level = level;
  const tag = html`h${level}`;
  const heading = html`<${tag}>${inlineHtml(text, page)}</${tag}>`;
  if (aside === undefined) return heading;
  return html`<div class="heading">
    ${heading}
    <p class="aside">${inlineHtml(aside, page)}</p>
  </div>`;
}

function answerHtml(lines: readonly Spans[], page: PageState): Markup {
  const [first = "", ...others] = lines;
  return html`<div class="answer">
    <p class="lead">${inlineHtml(first, page)}</p>
    ${linesHtml(others, page)}
  </div>`;
}

function linesHtml(lines: readonly Spans[], page: PageState): Markup[] {
  return lines.map((line) => html`<p>${inlineHtml(line, page)}</p>`);
}

function factsHtml(facts: Extract<Block, {block: "facts"}>["facts"], page: PageState): Markup {
  const rows = facts.map(
    ({label, value}) =>
      html`<div>
        <dt>${label === "" ? "\u2003" : label}</dt>
        <dd>${inlineHtml(value, page)}</dd>
      </div>`,
  );
  return rows.length === 0 ? html`` : html`<dl class="facts">${rows}</dl>`;
}

function quoteHtml(quote: Extract<Block, {block: "quote"}>, page: PageState): Markup {
  const sign =
    quote.sign === undefined
      ? null
      : html`<span class="sign">${quote.sign === "-" ? "−" : "+"}</span> `;
  const look = quote.sign === undefined ? "" : quote.sign === "-" ? " minus" : " plus";
  return html`<figure class="quote${look}">
    <blockquote><p>${sign}${saidHtml(quote.text)}</p></blockquote>
    ${sourceHtml(quote, page)}
  </figure>`;
}

function pullQuoteHtml(quote: Extract<Block, {block: "pull-quote"}>, page: PageState): Markup {
  return html`<figure class="pull-quote">
    <blockquote><p>${saidHtml(quote.text)}</p></blockquote>
    ${sourceHtml(quote, page)}
  </figure>`;
}

function sourceHtml(
  {source, aside}: {source: Spans; aside?: Spans},
  page: PageState,
): Markup | null {
  const parts = [source, aside ?? ""].filter((spans) => plainText(spans).trim() !== "");
  if (parts.length === 0) return null;
  const [first = "", second] = parts;
  const beside =
    second === undefined ? null : html` <span class="aside">${inlineHtml(second, page)}</span>`;
  return html`<figcaption>${inlineHtml(first, page)}${beside}</figcaption>`;
}

function calloutHtml(callout: Extract<Block, {block: "callout"}>, page: PageState): Markup {
  const word = calloutWord(callout.tone, plainText(callout.text));
  const lead = word === null ? null : html`<strong>${word}:</strong> `;
  return html`<p class="callout ${callout.tone}">${lead}${inlineHtml(callout.text, page)}</p>`;
}

/** A group and what stands in it; the headings after it go on where it began. */
function groupHtml(group: Extract<Block, {block: "group"}>, page: PageState): Markup {
  const outer = {level: page.level, subject: page.subject};
  page.subject = plainText(group.lead);
  const lead = headingHtml(group.lead, group.aside, page.level + 1, page);
  const inner = blocksHtml(group.blocks, page);
  Object.assign(page, outer);
  return html`<section class="group">${lead}${inner}</section>`;
}
