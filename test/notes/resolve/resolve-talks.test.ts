import fc from "fast-check";
import {expect, test} from "vitest";
import {resolve} from "../../../src/notes/resolve/resolve.ts";
import {collectionOf, config, customer, note, today, type BuiltFile} from "../../builders.ts";

type NoteInput = Omit<Parameters<typeof note>[0], "customer">;

/** Ids of the talks that these notes of one customer and day make, joined ones by `+`. */
function talks(...notes: NoteInput[]): string[] {
  const files = notes.map((input, index) =>
    note({customer: "gantry", id: String.fromCharCode(97 + index), ...input}),
  );
  return collectionOf(files).conversations.map(({id, also}) => [id, ...also].join("+"));
}

test.each<[string, NoteInput[], string[]]>([
  ["one customer, one day", [{}, {}], ["a+b"]],
  ["another day", [{}, {date: "2026-11-19"}], ["b", "a"]],
  ["two times", [{time: "09:00"}, {time: "14:00"}], ["a", "b"]],
  ["one time", [{time: "09:00"}, {time: "09:00"}], ["a+b"]],
  ["only one gives a time", [{time: "09:00"}, {}], ["a+b"]],
  ["strangers", [{contacts: ["tom"]}, {contacts: ["lena"]}], ["a", "b"]],
  ["one contact shared", [{contacts: ["tom", "lena"]}, {contacts: ["Lena"]}], ["a+b"]],
  ["only one gives contacts", [{contacts: ["tom"]}, {}], ["a+b"]],
  ["a survey and a call", [{type: "survey"}, {}], ["a", "b"]],
  ["a chat and a call", [{channel: "chat"}, {channel: "phone"}], ["a", "b"]],
  ["two surveys", [{type: "survey"}, {type: "email"}], ["a+b"]],
  ["a planned one", [{status: "planned"}, {}, {status: "planned"}], ["a", "b", "c"]],
  ["the third fits the first", [{time: "09:00"}, {time: "10:00"}, {time: "09:00"}], ["a+c", "b"]],
  ["it joins the first that it can", [{time: "09:00"}, {time: "10:00"}, {}], ["a+c", "b"]],
  ["no member may conflict", [{}, {time: "09:00"}, {time: "10:00"}], ["a+b", "c"]],
])("%s", (_name, notes, expected) => {
  expect(talks(...notes)).toEqual(expected);
});

test("lists are the union, scalars the first given, the exceptions as the rule says", () => {
  const {conversations} = collectionOf([
    note({
      customer: "gantry",
      id: "a",
      type: "demo",
      team: ["ana"],
      observers: ["eva", "ben"],
      duration: 20,
      pitch: "v3",
      consent: ["internal", "external"],
      secondhand: true,
      meaningful: null,
      reason: "a remark",
      items: {pains: ["slow"]},
      steps: [{what: "one"}],
      evidence: [{quote: "x"}],
    }),
    note({
      customer: "gantry",
      id: "b",
      type: "interview",
      team: ["ben", "ana"],
      duration: 45,
      pitch: "v4",
      ended: "them",
      consent: ["external", "recording"],
      meaningful: false,
      reason: "all small talk",
      items: {pains: ["dear"]},
      steps: [{what: "two"}],
      evidence: [{quote: "y"}, {quote: "z"}],
    }),
    note({customer: "gantry", id: "c", type: "demo", secondhand: true}),
  ]);
  expect(conversations).toHaveLength(1);
  expect(conversations[0]).toMatchObject({
    id: "a",
    also: ["b", "c"],
    files: ["conversations/a.md", "conversations/b.md", "conversations/c.md"],
    type: "demo",
    selling: false,
    live: true,
    team: ["ana", "ben"],
    observers: ["eva"],
    duration: 45,
    pitch: "v3",
    ended: "them",
    consent: ["external"],
    secondhand: false,
    meaningful: false,
    reason: "all small talk",
  });
  expect(conversations[0]?.items.pains.map(({text, noteId}) => [text, noteId])).toEqual([
    ["slow", "a"],
    ["dear", "b"],
  ]);
  expect(conversations[0]?.steps.map(({n, noteId}) => [noteId, n])).toEqual([
    ["a", 1],
    ["b", 1],
  ]);
  expect(
    conversations[0]?.evidence.map((row) => [row.noteId, row.position, row.secondhand]),
  ).toEqual([
    ["a", 0, true],
    ["b", 0, false],
    ["b", 1, false],
  ]);
});

test("a refusal in one note is a refusal; nobody asking is not", () => {
  const consent = (...notes: NoteInput[]): unknown =>
    collectionOf(notes.map((input, id) => note({customer: "x", id: String(id), ...input})))
      .conversations[0]?.consent;
  expect(consent({consent: []}, {consent: ["internal"]})).toEqual([]);
  expect(consent({}, {consent: ["internal"]})).toEqual(["internal"]);
  expect(consent({}, {})).toBeNull();
});

test("the pair is named once, at the later note", () => {
  const {faults} = resolve({
    config: config(),
    today,
    results: [note({customer: "x", id: "b"}), note({customer: "x", id: "a"})],
  });
  expect(faults.map(({file, fault}) => [file, fault.code, fault.message])).toEqual([
    [
      "conversations/b.md",
      "possible-duplicate",
      "counted as one talk with conversations/a.md: the same customer and day",
    ],
  ]);
});

const files = fc.array(
  fc.record({
    customer: fc.constantFrom("gantry", "Gantry", "acme", "Acme ", "constructor"),
    date: fc.constantFrom("2026-11-18", "2026-11-19"),
    time: fc.constantFrom(null, "09:00", "14:00"),
    contacts: fc.constantFrom<string[]>([], ["tom"], ["Tom Berg", "lena"], ["lena"]),
    type: fc.constantFrom("interview", "survey", "demo"),
    status: fc.constantFrom("held" as const, "planned" as const),
  }),
  {maxLength: 12},
);

test("the order in which files are found changes nothing", () => {
  const declared = customer({id: "gantry", people: [{id: "tom", name: "Tom Berg"}]});
  const property = fc.property(files, fc.array(fc.nat(), {maxLength: 13}), (inputs, keys) => {
    const notes = inputs.map((input, id) => note({...input, id: `n${String(id)}`}));
    const all: BuiltFile[] = [declared, ...notes];
    const shuffled = all
      .map((file, index) => ({file, key: keys[index] ?? 0}))
      .sort((a, b) => a.key - b.key)
      .map(({file}) => file);
    const of = (results: BuiltFile[]): unknown => resolve({config: config(), today, results});
    expect(of(shuffled)).toEqual(of(all));
    const found = collectionOf(all).conversations.flatMap(({id, also}) => [id, ...also]);
    expect(found.sort()).toEqual(notes.map(({place}) => place.id).sort());
  });
  fc.assert(property, {numRuns: 60});
});

test("three thousand undeclared names a letter apart are compared in linear time", () => {
  const results = Array.from({length: 3_000}, (_, n) =>
    note({customer: `customer number ${n.toString(26)}x`, id: `n${String(n)}`}),
  );
  expect(resolve({config: config(), today, results}).collection.conversations).toHaveLength(3_000);
}, 20_000);
