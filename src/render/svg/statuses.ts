import type {StatusesChart, StatusPoint} from "../../reports/document.ts";
import {html, type Markup} from "../html/markup.ts";
import {type DayScale, dayScale} from "./days.ts";
import {shortText} from "./short-text.ts";

type Row = StatusesChart["rows"][number];

/** Words nearer than this, in per cent, would touch on a phone; the table has those left out. */
const apart = 24;

/** One scale for all rows, from the first point of any to the last; null where there is no point. */
export function statusesAxis(chart: StatusesChart): DayScale | null {
  const days = chart.rows.flatMap((row) => row.points.map((point) => point.date)).sort();
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? null : dayScale(first, last, 3);
}

/** "not tested from 2026-08-31, contested from 2026-10-31". */
export function statusesWords(row: Row): string {
  const changes = changesOf(row.points);
  if (changes.length === 0) return "no status";
  return changes.map(({date, label}) => `${label} from ${date}`).join(", ");
}

/** How one status changed: a line through its points, a word where it became another. */
export function statusStripSvg(row: Row, axis: DayScale, words: string): Markup {
  const changes = changesOf(row.points);
  const points = row.points.map((point) => pointSvg(point, axis.at(point.date)));
  const labels = labelsOf(changes, axis).map(
    ({text, x}) =>
      html`<text class="tick-label" x="${x}%" y="40" ${anchorOf(x)}>${shortText(text, 16)}</text>`,
  );
  const ends = [row.points[0], row.points.at(-1)].map((point) =>
    point === undefined ? 0 : axis.at(point.date),
  );
  const ticks = axis.ticks.map(
    ({at}) => html`<line class="tick" x1="${at}%" x2="${at}%" y1="0" y2="28" />`,
  );
  return html`<svg class="drawing strip" role="img" aria-label="${words}" width="100%" height="46">
    ${ticks}
    <line class="rail" x1="${ends[0] ?? 0}%" x2="${ends[1] ?? 0}%" y1="14" y2="14" />
    ${points}${labels}
  </svg>`;
}

/** The months below all strips; those who hear the page have the days in its words. */
export function statusesMonths(axis: DayScale): Markup {
  const labels = axis.ticks.map(
    ({at, label}) =>
      html`<text class="tick-label" x="${at}%" y="14" ${at > 85 ? html` text-anchor="end"` : null}
        >${label}</text
      >`,
  );
  return html`<svg class="drawing" aria-hidden="true" width="100%" height="20">${labels}</svg>`;
}

const meanings: {tone: StatusPoint["tone"]; words: string}[] = [
  {tone: "good", words: "leaning yes, validated"},
  {tone: "bad", words: "leaning no, invalidated"},
  {tone: "warn", words: "contested, not tested, out of date"},
  {tone: "neutral", words: "too early, unclear"},
];

/** What the shapes mean, of those that occur. */
export function statusesKey({rows}: StatusesChart): Markup {
  const shown = new Set(rows.flatMap(({points}) => points.map(({tone}) => tone)));
  const keys = meanings
    .filter(({tone}) => shown.has(tone))
    .map(
      ({tone, words}) =>
        html`<span class="key"
          ><svg aria-hidden="true" width="16" height="16" viewBox="-8 -8 16 16">
            <g class="${tone}">${shapeOf(tone)}</g>
          </svg>
          ${words}</span
        > `,
    );
  return html`${keys}`;
}

/** The first point, and each whose status is not that of the one before. */
function changesOf(points: readonly StatusPoint[]): StatusPoint[] {
  return points.filter((point, index) => point.status !== points[index - 1]?.status);
}

/** The last change always, since it is what holds now; of the others those that have room. */
function labelsOf(changes: readonly StatusPoint[], axis: DayScale): {text: string; x: number}[] {
  const labels: {text: string; x: number}[] = [];
  for (const change of [...changes].reverse()) {
    const x = axis.at(change.date);
    const next = labels.at(-1);
    if (next === undefined || next.x - x >= apart) labels.push({text: change.label, x});
  }
  return labels;
}

function anchorOf(x: number): Markup | null {
  if (x < 15) return null;
  return html` text-anchor="${x > 85 ? "end" : "middle"}"`;
}

/** Told apart by shape: a square is good, a cross bad, a triangle a warning, a circle neither. */
function pointSvg(point: StatusPoint, x: number): Markup {
  return html`<svg x="${x}%" y="14" overflow="visible">
    <g class="${point.tone}">
      <title>${point.date}: ${point.label}</title>
      ${shapeOf(point.tone)}
    </g>
  </svg>`;
}

function shapeOf(tone: StatusPoint["tone"]): Markup {
  if (tone === "good") return html`<rect class="full" x="-5" y="-5" width="10" height="10" />`;
  if (tone === "bad") return html`<path class="stroke" d="M-5 -5L5 5M5 -5L-5 5" />`;
  if (tone === "warn") return html`<path class="full" d="M0 -6L6 5L-6 5Z" />`;
  return html`<circle class="open" r="4.5" />`;
}
