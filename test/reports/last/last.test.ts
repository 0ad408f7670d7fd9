import {describe, expect, test} from "vitest";
import type {Filters} from "../../../src/analysis/select.ts";
import type {Collection} from "../../../src/notes/collection.ts";
import type {Spans, Table} from "../../../src/reports/document.ts";
import {
  lastAnswer,
  lastDocument,
  lastReport,
  type LastData,
} from "../../../src/reports/last/last.ts";
import {collectionOf, config, customer, note, requestOf, unreadable} from "../../builders.ts";

function plain(spans: Spans): string {
  return (Array.isArray(spans) ? spans : [spans])
    .map((span) => (typeof span === "string" ? span : "text" in span ? span.text : ""))
    .join("");
}

type More = Parameters<typeof requestOf>[1];

function answer(collection: Collection, filters: Partial<Filters> = {}, more: More = {}): string[] {
  const request = requestOf(collection, {...more, filters});
  return lastAnswer(lastReport(request), request).map(plain);
}

function report(collection: Collection, more: More = {}): LastData {
  return lastReport(requestOf(collection, more));
}

function tables(
  collection: Collection,
  more: More = {},
): {rows: string[][]; more: string | null}[] {
  const request = requestOf(collection, more);
  return lastDocument(lastReport(request), request)
    .blocks.filter((block): block is Table => block.block === "table")
    .map((table) => ({rows: table.rows.map((row) => row.map(plain)), more: table.more}));
}

const sample = [
  customer({
    id: "gantry",
    name: "Gantry",
    segment: "enterprise",
    people: [{id: "tom-berg", name: "Tom Berg"}],
  }),
  customer({id: "acme", name: "Acme", people: [{id: "jane", name: "Jane Doe"}]}),
  customer({id: "dune", name: "Dune", relationship: "warm", cadence: 20}),
  note({
    customer: "gantry",
    date: "2026-11-19",
    type: "sales-call",
    team: ["ana", "farid"],
    contacts: ["tom-berg"],
    concepts: ["fast-setup"],
    items: {"lean-in": ['"Can I send that to the board tonight?"']},
  }),
  note({customer: "acme", date: "2026-11-06", contacts: ["jane"]}),
  note({customer: "dune", date: "2026-10-22", team: ["ben"], observers: ["eva"]}),
];

