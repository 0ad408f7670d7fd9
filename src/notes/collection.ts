import type {CalendarDate} from "../core/calendar.ts";
import type {AssumptionFields} from "./assumption.ts";
import type {
  AskLine,
  EvidenceLine,
  IntroductionLine,
  Item,
  ItemSection,
  LineSections,
  PersonLine,
  PromiseLine,
  RequestLine,
  StepLine,
} from "./body.ts";
import type {ConceptFields} from "./concept.ts";
import type {Config} from "./config.ts";
import type {ConversationFields} from "./conversation.ts";
import type {CustomerFields} from "./customer.ts";
import type {DecisionFields} from "./decision.ts";
import type {Kind} from "./vocabulary.ts";

/**
 * All files of a workspace joined: references resolved, accounts of one talk merged. Lists are sorted by
 * id. Everything here is independent of the day a report is true for, except as stated.
 */
export interface Collection {
  config: Config;
  /** Talks, held or not; several held notes of one talk are one conversation. By date, then id. */
  conversations: Conversation[];
  /** Declared customers, and those that notes only name. */
  customers: Customer[];
  /** Declared assumptions, unreadable ones, and those that notes only name. */
  assumptions: Assumption[];
  concepts: Concept[];
  decisions: Decision[];
  counts: FileCounts;
  /** Files of any kind that are left out, by file. */
  leftOut: LeftOut[];
}

export interface FileCounts {
  /** Workspace files found, of every kind. */
  files: number;
  /** Conversation files that count. */
  read: number;
  /** Those of them in which a value or line is left out. */
  partial: number;
  /** Files of any kind that are left out. */
  skipped: number;
}

export interface LeftOut {
  file: string;
  kind: Kind;
  /** Line of the first error in it. */
  line: number;
  /** The day that the file name begins with; null where it begins with none. */
  date: CalendarDate | null;
}

/** A row says which note it stands in: of one talk there may be several. */
interface FromNote {
  noteId: string;
}
export type NotedItem = Item & FromNote;
export interface EvidenceRow extends EvidenceLine, FromNote {
  /** Whether its own note is second-hand. */
  secondhand: boolean;
  /** Place among the evidence lines of its note, from 0. */
  position: number;
}
export interface StepRow extends StepLine, FromNote {
  /** Place among all steps of its note, from 1: what `done ID N` takes. */
  n: number;
}

/**
 * One talk. Customer, contacts, members, concepts and assumptions are ids where they are declared, else the
 * text as written. Scalars of several notes: the first given by id; `duration` the longest, `consent` what
 * every note that states it allows, `secondhand` and `selling` only if all are.
 */
export interface Conversation extends ConversationFields {
  /** Id of the first note of the talk. */
  id: string;
  /** Ids of the other notes of the same talk. */
  also: string[];
  /** The files of its notes, in order of id. */
  files: string[];
  /** Type and channel are ones on which people speak. */
  live: boolean;
  selling: boolean;
  items: Record<ItemSection, NotedItem[]>;
  evidence: EvidenceRow[];
  asks: (AskLine & FromNote)[];
  promised: (PromiseLine & FromNote)[];
  requests: (RequestLine & FromNote)[];
  introductions: (IntroductionLine & FromNote)[];
  steps: StepRow[];
  /** Words of all bodies, by the counting of the meaningful rule. */
  words: number;
}

export interface Customer extends CustomerFields {
  /** The id of its file, or the name as first written where it has none. */
  id: string;
  /** The name to print: the file's `name`, else the id. */
  name: string;
  /** Null where no file declares it. */
  file: string | null;
  people: PersonLine[];
}

export interface Assumption extends AssumptionFields {
  id: string;
  /** Null where no file declares it. */
  file: string | null;
  /** `unreadable`: its file cannot be read, or states no valid type; `undeclared`: only notes name it. */
  state: "declared" | "unreadable" | "undeclared";
}

export interface Concept extends ConceptFields {
  id: string;
  /** The name to print: the file's `name`, else the id. */
  name: string;
  file: string | null;
  gates: LineSections["gates"];
  claims: LineSections["claims"];
  limitations: LineSections["limitations"];
  criteria: LineSections["criteria"];
}

export interface Decision extends DecisionFields {
  id: string;
  file: string;
  because: LineSections["because"];
  told: LineSections["told"];
}
