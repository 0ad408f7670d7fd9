import {countAssumptions, saturation, untested} from "./naive-assumptions.ts";
import {countLast, failed, meaningful, spoken} from "./naive-last.ts";
import type {NaiveWorkspace} from "./naive-reader.ts";
import type {NaiveTalk} from "./naive-talks.ts";
import {days, fold, order} from "./naive-text.ts";

/**
 * The recount in the shape of the JSON reports, cut down to what both must agree on, and with lists whose
 * order is not the point sorted. `…FromReport` brings a report's data into the same shape.
 */

interface Ref {
  conversation: string;
  also: string[];
  date: string;
  daysAgo: number;
  customer: string;
  type: string;
  team: string[];
  observers: string[];
  contacts: string[];
  concepts: string[];
}

const names = (list: string[]) => list.map(fold).sort(order);
const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Entries by key, in order: user text as a key stays harmless, and a difference reads well. */
function byKey<Value>(entries: [key: string, value: Value][]): [string, Value][] {
  return entries.sort(([a], [b]) => order(a, b));
}

/** A talk as a report refers to it. */
export function ref(talk: NaiveTalk | null, asOf: string): Ref | null {
  if (talk === null) return null;
  return {
    conversation: talk.id,
    also: talk.also,
    date: talk.date,
    daysAgo: days(talk.date, asOf),
    customer: fold(talk.customer),
    type: talk.type,
    team: names(talk.team),
    observers: names(talk.observers),
    contacts: names(talk.contacts),
    concepts: names(talk.concepts),
  };
}

/** The same of a report's own Ref. */
export function refFromReport(given: Ref | null): Ref | null {
  if (given === null) return null;
  return {
    conversation: given.conversation,
    also: given.also,
    date: given.date,
    daysAgo: given.daysAgo,
    customer: fold(given.customer),
    type: given.type,
    team: names(given.team),
    observers: names(given.observers),
    contacts: names(given.contacts),
    concepts: names(given.concepts),
  };
}

/** What `last --json` must say. */
export function expectedLast(workspace: NaiveWorkspace, talks: NaiveTalk[], asOf: string) {
  const counted = countLast(workspace, talks, asOf);
  const bands: Record<string, number> = {last7: 0, recent: 0, fading: 0, cold: 0, never: 0};
  for (const band of counted.bands) bands[band] = (bands[band] ?? 0) + 1;
  return {
    lastSpoke: ref(counted.last, asOf),
    lastMeaningful: ref(counted.lastMeaningful, asOf),
    lastWithoutSelling: ref(counted.lastWithoutSelling, asOf),
    members: byKey(
      counted.members.map(({handle, last, lastMeaningful, ...numbers}) => [
        fold(handle),
        {...numbers, lastSpoke: ref(last, asOf), lastMeaningful: ref(lastMeaningful, asOf)},
      ]),
    ),
    customers: byKey(
      counted.customers.map(({id, segment, stage, last, cadence, relationship}) => [
        fold(id),
        {
          segment,
          stage,
          lastSpoke: ref(last, asOf),
          by: names(last === null ? [] : [...last.team, ...last.observers]),
          cadence,
          relationship,
          daysLate:
            last === null || cadence === null ? null : Math.max(0, days(last.date, asOf) - cadence),
        },
      ]),
    ),
    segments: Object.fromEntries(
      counted.segments.map(({segment, last, customers}) => [
        segment,
        {lastSpoke: ref(last, asOf), customers},
      ]),
    ),
    bands,
    overdue: counted.overdue
      .map((step) => `${step.note}: ${step.what}, ${String(step.days)} days late`)
      .sort(order),
  };
}

