import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {firstOf, whoToTalkTo} from "../../src/analysis/next.ts";
import type {NextScope} from "../../src/analysis/next-facts.ts";
import {addDays} from "../../src/core/calendar.ts";
import type {Collection} from "../../src/notes/collection.ts";
import {nextReport} from "../../src/reports/next.ts";
import {
  assumption,
  collectionOf,
  concept,
  config,
  customer,
  note,
  requestOf,
  today,
} from "../builders.ts";

const anybody: NextScope = {asker: null, segments: [], concepts: []};
const ago = (days: number): string => addDays(today, -days);
/** Two of theirs, so that hardly knowing them is no reason. */
const people = [
  {id: "jo", name: "Jo"},
  {id: "kim", name: "Kim"},
];
/** A talk long ago, so that never having spoken is none either. */
const spoken = (name: string, days = 40) =>
  note({customer: name, date: ago(days), id: `${name}-old`});

/** "dune 1: the reasons", one line a suggestion. */
function lines(collection: Collection, scope: Partial<NextScope> = {}): string[] {
  const {suggestions} = nextReport(requestOf(collection), {...anybody, ...scope}, null);
  return suggestions.map(({customer: who, segment, reasons}) => {
    const why = reasons.map(({rank, text}) => `${String(rank)} ${text}`).join(" | ");
    return `${who ?? `nobody in ${segment ?? ""}`}: ${why}`;
  });
}

describe("a reason to talk to somebody", () => {
  it("is a step of ours that is due, and nothing else than a due one of ours that is open", () => {
    const steps = [
      {what: "Send it", who: "ben", due: ago(7)},
      {what: "Call them", who: "ana", due: today},
      {what: "Done", who: "ana", due: ago(9), done: true},
      {what: "Theirs", who: "them", due: ago(9)},
      {what: "Later", who: "ana", due: addDays(today, 1)},
      {what: "Some day", who: "ana", due: null},
    ];
    const collection = collectionOf([
      customer({id: "dune", people}),
      note({customer: "dune", date: ago(1), steps}),
    ]);
    expect(lines(collection)).toEqual([
      "dune: 1 we owe them: Send it (7 days late) | 1 we owe them: Call them (due today)",
    ]);
  });

  it("is a segment that an important assumption lacks", () => {
    const rest = {concepts: ["fast"], segments: ["smb", "gov"]};
    const collection = collectionOf([
      concept({id: "fast", gates: [{id: "G2", name: "Build", date: addDays(today, 4)}]}),
      customer({id: "city", segment: "Gov", people}),
      customer({id: "shop", segment: "retail", people}),
      assumption({id: "a", importance: "high", segments: ["gov"]}),
      assumption({id: "b", importance: "critical", ...rest}),
      assumption({id: "c", importance: "medium", segments: ["retail"]}),
      assumption({id: "d", importance: "high", segments: ["retail"], retired: "2026-01-01"}),
      ...["city", "shop"].map((name) => spoken(name)),
    ]);
    expect(lines(collection)).toEqual([
      'city: 2 gov is missing on "We believe in b" (critical) and 1 more, for fast G2 build in 4 days',
      'nobody in smb: 2 smb is missing on "We believe in b" (critical), for fast G2 build in 4 days',
    ]);
  });

  it("is a talk that is wanted by now, the latest by proportion first", () => {
    const collection = collectionOf(config({cadence: {customer: 20}}), [
      customer({id: "own", cadence: 30, people}),
      customer({id: "stage", stage: "customer", people}),
      customer({id: "just", cadence: 40, people}),
      ...["own", "stage", "just"].map((name) => spoken(name)),
    ]);
    expect(lines(collection)).toEqual([
      "stage: 3 a talk every 20 days is wanted, the last was 40 days ago",
      "own: 3 a talk every 30 days is wanted, the last was 40 days ago",
    ]);
  });

  it("is a voice against what nobody, or nobody but advocates, has spoken to", () => {
    const row = (name: string) => [{assumption: name, kind: "story" as const}];
    const fans = ["f1", "f2", "f3", "f4", "f5"];
    const base = [
      ...["left", "lost", "no", "quiet"].map((id) =>
        customer({id, people, stage: ({left: "churned", lost: "lost"} as const)[id] ?? null}),
      ),
      ...["left", "lost", "no", "quiet"].map((name) => spoken(name)),
      note({
        customer: "no",
        date: ago(50),
        evidence: [{assumption: "other", stance: "refutes", kind: "opinion"}],
      }),
    ];
    const loved = fans.map((name) => note({customer: name, date: ago(3), evidence: row("loved")}));
    const yes = collectionOf([...base, assumption({id: "loved"}), ...loved]);
    const unchallenged = 'nobody has spoken against "We believe in loved" yet';
    expect(lines(yes)).toEqual([
      `left: 4 they left, and ${unchallenged}`,
      `lost: 4 they decided against us, and ${unchallenged}`,
      `no: 4 they have spoken against something before, and ${unchallenged}`,
    ]);
    const fan = customer({id: "fan", relationship: "advocate", people});
    const said = note({customer: "fan", date: ago(3), evidence: row("liked")});
    expect(lines(collectionOf([...base, assumption({id: "liked"}), fan, said]))[0]).toBe(
      'left: 4 they left, and only advocates back "We believe in liked"',
    );
    expect(lines(collectionOf([...base, assumption({id: "unheard"})]))).toEqual([]);
  });

  it("is a warm path, while the one who asks is below goal", () => {
    const collection = collectionOf(config({goals: {pm: 2}}), [
      customer({id: "friend", relationship: "advocate", people}),
      customer({id: "met", introduced: "Mara Quist, Bolt", people}),
      ...["friend", "met"].map((name) => spoken(name)),
    ]);
    expect(lines(collection)).toEqual([]);
    expect(lines(collection, {asker: "chloe"})).toEqual([]);
    expect(lines(collection, {asker: "ana"})).toEqual([
      "friend: 5 a warm path: an advocate; Ana has 0 of 2 this month",
      "met: 5 a warm path: Mara Quist, Bolt can introduce us; Ana has 0 of 2 this month",
    ]);
  });

  it("is that we hardly know them", () => {
    const collection = collectionOf([
      customer({id: "new", people}),
      customer({id: "one", people: [...people.slice(0, 1), {id: "x", name: "X", left: ago(9)}]}),
      spoken("one"),
      customer({id: "two", people}),
      spoken("two"),
    ]);
    expect(lines(collection)).toEqual(["new: 6 never spoken to", "one: 6 only Jo is known to us"]);
  });
});

