import type {BeliefMark, BeliefRow, BeliefsChart} from "../../reports/document.ts";
import {bothSidesSvg, legendSvg, marksWords} from "../svg/marks.ts";
import {inlineHtml, statusHtml} from "./inline.ts";
import {html, type Markup} from "./markup.ts";
import type {PageState} from "./page-state.ts";
import {plainWords} from "./words.ts";

/** One row per belief: what it says, the marks on both sides of a line, the status in words. */
export function beliefRows(chart: BeliefsChart, page: PageState): Markup {
  return html`<ul class="beliefs-rows">
    ${chart.rows.map((row) => rowHtml(row, page))}
  </ul>`;
}

function rowHtml(row: BeliefRow, page: PageState): Markup {
  const note = row.note === null ? null : html` <span class="note">${plainWords(row.note)}</span>`;
  return html`<li>
    <span class="belief">${inlineHtml(row.label, page)}</span>
    <span class="sides">${bothSidesSvg(row, wordsOf(row))}</span>
    <span class="verdict-of">${statusHtml(row.status, row.tone)}${note}</span>
  </li>`;
}

/** What sides and marks mean; grey is explained where it occurs. */
export function beliefsKey(chart: BeliefsChart): Markup {
  const grey = chart.rows.some((row) => [...row.against, ...row.for].some((mark) => mark.ageing));
  return html`<p class="keys">
    Each mark is a customer: against left of the line, for right of it. ${legendSvg()}
    ${grey ? html`<span class="key">grey: evidence that is ageing</span>` : null}
  </p>`;
}

/** What the marks say, and how many of them are drawn grey. */
function wordsOf(row: BeliefRow): string {
  const kinds = (marks: readonly BeliefMark[]) => marks.map(({mark}) => mark);
  const words = marksWords({against: kinds(row.against), for: kinds(row.for)});
  const ageing = [...row.against, ...row.for].filter((mark) => mark.ageing).length;
  return ageing === 0 ? words : `${words}; ${String(ageing)} of them ageing`;
}
