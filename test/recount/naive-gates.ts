import {countAssumptions} from "./naive-assumptions.ts";
import {lastOf, meaningful, spoken} from "./naive-last.ts";
import {type NaiveWorkspace, textOf, texts} from "./naive-reader.ts";
import {findersOf, type NaiveTalk, talksOf} from "./naive-talks.ts";
import {days} from "./naive-text.ts";

/** A decision as the recount made it up: it reads no file of these. */
export interface NaiveDecision {
  date: string;
  accepted: boolean;
  challenge: boolean;
  /** Ids of notes. */
  because: string[];
}

/** A gate of the concept fast-setup, and when the one before it was passed. */
export interface NaiveGate {
  since: string;
  segments: string[];
  decisions: NaiveDecision[];
}

/** What each criterion of a gate finds as of a day, and what its assumptions were at the gate before. */
export function countGate(workspace: NaiveWorkspace, gate: NaiveGate, asOf: string) {
  const talks = talksOf(workspace).filter((talk) => talk.date <= asOf);
  const find = findersOf(workspace);
  const own = countAssumptions(workspace, talks, asOf).filter(({id, retired}) => {
    const file = workspace.assumptions.find((one) => one.id === id);
    return !retired && texts(file?.fields.concepts).map(find.concept).includes("fast-setup");
  });
  const ids = own.map(({id}) => id);
  const about = talks.filter(
    (talk) =>
      talk.concepts.includes("fast-setup") ||
      talk.evidence.some((row) => ids.includes(row.assumption)),
  );
  const window = about.filter((talk) => talk.date > gate.since);
  const counted = window.filter((talk) => meaningful(workspace, talk));
  const last = lastOf(about.filter(spoken));
  const critical = own.filter(({importance}) => importance === "critical");
  const dead = ["untested", "stale", "invalidated", "leaning-invalid"];
  const held = critical.filter(
    ({status, strength}) => !dead.includes(status) && strength !== "none" && strength !== "weak",
  );
  const decisions = gate.decisions.filter(
    ({date, accepted}) => accepted && date > gate.since && date <= asOf,
  );
  const notes = talks.flatMap((talk) => [talk.id, ...talk.also]);
  return {
    found: {
      conversations: counted.length,
      customers: new Set(counted.map((talk) => talk.customer)).size,
      recent: last === null ? null : days(last.date, asOf),
      critical: held.length,
      disconfirming:
        own.reduce((sum, one) => sum + noes(one.rows, gate.since), 0) +
        decisions.filter(({challenge}) => challenge).length,
      shaped: decisions.filter(({because}) => because.some((note) => notes.includes(note))).length,
      segments: gate.segments.filter((name) =>
        window.some((talk) => spoken(talk) && segmentOf(workspace, talk) === name),
      ).length,
      readable: 0,
    },
    criticals: critical.length,
    window: window.map((talk) => talk.id).sort(),
    before: statusesBefore(workspace, gate.since, ids),
  };
}

type Rows = ReturnType<typeof countAssumptions>[number]["rows"];

function noes(rows: Rows, since: string): number {
  return rows.filter(({row}) => {
    if (row.date <= since || row.for + row.against === 0) return false;
    const told = !["compliment", "hypothetical", "opinion"].includes(row.seen);
    return row.stance === "refutes" || (row.stance === "mixed" && told);
  }).length;
}

function segmentOf(workspace: NaiveWorkspace, {customer}: NaiveTalk): string | null {
  return textOf(workspace.customers.find((file) => file.id === customer)?.fields.segment);
}

/** From a workspace that holds only what was written about talks of that day and before. */
function statusesBefore(workspace: NaiveWorkspace, day: string, ids: string[]) {
  const then = {
    ...workspace,
    conversations: workspace.conversations.filter(({fields}) => String(fields.date) <= day),
  };
  const counted = countAssumptions(then, talksOf(then), day);
  return Object.fromEntries(
    counted.filter(({id}) => ids.includes(id)).map(({id, status}) => [id, status]),
  );
}