export interface LastReport {
  lastSpoke: Ref | null;
  lastMeaningful: Ref | null;
  lastWithoutSelling: Ref | null;
  members: {
    handle: string;
    lastSpoke: Ref | null;
    lastMeaningful: Ref | null;
    spoke30: number;
    spoke90: number;
    meaningful30: number;
    meaningful90: number;
    observed90: number;
  }[];
  customers: {
    id: string;
    segment: string | null;
    stage: string | null;
    lastSpoke: Ref | null;
    by: string[];
    cadence: number | null;
    relationship: string | null;
    daysLate: number | null;
  }[];
  segments: {segment: string; lastSpoke: Ref | null; customers: number}[];
  bands: Record<string, number>;
  steps: {conversation: string; what: string; overdueDays: number; done: boolean}[];
}

export function lastFromReport(data: LastReport): ReturnType<typeof expectedLast> {
  return {
    lastSpoke: refFromReport(data.lastSpoke),
    lastMeaningful: refFromReport(data.lastMeaningful),
    lastWithoutSelling: refFromReport(data.lastWithoutSelling),
    members: byKey(
      data.members.map((member) => [
        fold(member.handle),
        {
          spoke30: member.spoke30,
          spoke90: member.spoke90,
          meaningful30: member.meaningful30,
          meaningful90: member.meaningful90,
          observed90: member.observed90,
          lastSpoke: refFromReport(member.lastSpoke),
          lastMeaningful: refFromReport(member.lastMeaningful),
        },
      ]),
    ),
    customers: byKey(
      data.customers.map(({id, lastSpoke, by, segment, stage, cadence, relationship, daysLate}) => [
        fold(id),
        {
          segment,
          stage,
          lastSpoke: refFromReport(lastSpoke),
          by: names(by),
          cadence,
          relationship,
          daysLate: lastSpoke === null ? null : daysLate,
        },
      ]),
    ),
    segments: Object.fromEntries(
      data.segments.map(({segment, lastSpoke, customers}) => [
        segment,
        {lastSpoke: refFromReport(lastSpoke), customers},
      ]),
    ),
    bands: data.bands,
    overdue: data.steps
      .filter((step) => !step.done && step.overdueDays > 0)
      .map((step) => `${step.conversation}: ${step.what}, ${String(step.overdueDays)} days late`)
      .sort(order),
  };
}

/** What `report assumptions --json` must say. */
export function expectedAssumptions(workspace: NaiveWorkspace, talks: NaiveTalk[], asOf: string) {
  const counted = countAssumptions(workspace, talks, asOf);
  const live = counted.filter((one) => !one.retired);
  const counts: Record<string, number> = {};
  for (const {status} of live) counts[status] = (counts[status] ?? 0) + 1;
  return {
    counts,
    leapsOfFaith: live
      .filter(
        ({importance, strength}) =>
          ["critical", "high"].includes(importance ?? "") && ["none", "weak"].includes(strength),
      )
      .map((one) => one.id)
      .sort(order),
    saturation: saturation(talks, asOf),
    untestedConversations: untested(talks, asOf).sort(order),
    assumptions: byKey(counted.map((one) => [fold(one.id), expectedAssumption(one)])),
  };
}

function expectedAssumption(one: ReturnType<typeof countAssumptions>[number]) {
  const listed = one.held.map((entry, index) => {
    const {row, counted, reason} = one.rows[index] ?? {row: null, counted: false, reason: null};
    return evidence(entry, row?.for ?? 0, row?.against ?? 0, counted, reason);
  });
  const others = one.others.map((entry) => {
    const {kind, stance} = entry.rule;
    const idle = kind === "compliment" || (kind === "hypothetical" && stance !== "refutes");
    return evidence(entry, 0, 0, false, idle ? kind : "not-held");
  });
  return {
    status: one.status,
    label: labelOf(one.status, one.strength, one.heard),
    belief: rounded(one.belief),
    strength: one.strength,
    pointsFor: one.pointsFor,
    pointsAgainst: one.pointsAgainst,
    customersFor: one.customersFor,
    customersAgainst: one.customersAgainst,
    witnessesFor: one.witnessesFor,
    witnessesAgainst: one.witnessesAgainst,
    blockers: one.blockers,
    flags: one.flags,
    beliefBySegment: Object.fromEntries(
      Object.entries(one.bySegment).map(([segment, value]) => [segment, rounded(value)]),
    ),
    newestEvidence: one.newest,
    validUntil: one.validUntil,
    history: one.history.map((entry) => ({...entry, belief: rounded(entry.belief)})),
    evidence: [...listed, ...others].sort(order),
  };
}

