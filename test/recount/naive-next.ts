import {countAssumptions} from "./naive-assumptions.ts";
import {customerIds, lastOf, relationshipOf, spoken} from "./naive-last.ts";
import {type NaiveFile, type NaiveWorkspace, textOf, texts} from "./naive-reader.ts";
import {findersOf, type NaiveTalk} from "./naive-talks.ts";
import {days, fold, order} from "./naive-text.ts";

/** Who to talk to next, cut down to what ranks: the customer, or the segment without one, and why. */
export interface NaiveNext {
  customer: string | null;
  segment: string | null;
  ranks: number[];
}

/** A gate of the concept fast-setup that is to be decided; the other concepts have none. */
export interface NaiveScope {
  nextGate: string;
  /** Whether the one who asks is below the goal of the month. */
  belowGoal: boolean;
}

interface Candidate extends NaiveNext {
  urgency: string | number;
  since: number | null;
  name: string;
}

const noDay = "9999-99-99";

/** The suggestions as of a day, the best first. */
export function countNext(
  workspace: NaiveWorkspace,
  all: NaiveTalk[],
  asOf: string,
  scope: NaiveScope,
): NaiveNext[] {
  const talks = all.filter((talk) => talk.date <= asOf);
  const facts = factsOf(workspace, talks, asOf, scope);
  const found = customerIds(workspace, talks).flatMap((id) => {
    const one = candidate(workspace, talks, id, asOf, scope, facts);
    return one === null ? [] : [one];
  });
  const open = workspace.customers.filter((file) => mayBeAsked(file));
  const populated = open.map((file) => textOf(file.fields.segment));
  const lacking = new Map<string, string>();
  for (const {segment, day} of facts.missing)
    if (!populated.includes(segment) && (lacking.get(segment) ?? noDay) >= day)
      lacking.set(segment, day);
  for (const [segment, day] of lacking)
    found.push({customer: null, segment, ranks: [2], urgency: day, since: null, name: segment});
  return found.sort(compare).map(({customer, segment, ranks}) => ({
    customer: customer === null ? null : fold(customer),
    segment: customer === null ? segment : null,
    ranks,
  }));
}

function compare(a: Candidate, b: Candidate): number {
  const [first = 0, other = 0] = [a.ranks[0], b.ranks[0]];
  const urgency =
    typeof a.urgency === "number" && typeof b.urgency === "number"
      ? a.urgency - b.urgency
      : order(String(a.urgency), String(b.urgency));
  const waited = (one: Candidate) => one.since ?? Infinity;
  const nobody = (one: Candidate) => (one.customer === null ? 1 : 0);
  return (
    first - other ||
    urgency ||
    nobody(a) - nobody(b) ||
    (waited(a) === waited(b) ? 0 : waited(b) - waited(a)) ||
    order(a.name, b.name)
  );
}

/** What is missing and what only friends have backed, over everything that is not given up. */
function factsOf(workspace: NaiveWorkspace, talks: NaiveTalk[], asOf: string, scope: NaiveScope) {
  const {concept} = findersOf(workspace);
  const counted = countAssumptions(workspace, talks, asOf).filter((one) => !one.retired);
  const missing = counted.flatMap((one) => {
    const file = workspace.assumptions.find((entry) => entry.id === one.id);
    if (!["critical", "high"].includes(one.importance ?? "")) return [];
    const about = texts(file?.fields.concepts).map(concept).includes("fast-setup");
    return texts(file?.fields.segments)
      .filter((segment) => !one.rows.some(({row}) => isWitness(row, segment)))
      .map((segment) => ({segment, day: about ? scope.nextGate : noDay}));
  });
  return {
    missing,
    exposed: counted.some(
      (one) =>
        one.flags.includes("unchallenged") ||
        (one.blockers.includes("advocates-only") && one.pointsFor > 0),
    ),
    sceptics: counted.flatMap((one) =>
      one.rows.flatMap(({row}) => (row.against > 0 ? [row.customer] : [])),
    ),
  };
}

type WeighedRow = ReturnType<typeof countAssumptions>[number]["rows"][number]["row"];

function isWitness(row: WeighedRow, segment: string): boolean {
  const said = ["compliment", "hypothetical", "opinion"].includes(row.seen);
  return row.for > 0 && !row.secondhand && !said && row.segment === segment;
}

function mayBeAsked(file: NaiveFile | undefined): boolean {
  return !["no", "pause"].includes(textOf(file?.fields.contactable) ?? "");
}

function candidate(
  workspace: NaiveWorkspace,
  talks: NaiveTalk[],
  id: string,
  asOf: string,
  scope: NaiveScope,
  facts: ReturnType<typeof factsOf>,
): Candidate | null {
  const file = workspace.customers.find((entry) => entry.id === id);
  const mine = talks.filter((talk) => talk.customer === id);
  const last = lastOf(mine.filter(spoken));
  const since = last === null ? null : days(last.date, asOf);
  const owed = mine.flatMap((talk) => talk.steps).filter((step) => isOwed(step, asOf));
  if (!mayBeAsked(file) || (since !== null && since <= 14 && owed.length === 0)) return null;
  const segment = textOf(file?.fields.segment);
  const stage = textOf(file?.fields.stage) ?? "";
  const ranks = owed.map(() => 1);
  let urgency: string | number = 0;
  const gates = facts.missing.filter((one) => one.segment === segment).map((one) => one.day);
  if (gates.length > 0) ranks.push(2);
  const cadence = (file?.fields.cadence as number | undefined) ?? workspace.cadence[stage] ?? null;
  if (cadence !== null && since !== null && since > cadence) ranks.push(3);
  const left = stage === "churned" || stage === "lost";
  if (facts.exposed && (left || facts.sceptics.includes(id))) ranks.push(4);
  const friend = relationshipOf(workspace, talks, id) === "advocate";
  if (scope.belowGoal && (friend || textOf(file?.fields.introduced) !== null)) ranks.push(5);
  if (since === null || peopleOf(file, mine, asOf) === 1) ranks.push(6);
  if (ranks[0] === 2) urgency = gates.sort(order)[0] ?? noDay;
  if (ranks[0] === 3) urgency = -(since ?? 0) / (cadence ?? 1);
  const name = fold(textOf(file?.fields.name) ?? id);
  return ranks.length === 0 ? null : {customer: id, segment, ranks, urgency, since, name};
}

function isOwed(step: NaiveTalk["steps"][number], asOf: string): boolean {
  const doneBy = step.done ? (step.doneOn ?? step.noteDate) : null;
  const open = doneBy === null || doneBy > asOf;
  return open && step.who !== "them" && step.due !== null && step.due <= asOf;
}

/** How many of theirs are known and have not left. */
function peopleOf(file: NaiveFile | undefined, talks: NaiveTalk[], asOf: string): number {
  const declared = file?.body.people ?? [];
  const present = declared.filter(({left}) => left === null || left > asOf);
  const named = talks.flatMap((talk) => talk.contacts).map(fold);
  const others = named.filter((name) => !declared.some(({id}) => fold(id) === name));
  return present.length + new Set(others).size;
}