describe("the answer", () => {
  test("is one line, and a selling talk is not the whole answer", () => {
    expect(answer(collectionOf(sample))).toEqual([
      "Yesterday (Thu 2026-11-19): Ana and Farid, sales call with Gantry (Tom Berg).",
      "Without selling: 14 days ago (Fri 2026-11-06), Ana with Acme (Jane Doe).",
    ]);
  });

  test("says never without selling, plainly", () => {
    const selling = collectionOf(note({customer: "x", type: "demo"}));
    expect(answer(selling)).toEqual([
      "Today (Fri 2026-11-20): Ana, demo with x.",
      "Without selling: never.",
    ]);
  });

  test("says who listened, when a listener is asked for and when not", () => {
    const collection = collectionOf(sample);
    expect(answer(collection, {by: ["eva"]})).toEqual([
      "29 days ago (Thu 2026-10-22): Eva, listening to Ben's interview with Dune.",
    ]);
    expect(answer(collection, {by: ["ben"]})).toEqual([
      "29 days ago (Thu 2026-10-22): Ben, Eva listening, interview with Dune.",
    ]);
  });

  test.each<[Partial<Filters>, string]>([
    [{concept: ["other"]}, "Never. None of the 3 conversations is about other."],
    [{assumption: ["a", "b"]}, "Never. None of the 3 conversations is about a or b."],
    [{by: ["dev"]}, "Never. Dev was at none of the 3 conversations."],
    [{segment: ["public-sector"]}, "Never. No conversation with a customer in public-sector."],
    [{customer: ["gantry"], type: ["demo"]}, "Never. No demo with Gantry."],
    [{contact: ["gantry/lena"]}, "Never. No conversation with lena."],
    [{tag: ["#sso"]}, "Never. No conversation tagged #sso."],
    [
      {customer: ["acme"], by: ["ben"], concept: ["fast"], since: "2026-11-10"},
      "Not in that time. No conversation with Acme that Ben was at about fast since Tue 2026-11-10.",
    ],
    [{until: "2026-01-01"}, "Not in that time. No conversation until Thu 2026-01-01."],
  ])("never names the filters: %j", (filters, expected) => {
    expect(answer(collectionOf(sample), filters)[0]).toBe(expected);
  });

  test("never, with whom to ask: not who must not be contacted, the warmest first", () => {
    const collection = collectionOf([
      ...sample,
      customer({id: "fan", name: "Fan", relationship: "advocate"}),
      customer({id: "shy", name: "Shy", relationship: "advocate", contactable: "no"}),
    ]);
    expect(answer(collection, {concept: ["other"]})[1]).toBe("Who could tell us:  Fan, Dune, Acme");
    expect(answer(collection, {segment: ["public-sector"]})[1]).toBe(
      "No customer there yet:  pm-talk customer add",
    );
  });

  test("an empty workspace has a first step", () => {
    expect(answer(collectionOf())).toEqual([
      "Never. Nobody has spoken with a customer yet.",
      "After a call:  pm-talk log",
    ]);
  });

  test("when it is cold, what we owe comes first", () => {
    const collection = collectionOf(
      note({
        customer: "x",
        date: "2026-07-01",
        steps: [
          {what: "Send us the list", who: "them", due: "2026-07-02"},
          {what: "Send the paper", who: "ben", due: "2026-11-13"},
        ],
      }),
    );
    expect(answer(collection)[1]).toBe("Owed to x:  Send the paper, Ben, 7 days late");
  });

  test("surveys, second-hand and planned talks are no answer", () => {
    const collection = collectionOf([
      note({customer: "x", id: "a", type: "survey"}),
      note({customer: "y", id: "b", secondhand: true}),
      note({customer: "z", id: "c", status: "planned"}),
    ]);
    expect(answer(collection)[0]).toBe("Never. Nobody has spoken with a customer yet.");
  });

  test("a newer note that cannot be read is named, an older or a future one is not", () => {
    const lost = (id: string): ReturnType<typeof unreadable> => unreadable("conversation", id);
    const older = [lost("2026-11-19-x"), lost("2026-11-21-x")];
    expect(answer(collectionOf([...sample, ...older]))).toHaveLength(2);
    // Of what day this one is nobody knows.
    const undated = collectionOf([...sample, ...older, lost("notes of ana")]);
    expect(answer(undated)[2]).toBe("3 files left out: pm-talk check");
    const newer = collectionOf([...sample, lost("2026-11-20-gantry-demo")]);
    expect(answer(newer)).toEqual([
      "Last conversation that can be read: yesterday (Thu 2026-11-19), Ana and Farid, Gantry.",
      "Without selling: 14 days ago (Fri 2026-11-06), Ana with Acme (Jane Doe).",
      "A NEWER NOTE CANNOT BE READ: 2026-11-20-gantry-demo.md, line 1.",
      "pm-talk check",
    ]);
    expect(answer(newer, {until: "2026-11-19"})).toHaveLength(2);
    expect(answer(collectionOf([lost("2026-11-20-a"), lost("2026-11-18-b")]))[1]).toBe(
      "2 NEWER NOTES CANNOT BE READ: 2026-11-20-a.md, line 1; 2026-11-18-b.md, line 1.",
    );
  });
});

