import {scaleBand, scaleLinear} from "d3-scale";
import {monthName} from "../../core/calendar.ts";
import type {MonthsChart} from "../../reports/document.ts";
import {html, type Markup} from "../html/markup.ts";
import {round} from "./days.ts";

/** Heights in pixels; widths are per cent. */
const look = {top: 20, bars: 110, foot: 40};

type Bar = MonthsChart["bars"][number];

/** A bar for each month with its count above, and a line at the goal. */
export function monthsSvg(
  chart: MonthsChart,
  title: string,
  nextId: (word: string) => string,
): Markup {
  const most = chart.bars.reduce((top, bar) => Math.max(top, bar.count, bar.goal ?? 0), 1);
  const height = scaleLinear([0, most], [0, look.bars]);
  const band = scaleBand(
    chart.bars.map((_, index) => String(index)),
    [0, 100],
  ).padding(0.3);
  const bars = chart.bars.map((bar, index) =>
    barSvg(bar, {
      x: band(String(index)) ?? 0,
      width: band.bandwidth(),
      height,
      year: index === 0 || bar.month.endsWith("-01"),
    }),
  );
  const ids = {title: nextId("chart"), about: nextId("chart")};
  const base = look.top + look.bars;
  return html`<svg
    class="drawing"
    role="img"
    aria-labelledby="${ids.title} ${ids.about}"
    width="100%"
    height="${base + look.foot}"
  >
    <title id="${ids.title}">${title}</title>
    <desc id="${ids.about}">${chart.bars.map(barWords).join(". ")}.</desc>
    <line class="rail" x1="0" x2="100%" y1="${base}" y2="${base}" />
    ${bars}
  </svg>`;
}

function barWords(bar: Bar): string {
  const goal = bar.goal === null ? "" : `, goal ${String(bar.goal)}`;
  return `${monthName(bar.month)}: ${String(bar.count)}${goal}`;
}

/** A month that met its goal is filled, one that did not is hollow. */
function barSvg(
  bar: Bar,
  at: {x: number; width: number; height: (count: number) => number; year: boolean},
): Markup {
  const base = look.top + look.bars;
  const tall = round(at.height(bar.count));
  const [x, width, middle] = [round(at.x), round(at.width), round(at.x + at.width / 2)];
  const met = bar.goal === null || bar.count >= bar.goal;
  const goal = bar.goal === null ? null : goalSvg(base - round(at.height(bar.goal)), at);
  const year = at.year
    ? html`<text class="tick-label" text-anchor="middle" x="${middle}%" y="${base + 31}"
        >${bar.month.slice(0, 4)}</text
      >`
    : null;
  return html`<rect
      class="bar ${met ? "full" : "open"}"
      x="${x}%"
      width="${width}%"
      y="${base - tall}"
      height="${tall}"
    />${goal}<text class="count" text-anchor="middle" x="${middle}%" y="${base - tall - 6}"
      >${bar.count}</text
    ><text class="tick-label" text-anchor="middle" x="${middle}%" y="${base + 16}"
      >${monthName(bar.month, "short")}</text
    >${year}`;
}

/** What the line and hollow bars mean, where they occur. */
export function monthsKey({bars}: MonthsChart): Markup | null {
  const goals = bars.filter(({goal}) => goal !== null);
  if (goals.length === 0) return null;
  const missed = goals.some(({count, goal}) => count < (goal ?? 0));
  const line = html`<span class="key"
    ><svg aria-hidden="true" width="24" height="12" viewBox="0 0 24 12">
      <line class="goal" x1="0" x2="24" y1="6" y2="6" />
    </svg>
    the goal</span
  > `;
  const hollow = html`<span class="key"
    ><svg aria-hidden="true" width="14" height="12" viewBox="0 0 14 12">
      <rect class="bar open" x="1" y="1" width="12" height="10" />
    </svg>
    hollow: below the goal</span
  > `;
  return html`<p class="keys">${line}${missed ? hollow : null}</p>`;
}

function goalSvg(y: number, {x, width}: {x: number; width: number}): Markup {
  return html`<line
    class="goal"
    x1="${round(x - width * 0.15)}%"
    x2="${round(x + width * 1.15)}%"
    y1="${y}"
    y2="${y}"
  />`;
}
