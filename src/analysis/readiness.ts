import {compareText} from "../core/text.ts";
import {type CalendarDate, daysBetween} from "../core/calendar.ts";
import type {GateLine} from "../notes/body.ts";
import type {Collection, Concept, Conversation, Decision} from "../notes/collection.ts";
import type {Criterion} from "../notes/vocabulary.ts";
import {collectionAsOf} from "./as-of.ts";
import {assessAll, type AssessedAssumption} from "./assess-all.ts";
import {wantedOf, type Wanted} from "./criteria.ts";
import {indexEvidence} from "./evidence-index.ts";
import {assumptionsOf, decidedOn, isAbout, previousGate, windowOf} from "./gates.ts";
import {meaning} from "./meaningful.ts";
import {isTestimony} from "./points.ts";
import {isSpoken, lastSpoken} from "./spoken.ts";

/** One condition of a gate: what is required, what was found, and by what it is met or not. */
export interface MustMeet {
  id: Criterion;
  /** Null where it is off or there is nothing to check. */
  required: number | null;
  /** Null where nothing was found that could be counted (never spoken). */
  found: number | null;
  /** Null: there is nothing to check. */
  met: boolean | null;
  /** `default`, `off`, or the file that sets it. */
  source: string;
  /** Ids of what was counted; of what fails where the criterion is that nothing does. */
  detail: string[];
}

/** Everything that a gate is judged by, as of a day. */
export interface Readiness {
  concept: Concept;
  gate: GateLine;
  previous: GateLine | null;
  /** None of the criteria is false. */
  ready: boolean;
  mustMeets: MustMeet[];
  /** The concept's assumptions that are not retired. */
  assessed: AssessedAssumption[];
  /** Talks about the concept since the gate before, by date. */
  window: Conversation[];
  /** Decisions of the concept since the gate before, proposed and superseded ones included. */
  decisions: Decision[];
}

/** What all criteria look at. */
interface Evidence extends Omit<Readiness, "mustMeets" | "ready"> {
  collection: Collection;
  asOf: CalendarDate;
  /** Files of the workspace that have an error. */
  faulty: readonly string[];
}

/**
 * Whether a gate's customer criteria are met as of a day: who was heard since the gate before, what the
 * evidence says, and whether it shaped the concept. It never decides; people do. `concept` and `gate` are
 * of the collection as it was read; `faulty` are the files with an error.
 */
export function readinessOf(
  conceptId: string,
  gateId: string,
  whole: Collection,
  asOf: CalendarDate,
  faulty: readonly string[],
): Readiness {
  const collection = collectionAsOf(whole, asOf);
  const concept = collection.concepts.find(({id}) => id === conceptId);
  const gate = concept?.gates.find(({id}) => id === gateId);
  if (concept === undefined || gate === undefined)
    throw new Error(`no gate ${gateId} of ${conceptId}`);
  const previous = previousGate(concept, gate, asOf);
  const after = previous === null ? "" : decidedOn(previous);
  const own = assumptionsOf(concept.id, collection, asOf);
  const evidence: Evidence = {
    ...{concept, gate, previous, collection, asOf, faulty},
    assessed: assessAll(whole, asOf, indexEvidence(whole)).filter(({assumption}) =>
      own.has(assumption.id),
    ),
    window: windowOf(concept, gate, collection, asOf),
    decisions: collection.decisions
      .filter((one) => one.concept === concept.id && one.date !== null && one.date > after)
      .toSorted((a, b) => compareText(a.date ?? "", b.date ?? "") || compareText(a.id, b.id)),
  };
  const mustMeets = criteriaInOrder.map((id) => judge(id, evidence));
  const {assessed, window, decisions} = evidence;
  const ready = mustMeets.every(({met}) => met !== false);
  return {concept, gate, previous, ready, mustMeets, assessed, window, decisions};
}

const criteriaInOrder: readonly Criterion[] = [
  "conversations",
  "customers",
  "recent",
  "critical",
  "disconfirming",
  "shaped",
  "segments",
  "readable",
];

type Finding = Pick<MustMeet, "required" | "found" | "met" | "detail">;

function judge(id: Criterion, evidence: Evidence): MustMeet {
  const wanted = wantedOf(id, evidence.concept, evidence.collection.config);
  const finding = wanted.value === false ? {...nothing} : findings[id](evidence, wanted);
  return {id, ...finding, source: wanted.source};
}

