import {Chalk} from "chalk";
import {describe, expect, it} from "vitest";
import type {Filters} from "../../../src/analysis/select.ts";
import type {Collection} from "../../../src/notes/collection.ts";
import {renderText} from "../../../src/render/text.ts";
import {
  assumptionsDocument,
  assumptionsReport,
} from "../../../src/reports/assumptions/assumptions.ts";
import {assumption, collectionOf, customer, note, requestOf} from "../../builders.ts";
import {sample} from "./assumptions-sample.ts";

const since = "2026-08-22";
type More = {filters?: Partial<Filters>; explain?: boolean; all?: boolean; asOf?: string};

function dataOf(collection: Collection, more: More = {}) {
  return assumptionsReport(requestOf(collection, more), {since});
}
function idsOf(filters: Partial<Filters>): string[] {
  return dataOf(sample(), {filters}).assumptions.map((one) => one.id);
}
function textOf(collection: Collection, more: More = {}): string {
  const request = requestOf(collection, more);
  const document = assumptionsDocument(assumptionsReport(request, {since}), request);
  return renderText(document, {columns: 80, chalk: new Chalk({level: 0}), unicode: true});
}

describe("the facts", () => {
  it("count the listed assumptions that are not retired, under every status", () => {
    expect(dataOf(sample()).counts).toEqual({
      untested: 2,
      stale: 1,
      contested: 1,
      validated: 0,
      invalidated: 1,
      "leaning-valid": 1,
      "leaning-invalid": 0,
      inconclusive: 1,
    });
    expect(dataOf(sample(), {filters: {concept: ["fast-setup"]}}).counts).toMatchObject({
      stale: 0,
      untested: 1,
    });
  });

  it("hold until the day before a reset that is still to come, and not a day less for it", () => {
    const told = {assumption: "a", stance: "supports", kind: "observed"} as const;
    const heard = ["acme", "bolt", "core", "dune", "elm"].map((one) =>
      note({customer: one, date: "2026-11-01", evidence: [told]}),
    );
    const until = (reset: string | null, day = "2026-11-20") =>
      dataOf(collectionOf([assumption({id: "a", reset}), ...heard]), {asOf: day}).assumptions[0];
    expect(until(null)).toMatchObject({status: "validated", validUntil: "2027-04-30"});
    expect(until("2026-12-01")).toMatchObject({
      status: "validated",
      validUntil: "2026-11-30",
      reset: null,
    });
    expect(until("2026-12-01", "2026-12-01")).toMatchObject({status: "stale", validUntil: null});
  });

  it("round belief for printing only", () => {
    const [setup] = dataOf(sample()).assumptions;
    expect(setup).toMatchObject({
      belief: 0.357,
      pointsFor: 4,
      pointsAgainst: 7,
      beliefBySegment: {enterprise: 0.1, smb: 0.714},
      customersBySegment: {enterprise: {against: 3, for: 0}, smb: {against: 0, for: 2}},
      newestEvidence: "2026-11-19",
      history: [
        {date: "2026-10-31", status: "inconclusive", belief: 0.333},
        {date: "2026-11-20", status: "contested", belief: 0.357},
      ],
      historyLabels: ["too early", "contested"],
    });
  });

  it("list every row with what became of it", () => {
    const rows = dataOf(sample()).assumptions[0]?.evidence ?? [];
    expect(rows.map((row) => `${row.date} ${row.customer}: ${row.reason ?? "counted"}`)).toEqual([
      "2026-10-15 harbor: counted",
      "2026-10-22 dune: counted",
      "2026-11-02 bolt: counted",
      "2026-11-06 acme: counted",
      "2026-11-11 corvid: compliment",
      "2026-11-19 gantry: counted",
    ]);
    expect(rows[0]).toEqual({
      conversation: "2026-10-15-harbor-interview-c3d4ef",
      date: "2026-10-15",
      customer: "harbor",
      segment: "smb",
      contact: null,
      stance: "supports",
      kind: "opinion",
      secondhand: false,
      advocate: false,
      unprompted: false,
      quote: "An admin can do it",
      note: null,
      pointsFor: 1,
      pointsAgainst: 0,
      counted: true,
      reason: null,
    });
  });

  it("say what became invalidated since a day, and nothing else changes with it", () => {
    const request = requestOf(sample());
    const learned = (day: string) => assumptionsReport(request, {since: day}).invalidatedSince;
    expect(learned("2026-11-19")).toEqual({since: "2026-11-19", assumptions: ["sso"]});
    expect(learned("2026-11-20").assumptions).toEqual([]);
    expect(learned("2027-01-01").assumptions).toEqual([]);
  });

  it("name an undeclared assumption with nulls, and the retired last", () => {
    const listed = dataOf(sample()).assumptions;
    expect(listed.at(-1)).toMatchObject({id: "fax", retired: "2026-10-01", reason: "nobody does"});
    expect(listed.find((one) => one.id === "undeclared-one")).toMatchObject({
      statement: null,
      type: null,
      state: "undeclared",
      concepts: [],
    });
  });

  it("do not know a later retirement or override", () => {
    const data = dataOf(sample(), {asOf: "2026-09-30"});
    expect(data.assumptions.find((one) => one.id === "fax")).toMatchObject({retired: null});
    expect(data.assumptions.find((one) => one.id === "sso")).toMatchObject({override: null});
    expect(data.assumptions.some((one) => one.id === "undeclared-one")).toBe(false);
  });

  it("list what was spoken and tested nothing, narrowed by what was asked for", () => {
    const talk = "2026-09-20-corvid-interview-zzzzzz";
    expect(dataOf(sample()).untestedConversations).toEqual([talk]);
    const untested = (filters: Partial<Filters>) =>
      dataOf(sample(), {filters}).untestedConversations;
    expect(untested({customer: ["corvid"]})).toEqual([talk]);
    expect(untested({segment: ["enterprise"]})).toEqual([]);
    expect(untested({assumption: ["setup"]})).toEqual([]);
  });
});

