import type {Override} from "../../analysis/assess-all.ts";
import type {Sum} from "../../analysis/belief.ts";
import type {NotCounted} from "../../analysis/evidence.ts";
import type {Saturation} from "../../analysis/saturation.ts";
import type {Strength} from "../../analysis/status.ts";
import type {Blocker} from "../../analysis/status-blockers.ts";
import type {Flag} from "../../analysis/status-flags.ts";
import type {Thresholds} from "../../analysis/thresholds.ts";
import type {CalendarDate} from "../../core/calendar.ts";
import type {Assumption} from "../../notes/collection.ts";
import type {
  AssumptionStatus,
  AssumptionType,
  EvidenceKind,
  Importance,
  Stance,
} from "../../notes/vocabulary.ts";
import type {Mark} from "../document.ts";
import type {Ref} from "../ref.ts";

/** `report assumptions`: what the evidence says of each assumption, for and against. */
export interface AssumptionsData {
  /** What the rule reckoned with. */
  thresholds: Thresholds["evidence"];
  /** Of the listed assumptions that are not retired, by status; every status is a key. */
  counts: Record<AssumptionStatus, number>;
  /** Ids, the riskiest first. */
  leapsOfFaith: string[];
  saturation: Saturation | null;
  /** Ids of talks that tested nothing, newest first. */
  untestedConversations: string[];
  /** The same talks with what is printed of them. */
  untestedTalks: Ref[];
  /** Those that became invalidated since that day, by id. */
  invalidatedSince: {since: CalendarDate; assumptions: string[]};
  /** The most important and least certain first, retired ones last. */
  assumptions: AssumptionData[];
}

/** One assumption in the JSON of `report assumptions`. Beliefs are rounded to 3 places for printing only. */
export interface AssumptionData {
  id: string;
  statement: string | null;
  /** `unreadable`: its file cannot be read; `undeclared`: only notes name it. */
  state: Assumption["state"];
  type: AssumptionType | null;
  importance: Importance | null;
  concepts: string[];
  segments: string[];
  owner: string | null;
  wrong: string | null;
  test: string | null;
  threshold: string | null;
  created: CalendarDate | null;
  due: CalendarDate | null;
  reset: CalendarDate | null;
  /** Null too while the day is still to come. */
  retired: CalendarDate | null;
  reason: string | null;
  believers: string[];
  doubters: string[];
  status: AssumptionStatus;
  label: string;
  validUntil: CalendarDate | null;
  override: Override | null;
  belief: number;
  strength: Strength;
  pointsFor: number;
  pointsAgainst: number;
  /** What the points come from, before the caps; `total` after them. */
  sums: {for: Sum; against: Sum};
  /** Customers heard at first hand, on either side. */
  customers: number;
  customersFor: number;
  customersAgainst: number;
  witnessesFor: number;
  witnessesAgainst: number;
  /** One mark per customer and side, strongest first. */
  against: Mark[];
  for: Mark[];
  blockers: Blocker[];
  missing: string[];
  missingSegments: string[];
  flags: Flag[];
  beliefBySegment: Record<string, number>;
  /** Customers heard at first hand, by segment with a scoring row. */
  customersBySegment: Record<string, {against: number; for: number}>;
  newestEvidence: CalendarDate | null;
  /** By day, note and place in the note. */
  evidence: EvidenceData[];
  history: {date: CalendarDate; status: AssumptionStatus; belief: number}[];
  /** The statuses of `history` in words, honest about little evidence. */
  historyLabels: string[];
}

/** One line of evidence, with its points after freshness and before the caps. */
export interface EvidenceData {
  /** Id of the note that holds the line. */
  conversation: string;
  date: CalendarDate;
  customer: string;
  segment: string | null;
  contact: string | null;
  stance: Stance;
  kind: EvidenceKind;
  secondhand: boolean;
  advocate: boolean;
  unprompted: boolean;
  quote: string | null;
  note: string | null;
  pointsFor: number;
  pointsAgainst: number;
  counted: boolean;
  reason: NotCounted | null;
}
