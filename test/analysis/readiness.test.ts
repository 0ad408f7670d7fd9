import {describe, expect, test} from "vitest";
import {readinessOf, type MustMeet, type Readiness} from "../../src/analysis/readiness.ts";
import type {Criterion} from "../../src/notes/vocabulary.ts";
import {
  assumption,
  type BuiltFile,
  collectionOf,
  concept,
  config,
  customer,
  decision,
  note,
  today,
} from "../builders.ts";

/** A talk of the concept that counts by itself: something learned, in their words. */
const talk = (id: string, whom: string, more: Partial<Parameters<typeof note>[0]> = {}) =>
  note({
    id,
    customer: whom,
    date: "2026-11-10",
    concepts: ["fast-setup"],
    items: {pains: ['"It took us a whole day"']},
    ...more,
  });

const critical = {importance: "critical" as const, concepts: ["fast-setup"]};
const seen = {assumption: "setup-alone", kind: "observed" as const, stance: "supports" as const};
const gates = [
  {id: "G1", date: "2026-09-15", decision: "go" as const, decided: "2026-09-16"},
  {id: "G2", date: "2026-11-24"},
];

/** Every criterion is met by the narrowest margin; one file each is replaced by the tests. */
const narrow: Record<string, BuiltFile> = {
  concept: concept({id: "fast-setup", name: "Fast setup", gates, segments: ["smb", "enterprise"]}),
  critical: assumption({id: "setup-alone", ...critical}),
  acme: customer({id: "acme", segment: "smb"}),
  bolt: customer({id: "bolt", segment: "smb"}),
  dune: customer({id: "dune", segment: "enterprise"}),
  t1: talk("t1", "acme", {date: "2026-09-17", evidence: [seen]}),
  t2: talk("t2", "bolt", {evidence: [seen]}),
  t3: talk("t3", "dune", {
    date: "2026-10-21",
    evidence: [{...seen, stance: "refutes", kind: "opinion"}, {...seen}],
  }),
  t4: talk("t4", "acme", {date: "2026-10-01"}),
  t5: talk("t5", "acme", {date: "2026-10-02"}),
  decision: decision({
    id: "d1",
    concept: "fast-setup",
    date: "2026-09-17",
    type: "no-change",
    because: [{conversation: "t1"}],
  }),
};

function readiness(
  changed: Record<string, BuiltFile | null> = {},
  settings: Parameters<typeof config>[0] = {},
  {asOf = today, faulty = [] as string[], gate = "G2"} = {},
): Readiness {
  const files = Object.values({...narrow, ...changed}).filter((file) => file !== null);
  return readinessOf("fast-setup", gate, collectionOf(config(settings), files), asOf, faulty);
}

function failed(of: Readiness): Criterion[] {
  return of.mustMeets.filter(({met}) => met === false).map(({id}) => id);
}

