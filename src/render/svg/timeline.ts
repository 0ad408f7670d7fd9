import type {Lane, TalkMark, TimelineChart} from "../../reports/document.ts";
import {formatDay} from "../../core/calendar.ts";
import {count} from "../../core/text.ts";
import {html, type Markup} from "../html/markup.ts";
import {type DayScale, dayScale} from "./days.ts";
import {shortText} from "./short-text.ts";

/** Heights in pixels. Widths are per cent, so the picture fits any page and its text keeps its size. */
const look = {label: 20, row: 22, gap: 12, axis: 24, top: 22};

/** Marks nearer than this, in per cent, would touch on a phone and stand below each other. */
const apart = 5;

/** Who was heard when: a lane per segment, a mark per talk. */
export function timelineSvg(
  chart: TimelineChart,
  title: string,
  nextId: (word: string) => string,
): Markup {
  const scale = dayScale(chart.from, chart.to, 3);
  const top = chart.line === undefined ? 0 : look.top;
  let y = top;
  const lanes: Markup[] = [];
  for (const lane of chart.lanes) {
    const rows = rowsOf(lane.marks, scale);
    lanes.push(laneSvg(lane, rows, y));
    y += look.label + Math.max(1, rows.length) * look.row + look.gap;
  }
  const ids = {title: nextId("chart"), about: nextId("chart")};
  const line = chart.line === undefined ? null : lineSvg(chart.line, scale, y);
  return html`<svg
    class="drawing"
    role="img"
    aria-labelledby="${ids.title} ${ids.about}"
    width="100%"
    height="${y + look.axis}"
  >
    <title id="${ids.title}">${title}</title>
    <desc id="${ids.about}">${laneWords(chart)}</desc>
    ${axisSvg(scale, y, top)}${line}${lanes}
  </svg>`;
}

/** "smb: 3 talks. public-sector: nobody heard." */
function laneWords(chart: TimelineChart): string {
  return chart.lanes
    .map(({label, empty, marks}) => {
      const said = marks.length === 0 ? (empty ?? "no talks") : count(marks.length, "talk");
      return `${label}: ${said}.`;
    })
    .join(" ");
}

interface Placed {
  mark: TalkMark;
  x: number;
}

/** Each mark in the first row of the lane in which it touches none. */
function rowsOf(marks: readonly TalkMark[], scale: DayScale): Placed[][] {
  const rows: Placed[][] = [];
  const inOrder = [...marks].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  for (const mark of inOrder) {
    const x = scale.at(mark.date);
    const row = rows.find((placed) => x - (placed.at(-1)?.x ?? -apart) >= apart);
    if (row === undefined) rows.push([{mark, x}]);
    else row.push({mark, x});
  }
  return rows;
}

function laneSvg(lane: Lane, rows: readonly Placed[][], y: number): Markup {
  const middle = y + look.label + look.row / 2;
  const marks = rows.map((row, index) =>
    row.map(({mark, x}) => talkSvg(mark, x, middle + index * look.row)),
  );
  const empty =
    lane.marks.length > 0 || lane.empty === null
      ? null
      : html` <tspan class="empty" dx="8">${shortText(lane.empty, 24)}</tspan>`;
  const rail = empty === null ? "rail" : "rail empty";
  return html`<text class="lane" x="0" y="${y + 13}">${shortText(lane.label, 32)}${empty}</text
    ><line class="${rail}" x1="0" x2="100%" y1="${middle}" y2="${middle}" />${marks}`;
}

/** Drawn around the origin of a picture of its own, which stands at a per cent of the width. */
function talkSvg(mark: TalkMark, x: number, y: number): Markup {
  const ring = mark.advocate ? html`<circle class="ring" r="9.5" />` : null;
  return html`<svg x="${x}%" y="${y}" overflow="visible">
    <g class="talk ${mark.meaningful ? "full" : "open"}">
      <title>${formatDay(mark.date)}: ${mark.label}</title>
      ${ring}${shapeSvg(mark.shape)}
    </g>
  </svg>`;
}

function shapeSvg(shape: TalkMark["shape"]): Markup {
  if (shape === "interview") return html`<circle class="shape" r="5" />`;
  if (shape === "selling") {
    return html`<rect class="shape" x="-4.5" y="-4.5" width="9" height="9" />`;
  }
  return html`<path class="shape" d="M0 -6L6 0L0 6L-6 0Z" />`;
}

function axisSvg(scale: DayScale, y: number, top: number): Markup {
  const ticks = scale.ticks.map(
    ({at, label}) =>
      html`<line class="tick" x1="${at}%" x2="${at}%" y1="${top}" y2="${y}" /><text
          class="tick-label"
          x="${at}%"
          y="${y + 16}"
          ${at > 85 ? html` text-anchor="end"` : null}
          >${label}</text
        >`,
  );
  return html`${ticks}`;
}

/** The day that matters, its label on the side on which there is room for it. */
function lineSvg(line: {date: string; label: string}, scale: DayScale, y: number): Markup {
  const x = scale.at(line.date);
  const anchor = x > 50 ? html` text-anchor="end"` : null;
  const shift = x > 50 ? -5 : 5;
  return html`<line class="due" x1="${x}%" x2="${x}%" y1="2" y2="${y}" /><text
      class="due-label"
      x="${x}%"
      y="13"
      dx="${shift}"
      ${anchor}
      >${shortText(line.label, 34)}</text
    >`;
}

/** What the shapes mean, of those that occur. */
export function timelineKey(chart: TimelineChart): Markup {
  const marks = chart.lanes.flatMap((lane) => lane.marks);
  const shown = (shape: TalkMark["shape"]): boolean => marks.some((mark) => mark.shape === shape);
  const keys = [
    shown("interview") ? key(shapeSvg("interview"), "full", "interview") : null,
    shown("selling") ? key(shapeSvg("selling"), "full", "selling") : null,
    shown("other") ? key(shapeSvg("other"), "full", "other talks") : null,
    marks.some((mark) => !mark.meaningful)
      ? key(shapeSvg(anyHollow(marks)), "open", "hollow: not meaningful")
      : null,
    marks.some((mark) => mark.advocate)
      ? key(html`<circle class="ring" r="7" />`, "open", "ring: an advocate")
      : null,
  ];
  return html`${keys}`;
}

function anyHollow(marks: readonly TalkMark[]): TalkMark["shape"] {
  return marks.find((mark) => !mark.meaningful)?.shape ?? "interview";
}

function key(shape: Markup, look: string, word: string): Markup {
  return html`<span class="key"
    ><svg aria-hidden="true" width="16" height="16" viewBox="-8 -8 16 16">
      <g class="talk ${look}">${shape}</g>
    </svg>
    ${word}</span
  > `;
}
