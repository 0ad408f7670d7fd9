import type {CalendarDate} from "../core/calendar.ts";
import type {EvidenceKind} from "../notes/vocabulary.ts";
import type {WeighedRow} from "./evidence.ts";
import {isDoEvidence, isTestimony} from "./points.ts";

/** Who spoke, on which side, and how well they know. Only rows that score are counted. */
export interface Tally {
  /** Customers with a first-hand row. */
  customers: Set<string>;
  customersFor: Set<string>;
  customersAgainst: Set<string>;
  /** Customers with a first-hand row of story or better. */
  witnessesFor: Set<string>;
  witnessesAgainst: Set<string>;
  /** Segments of the witnesses for. */
  segmentsFor: Set<string>;
  /** Kinds of the first-hand rows for. */
  kindsFor: Set<EvidenceKind>;
  /** A witness for who is not an advocate. */
  strangerFor: boolean;
  /** A first-hand row of story or better that is fresh. */
  freshTestimonyFor: boolean;
  freshTestimonyAgainst: boolean;
  /** Somebody did something, on either side. */
  deed: boolean;
  /** Some row is fresh. */
  fresh: boolean;
  /** A row that would have scored is expired, by age or by the reset. */
  lapsed: boolean;
  /** First and last day of the rows that score. */
  oldest: CalendarDate | null;
  newest: CalendarDate | null;
}

/** Counts who spoke in one pass over the rows of an assumption. */
export function tally(weighed: readonly WeighedRow[]): Tally {
  const counts = emptyTally();
  for (const entry of weighed) {
    if (entry.scores) countScoring(counts, entry);
    else if (entry.reason === "expired" || entry.reason === "reset") counts.lapsed = true;
  }
  return counts;
}

function countScoring(counts: Tally, entry: WeighedRow): void {
  const {date} = entry.row;
  if (entry.fresh) counts.fresh = true;
  if (isDoEvidence(entry.kind)) counts.deed = true;
  if (counts.oldest === null || date < counts.oldest) counts.oldest = date;
  if (counts.newest === null || date > counts.newest) counts.newest = date;
  if (entry.row.secondhand) return;
  counts.customers.add(entry.row.customer);
  if (entry.pointsFor > 0) countFor(counts, entry);
  if (entry.pointsAgainst > 0) countAgainst(counts, entry);
}

function countFor(counts: Tally, {row, kind, fresh}: WeighedRow): void {
  counts.customersFor.add(row.customer);
  counts.kindsFor.add(kind);
  if (!isTestimony(kind)) return;
  counts.witnessesFor.add(row.customer);
  if (row.segment !== null) counts.segmentsFor.add(row.segment);
  if (!row.advocate) counts.strangerFor = true;
  if (fresh) counts.freshTestimonyFor = true;
}

function countAgainst(counts: Tally, {row, kind, fresh}: WeighedRow): void {
  counts.customersAgainst.add(row.customer);
  if (!isTestimony(kind)) return;
  counts.witnessesAgainst.add(row.customer);
  if (fresh) counts.freshTestimonyAgainst = true;
}

function emptyTally(): Tally {
  return {
    customers: new Set(),
    customersFor: new Set(),
    customersAgainst: new Set(),
    witnessesFor: new Set(),
    witnessesAgainst: new Set(),
    segmentsFor: new Set(),
    kindsFor: new Set(),
    strangerFor: false,
    freshTestimonyFor: false,
    freshTestimonyAgainst: false,
    deed: false,
    fresh: false,
    lapsed: false,
    oldest: null,
    newest: null,
  };
}
