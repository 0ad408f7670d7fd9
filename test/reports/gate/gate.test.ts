import {describe, expect, test} from "vitest";
import type {Block, Document} from "../../../src/reports/document.ts";
import type {GateData} from "../../../src/reports/gate/gate-data.ts";
import {gateDocument, gateReport} from "../../../src/reports/gate/gate.ts";
import {gatesDueReport} from "../../../src/reports/gate/gate-due.ts";
import {
  assumption,
  type BuiltFile,
  collectionOf,
  concept,
  customer,
  decision,
  note,
  requestOf,
  today,
} from "../../builders.ts";

const gates = [
  {id: "G1", name: "Problem", date: "2026-09-15", decision: "go" as const, decided: "2026-09-16"},
  {id: "G2", name: "SAP rollout", date: "2026-11-24"},
];
const fast = concept({id: "fast-setup", name: "Fast setup", gates});
const setup = assumption({
  id: "setup",
  statement: "They set it up alone",
  importance: "critical",
  concepts: ["fast-setup"],
  created: "2026-10-01",
});

type NoteInput = Partial<Parameters<typeof note>[0]>;
const talk = (id: string, whom: string, more: NoteInput = {}) =>
  note({id, customer: whom, date: "2026-11-10", concepts: ["fast-setup"], ...more});
const row = (
  stance: "supports" | "refutes" | "mixed",
  kind: "opinion" | "story" | "observed" | "compliment" | "money",
  quote: string | null,
) => ({
  ...{stance, kind, quote},
  assumption: "setup",
});

function report(files: BuiltFile[], more: Parameters<typeof requestOf>[1] = {}): GateData {
  return gateReport(requestOf(collectionOf(fast, setup, files), more), "fast-setup", "G2");
}

const noes = [
  talk("seen", "acme", {evidence: [row("refutes", "observed", "I gave up")]}),
  talk("praise", "bolt", {evidence: [row("refutes", "compliment", "Nice, but no")]}),
  talk("gone", "dune", {status: "no-show", evidence: [row("refutes", "story", "Told by mail")]}),
  talk("old", "eve", {date: "2025-10-01", evidence: [row("refutes", "money", "We left")]}),
  talk("both", "finn", {date: "2026-09-01", evidence: [row("mixed", "story", "Half of it")]}),
  talk("yes", "gus", {evidence: [row("supports", "money", "Signed")]}),
];

describe("what was said against it", () => {
  test("is every row that refutes or is mixed, those that count for nothing last and with why", () => {
    const said = report(noes).against.map(({quote, points, reason}) => [quote, points, reason]);
    expect(said).toEqual([
      ["I gave up", 3, null],
      ["Half of it", 1, null],
      ["Told by mail", 0, "not-held"],
      ["Nice, but no", 0, "compliment"],
      ["We left", 0, "expired"],
    ]);
  });

  test("stands in the document in full, whatever was asked for", () => {
    for (const more of [{}, {all: true}, {explain: true}, {filters: {customer: ["gus"]}}]) {
      const request = requestOf(collectionOf(fast, setup, noes), more);
      const data = gateReport(request, "fast-setup", "G2");
      const quotes = quotesIn(gateDocument(data, request).blocks);
      expect(new Set(quotes)).toEqual(
        new Set(["I gave up", "Half of it", "Nice, but no", "Told by mail", "We left"]),
      );
      expect(data).toEqual(report(noes));
    }
  });

  test("and ready are the same with an override", () => {
    const overridden = assumption({
      ...{id: "setup", statement: "They set it up alone", importance: "critical"},
      ...{concepts: ["fast-setup"], created: "2026-10-01"},
      ...{override: "validated", overridden: "2026-11-01", by: "eva", reason: "trials"},
    });
    const data = gateReport(requestOf(collectionOf(fast, overridden, noes)), "fast-setup", "G2");
    expect({...data, assumptions: [], method: null}).toEqual({
      ...report(noes),
      assumptions: [],
      method: null,
    });
    expect(data.method.overriddenBeliefs).toBe(1);
    expect(data.assumptions[0]?.override?.by).toBe("eva");
  });
});

function quotesIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.block === "quote") return [block.text];
    return "blocks" in block ? quotesIn(block.blocks) : [];
  });
}

