import type {Block, Chart} from "../../reports/document.ts";
import {monthsKey, monthsSvg} from "../svg/months.ts";
import {
  statusesAxis,
  statusesKey,
  statusesMonths,
  statusesWords,
  statusStripSvg,
} from "../svg/statuses.ts";
import {timelineKey, timelineSvg} from "../svg/timeline.ts";
import {beliefRows, beliefsKey} from "./beliefs.ts";
import {inlineHtml} from "./inline.ts";
import {html, type Markup} from "./markup.ts";
import type {PageState} from "./page-state.ts";
import {tableHtml} from "./table.ts";

/** The picture with what its signs mean, then the same in a table. */
export function chartHtml(block: Extract<Block, {block: "chart"}>, page: PageState): Markup {
  const {title, chart, table} = block;
  const picture = pictureOf(chart, title, page);
  const figure =
    picture === null
      ? null
      : html`<figure class="chart ${chart.kind}">
          <figcaption>${title}</figcaption>
          ${picture}
        </figure>`;
  return html`${figure}
    <div class="behind">${tableHtml(table, title, page)}</div>`;
}

/** Null where there is nothing to draw: the table says so. */
function pictureOf(chart: Chart, title: string, page: PageState): Markup | null {
  switch (chart.kind) {
    case "timeline":
      return chart.lanes.length === 0
        ? null
        : html`${timelineSvg(chart, title, page.nextId)}
            <p class="keys">${timelineKey(chart)}</p>`;
    case "beliefs":
      return chart.rows.length === 0 ? null : html`${beliefRows(chart, page)}${beliefsKey(chart)}`;
    case "statuses":
      return statusesHtml(chart, page);
    case "months":
      return chart.bars.length === 0
        ? null
        : html`${monthsSvg(chart, title, page.nextId)}${monthsKey(chart)}`;
  }
}

function statusesHtml(chart: Extract<Chart, {kind: "statuses"}>, page: PageState): Markup | null {
  const axis = statusesAxis(chart);
  if (axis === null) return null;
  const rows = chart.rows.map(
    (row) =>
      html`<li>
        <p class="strip-label">${inlineHtml(row.label, page)}</p>
        ${statusStripSvg(row, axis, statusesWords(row))}
      </li>`,
  );
  return html`<ul class="strips">
      ${rows}
    </ul>
    ${statusesMonths(axis)}
    <p class="keys">${statusesKey(chart)}</p>`;
}
