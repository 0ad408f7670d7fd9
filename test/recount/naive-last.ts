import type {NaiveWorkspace} from "./naive-reader.ts";
import {textOf} from "./naive-reader.ts";
import type {NaiveTalk} from "./naive-talks.ts";
import {days, fold, later, order} from "./naive-text.ts";

const learnedFrom = [
  "works",
  "not-working",
  "wish",
  "pains",
  "surprises",
  "insights",
  "story",
  "lean-in",
  "tune-out",
  "objections",
  "must-change",
  "would-use",
  "today",
];

/** Whether we spoke with them: held, live, at first hand, one of ours there. */
export function spoken(talk: NaiveTalk): boolean {
  return talk.status === "held" && !talk.secondhand && talk.live && presentIn(talk).length > 0;
}

/** Everyone of ours who was there. */
export function presentIn(talk: NaiveTalk): string[] {
  return Array.from(new Set([...talk.team, ...talk.observers]));
}

/** The conditions that fail, in the order in which the rule lists them. */
export function failed(workspace: NaiveWorkspace, talk: NaiveTalk): string[] {
  const {minutes, talk: share, words} = workspace.meaningful;
  const why: string[] = [];
  if (talk.status !== "held") why.push("not-held");
  if (talk.secondhand) why.push("secondhand");
  if (!talk.live) why.push("not-live");
  if (presentIn(talk).length === 0) why.push("nobody-present");
  if (talk.duration !== null && talk.duration < minutes) why.push("too-short");
  const points = talk.evidence.some(
    ({stance, kind}) => kind !== "compliment" && (kind !== "hypothetical" || stance === "refutes"),
  );
  if (!points && !talk.itemKeys.some((key) => learnedFrom.includes(key)))
    why.push("nothing-learned");
  if (!talk.quoted && talk.words < words) why.push("not-written-up");
  if (talk.selling && talk.talk !== null && talk.talk > share) why.push("talked-too-much");
  return why;
}

/** Whether it counts, with the team's own word on it above the computed one. */
export function meaningful(workspace: NaiveWorkspace, talk: NaiveTalk): boolean {
  if (!spoken(talk)) return false;
  return talk.meaningful ?? failed(workspace, talk).length === 0;
}

/** The last of some talks: by day, then time (none is earliest), then id. */
export function lastOf(talks: NaiveTalk[]): NaiveTalk | null {
  const sorted = [...talks].sort(
    (a, b) => order(a.date, b.date) || order(a.time ?? "", b.time ?? "") || order(a.id, b.id),
  );
  return sorted.at(-1) ?? null;
}

/** What is said of a customer's standing: the file's word, else that of the latest talk that says one. */
export function relationshipOf(
  workspace: NaiveWorkspace,
  talks: NaiveTalk[],
  customer: string,
): string | null {
  const file = workspace.customers.find((entry) => entry.id === customer);
  const own = textOf(file?.fields.relationship);
  if (own !== null) return own;
  const stating = talks.filter((talk) => talk.customer === customer && talk.relationship !== null);
  return lastOf(stating)?.relationship ?? null;
}

export function bandOf(last: NaiveTalk | null, asOf: string): string {
  if (!last) return "never";
  const age = days(last.date, asOf);
  if (age <= 7) return "last7";
  if (age <= 30) return "recent";
  return age <= 90 ? "fading" : "cold";
}

/** The figures of `last` as of a day, over all talks dated by then. */
export function countLast(workspace: NaiveWorkspace, all: NaiveTalk[], asOf: string) {
  const talks = all.filter((talk) => talk.date <= asOf);
  const live = talks.filter(spoken);
  const within = (list: NaiveTalk[], most: number) =>
    list.filter((talk) => days(talk.date, asOf) <= most).length;
  // Who has not joined yet is no member yet; who has left was one and stays in the list.
  const joined = workspace.members.filter((member) => (member.joined ?? asOf) <= asOf);
  const handles = new Set([...joined.map((member) => member.handle), ...talks.flatMap(presentIn)]);
  const segments = new Set(workspace.segments);
  const customers = customerIds(workspace, talks).map((id) => {
    const file = workspace.customers.find((entry) => entry.id === id);
    const theirs = live.filter((talk) => talk.customer === id);
    const last = lastOf(theirs);
    const segment = textOf(file?.fields.segment);
    if (segment !== null) segments.add(segment);
    const stage = textOf(file?.fields.stage);
    const cadence =
      (file?.fields.cadence as number | undefined) ?? workspace.cadence[stage ?? ""] ?? null;
    const relationship = relationshipOf(workspace, talks, id);
    return {id, segment, stage, last, cadence, relationship, spoken: theirs.length, file};
  });
  return {
    last: lastOf(live),
    lastMeaningful: lastOf(live.filter((talk) => meaningful(workspace, talk))),
    lastWithoutSelling: lastOf(live.filter((talk) => !talk.selling)),
    members: Array.from(handles, (handle) => {
      const theirs = live.filter((talk) => presentIn(talk).includes(handle));
      const meaningfulOnes = theirs.filter((talk) => meaningful(workspace, talk));
      return {
        handle,
        last: lastOf(theirs),
        lastMeaningful: lastOf(meaningfulOnes),
        spoke30: within(theirs, 30),
        spoke90: within(theirs, 90),
        meaningful30: within(meaningfulOnes, 30),
        meaningful90: within(meaningfulOnes, 90),
        observed90: within(
          theirs.filter((talk) => talk.observers.includes(handle)),
          90,
        ),
      };
    }),
    customers,
    segments: Array.from(segments, (segment) => ({
      segment,
      customers: customers.filter((customer) => customer.segment === segment).length,
      last: lastOf(
        live.filter((talk) =>
          customers.some(({id, segment: own}) => id === talk.customer && own === segment),
        ),
      ),
    })),
    bands: customers.map((customer) => bandOf(customer.last, asOf)),
    overdue: overdueSteps(talks, asOf),
  };
}

/** Declared customers and those that talks only name. */
export function customerIds(workspace: NaiveWorkspace, talks: NaiveTalk[]): string[] {
  const ids = workspace.customers.map((file) => file.id);
  for (const {customer} of talks)
    if (!ids.some((id) => fold(id) === fold(customer))) ids.push(customer);
  return ids;
}

function overdueSteps(talks: NaiveTalk[], asOf: string) {
  return talks.flatMap((talk) =>
    talk.steps.flatMap((step) => {
      const doneBy = step.done ? (step.doneOn ?? step.noteDate) : null;
      const open = doneBy === null || doneBy > asOf;
      if (!open || step.due === null || step.due >= asOf) return [];
      return [{note: step.note, what: step.what, days: days(step.due, asOf)}];
    }),
  );
}

/** The last day of a month that lies `back` months before the month of a day. */
export function monthEnd(day: string, back: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - back, 1)).toISOString().slice(0, 10);
  return later(first, -1);
}
