import {type CalendarDate, daysBetween} from "../core/calendar.ts";
import {foldName} from "../core/text.ts";
import type {Collection, Concept, Conversation, Decision} from "../notes/collection.ts";
import {criteria, type Criterion} from "../notes/vocabulary.ts";
import type {AssessedAssumption} from "./assess-all.ts";
import {defaultCriteria} from "../notes/config-defaults.ts";
import {wantedOf, type Wanted} from "./criteria.ts";
import {meaning} from "./meaningful.ts";
import {isTestimony} from "./points.ts";
import {isSpoken} from "./spoken.ts";

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
  /** The file that sets it or switched it off; null for a default. */
  setIn: string | null;
  /** What is required where nobody says otherwise; null for what is only met or not. */
  usual: number | null;
  /** Why it is set so, in the concept's own words. */
  why: string | null;
  /** Ids of what was counted; of what fails where the criterion is that nothing does. */
  detail: string[];
}

/** What all criteria look at, as of the day; `collection` is what existed then. */
export interface GateFacts {
  concept: Concept;
  assessed: readonly AssessedAssumption[];
  window: readonly Conversation[];
  decisions: readonly Decision[];
  lastSpoke: Conversation | null;
  collection: Collection;
  asOf: CalendarDate;
  /** Files of the workspace that have an error. */
  faulty: readonly string[];
}

/** Judges every criterion, in the order in which reports print them. */
export function judgeCriteria(facts: GateFacts): MustMeet[] {
  return criteria.map((id) => judge(id, facts));
}

type Finding = Pick<MustMeet, "required" | "found" | "met" | "detail">;

function judge(id: Criterion, facts: GateFacts): MustMeet {
  const {value, source, setIn, why} = wantedOf(id, facts.concept, facts.collection.config);
  const finding = value === false ? nothing() : findings[id](facts, value);
  const usual = defaultCriteria[id];
  return {id, ...finding, source, setIn, usual: typeof usual === "number" ? usual : null, why};
}

function nothing(): Finding {
  return {required: null, found: null, met: null, detail: []};
}

const findings: Record<Criterion, (facts: GateFacts, wanted: Wanted["value"]) => Finding> = {
  conversations: (facts, wanted) =>
    atLeast(
      meaningfulOnes(facts).map(({id}) => id),
      wanted,
    ),
  customers: (facts, wanted) =>
    atLeast([...new Set(meaningfulOnes(facts).map(({customer}) => customer))], wanted),
  recent,
  critical,
  disconfirming: (facts, wanted) => atLeast(disconfirming(facts), wanted),
  shaped: (facts, wanted) =>
    atLeast(
      shaping(facts).map(({id}) => id),
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

function atLeast(counted: readonly string[], wanted: Wanted["value"]): Finding {
  const required = Number(wanted);
  const found = counted.length;
  return {required, found, met: found >= required, detail: [...new Set(counted)]};
}

function meaningfulOnes({window, collection}: GateFacts): Conversation[] {
  return window.filter((one) => meaning(one, collection.config.meaningful).meaningful);
}

/** Days since we last spoke about the concept, before the gate's window too: at most so many. */
function recent({lastSpoke, asOf}: GateFacts, wanted: Wanted["value"]): Finding {
  const required = Number(wanted);
  if (lastSpoke === null) return {required, found: null, met: false, detail: []};
  const found = daysBetween(lastSpoke.date, asOf);
  return {required, found, met: found <= required, detail: [lastSpoke.id]};
}

/** What would sink the concept has to be named, and none of it may be open or refuted. */
function critical({assessed}: GateFacts): Finding {
  const all = assessed.filter(({assumption}) => assumption.importance === "critical");
  const failing = all.filter(isOpenOrRefuted);
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

function isOpenOrRefuted({assessment: {status, strength}}: AssessedAssumption): boolean {
  return sinking.has(status) || strength === "none" || strength === "weak";
}

/** Did anybody try to be proven wrong: a row against, a mixed one that tells or shows, or a challenge. */
function disconfirming({window, assessed, decisions}: GateFacts): string[] {
  const talks = new Set(window.map(({id}) => id));
  const rows = assessed.flatMap(({assessment}) =>
    assessment.rows.filter(
      ({row, kind, scores}) =>
        scores &&
        talks.has(row.talk) &&
        (row.stance === "refutes" || (row.stance === "mixed" && isTestimony(kind))),
    ),
  );
  const challenges = decisions.filter(
    ({status, challenge}) => status === "accepted" && challenge !== null,
  );
  return [...rows.map(({row}) => row.conversation), ...challenges.map(({id}) => id)];
}

/** Accepted decisions that rest on a talk that exists; that nothing changes is a decision too. */
function shaping({decisions, collection}: GateFacts): Decision[] {
  const talks = new Set(collection.conversations.flatMap(({id, also}) => [id, ...also]));
  return decisions.filter(
    ({status, because}) =>
      status === "accepted" && because.some(({conversation}) => talks.has(conversation)),
  );
}

/** Somebody of every segment that the concept is for was spoken with. */
function segments({concept, window, collection}: GateFacts): Finding {
  if (concept.segments.length === 0) return nothing();
  const segmentOf = new Map(collection.customers.map(({id, segment}) => [id, segment]));
  const spoken = window.filter(isSpoken).map(({customer}) => segmentOf.get(customer) ?? "");
  const heard = new Set(spoken.map(foldName));
  const missing = concept.segments.filter((segment) => !heard.has(foldName(segment)));
  return {
    required: concept.segments.length,
    found: concept.segments.length - missing.length,
    met: missing.length === 0,
    detail: missing,
  };
}
