import type {
  claimHorizons,
  contactRoles,
  criteria,
  currencies,
  EvidenceKind,
  gateDecisions,
  introductionStates,
  askAnswers,
  limitationAreas,
  promiseStates,
  relationships,
  requestAnswers,
  Stance,
} from "./vocabulary.ts";

/** What the body of a file holds, section by section, as plain values. */

/** Sections whose items are free text. */
export const itemSections = [
  "works",
  "wish",
  "not-working",
  "pains",
  "lean-in",
  "tune-out",
  "objections",
  "must-change",
  "would-use",
  "today",
  "surprises",
  "quotes",
  "story",
  "insights",
  "summary",
] as const;
export type ItemSection = (typeof itemSections)[number];

/** One list item, block quote or paragraph of a free-text section. */
export interface Item {
  /** The source text on one line, without a checkbox, comments and structural backslashes; hashtags stay. */
  text: string;
  /** The customer's own words in it, without their quotation marks. */
  quotes: string[];
  /** Who said the last quote, as written after a dash behind it; null where nobody is named. */
  who: string | null;
  /** Hashtags, case-folded, without `#`, each once. */
  themes: string[];
  /** In objections: what we answered, after the first arrow; null elsewhere. `text` is the whole item. */
  answer: string | null;
  /** Line of the file, from 1. */
  line: number;
}

/** What every line of a section with fields has. */
interface Row {
  /** Line of the file, from 1. */
  line: number;
}

/** Behind the bracket of a line stands a quote (their words) or a note (ours), never both. */
export interface Said {
  quote: string | null;
  note: string | null;
  /** Who said the quote, as written. */
  who: string | null;
  themes: string[];
}

export interface EvidenceLine extends Row, Said {
  stance: Stance;
  /** Id of the assumption as the line refers to it; resolved to an existing id when files are joined. */
  assumption: string;
  kind: EvidenceKind;
  unprompted: boolean;
}
export interface AskLine extends Row {
  what: string;
  currency: (typeof currencies)[number];
  answer: (typeof askAnswers)[number];
  reason: string | null;
}
export interface PromiseLine extends Row {
  what: string;
  exists: (typeof promiseStates)[number];
}
export interface RequestLine extends Row {
  what: string;
  answer: (typeof requestAnswers)[number] | null;
  /** 0 to 3. */
  importance: number | null;
  /** The need beneath. */
  need: string | null;
}
export interface IntroductionLine extends Row {
  who: string;
  state: (typeof introductionStates)[number];
}
export interface StepLine extends Row {
  what: string;
  /** A handle of ours, or `them`. */
  who: string;
  due: string | null;
  done: boolean;
  /** The day it was done; null when the line says no day. */
  doneOn: string | null;
}
export interface PersonLine extends Row {
  id: string;
  name: string;
  /** What follows the first comma behind the name. */
  title: string | null;
  role: (typeof contactRoles)[number] | null;
  relationship: (typeof relationships)[number] | null;
  /** The day they left. */
  left: string | null;
  email: string | null;
}
export interface GateLine extends Row {
  id: string;
  name: string;
  date: string;
  decision: (typeof gateDecisions)[number] | null;
  /** The day it was decided. */
  decided: string | null;
  conditions: string | null;
  by: string | null;
}
export interface ClaimLine extends Row {
  text: string;
  horizon: (typeof claimHorizons)[number];
  assumptions: string[];
}
export interface LimitationLine extends Row {
  text: string;
  area: (typeof limitationAreas)[number];
  answer: string | null;
}
export interface CriterionLine extends Row {
  criterion: (typeof criteria)[number];
  /** A number, or false when off. */
  value: number | false;
  why: string | null;
}
export interface BecauseLine extends Row {
  conversation: string;
  what: string | null;
}
export interface ToldLine extends Row {
  customer: string;
  date: string;
}

/** The sections with fields, by key; a file kind uses the ones that belong to it, the others are empty. */
export interface LineSections {
  evidence: EvidenceLine[];
  asks: AskLine[];
  promised: PromiseLine[];
  requests: RequestLine[];
  introductions: IntroductionLine[];
  steps: StepLine[];
  people: PersonLine[];
  gates: GateLine[];
  claims: ClaimLine[];
  limitations: LimitationLine[];
  criteria: CriterionLine[];
  because: BecauseLine[];
  told: ToldLine[];
}
export type LineSection = keyof LineSections;
export type LineOf<Section extends LineSection> = LineSections[Section][number];

export interface Body {
  items: Record<ItemSection, Item[]>;
  lines: LineSections;
  /** The file's first level-1 heading, which may stand for a statement or a title. */
  title: string | null;
  /** Words of the body by the counting of the meaningful rule; may stop counting at 1,000. */
  words: number;
}
