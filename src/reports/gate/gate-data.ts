import type {GateMethod} from "../../analysis/gate-method.ts";
import type {ShouldMeet} from "../../analysis/gate-should.ts";
import type {Condition} from "../../analysis/meaningful.ts";
import type {NotActedOn} from "../../analysis/not-acted-on.ts";
import type {NotCounted} from "../../analysis/evidence.ts";
import type {MustMeet} from "../../analysis/readiness.ts";
import type {Thresholds} from "../../analysis/thresholds.ts";
import type {CalendarDate} from "../../core/calendar.ts";
import type {GateLine} from "../../notes/body.ts";
import type {Decision} from "../../notes/collection.ts";
import type {AssumptionStatus, EvidenceKind, Importance, Stance} from "../../notes/vocabulary.ts";
import type {BelievedRow, StrongestNo} from "../marks.ts";
import type {Ref} from "../ref.ts";

/** Everything that gatekeepers are told about the customers before they decide. */
export interface GateData {
  concept: string;
  gate: Omit<GateLine, "line">;
  /** The gate since which talks count; null where this is the first. */
  previous: {id: string; decided: CalendarDate} | null;
  ready: boolean;
  mustMeets: MustMeet[];
  shouldMeets: ShouldMeet[];
  strongestNo: StrongestNo | null;
  /** The last talk about the concept, before the window too. */
  lastSpoke: Ref | null;
  /** Talks about the concept since the gate before, the newest first. */
  conversations: GateTalk[];
  mix: GateMix;
  /** Every row against, those that count least last; no flag can hide one. */
  against: SaidAgainst[];
  decisions: GateDecision[];
  /** How many of the decisions took another one back. */
  reversals: number;
  notActedOn: (Omit<NotActedOn, "customers"> & {customers: number; who: string[]})[];
  /** Critical and high, the riskiest first. */
  assumptions: GateBelief[];
  /** How many more the concept has, of less importance. */
  otherAssumptions: number;
  method: GateMethod;
  /** What the rules reckoned with. */
  thresholds: Thresholds;
}

export interface GateTalk extends Ref {
  segment: string | null;
  advocate: boolean;
  status: string;
  selling: boolean;
  secondhand: boolean;
  meaningful: boolean;
  /** Why it does not count. */
  why: Condition[];
  /** The strongest thing said, on one of the concept's beliefs where there is any. */
  learning: string | null;
}

/** Held talks by what they were; the first four add up to all of them. */
export interface GateMix {
  interviews: number;
  selling: number;
  written: number;
  secondhand: number;
  /** Talks of the first two with a customer who is an advocate. */
  advocates: number;
}

export interface SaidAgainst {
  quote: string | null;
  note: string | null;
  /** Id of the note. */
  conversation: string;
  assumption: string;
  customer: string;
  kind: EvidenceKind;
  date: CalendarDate;
  stance: Stance;
  segment: string | null;
  advocate: boolean;
  secondhand: boolean;
  /** After freshness. */
  points: number;
  /** Why it counts for nothing any more; null where it scores. */
  reason: NotCounted | null;
}

export interface GateDecision {
  id: string;
  date: CalendarDate | null;
  title: string | null;
  type: Decision["type"];
  change: string | null;
  because: {conversation: string; customer: string | null; what: string | null}[];
  told: {customer: string; date: CalendarDate}[];
  replaces: string | null;
  status: Decision["status"];
  challenge: string | null;
  by: string[];
  /** Customers of the cited talks who do not know yet. */
  notTold: string[];
}

export interface GateBelief extends BelievedRow {
  importance: Importance | null;
  /** Null where there is no gate before. */
  previousStatus: AssumptionStatus | null;
  /** The same in words, honest about little evidence. */
  previousLabel: string | null;
  /** In words: what is missing before it is validated. */
  missing: string[];
  /** The same in one line without what goes without saying; null where nothing is missing. */
  lacks: string | null;
  override: {
    status: AssumptionStatus;
    on: CalendarDate | null;
    by: string | null;
    reason: string | null;
  } | null;
  /** Rounded to 3 places. */
  belief: number;
  pointsFor: number;
  pointsAgainst: number;
  /** Which of the marks are of evidence that counts only half by now, mark by mark. */
  ageing: {against: boolean[]; for: boolean[]};
}