describe("who was heard", () => {
  test("is the window, the newest first, with what was learned or why it does not count", () => {
    const data = report([
      talk("a", "acme", {
        date: "2026-10-01",
        items: {pains: ['"A day" #setup']},
        evidence: [row("supports", "story", "Easy"), row("refutes", "opinion", "Hard")],
      }),
      talk("b", "bolt", {
        date: "2026-10-02",
        type: "demo",
        relationship: "advocate",
        items: {surprises: ["Their boss came #boss"]},
        words: 30,
      }),
      talk("c", "dune", {date: "2026-10-03", type: "survey"}),
      talk("d", "eve", {date: "2026-10-04", secondhand: true, team: []}),
      talk("e", "finn", {date: "2026-10-05", status: "planned"}),
      talk("before", "gus", {date: "2026-09-16"}),
      customer({id: "acme", segment: "smb"}),
    ]);
    expect(
      data.conversations.map(({conversation, segment, advocate, meaningful, learning}) => [
        ...[conversation, segment, advocate, meaningful, learning],
      ]),
    ).toEqual([
      ["e", null, false, false, null],
      ["d", null, false, false, null],
      ["c", null, false, false, null],
      ["b", null, true, true, "Their boss came"],
      ["a", "smb", false, true, "Hard"],
    ]);
    expect(data.mix).toEqual({interviews: 1, selling: 1, written: 1, secondhand: 1, advocates: 1});
    expect(data.lastSpoke).toMatchObject({conversation: "b", daysAgo: 49});
  });

  test("shows lanes of segments in which nobody was, and where the 30 days begin", () => {
    const request = requestOf(
      collectionOf([
        concept({id: "fast-setup", gates, segments: ["smb", "public-sector"]}),
        customer({id: "acme", segment: "SMB"}),
        talk("a", "acme"),
        talk("b", "bolt", {type: "check-in"}),
      ]),
    );
    const chart = chartIn(gateDocument(gateReport(request, "fast-setup", "G2"), request));
    expect(chart).toMatchObject({
      ...{kind: "timeline", from: "2026-09-16", to: "2026-11-24"},
      line: {date: "2026-10-25", label: "30 days before the gate"},
      lanes: [
        {label: "SMB", empty: null, marks: [{shape: "interview", label: "acme, interview"}]},
        {label: "public-sector", empty: "nobody heard", marks: []},
        {label: "no segment", empty: null, marks: [{shape: "other"}]},
      ],
    });
  });
});

function chartIn({blocks}: Document) {
  const found = blocks.find((block) => block.block === "chart");
  return found?.block === "chart" ? found.chart : null;
}

describe("how it shaped the concept", () => {
  const pain = (id: string, whom: string, section: "pains" | "not-working" | "works" = "pains") =>
    talk(id, whom, {items: {[section]: ["too slow #Speed"]}});
  const three = [pain("a", "acme"), pain("b", "bolt", "not-working"), pain("c", "dune")];
  const speed = {theme: "speed", customers: 3, who: ["acme", "bolt", "dune"]};

  test("is silent about what fewer than three customers said, or said as no pain", () => {
    expect(report(three).notActedOn).toMatchObject([speed]);
    expect(report([...three.slice(1), pain("d", "dune")]).notActedOn).toEqual([]);
    expect(report([...three.slice(1), pain("a", "acme", "works")]).notActedOn).toEqual([]);
  });

  test("counts a theme as acted on when a decision rests on a talk with it", () => {
    const because = [{conversation: "b"}];
    const made = (status: "accepted" | "proposed") =>
      report([...three, decision({id: "d1", concept: "fast-setup", status, because})]).notActedOn;
    expect(made("accepted")).toEqual([]);
    expect(made("proposed")).toMatchObject([speed]);
  });

  test("tells who knows, who does not, and what was taken back", () => {
    const data = report([
      ...three,
      decision({id: "d0", concept: "fast-setup", date: "2026-09-10", status: "superseded"}),
      decision({
        ...{id: "d1", concept: "fast-setup", date: "2026-11-12", replaces: "d0"},
        because: [{conversation: "a"}, {conversation: "b", what: "slow"}, {conversation: "x"}],
        told: [
          {customer: "acme", date: "2026-11-13"},
          {customer: "bolt", date: "2026-12-01"},
        ],
      }),
      decision({id: "other", concept: "board-link"}),
    ]);
    expect(data.reversals).toBe(1);
    expect(data.decisions).toMatchObject([
      {
        ...{id: "d1", replaces: "d0", notTold: ["bolt"]},
        told: [{customer: "acme", date: "2026-11-13"}],
        because: [
          {conversation: "a", customer: "acme", what: null},
          {conversation: "b", customer: "bolt", what: "slow"},
          {conversation: "x", customer: null},
        ],
      },
    ]);
  });
});