function labelOf(status: string, strength: string, heard: number): string {
  const early = strength === "weak";
  const customers = `${String(heard)} ${heard === 1 ? "customer" : "customers"}`;
  const labels: Record<string, string> = {
    untested: "not tested",
    stale: "out of date",
    "leaning-valid": early ? "early yes" : "leaning yes",
    "leaning-invalid": early ? "early no" : "leaning no",
    inconclusive: early ? `too early (${customers})` : "unclear",
  };
  return labels[status] ?? status;
}

type Held = ReturnType<typeof countAssumptions>[number]["held"][number];

function evidence(
  {rule, source}: Held,
  pro: number,
  con: number,
  counted: boolean,
  reason: string | null,
): string {
  return JSON.stringify([
    source.note,
    rule.date,
    fold(rule.customer),
    rule.segment,
    rule.stance,
    rule.kind,
    source.unprompted,
    source.quote,
    pro,
    con,
    counted,
    reason,
  ]);
}

export interface AssumptionsReport {
  counts: Record<string, number>;
  leapsOfFaith: string[];
  saturation: {ratio: number} | null;
  untestedConversations: string[];
  assumptions: (ReturnType<typeof expectedAssumption> & {
    id: string;
    retired: string | null;
    evidence: Record<string, unknown>[];
  })[];
}

export function assumptionsFromReport(
  data: AssumptionsReport,
): ReturnType<typeof expectedAssumptions> {
  return {
    counts: Object.fromEntries(Object.entries(data.counts).filter(([, count]) => count > 0)),
    leapsOfFaith: [...data.leapsOfFaith].sort(order),
    saturation: data.saturation?.ratio ?? null,
    untestedConversations: [...data.untestedConversations].sort(order),
    assumptions: byKey(
      data.assumptions.map((one) => [
        fold(one.id),
        {
          status: one.status,
          label: one.label,
          belief: one.belief,
          strength: one.strength,
          pointsFor: one.pointsFor,
          pointsAgainst: one.pointsAgainst,
          customersFor: one.customersFor,
          customersAgainst: one.customersAgainst,
          witnessesFor: one.witnessesFor,
          witnessesAgainst: one.witnessesAgainst,
          blockers: one.blockers,
          flags: one.flags,
          beliefBySegment: one.beliefBySegment,
          newestEvidence: one.newestEvidence,
          validUntil: one.validUntil,
          history: one.history,
          evidence: one.evidence.map(evidenceFromReport).sort(order),
        },
      ]),
    ),
  };
}

function evidenceFromReport(row: Record<string, unknown>): string {
  return JSON.stringify([
    row.conversation,
    row.date,
    fold(String(row.customer)),
    row.segment,
    row.stance,
    row.kind,
    row.unprompted,
    row.quote,
    row.pointsFor,
    row.pointsAgainst,
    row.counted,
    row.reason,
  ]);
}

/** What `list --json` must say of each conversation: whether it is meaningful, and what failed. */
export function expectedList(workspace: NaiveWorkspace, talks: NaiveTalk[], asOf: string) {
  return Object.fromEntries(
    talks
      .filter((talk) => talk.date <= asOf)
      .map((talk) => {
        const why = failed(workspace, talk);
        // The team's own word on a spoken talk: yes makes the failed conditions moot, no is one more.
        const word = spoken(talk) ? talk.meaningful : null;
        if (word === false) why.push("overridden");
        return [
          talk.id,
          {meaningful: meaningful(workspace, talk), why: word === true ? null : why},
        ];
      }),
  );
}