const nothing: Finding = {required: null, found: null, met: null, detail: []};

const findings: Record<Criterion, (evidence: Evidence, wanted: Wanted) => Finding> = {
  conversations: (evidence, wanted) =>
    atLeast(
      meaningfulOnes(evidence).map(({id}) => id),
      wanted,
    ),
  customers: (evidence, wanted) =>
    atLeast([...new Set(meaningfulOnes(evidence).map(({customer}) => customer))], wanted),
  recent,
  critical,
  disconfirming: (evidence, wanted) => atLeast(disconfirming(evidence), wanted),
  shaped: (evidence, wanted) =>
    atLeast(
      shaping(evidence).map(({id}) => id),
      wanted,
    ),
  segments,
  readable: ({faulty}) => ({
    required: 0,
    found: faulty.length,
    met: faulty.length === 0,
    detail: [...faulty],
  }),
};

function atLeast(detail: string[], {value}: Wanted): Finding {
  const required = Number(value);
  return {required, found: detail.length, met: detail.length >= required, detail};
}

function meaningfulOnes({window, collection}: Evidence): Conversation[] {
  return window.filter((one) => meaning(one, collection.config.meaningful).meaningful);
}

/** Days since we last spoke about the concept, before the gate's window too: at most so many. */
function recent({concept, collection, asOf}: Evidence, {value}: Wanted): Finding {
  const own = assumptionsOf(concept.id, collection, asOf);
  const last = lastSpoken(collection.conversations.filter((one) => isAbout(one, concept.id, own)));
  const required = Number(value);
  if (last === null) return {required, found: null, met: false, detail: []};
  const found = daysBetween(last.date, asOf);
  return {required, found, met: found <= required, detail: [last.id]};
}

/** What would sink the concept has to be named, and none of it may be open or refuted. */
function critical({assessed}: Evidence): Finding {
  const all = assessed.filter(({assumption}) => assumption.importance === "critical");
  const failing = all.filter(fails);
  return {
    required: Math.max(1, all.length),
    found: all.length - failing.length,
    met: all.length > 0 && failing.length === 0,
    detail: failing.map(({assumption}) => assumption.id),
  };
}

const sinking: ReadonlySet<string> = new Set([
  "untested",
  "stale",
  "invalidated",
  "leaning-invalid",
]);

function fails({assessment: {status, strength}}: AssessedAssumption): boolean {
  return sinking.has(status) || strength === "none" || strength === "weak";
}

/** Did anybody try to be proven wrong: a row against, a mixed one that tells or shows, or a challenge. */
function disconfirming(evidence: Evidence): string[] {
  const talks = new Set(evidence.window.map(({id}) => id));
  const rows = evidence.assessed.flatMap(({assessment}) =>
    assessment.rows.filter(
      ({row, kind, scores}) =>
        scores &&
        talks.has(row.talk) &&
        (row.stance === "refutes" || (row.stance === "mixed" && isTestimony(kind))),
    ),
  );
  const challenges = evidence.decisions.filter(
    ({status, challenge}) => status === "accepted" && challenge !== null,
  );
  return [...rows.map(({row}) => row.conversation), ...challenges.map(({id}) => id)];
}

/** Accepted decisions that rest on a talk that exists; that nothing changes is a decision too. */
function shaping({decisions, collection}: Evidence): Decision[] {
  const talks = new Set(collection.conversations.flatMap(({id, also}) => [id, ...also]));
  return decisions.filter(
    ({status, because}) =>
      status === "accepted" && because.some(({conversation}) => talks.has(conversation)),
  );
}

/** Somebody of every segment that the concept is for was spoken with. */
function segments({concept, window, collection}: Evidence): Finding {
  if (concept.segments.length === 0) return {...nothing};
  const segmentOf = new Map(collection.customers.map(({id, segment}) => [id, segment]));
  const heard = new Set(window.filter(isSpoken).map(({customer}) => segmentOf.get(customer)));
  const missing = concept.segments.filter((segment) => !heard.has(segment));
  return {
    required: concept.segments.length,
    found: concept.segments.length - missing.length,
    met: missing.length === 0,
    detail: missing,
  };
}
