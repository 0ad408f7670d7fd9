import type {CalendarDate, Month} from "../core/calendar.ts";
import type {Kind} from "../notes/vocabulary.ts";

/**
 * A report as blocks of meaning, before it looks like anything. Text in it is plain: never escaped, never
 * coloured. Each format renders every kind of block.
 */
export interface Document {
  title: string;
  blocks: Block[];
}

/**
 * What a piece of text is, so that a format can show it; plain text is a string. Where a screen has no
 * Unicode, our own signs (· … – → and the like) in plain and muted text become ASCII; the words of
 * others are safe from that in every other role.
 */
export type Span =
  | string
  | {role: "strong" | "muted" | "command" | "id"; text: string}
  /** The customer's own words, without the quotation marks around them: formats add those. */
  | {role: "quote"; text: string}
  /** A calendar day; `text` is how it is printed. */
  | {role: "date"; date: string; text: string}
  /** The status word of an assumption or a verdict; `tone` picks the colour and never stands alone. */
  | {role: "status"; text: string; tone: Tone}
  /** A file of the workspace, or a report; formats that can, link to it. `file` is relative to the workspace. */
  | {role: "file"; kind: Kind | "report"; file: string | null; text: string}
  /** One mark per customer: against left of a line, for right of it, the strongest next to the line. */
  | {role: "marks"; against: Mark[]; for: Mark[]}
  /** What the marks mean: "■ did  □ told  · thinks". */
  | {role: "legend"};

export type Spans = Span | Span[];
export type Tone = "good" | "bad" | "warn" | "neutral";

/** What a customer's strongest row is: did something, told of a time, thinks so. */
export type Mark = "did" | "told" | "thinks";

/** `aside` stands at the right end of the line where there is room, else below: importance, an id. */
export type Block =
  | {block: "heading"; level: 1 | 2 | 3; text: Spans; aside?: Spans}
  | {block: "paragraph"; text: Spans}
  /** The one-sentence answer a report begins with; several lines where the answer needs them. */
  | {block: "answer"; lines: Spans[]}
  | {block: "list"; items: Spans[]}
  /** Label and value, aligned under each other. */
  | {block: "facts"; facts: {label: string; value: Spans}[]}
  | Table
  /** Somebody's words, without quotation marks; `sign` tells for from against, or publishable from not. */
  | {block: "quote"; text: string; source: Spans; sign?: "+" | "-"; aside?: Spans}
  /** Something that must not be missed: a newer unreadable note, notes left out. */
  | {block: "callout"; tone: Tone; text: Spans}
  /** Blocks that belong together under a lead line, indented in text. */
  | {block: "group"; lead: Spans; blocks: Block[]; aside?: Spans}
  | Verdict
  /** The one thing somebody said that everybody should have heard, large; in text a quote like others. */
  | {block: "pull-quote"; text: string; source: Spans; aside?: Spans}
  /** A picture and, after it, the same in a table. Text and Markdown print the table alone. */
  | {block: "chart"; title: string; chart: Chart; table: Table}
  /** To be filled in by hand, on paper: boxes to tick, and a ruled line behind each label. */
  | {block: "form"; boxes: string[]; lines: string[]}
  /** Blocks for one kind of reader only: on a page to look at (HTML), or in lines to read (text, Markdown). */
  | {block: "only"; on: "page" | "lines"; blocks: Block[]}
  /** What the whole rests on, last: day, notes read, thresholds. */
  | {block: "footer"; lines: Spans[]};

/**
 * The answer as a band, and below it a labelled box for each criterion with what was found. In text and
 * Markdown each box is a line; the text itself is said by the answer there.
 */
export interface Verdict {
  block: "verdict";
  tone: Tone;
  text: Spans;
  boxes: VerdictBox[];
}

export interface VerdictBox {
  /** Short: "talks", "customers", "recent". */
  label: string;
  /** Null: there was nothing to check. */
  met: boolean | null;
  /** The figure found beside the one required: "5 of 5 talks". */
  found: string;
}

export interface Table {
  block: "table";
  columns: Column[];
  rows: Spans[][];
  /** "… and 9 more (--all)": rows that were left off, said in full. */
  more: string | null;
}

export interface Column {
  title: string;
  /** 1 is kept longest when the screen is narrow. */
  priority: number;
  align: "left" | "right";
  /** Says again what another column says (an age beside its day): a screen without room leaves it off. */
  spare?: true;
  /** Its cells name their rows; without one, the first column does that holds neither marks nor a status. */
  names?: true;
  /** May end in "…" on a screen without room, because another page prints it in full. */
  cut?: true;
}

/**
 * What a chart shows, as plain data: formats that can, draw it; the others print the table that stands with
 * it. Texts are plain, never escaped.
 */
export type Chart = TimelineChart | BeliefsChart | StatusesChart | MonthsChart;

/** Who was heard when: one lane per segment, one mark per talk. */
export interface TimelineChart {
  kind: "timeline";
  /** The first and the last day shown. */
  from: CalendarDate;
  to: CalendarDate;
  lanes: Lane[];
  /** A day that matters: "30 days before the gate". */
  line?: {date: CalendarDate; label: string};
}

export interface Lane {
  label: string;
  /** Said where a lane has no mark: "nobody heard". */
  empty: string | null;
  marks: TalkMark[];
}

/** One talk. Circle, square or diamond by `shape`; filled when meaningful; a ring around an advocate. */
export interface TalkMark {
  date: CalendarDate;
  shape: "interview" | "selling" | "other";
  meaningful: boolean;
  advocate: boolean;
  /** Who it was: "Gantry, sales call". */
  label: string;
  /** The note, relative to the workspace. */
  file: string | null;
}

/** One row per assumption: a mark per customer, against left of a line, for right of it. */
export interface BeliefsChart {
  kind: "beliefs";
  rows: BeliefRow[];
}

export interface BeliefRow {
  label: Spans;
  /** The strongest first, which stands next to the line. */
  against: BeliefMark[];
  for: BeliefMark[];
  /** The status in words, as the report prints it. */
  status: string;
  tone: Tone;
  /** Said below the status: "was not tested at G1; nobody in public-sector". */
  note: string | null;
}

export interface BeliefMark {
  mark: Mark;
  /** The evidence is older than what counts in full, and is drawn grey. */
  ageing: boolean;
}

/** How statuses changed: one row per assumption, a point per day at which a status was read off. */
export interface StatusesChart {
  kind: "statuses";
  rows: {label: Spans; points: StatusPoint[]}[];
}

export interface StatusPoint {
  date: CalendarDate;
  /** The id of the status, so that points alike can be joined. */
  status: string;
  tone: Tone;
  /** The status in words. */
  label: string;
}

/** A count for each month beside its goal. */
export interface MonthsChart {
  kind: "months";
  bars: {month: Month; count: number; goal: number | null}[];
}
