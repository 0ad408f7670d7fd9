import type {Mark} from "../../reports/document.ts";
import {html, type Markup} from "../html/markup.ts";

/** Columns in which marks are drawn, in pixels. */
const cell = 14;
const height = 16;

/** More customers than this on one side are counted instead of drawn one by one. */
const drawn = 8;

export interface DrawnMark {
  mark: Mark;
  ageing: boolean;
}

const legend: {mark: Mark; word: string}[] = [
  {mark: "did", word: "did"},
  {mark: "told", word: "told"},
  {mark: "thinks", word: "thinks"},
];

/** "3 against: 1 did, 2 told; 2 for: 2 told", for those who cannot see the marks. */
export function marksWords(marks: {against: readonly Mark[]; for: readonly Mark[]}): string {
  return `${sideWords(marks.against, "against")}; ${sideWords(marks.for, "for")}`;
}

function sideWords(marks: readonly Mark[], side: string): string {
  const kinds = legend
    .map(({mark, word}) => ({word, n: marks.filter((one) => one === mark).length}))
    .filter(({n}) => n > 0)
    .map(({word, n}) => `${String(n)} ${word}`);
  const total = `${marks.length === 0 ? "nobody" : String(marks.length)} ${side}`;
  return kinds.length === 0 ? total : `${total}: ${kinds.join(", ")}`;
}

/** Marks within a line or a table: as wide on both sides of the line, so that those below each other meet. */
export function marksSvg(marks: {against: Mark[]; for: Mark[]}): Markup {
  const fresh = (side: Mark[]): DrawnMark[] => side.map((mark) => ({mark, ageing: false}));
  return bothSidesSvg({against: fresh(marks.against), for: fresh(marks.for)}, marksWords(marks));
}

/** The marks of both sides with a line between them and, as their text, the words given. */
export function bothSidesSvg(
  sides: {against: readonly DrawnMark[]; for: readonly DrawnMark[]},
  words: string,
): Markup {
  // One side drawn and the other counted could not be compared.
  const isDrawn = sides.against.length <= drawn && sides.for.length <= drawn;
  const against = placesOf(sides.against, isDrawn);
  const forIt = placesOf(sides.for, isDrawn);
  const half = Math.max(3 * cell, widthOf(against), widthOf(forIt)) + 4;
  const at = (places: Place[], direction: 1 | -1): Markup[] =>
    places.map((place) => placeSvg(place, half + direction * (place.x + place.width / 2 + 4)));
  return html`<svg
    class="marks"
    role="img"
    aria-label="${words}"
    width="${half * 2}"
    height="${height}"
    viewBox="0 0 ${half * 2} ${height}"
  >
    <g class="bad">${at(against, -1)}</g>
    <path class="line" d="M${half} 0V${height}" />
    <g class="good">${at(forIt, 1)}</g>
  </svg>`;
}

interface Place extends DrawnMark {
  /** From the line. */
  x: number;
  width: number;
  /** How many customers it stands for, where they are counted. */
  count: number | null;
}

function placesOf(marks: readonly DrawnMark[], isDrawn: boolean): Place[] {
  let x = 0;
  const add = (mark: DrawnMark, count: number | null): Place => {
    const width = count === null ? cell : cell + 9 * String(count).length;
    const place = {mark: mark.mark, ageing: mark.ageing, x, width, count};
    // A figure belongs to the mark behind it, not to the one before.
    x += count === null ? width : width + 5;
    return place;
  };
  if (isDrawn) return marks.map((mark) => add(mark, null));
  return counted(marks).map(({mark, n}) => add(mark, n));
}

function counted(marks: readonly DrawnMark[]): {mark: DrawnMark; n: number}[] {
  const groups = new Map<string, {mark: DrawnMark; n: number}>();
  for (const mark of marks) {
    const key = `${mark.mark} ${String(mark.ageing)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, {mark, n: 1});
    else group.n++;
  }
  return [...groups.values()];
}

function widthOf(places: readonly Place[]): number {
  const last = places.at(-1);
  return last === undefined ? 0 : last.x + last.width;
}

function placeSvg(place: Place, x: number): Markup {
  const middle = height / 2;
  if (place.count === null) return markShape(place, x, middle);
  const start = x - place.width / 2;
  return html`<text x="${start + 1}" y="${middle + 4}">${place.count}</text
    >${markShape(place, start + place.width - cell / 2, middle)}`;
}

/** One mark around a point: a square for what was done, an open circle for what was told, a dot for an opinion. */
function markShape({mark, ageing}: DrawnMark, x: number, y: number): Markup {
  const look = `${mark === "told" ? "open" : "full"}${ageing ? " ageing" : ""}`;
  if (mark === "did") {
    return html`<rect class="${look}" x="${x - 4.5}" y="${y - 4.5}" width="9" height="9" />`;
  }
  return html`<circle class="${look}" cx="${x}" cy="${y}" r="${mark === "told" ? 4 : 2}" />`;
}

/** What the marks mean: each with its word. */
export function legendSvg(): Markup {
  const items = legend.map(
    ({mark, word}) =>
      html`<span class="key"
        ><svg class="marks" aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
          ${markShape({mark, ageing: false}, 6, 6)}
        </svg>
        ${word}</span
      >`,
  );
  return html`<span class="legend"
    >${items[0] ?? null} ${items[1] ?? null} ${items[2] ?? null}</span
  >`;
}