describe("the data", () => {
  test("refs hold ids, and the other notes of the same talk", () => {
    const collection = collectionOf([
      note({customer: "x", id: "a", team: ["Ana Ruiz"]}),
      note({customer: "x", id: "b", team: ["zoe"], contacts: ["cfo"]}),
    ]);
    expect(report(collection).lastSpoke).toEqual({
      conversation: "a",
      also: ["b"],
      date: "2026-11-20",
      daysAgo: 0,
      customer: "x",
      type: "interview",
      team: ["ana", "zoe"],
      observers: [],
      contacts: ["cfo"],
      concepts: [],
    });
  });

  test("members: zeros shown, 30 and 90 days inclusive, listening apart, strangers last", () => {
    const quote = {items: {pains: ['"no"']}};
    const collection = collectionOf(
      config({
        team: [
          {handle: "ana", joined: "2026-01-01"},
          {handle: "new", joined: "2026-12-01"},
        ],
      }),
      [
        note({customer: "a", id: "a", date: "2026-10-21", ...quote}),
        note({customer: "b", id: "b", date: "2026-10-20", team: ["zoe"], observers: ["ana"]}),
        note({customer: "c", id: "c", date: "2026-08-22", ...quote}),
        note({customer: "d", id: "d", date: "2026-08-21"}),
        note({customer: "e", id: "e", type: "survey", team: ["bo"]}),
      ],
    );
    expect(
      report(collection).members.map(({lastSpoke, lastMeaningful, ...row}) => [
        row,
        lastSpoke?.conversation,
        lastMeaningful?.conversation,
      ]),
    ).toEqual([
      [
        {
          handle: "ana",
          name: "ana",
          function: null,
          level: null,
          left: null,
          spoke30: 1,
          spoke90: 3,
          meaningful30: 1,
          meaningful90: 2,
          observed90: 1,
        },
        "a",
        "a",
      ],
      [
        {
          handle: "bo",
          name: "bo",
          function: null,
          level: null,
          left: null,
          spoke30: 0,
          spoke90: 0,
          meaningful30: 0,
          meaningful90: 0,
          observed90: 0,
        },
        undefined,
        undefined,
      ],
      [
        {
          handle: "zoe",
          name: "zoe",
          function: null,
          level: null,
          left: null,
          spoke30: 0,
          spoke90: 1,
          meaningful30: 0,
          meaningful90: 0,
          observed90: 0,
        },
        "b",
        undefined,
      ],
    ]);
  });

  const cadences = collectionOf(config({cadence: {customer: 10}}), [
    customer({id: "late", cadence: 30}),
    customer({id: "stage", stage: "customer"}),
    customer({id: "own", stage: "customer", cadence: 60}),
    customer({id: "fresh"}),
    customer({id: "wanted", cadence: 5}),
    customer({id: "listed"}),
    note({customer: "late", date: "2026-10-20"}),
    note({customer: "stage", date: "2026-10-20"}),
    note({customer: "own", date: "2026-10-20"}),
    note({customer: "fresh", date: "2026-11-20", relationship: "warm"}),
  ]);

  test("customers: late ones first, wanted but never heard next, then the longest since", () => {
    const rows = report(cadences).customers;
    expect(rows.map(({id, cadence, daysLate}) => [id, cadence, daysLate])).toEqual([
      ["stage", 10, 21],
      ["late", 30, 1],
      ["wanted", 5, null],
      ["own", 60, 0],
      ["fresh", null, null],
      ["listed", null, null],
    ]);
    expect(rows.find(({id}) => id === "fresh")?.relationship).toBe("warm");
    expect(report(cadences).bands).toEqual({last7: 1, recent: 0, fading: 3, cold: 0, never: 2});
  });

  test("filters choose what is listed and never how late somebody is", () => {
    const {customers, segments} = report(cadences, {filters: {since: "2026-11-01"}});
    const late = customers.find(({id}) => id === "late");
    expect([late?.lastSpoke, late?.daysLate]).toEqual([null, 1]);
    expect(customers[0]?.id).toBe("fresh");
    expect(segments).toEqual([]);
    expect(report(cadences, {filters: {customer: ["own"]}}).customers.map(({id}) => id)).toEqual([
      "own",
    ]);
  });

  test("of a time that is asked for nothing is said about any other", () => {
    const filters = {since: "2026-11-10"};
    expect(answer(collectionOf(sample), filters)[1]).toBe("Without selling: not in that time.");
    const [, customers] = tables(collectionOf(sample), {filters});
    expect(customers?.rows.map(([name, day]) => [name, day])).toEqual([
      ["Gantry", "Thu 2026-11-19"],
      ["Dune", "not then"],
      ["Acme", "not then"],
    ]);
  });

  test("what did not count is told with why, the newest first, where an explanation is asked for", () => {
    const collection = collectionOf([
      note({customer: "x", id: "a", date: "2026-11-18", type: "survey", items: {works: ['"Yes"']}}),
      note({customer: "y", id: "b", date: "2026-11-19", duration: 5}),
      note({customer: "z", id: "c", date: "2026-11-21"}),
    ]);
    expect(
      report(collection).notCounted.map(({conversation, spoken, why}) => [
        conversation,
        spoken,
        why,
      ]),
    ).toEqual([
      ["b", true, ["too-short", "nothing-learned", "not-written-up"]],
      ["a", false, ["not-live"]],
    ]);
    expect(tables(collection, {explain: true}).at(-1)?.rows).toEqual([
      [
        "Thu 2026-11-19",
        "y",
        "interview",
        "meaningful",
        "too short, nothing learned, not written up",
      ],
      ["Wed 2026-11-18", "x", "survey", "spoken", "not live"],
    ]);
    expect(tables(collection).length).toBe(tables(collection, {explain: true}).length - 1);
  });

  test("segments: those of the config in its order, never shown", () => {
    const collection = collectionOf(config({segments: ["smb", "public"]}), [
      customer({id: "a", segment: "zoo"}),
      customer({id: "b", segment: "SMB"}),
      note({customer: "b"}),
    ]);
    const rows = report(collection).segments;
    expect(rows.map((row) => [row.segment, row.lastSpoke?.customer, row.customers])).toEqual([
      ["smb", "b", 1],
      ["public", undefined, 0],
      ["zoo", undefined, 1],
    ]);
  });

  test("is true for its day: later talks do not exist", () => {
    const data = report(collectionOf(sample), {asOf: "2026-11-10"});
    expect([data.lastSpoke?.customer, data.lastSpoke?.daysAgo]).toEqual(["acme", 4]);
    expect(data.members.find(({handle}) => handle === "farid")?.lastSpoke).toBeNull();
  });
});

