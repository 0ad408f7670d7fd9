import type {NaiveWorkspace} from "./naive-reader.ts";
import {days, later, order} from "./naive-text.ts";

/** The rule of one assumption, written as the page about it reads, day by day where it speaks of days. */

/** What each kind is worth for and against, as a table to compare with the one in the program. */
const worth: Record<string, [number, number]> = {
  compliment: [0, 0],
  hypothetical: [0, 1],
  opinion: [1, 1],
  story: [2, 2],
  observed: [3, 3],
  time: [3, 3],
  reputation: [4, 3],
  money: [6, 3],
};
const ladder = Object.keys(worth);
const doing = ["observed", "time", "reputation", "money"];

export interface RuleRow {
  customer: string;
  segment: string | null;
  stance: "supports" | "refutes" | "mixed";
  kind: string;
  date: string;
  secondhand: boolean;
  advocate: boolean;
  note: string;
  position: number;
}

export interface RuleSubject {
  type: string | null;
  segments: string[];
  reset: string | null;
  created: string | null;
  unreadable: boolean;
}

export type Thresholds = NaiveWorkspace["evidence"];

interface Weighed extends RuleRow {
  /** The kind that the rules see: hearsay and hypothetical noes are opinions. */
  seen: string;
  age: number;
  /** Before freshness. */
  raw: number;
  for: number;
  against: number;
  /** Whether freshness or a reset took its points. */
  gone: "reset" | "expired" | null;
}

function weigh(rows: RuleRow[], subject: RuleSubject, asOf: string, limits: Thresholds): Weighed[] {
  return rows.map((row) => {
    let [pro, con] = worth[row.kind] ?? [0, 0];
    if (row.stance === "supports") con = 0;
    if (row.stance === "refutes") pro = 0;
    if (row.stance === "mixed" && row.kind === "hypothetical") con = 0;
    let seen = row.kind;
    if (row.kind === "hypothetical" && con > 0) seen = "opinion";
    if (row.secondhand && pro + con > 0) {
      seen = "opinion";
      pro = Math.min(pro, 1);
      con = Math.min(con, 1);
    }
    if (row.stance === "mixed") [pro, con] = [pro / 2, con / 2];
    const age = days(row.date, asOf);
    const reset = subject.reset !== null && subject.reset <= asOf && row.date < subject.reset;
    const share = reset || age > limits.expired ? 0 : age > limits.fresh ? 0.5 : 1;
    const gone = reset ? "reset" : share === 0 ? "expired" : null;
    return {...row, seen, age, raw: pro + con, for: pro * share, against: con * share, gone};
  });
}

/** Of each customer the strongest row of a side. */
function voices(rows: Weighed[], side: "for" | "against"): Weighed[] {
  const kept: Weighed[] = [];
  for (const customer of new Set(rows.map((row) => row.customer))) {
    const theirs = rows.filter((row) => row.customer === customer && row[side] > 0);
    theirs.sort(
      (a, b) =>
        b[side] - a[side] ||
        ladder.indexOf(b.seen) - ladder.indexOf(a.seen) ||
        order(b.date, a.date) ||
        order(a.note, b.note) ||
        a.position - b.position,
    );
    if (theirs[0]) kept.push(theirs[0]);
  }
  return kept;
}

function capped(rows: Weighed[], side: "for" | "against"): number {
  const sum = (kinds: string[]) =>
    voices(rows, side)
      .filter((row) => kinds.includes(row.seen))
      .reduce((total, row) => total + row[side], 0);
  const stories = sum(["story"]);
  return (
    Math.min(sum(["opinion"]), 3) + (side === "for" ? Math.min(stories, 6) : stories) + sum(doing)
  );
}

const belief = (pro: number, con: number) => (1 + pro) / (3 + pro + con);
const customersOf = (rows: RuleRow[]) => new Set(rows.map((row) => row.customer));
const storyUp = (row: Weighed) => ladder.indexOf(row.kind) >= ladder.indexOf("story");

