import type {LineSection, Said} from "../body.ts";
import type {RowOf} from "./read-line-parts.ts";
import {stanceLabels} from "../vocabulary.ts";

/** What a line is written from. Fields are values; how they are escaped is tried out. */
export interface Pieces {
  checkbox: boolean | null;
  label: string | null;
  /** Texts of TEXT, joined by `, ` (name and title). */
  text: string[];
  /** Ids that TEXT, or REST, refers to; null where the part is text. */
  references: {in: "text" | "rest"; ids: string[]; linked: boolean} | null;
  /** Words of the bracket, as values. */
  words: (string | null)[];
  rest: string | null;
  /** Whether REST is a quote, to be put in marks. */
  quoted: boolean;
  who: string | null;
  themes: string[];
}

const none: Pieces = {
  checkbox: null,
  label: null,
  text: [],
  references: null,
  words: [],
  rest: null,
  quoted: false,
  who: null,
  themes: [],
};

const splitters: {[S in LineSection]: (row: RowOf<S>) => Partial<Pieces>} = {
  evidence: (row) => ({
    label: stanceLabels[row.stance],
    references: {in: "text", ids: [row.assumption], linked: true},
    words: [row.kind, row.unprompted ? "unprompted" : null],
    ...said(row),
  }),
  asks: (row) => ({text: [row.what], words: [row.currency, row.answer], rest: row.reason}),
  promised: (row) => ({text: [row.what], words: [row.exists]}),
  requests: (row) => ({
    text: [row.what],
    words: [row.answer, row.importance === null ? null : String(row.importance)],
    rest: row.need,
  }),
  introductions: (row) => ({text: [row.who], words: [row.state]}),
  steps: (row) => ({
    checkbox: row.done,
    text: [row.what],
    words: [row.who, row.due, dated("done", row.doneOn)],
  }),
  people: (row) => ({
    label: row.id,
    text: row.title === null ? [row.name] : [row.name, row.title],
    words: [row.role, row.relationship, dated("left", row.left)],
    rest: row.email,
  }),
  gates: (row) => ({
    label: row.id,
    text: row.name === "" ? [] : [row.name],
    words: [
      row.date,
      row.decision === null ? null : (dated(row.decision, row.decided) ?? row.decision),
    ],
    rest: row.conditions,
    who: row.by,
  }),
  claims: (row) => ({
    text: [row.text],
    words: [row.horizon],
    references:
      row.assumptions.length === 0 ? null : {in: "rest", ids: row.assumptions, linked: true},
  }),
  limitations: (row) => ({text: [row.text], words: [row.area], rest: row.answer}),
  criteria: (row) => ({
    text: [row.criterion],
    words: [row.value === false ? "off" : String(row.value)],
    rest: row.why,
  }),
  because: (row) => ({
    references: {in: "text", ids: [row.conversation], linked: true},
    rest: row.what,
  }),
  told: (row) => ({
    references: {in: "text", ids: [row.customer], linked: false},
    words: [row.date],
  }),
};

/** The pieces that a line of a section is written from. */
export function splitRow<S extends LineSection>(section: S, row: RowOf<S>): Pieces {
  return {...none, ...splitters[section](row)};
}

function said(row: Said): Partial<Pieces> {
  const {who, themes} = row;
  return row.quote === null
    ? {rest: row.note, themes}
    : {rest: row.quote, quoted: true, who, themes};
}

function dated(word: string, date: string | null): string | null {
  return date === null ? null : `${word} ${date}`;
}