describe("the document", () => {
  test("begins with the answer and ends with what it rests on", () => {
    const request = requestOf(collectionOf(sample));
    const {blocks} = lastDocument(lastReport(request), request);
    const [first] = blocks;
    expect(first?.block === "answer" ? first.lines.map(plain) : null).toEqual([
      "Last customer conversation: yesterday (Thu 2026-11-19), Ana and Farid, Gantry.",
      "Without selling: 14 days ago (Fri 2026-11-06), Ana with Acme (Jane Doe).",
    ]);
    expect(blocks.at(-1)?.block).toBe("footer");
  });

  test("shows who listened, who is late and who hangs on one person", () => {
    const [members, customers] = tables(collectionOf(sample));
    expect(members?.rows.find(([who]) => who === "Eva")).toEqual([
      "Eva",
      "exec",
      "Thu 2026-10-22",
      "29",
      "Dune (listened)",
      "1",
      "0",
    ]);
    expect(members?.rows.find(([who]) => who === "Dev")?.slice(2)).toEqual([
      "never",
      "",
      "",
      "0",
      "0",
    ]);
    expect(customers?.rows.slice(0, 2)).toEqual([
      ["Dune", "Thu 2026-10-22", "29", "Ben, Eva", "20 d, 9 late", "warm"],
      ["Acme", "Fri 2026-11-06", "14", "Ana", "-", "-"],
    ]);
  });

  test("names the customers of whom we know one person or nobody, by file or by note", () => {
    const collection = collectionOf([
      ...sample,
      note({customer: "bolt", contacts: ["Mara"]}),
      customer({
        id: "elm",
        people: [{id: "hannah", name: "Hannah", left: "2026-11-01"}],
      }),
      note({customer: "elm", contacts: ["hannah"], date: "2026-10-01"}),
    ]);
    const request = requestOf(collection);
    const facts = lastDocument(lastReport(request), request).blocks.find(
      (block) => block.block === "facts",
    );
    expect(facts?.facts.slice(-2).map(({label, value}) => [label, plain(value)])).toEqual([
      ["1 contact", "Acme · Gantry · bolt"],
      ["No contact", "Dune · elm"],
    ]);
  });

  test("cuts a long table and says so, and --all shows the rest", () => {
    const many = Array.from({length: 21}, (_, n) => customer({id: `c${String(n)}`}));
    const collection = collectionOf(many);
    const [, customers] = tables(collection);
    expect([customers?.rows.length, customers?.more]).toEqual([12, "… and 9 more (--all)"]);
    const [, all] = tables(collection, {all: true});
    expect([all?.rows.length, all?.more]).toEqual([21, null]);
  });
});