/** The whole rule for one assumption as of one day. */
export function assess(subject: RuleSubject, allRows: RuleRow[], asOf: string, limits: Thresholds) {
  const rows = weigh(
    allRows.filter((row) => row.date <= asOf),
    subject,
    asOf,
    limits,
  );
  const scoring = rows.filter((row) => row.for + row.against > 0);
  const pro = capped(rows, "for");
  const con = capped(rows, "against");
  const trust = belief(pro, con);
  const side = (which: "for" | "against") =>
    scoring.filter((row) => row[which] > 0 && !row.secondhand);
  const witnessFor = side("for").filter(storyUp);
  const witnessAgainst = side("against").filter(storyUp);
  const count = {
    customersFor: customersOf(side("for")).size,
    customersAgainst: customersOf(side("against")).size,
    witnessesFor: customersOf(witnessFor).size,
    witnessesAgainst: customersOf(witnessAgainst).size,
  };
  const proof =
    subject.type === "viability" ? ["money"] : subject.type === "usability" ? ["observed"] : doing;
  const blockers: string[] = [];
  if (trust < limits.believe) blockers.push("belief");
  if (count.witnessesFor < limits.customers) blockers.push("customers");
  if (subject.unreadable || !side("for").some((row) => proof.includes(row.kind)))
    blockers.push("no-proof");
  if (!witnessFor.some((row) => !row.advocate)) blockers.push("advocates-only");
  if (!witnessFor.some((row) => row.age <= limits.fresh)) blockers.push("not-fresh");
  if (subject.segments.some((name) => !witnessFor.some((row) => row.segment === name)))
    blockers.push("segments");

  const bySegment: Record<string, number> = {};
  for (const {segment} of scoring) {
    if (segment === null) continue;
    const part = rows.filter((row) => row.segment === segment);
    bySegment[segment] = belief(capped(part, "for"), capped(part, "against"));
  }

  const heard = customersOf(scoring.filter((row) => !row.secondhand)).size;
  const weight = pro + con;
  let strength = "moderate";
  if (weight === 0) strength = "none";
  else if (weight < 4 || heard < 3) strength = "weak";
  else if (heard >= 5 && weight >= 9 && scoring.some((row) => doing.includes(row.seen)))
    strength = "strong";

  const flags: string[] = [];
  if (count.customersFor >= limits.customers && con === 0) flags.push("unchallenged");
  const parts = Object.values(bySegment);
  if (parts.some((value) => value >= 0.6) && parts.some((value) => value <= 0.3))
    flags.push("segment-split");
  if (scoring.length > 0 && scoring.every((row) => row.age > limits.fresh))
    flags.push("needs-refresh");
  const {created} = subject;
  if (created !== null && scoring.length > 0 && scoring.every((row) => row.date < created))
    flags.push("hindsight");

  let status = "inconclusive";
  if (weight === 0)
    status = rows.some((row) => row.raw > 0 && row.gone !== null) ? "stale" : "untested";
  else if (pro >= 3 && con >= 3 && trust >= 0.35 && trust <= 0.65) status = "contested";
  else if (blockers.length === 0) status = "validated";
  else if (
    trust <= limits.disbelieve &&
    count.witnessesAgainst >= limits.against &&
    witnessAgainst.some((row) => row.age <= limits.fresh)
  )
    status = "invalidated";
  else if (trust >= 0.6 && count.customersFor >= 2) status = "leaning-valid";
  else if (trust <= 0.35 && count.customersAgainst >= 2) status = "leaning-invalid";

  const keptFor = voices(rows, "for");
  const keptAgainst = voices(rows, "against");
  return {
    status,
    belief: trust,
    pointsFor: pro,
    pointsAgainst: con,
    ...count,
    strength,
    blockers: status === "validated" ? [] : blockers,
    flags,
    bySegment,
    newest:
      scoring
        .map((row) => row.date)
        .sort(order)
        .at(-1) ?? null,
    heard,
    firstWithPoints: rows
      .filter((row) => row.raw > 0)
      .map((row) => row.date)
      .sort(order)[0],
    rows: rows.map((row) => {
      const counted = keptFor.includes(row) || keptAgainst.includes(row);
      return {row, counted, reason: counted ? null : reasonOf(row)};
    }),
  };
}

function reasonOf(row: Weighed): string {
  if (row.kind === "compliment") return "compliment";
  if (row.kind === "hypothetical" && row.raw === 0) return "hypothetical";
  return row.gone ?? "one-per-customer";
}

/** The last day on which the rule would still say validated, tried day by day, with nothing added. */
export function validUntil(
  subject: RuleSubject,
  rows: RuleRow[],
  asOf: string,
  limits: Thresholds,
): string | null {
  const known = rows.filter((row) => row.date <= asOf);
  let day = asOf;
  if (assess(subject, known, day, limits).status !== "validated") return null;
  while (assess(subject, known, later(day, 1), limits).status === "validated") day = later(day, 1);
  return day;
}
