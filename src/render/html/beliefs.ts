import type {BeliefMark, BeliefRow, BeliefsChart} from "../../reports/document.ts";
import {bothSidesSvg, marksWords} from "../svg/marks.ts";
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

/** What the marks say, and how many of them are drawn grey. */
function wordsOf(row: BeliefRow): string {
  const kinds = (marks: readonly BeliefMark[]) => marks.map(({mark}) => mark);
  const words = marksWords({against: kinds(row.against), for: kinds(row.for)});
  const ageing = [...row.against, ...row.for].filter((mark) => mark.ageing).length;
  return ageing === 0 ? words : `${words}; ${String(ageing)} of them ageing`;
}