function mustMeet(of: Readiness, id: Criterion): MustMeet {
  const found = of.mustMeets.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

test("every criterion met by the narrowest margin is ready", () => {
  const ready = readiness();
  expect(ready).toMatchObject({ready: true, gate: {id: "G2"}, previous: {id: "G1"}});
  expect(ready.mustMeets.map(({id, required, found, met}) => [id, required, found, met])).toEqual([
    ["conversations", 5, 5, true],
    ["customers", 3, 3, true],
    ["recent", 30, 10, true],
    ["critical", 1, 1, true],
    ["disconfirming", 1, 1, true],
    ["shaped", 1, 1, true],
    ["segments", 2, 2, true],
    ["readable", 0, 0, true],
  ]);
});

const praise = [{...seen, kind: "compliment" as const}];
const concepts = (more: object) => ({
  concept: concept({
    id: "fast-setup",
    gates,
    segments: ["smb", "enterprise"],
    ...more,
  }),
});

describe("only one fails", () => {
  test.each<[string, Criterion, Record<string, BuiltFile | null>, string[]]>([
    [
      "a talk on the day of the gate before",
      "conversations",
      {t4: talk("t4", "acme", {date: "2026-09-16"})},
      ["t1", "t5", "t3", "t2"],
    ],
    [
      "a talk in which nothing was learned",
      "conversations",
      {t4: talk("t4", "acme", {date: "2026-10-01", items: {}, evidence: praise, words: 30})},
      ["t1", "t5", "t3", "t2"],
    ],
    [
      "an assumption that is critical and that nobody was asked about",
      "critical",
      {more: assumption({id: "cloud", ...critical})},
      ["cloud"],
    ],
    [
      "a critical assumption that leans yes on two customers",
      "critical",
      {
        t3: talk("t3", "dune", {
          date: "2026-10-21",
          evidence: [{...seen, stance: "refutes", kind: "hypothetical", assumption: "other"}],
        }),
        other: assumption({id: "other", concepts: ["fast-setup"]}),
      },
      ["setup-alone"],
    ],
    [
      "an assumption of the concept that nobody called critical",
      "critical",
      {critical: assumption({id: "setup-alone", concepts: ["fast-setup"], importance: "high"})},
      [],
    ],
    ["no decision", "shaped", {decision: null}, []],
    [
      "a decision that cites a talk that does not exist",
      "shaped",
      {decision: decision({id: "d1", concept: "fast-setup", because: [{conversation: "t9"}]})},
      [],
    ],
    [
      "a decision that is only proposed",
      "shaped",
      {
        decision: decision({
          id: "d1",
          concept: "fast-setup",
          status: "proposed",
          because: [{conversation: "t1"}],
        }),
      },
      [],
    ],
    [
      "a decision on the day of the gate before",
      "shaped",
      {
        decision: decision({
          id: "d1",
          concept: "fast-setup",
          date: "2026-09-16",
          because: [{conversation: "t1"}],
        }),
      },
      [],
    ],
    [
      "a segment of which only a survey came back",
      "segments",
      concepts({segments: ["smb", "enterprise", "public-sector"]}),
      ["public-sector"],
    ],
  ])("%s", (_, id, changed, detail) => {
    const alder = {
      alder: customer({id: "alder", segment: "public-sector"}),
      survey: talk("survey", "alder", {type: "survey"}),
    };
    const of = readiness({...alder, ...changed});
    expect({ready: of.ready, failed: failed(of)}).toEqual({ready: false, failed: [id]});
    expect(mustMeet(of, id).detail).toEqual(detail);
  });

  test("two customers, however often", () => {
    const of = readiness({
      dune: customer({id: "bolt-two"}),
      ...concepts({segments: ["smb"]}),
      t3: talk("t3", "bolt", {
        date: "2026-10-21",
        evidence: [{...seen, stance: "refutes", kind: "opinion", assumption: "x"}],
      }),
      t6: note({
        id: "t6",
        customer: "eve",
        secondhand: true,
        team: [],
        concepts: ["fast-setup"],
        evidence: [seen],
      }),
      x: assumption({id: "x", concepts: ["fast-setup"]}),
      t7: talk("t7", "acme", {type: "survey", evidence: [seen]}),
      t8: note({id: "t8", customer: "finn", type: "survey", evidence: [seen]}),
    });
    expect(failed(of)).toEqual(["customers"]);
    expect(mustMeet(of, "customers")).toMatchObject({found: 2, detail: ["acme", "bolt"]});
  });

  test("30 days are recent, 31 are not; what was said before the window counts too", () => {
    const old = {t2: talk("t2", "bolt", {date: "2026-10-21", evidence: [seen]})};
    expect(mustMeet(readiness(old), "recent")).toMatchObject({found: 30, met: true});
    const of = readiness(old, {}, {asOf: "2026-11-21"});
    expect({failed: failed(of), recent: mustMeet(of, "recent").found}).toEqual({
      failed: ["recent"],
      recent: 31,
    });
    const before = readiness({
      t1: talk("t1", "acme", {date: "2026-09-10"}),
      t2: null,
      t3: null,
      t4: null,
      t5: null,
    });
    expect(mustMeet(before, "recent")).toMatchObject({found: 71, detail: ["t1"]});
    const never = readiness({t1: null, t2: null, t3: null, t4: null, t5: null});
    expect(mustMeet(never, "recent")).toMatchObject({found: null, met: false, detail: []});
  });

  test("a file with an error", () => {
    const of = readiness({}, {}, {faulty: ["customers/x.md"]});
    expect(failed(of)).toEqual(["readable"]);
    expect(mustMeet(of, "readable")).toMatchObject({found: 1, detail: ["customers/x.md"]});
  });
});

describe("somebody tried to be proven wrong", () => {
  const only = (
    stance: "refutes" | "mixed" | "supports",
    kind: "opinion" | "story" | "hypothetical" | "compliment",
    more: object = {},
  ) =>
    readiness({
      t3: talk("t3", "dune", {date: "2026-10-21", evidence: [{...seen, stance, kind}], ...more}),
    });
  test.each([
    ["refutes", "hypothetical", true],
    ["refutes", "opinion", true],
    ["refutes", "compliment", false],
    ["mixed", "opinion", false],
    ["mixed", "story", true],
    ["supports", "story", false],
  ] as const)("by a row that %s as %s: %s", (stance, kind, met) => {
    expect(mustMeet(only(stance, kind), "disconfirming").met).toBe(met);
  });

  test("not by hearsay that is mixed, nor before the window, nor by a talk that was not held", () => {
    const mixed = only("mixed", "story", {secondhand: true, team: []});
    expect(mustMeet(mixed, "disconfirming").met).toBe(false);
    expect(mustMeet(only("refutes", "story", {date: "2026-09-16"}), "disconfirming").met).toBe(
      false,
    );
    expect(mustMeet(only("refutes", "story", {status: "no-show"}), "disconfirming").met).toBe(
      false,
    );
  });

  test("by an accepted decision with a challenge", () => {
    const challenge = "Ben argued for the portal, and could not";
    const with_ = (status: "accepted" | "proposed") => ({
      t3: talk("t3", "dune", {date: "2026-10-21", evidence: [seen]}),
      more: decision({id: "d2", concept: "fast-setup", challenge, status}),
    });
    expect(mustMeet(readiness(with_("accepted")), "disconfirming")).toMatchObject({
      found: 1,
      detail: ["d2"],
    });
    expect(mustMeet(readiness(with_("proposed")), "disconfirming").met).toBe(false);
  });
});

describe("what is required", () => {
  test("is the concept's own word, else the team's, else the default", () => {
    const criteria = [
      {criterion: "conversations" as const, value: 8, why: "a quarter of a team"},
      {criterion: "recent" as const, value: 30},
      {criterion: "segments" as const, value: false as const},
    ];
    const settings = {criteria: {conversations: 2, recent: 10, customers: 2, readable: false}};
    const of = readiness(concepts({criteria}), settings, {faulty: ["x.md"]});
    const sources = of.mustMeets.map(({id, required, source, setIn, met}) => [
      ...[id, required, source, setIn, met],
    ]);
    const own = "concepts/fast-setup.md";
    expect(sources).toEqual([
      ["conversations", 8, own, own, false],
      ["customers", 2, "pm-talk.yml", "pm-talk.yml", true],
      ["recent", 30, "default", null, true],
      ["critical", 1, "default", null, true],
      ["disconfirming", 1, "default", null, true],
      ["shaped", 1, "default", null, true],
      ["segments", null, "off", own, null],
      ["readable", null, "off", "pm-talk.yml", null],
    ]);
    expect(mustMeet(of, "conversations")).toMatchObject({usual: 5, why: "a quarter of a team"});
  });

  test("is nothing where everything is off: ready, and no criterion says so", () => {
    const off = {
      conversations: false,
      customers: false,
      recent: false,
      critical: false,
      disconfirming: false,
      shaped: false,
      segments: false,
      readable: false,
    } as const;
    const of = readiness({t1: null, t2: null, t3: null, t4: null, t5: null}, {criteria: off});
    expect({ready: of.ready, met: of.mustMeets.map(({met}) => met)}).toEqual({
      ready: true,
      met: Array(8).fill(null),
    });
  });

  test("is nobody's segment where the concept names none", () => {
    expect(mustMeet(readiness(concepts({segments: []})), "segments")).toMatchObject({
      met: null,
      required: null,
      source: "default",
    });
  });
});

test("a retired assumption, and one of another concept, are not the concept's", () => {
  const of = readiness({
    gone: assumption({id: "gone", ...critical, retired: "2026-11-01"}),
    other: assumption({id: "other", importance: "critical", concepts: ["board-link"]}),
  });
  expect({ready: of.ready, ids: of.assessed.map(({assumption: {id}}) => id)}).toEqual({
    ready: true,
    ids: ["setup-alone"],
  });
});

test("an override makes nothing ready", () => {
  const override = {override: "validated" as const, overridden: "2026-11-01", by: "eva"};
  const of = readiness({more: assumption({id: "cloud", ...critical, ...override})});
  expect(failed(of)).toEqual(["critical"]);
});

test("an id of a gate counts whatever its case", () => {
  expect(readiness({}, {}, {gate: "g2"}).gate.id).toBe("G2");
  expect(() => readiness({}, {}, {gate: "G9"})).toThrow("no gate G9 of fast-setup");
});