test("beliefs say what they were at the gate before, on the evidence of that day", () => {
  const files = [
    talk("a", "acme", {date: "2026-09-16", evidence: [row("supports", "story", "Easy")]}),
    talk("b", "bolt", {date: "2026-09-16", evidence: [row("supports", "story", "Easy")]}),
    talk("c", "dune", {date: "2026-09-17", evidence: [row("refutes", "observed", "Hard")]}),
    assumption({id: "small", importance: "low", concepts: ["fast-setup"]}),
  ];
  const data = report(files);
  expect(data.assumptions).toMatchObject([
    {
      ...{
        id: "setup",
        status: "contested",
        previousStatus: "leaning-valid",
        previousLabel: "early yes",
      },
      ...{against: ["did"], for: ["told", "told"]},
      ageing: {against: [false], for: [false, false]},
    },
  ]);
  expect(data.otherAssumptions).toBe(1);
  expect(report(files, {asOf: "2026-09-15"})).toMatchObject({
    previous: null,
    assumptions: [{previousStatus: null, status: "untested"}],
  });
});

test("the method counts what makes evidence weaker than it looks", () => {
  const data = report([
    talk("a", "acme", {date: "2026-10-02", logged: "2026-10-10", consent: ["internal"]}),
    talk("a-too", "acme", {date: "2026-10-02"}),
    talk("b", "bolt", {
      date: "2026-10-03",
      logged: "2026-10-10",
      meaningful: true,
      reason: "it was",
    }),
    talk("c", "dune", {secondhand: true, team: []}),
    talk("d", "eve", {date: "2026-09-20", evidence: [row("supports", "story", "Easy")]}),
    talk("e", "eve", {status: "no-show"}),
    customer({id: "bolt", relationship: "advocate"}),
    assumption({id: "gone", concepts: ["fast-setup"], retired: "2026-10-01"}),
    assumption({id: "long-gone", concepts: ["fast-setup"], retired: "2026-09-16"}),
  ]);
  expect(data.method).toEqual({
    ...{talks: 4, overriddenTalks: 1, secondhand: 1, writtenUpLate: 1, possibleDuplicates: 1},
    ...{consentNotAsked: 3, overriddenBeliefs: 0, olderThanAssumption: 1, rows: 1},
    ...{customers: 3, advocates: 1, retired: 1},
  });
});

test("an id that two gates share means the one that is still to be decided", () => {
  const repeated = concept({
    id: "fast-setup",
    gates: [
      {id: "G2", date: "2026-10-01", decision: "hold", decided: "2026-10-01"},
      {id: "G2", date: "2026-12-01"},
    ],
  });
  const request = requestOf(collectionOf(repeated, setup));
  expect(gateReport(request, "fast-setup", "G2").gate.date).toBe("2026-12-01");
  const {data} = gatesDueReport(request, request.collection.concepts, "2026-12-01");
  expect(data.gates.map(({date}) => date)).toEqual(["2026-12-01"]);
  expect(gatesDueReport(request, request.collection.concepts, "2026-11-30").data.gates).toEqual([]);
});

test("the answer keeps its three lines, and a name that is no word its capitals", () => {
  const request = requestOf(collectionOf(fast, setup, noes), {asOf: today});
  const [lines] = gateDocument(gateReport(request, "fast-setup", "G2"), request).blocks;
  const [answer] = lines?.block === "only" ? lines.blocks : [];
  const text = answer?.block === "answer" ? answer.lines.map(plain) : [];
  expect(text).toEqual([
    "NOT READY for G2 SAP rollout on Tue 2026-11-24: 3 of 7 customer criteria not met.",
    "Missing: 3 more meaningful talks; 1 more customer in such talks; no decision that rests on a talk.",
    "Strongest no: I gave up acme, seen.",
  ]);
});

function plain(spans: unknown): string {
  const list = (Array.isArray(spans) ? spans : [spans]) as (string | {text?: string})[];
  return list.map((span) => (typeof span === "string" ? span : (span.text ?? ""))).join("");
}