it("orders by reason, then by who waited longest, then by name", () => {
  const collection = collectionOf([
    ...["b", "a", "c", "d"].map((id) =>
      customer({id, name: id.toUpperCase(), people: people.slice(0, 1)}),
    ),
    ...[spoken("b", 20), spoken("a", 20), spoken("c", 30), spoken("d", 5)],
    note({customer: "d", date: ago(5), steps: [{what: "x", who: "ana", due: today}]}),
  ]);
  expect(lines(collection).map((line) => line.slice(0, 1))).toEqual(["d", "c", "a", "b"]);
});

it("asks nobody who may not be asked, and names who could introduce us where nobody is left", () => {
  const collection = collectionOf([
    customer({id: "no", segment: "gov", contactable: "no"}),
    customer({id: "pause", segment: "gov", contactable: "pause"}),
    customer({id: "bolt", name: "Bolt", relationship: "advocate", owner: "ana", people}),
    spoken("bolt"),
    assumption({id: "a", importance: "critical", segments: ["gov"]}),
  ]);
  const [only, ...others] = nextReport(requestOf(collection), anybody, 5).suggestions;
  expect(others).toEqual([]);
  expect(only).toEqual({
    ...{customer: null, segment: "gov", through: "Bolt", who: "ana"},
    reasons: [{rank: 2, text: 'gov is missing on "We believe in a" (critical)'}],
    ask: "Bolt for an introduction",
  });
  expect(lines(collection, {segments: ["edu"]})).toEqual([
    "nobody in edu: 2 nobody in edu is known to us",
  ]);
});

it("has somebody in it who is no advocate, if there is anybody", () => {
  const collection = collectionOf([
    ...["f1", "f2", "f3", "z"].map((id) =>
      customer({id, relationship: id === "z" ? "neutral" : "advocate"}),
    ),
  ]);
  const all = whoToTalkTo(collection, today, anybody);
  const ids = (n: number) => firstOf(all, n).map((one) => one.customer?.id);
  expect([ids(1), ids(2), ids(4)]).toEqual([["z"], ["f1", "z"], ["f1", "f2", "f3", "z"]]);
  expect(firstOf(all.slice(0, 3), 2).map((one) => one.customer?.id)).toEqual(["f1", "f2"]);
});

it("for any workspace, leaves alone whom we spoke to in the last 14 days, unless a step is due", () => {
  const talk = fc.record({
    days: fc.integer({min: 0, max: 30}),
    due: fc.option(fc.integer({min: -3, max: 3})),
    done: fc.boolean(),
    who: fc.constantFrom("ana", "them"),
  });
  fc.assert(
    fc.property(fc.array(fc.array(talk, {maxLength: 3}), {maxLength: 5}), (customers) => {
      const notes = customers.flatMap((talks, index) =>
        talks.map(({days, due, done, who: by}, n) => {
          const steps = due === null ? [] : [{who: by, done, due: ago(due)}];
          const id = `n${String(index)}-${String(n)}`;
          const who = {customer: `c${String(index)}`, contacts: ["jo"]};
          return note({id, ...who, date: ago(days), steps});
        }),
      );
      const listed = whoToTalkTo(collectionOf(notes), today, anybody);
      for (const {customer: who, daysSince, reasons} of listed) {
        const talks = customers[Number(who?.id.slice(1))] ?? [];
        const owed = talks.some((one) => one.who === "ana" && !one.done && (one.due ?? -1) >= 0);
        expect(reasons.length).toBeGreaterThan(0);
        expect(owed || (daysSince ?? 99) > 14).toBe(true);
        expect(reasons[0]?.rank === 1).toBe(owed);
      }
      const spokenLongAgo = customers.filter(
        (talks) => talks.length > 0 && talks.every(({days}) => days > 14),
      );
      expect(listed.length).toBeGreaterThanOrEqual(spokenLongAgo.length);
    }),
    {numRuns: 60},
  );
});