describe("filters choose assumptions, never their rows", () => {
  it("by id and concept", () => {
    expect(idsOf({assumption: ["sso", "export"]})).toEqual(["sso", "export"]);
    expect(idsOf({concept: ["fast-setup"]})).toEqual(["setup", "cloud", "admin", "sso"]);
  });

  it("by a customer who said something about it, praise included", () => {
    expect(idsOf({customer: ["corvid"]})).toEqual(["setup"]);
    expect(idsOf({customer: ["corvid", "harbor"]})).toEqual(["setup", "admin"]);
    const [setup] = dataOf(sample(), {filters: {customer: ["corvid"]}}).assumptions;
    expect(setup?.evidence).toHaveLength(6);
  });

  it("by a segment that was heard, or in which it must hold", () => {
    expect(idsOf({segment: ["smb"]})).toEqual(["setup", "admin"]);
    const collection = collectionOf([assumption({id: "a", segments: ["public-sector"]})]);
    const data = dataOf(collection, {filters: {segment: ["public-sector"]}});
    expect(data.assumptions.map((one) => one.id)).toEqual(["a"]);
  });

  it("narrow together", () => {
    expect(idsOf({customer: ["harbor"], assumption: ["admin", "sso"]})).toEqual(["admin"]);
  });
});

describe("the screen", () => {
  it("begins with the answer, what to test first, and what is most said against", () => {
    expect(
      textOf(sample(), {filters: {concept: ["fast-setup"]}})
        .split("\n")
        .slice(0, 5),
    ).toEqual([
      "4 beliefs: 1 contested, 1 invalidated, 1 early yes, 1 not tested.",
      "1 file left out: pm-talk check",
      "Test first: IT will allow our cloud connection (critical, nothing but praise",
      "  so far).",
      "Most said against: Customers will pay extra for SSO (3 customers, 0 for).",
    ]);
  });

  it("shows the no before the yes, then what to know", () => {
    const text = textOf(sample());
    const from = text.indexOf("  New customers");
    expect(text.slice(from, text.indexOf("\n\n", from)).split("\n")).toEqual([
      "  New customers finish setup alone in under five minutes     critical, usability",
      "    □□■|■·  CONTESTED  3 customers against, 2 for; split by segment",
      '    - "He opened the help page four times, I counted"',
      "        Gantry, enterprise, seen, Thu 2026-11-19                          k7f3qa",
      '    + "Done before my coffee was"',
      "        Bolt, smb, advocate, seen, Mon 2026-11-02                         b4x9te",
      "    by segment   enterprise 3 against, 0 for · smb 0 against, 2 for: do not",
      "                 average them",
      "    wrong if     two of five new customers need help",
      "    missing      the noes outweigh the yeses; 4 more customers with more than an",
      "                 opinion; somebody who is not already a fan",
      "    left out     Corvid, Wed 2026-11-11: praise",
      "    history      Oct 2026 too early · Nov contested",
    ]);
  });

  it("shows an override beside the computed status", () => {
    expect(textOf(sample()).replace(/\s+/g, " ")).toContain(
      "computed invalidated; Eva overrode it to contested on 2026-11-19 because two of them were trials",
    );
  });

  it("prints no figure of belief unless an explanation is asked for", () => {
    expect(textOf(sample())).not.toMatch(/%|belief of|0\.\d/);
    const explained = textOf(sample(), {explain: true});
    expect(explained).toContain("A = 7: done or seen 3, stories 4, opinions 0");
    expect(explained).toContain("(1 + F) / (3 + F + A) = (1 + 4) / (3 + 4 + 7) = 0.357");
    expect(explained).toContain("a belief above 0.65, now 0.357");
  });

  it("explains every row, counted or not", () => {
    const text = textOf(sample(), {explain: true, filters: {assumption: ["setup"]}});
    for (const id of ["c3d4ef", "h6t1yw", "b4x9te", "m2v8cd", "aaaaaa", "k7f3qa"]) {
      expect(text).toContain(id);
    }
    expect(text).toContain("no: praise");
  });

  it("lists what stands out, then what is retired and what tested nothing", () => {
    const titles = [
      "Contested or split",
      "What we learned",
      "Out of date",
      "Retired",
      "Talks that",
    ];
    const text = textOf(sample());
    const places = titles.map((title) => text.indexOf(`\n${title}`));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("says how long a verdict holds", () => {
    const customers = ["a", "b", "c", "d", "e"];
    const collection = collectionOf(
      [
        assumption({id: "sure"}),
        customers.map((id) => customer({id})),
        customers.map((id) =>
          note({customer: id, evidence: [{assumption: "sure", kind: "observed"}]}),
        ),
      ].flat(),
    );
    const text = textOf(collection);
    expect(text).toContain("VALIDATED  holds until Wed 2027-05-19; nobody against, 5 for");
    expect(text).toContain("take care   nobody said no: was anybody asked who would?");
  });

  it("tells a mixed row that is the strongest on both sides once", () => {
    const evidence = [{assumption: "a", stance: "mixed" as const, note: "Half of them managed"}];
    const text = textOf(collectionOf([assumption({id: "a"}), note({customer: "acme", evidence})]));
    expect(text.match(/Half of them managed/g)).toHaveLength(1);
    expect(text).toContain("- Half of them managed – acme, told, for and against, Fri 2026-11-20");
  });

  it("names what was left out by reason, each customer once", () => {
    const praise = {assumption: "a", kind: "compliment" as const};
    const text = textOf(
      collectionOf([
        assumption({id: "a"}),
        note({customer: "acme", date: "2026-11-01", evidence: [praise, praise]}),
        note({customer: "bolt", date: "2026-11-02", evidence: [praise]}),
        note({
          customer: "bolt",
          date: "2026-11-03",
          status: "no-show",
          evidence: [{assumption: "a"}],
        }),
      ]),
    );
    expect(text.replace(/\s+/g, " ")).toContain(
      "left out acme (2026-11-01, 2 lines), bolt (2026-11-02): praise; bolt, Tue 2026-11-03: the talk was not held",
    );
  });

  it("cuts long lists in words, and not with --all", () => {
    const talks = Array.from({length: 12}, (_, day) =>
      note({customer: "acme", date: `2026-10-${String(day + 10)}`}),
    );
    const collection = collectionOf([assumption({id: "a"}), ...talks]);
    expect(textOf(collection)).toContain("… and 2 more (--all)");
    expect(textOf(collection, {all: true})).not.toContain("more (--all)");
  });

  it("says that there is nothing, and what to do about it", () => {
    expect(textOf(collectionOf([])).split("\n").slice(0, 2)).toEqual([
      "No assumptions yet.",
      "What must be true for this to work?  pm-talk assumption add",
    ]);
    expect(textOf(sample(), {filters: {assumption: ["none"]}})).toMatch(
      /^None of the assumptions is about that\.\n/,
    );
  });
});
