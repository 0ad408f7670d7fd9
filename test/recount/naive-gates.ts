import {countAssumptions} from "./naive-assumptions.ts";
import {lastOf, meaningful, spoken} from "./naive-last.ts";
import {type NaiveWorkspace, textOf, texts} from "./naive-reader.ts";
import {findersOf, type NaiveTalk, talksOf} from "./naive-talks.ts";
import {days} from "./naive-text.ts";

/** A decision as the recount made it up: it reads no file of these. */
export interface NaiveDecision {
  id: string;
  date: string;
  status: string;
  /** The decision that it takes back. */
  replaces: string | null;
  challenge: boolean;
  /** Ids of notes. */
  because: string[];
}

/** A gate of the concept fast-setup, and when the one before it was passed. */
export interface NaiveGate {
  since: string;
  segments: string[];
  decisions: NaiveDecision[];
  /** What the concept asks for instead of the usual. */
  criteria: Map<string, number | "off">;
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
  const known = gate.decisions.filter(({date}) => date > gate.since && date <= asOf);
  const decisions = known.filter((one) => isAccepted(one, gate, asOf));
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
    reversals: known.filter(({replaces, status}) => replaces !== null && status !== "proposed")
      .length,
    idle: idleThemes(window, talks, known),
    against: own.flatMap(({held, others}) =>
      [...held, ...others].filter(({rule}) => rule.stance !== "supports"),
    ).length,
    window: window.map((talk) => talk.id).sort(),
    before: statusesBefore(workspace, gate.since, ids),
  };
}

/** A decision that was taken back is one until the day on which that was done. */
function isAccepted({id, status}: NaiveDecision, {decisions}: NaiveGate, asOf: string): boolean {
  if (status !== "superseded") return status === "accepted";
  const takenBack = decisions.filter(({replaces}) => replaces === id);
  return takenBack.length > 0 && takenBack.every(({date}) => date > asOf);
}

/** Themes of what hurts three customers or more, and of no talk that a decision cites. */
function idleThemes(window: NaiveTalk[], talks: NaiveTalk[], decisions: NaiveDecision[]): string[] {
  const cited = decisions.filter(({status}) => status !== "proposed").flatMap((one) => one.because);
  const acted = talks
    .filter((talk) => [talk.id, ...talk.also].some((note) => cited.includes(note)))
    .flatMap((talk) => [...talk.themes, ...talk.evidence.flatMap((row) => row.themes)]);
  const held = window.filter((talk) => talk.status === "held");
  const themes = new Set(held.flatMap((talk) => talk.pains));
  return Array.from(themes).filter((theme) => {
    const customers = held.filter((talk) => talk.pains.includes(theme)).map((one) => one.customer);
    return new Set(customers).size >= 3 && !acted.includes(theme);
  });
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
