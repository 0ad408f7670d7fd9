import {expect, test} from "vitest";
import type {Fault} from "../../../src/core/diagnostics.ts";
import {resolve} from "../../../src/notes/resolve/resolve.ts";
import {
  assumption,
  collectionOf,
  concept,
  config,
  customer,
  decision,
  note,
  today,
  unreadable,
  type BuiltFile,
} from "../../builders.ts";

/** The faults that only show when files are seen together, as `file code: message`. */
function faultsOf(...results: BuiltFile[]): string[] {
  return resolve({config: config(), today, results}).faults.map(
    ({file, fault}) => `${file} ${fault.code}: ${fault.message}`,
  );
}

test("customers are found by id, name and alias, whatever the spelling", () => {
  const {conversations, customers} = collectionOf([
    customer({id: "gantry", name: "Gantry AG", aliases: ["Gantry Systems"]}),
    note({customer: "GANTRY", id: "a", date: "2026-11-01"}),
    note({customer: "gantry  ag", id: "b", date: "2026-11-02"}),
    note({customer: "Gantry Systems", id: "c", date: "2026-11-03"}),
    note({customer: "[[customers/gantry|them]]", id: "d", date: "2026-11-04"}),
    note({customer: "[Gantry](../../customers/gantry.md)", id: "e", date: "2026-11-05"}),
    note({customer: "customers/gantry.md", id: "f", date: "2026-11-06"}),
  ]);
  expect(new Set(conversations.map((conversation) => conversation.customer))).toEqual(
    new Set(["gantry"]),
  );
  expect(customers.map(({id, name}) => ({id, name}))).toEqual([{id: "gantry", name: "Gantry AG"}]);
});

test("NFC, NFD, case and space variants of an undeclared name are one customer", () => {
  const {customers} = collectionOf([
    note({customer: "Café  Lumière", id: "b", date: "2026-11-02"}),
    note({customer: "café lumière".normalize("NFD"), id: "a", date: "2026-11-03"}),
  ]);
  expect(customers).toMatchObject([{id: "Café  Lumière", name: "Café  Lumière", file: null}]);
});

test("a customer called constructor counts as one", () => {
  const {customers, conversations} = collectionOf([
    note({customer: "constructor", team: ["__proto__"], type: "interview"}),
  ]);
  expect(customers.map(({id}) => id)).toEqual(["constructor"]);
  expect(conversations[0]?.team).toEqual(["__proto__"]);
});

test("two files with one id are both left out and both named", () => {
  const one = customer({id: "Gantry"});
  const other = customer({id: "gantry", file: "customers/smb/gantry.md"});
  const {collection, faults} = resolve({config: config(), today, results: [one, other]});
  expect(collection.customers).toEqual([]);
  expect(collection.leftOut.map(({file}) => file)).toEqual([
    "customers/Gantry.md",
    "customers/smb/gantry.md",
  ]);
  expect(faults.map(({fault}) => [fault.message, fault.severity, fault.dropped])).toEqual([
    ['the id "Gantry" is also that of customers/smb/gantry.md', "error", "file"],
    ['the id "gantry" is also that of customers/Gantry.md', "error", "file"],
  ]);
});

test("two ids that only look the same are told apart in the message", () => {
  const files = [customer({id: "caf\u00e9"}), customer({id: "cafe\u0301"})];
  const {faults} = resolve({config: config(), today, results: files});
  expect(faults.map(({fault}) => fault.message)).toEqual([
    'another file has the id "cafe\u0301" too, and a name that only looks the same',
    'another file has the id "caf\u00e9" too, and a name that only looks the same',
  ]);
});

test("files of two kinds may share an id", () => {
  expect(faultsOf(customer({id: "x"}), concept({id: "x"}))).toEqual([]);
});

test("a name with two holders leads to neither, and is an error in both files", () => {
  const files = [
    customer({id: "acme-uk", name: "Acme"}),
    customer({id: "acme-us", name: "Acme US", aliases: ["Globex", "ACME"]}),
    note({customer: "acme"}),
  ];
  expect(collectionOf(files).conversations[0]?.customer).toBe("acme");
  const {faults} = resolve({config: config(), today, results: files});
  expect(faults.map(({file, fault}) => [file, fault.place, fault.message])).toEqual([
    [
      "customers/acme-uk.md",
      {at: "field", field: "name"},
      '"Acme" is also a name in customers/acme-us.md',
    ],
    [
      "customers/acme-us.md",
      {at: "field", field: "aliases", index: 1},
      '"ACME" is also a name in customers/acme-uk.md',
    ],
  ]);
});

test("an id finds its own file even where somebody else takes it as an alias", () => {
  const files = [
    assumption({id: "setup"}),
    assumption({id: "other", aliases: ["setup"]}),
    note({customer: "x", evidence: [{assumption: "setup", quote: "yes"}]}),
  ];
  expect(collectionOf(files).conversations[0]?.evidence[0]?.assumption).toBe("setup");
  const {faults} = resolve({config: config(), today, results: files});
  expect(faults[0]?.fault.hint).toBe(
    "Take it out of one of the two. Until then it leads to assumptions/setup.md.",
  );
  expect(faultsOf(...files)).toEqual([
    'assumptions/other.md name-duplicate: "setup" is also the id of assumptions/setup.md',
  ]);
});

test("contacts are people of that customer alone, by id, name or customer/id", () => {
  const {conversations} = collectionOf([
    customer({id: "gantry", people: [{id: "tom-berg", name: "Tom Berg"}]}),
    customer({id: "acme", people: [{id: "tb", name: "Tom Berg"}]}),
    note({
      customer: "gantry",
      contacts: ["tom berg", "gantry/tom-berg", "Somebody Else"],
      evidence: [{quote: "no", who: "Tom Berg"}],
      items: {pains: [{text: '"It is slow"', who: "TOM-BERG"}]},
    }),
  ]);
  expect(conversations[0]).toMatchObject({
    contacts: ["tom-berg", "Somebody Else"],
    evidence: [{who: "tom-berg"}],
    items: {pains: [{who: "tom-berg"}]},
  });
});

test("members are handles; who is not declared stays as written; them is nobody of ours", () => {
  const {conversations} = collectionOf([
    note({
      customer: "x",
      team: ["Ana Ruiz", "Zoe"],
      observers: ["EVA", "zoe"],
      steps: [{who: "Them"}, {who: "ben okafor"}],
    }),
  ]);
  expect(conversations[0]).toMatchObject({
    team: ["ana", "Zoe"],
    observers: ["eva"],
    steps: [
      {who: "them", n: 1},
      {who: "ben", n: 2},
    ],
  });
});

test("assumptions are declared, cannot be read, or are only named by notes", () => {
  const {assumptions} = collectionOf([
    assumption({id: "setup", aliases: ["old-setup"]}),
    assumption({id: "typeless", type: null}),
    unreadable("assumption", "broken"),
    note({
      customer: "x",
      evidence: [{assumption: "Old-Setup"}, {assumption: "BROKEN"}, {assumption: "new-one"}],
    }),
  ]);
  expect(assumptions.map(({id, state, file}) => [id, state, file])).toEqual([
    ["broken", "unreadable", "assumptions/broken.md"],
    ["new-one", "undeclared", null],
    ["setup", "declared", "assumptions/setup.md"],
    ["typeless", "unreadable", "assumptions/typeless.md"],
  ]);
});

test("a link to a note that was joined into a talk means the talk", () => {
  const {conversations, decisions, assumptions} = collectionOf([
    note({customer: "x", id: "a", date: "2026-11-01"}),
    note({customer: "x", id: "b", date: "2026-11-01"}),
    note({customer: "x", id: "c", date: "2026-11-02", follows: "b"}),
    decision({id: "d1", because: [{conversation: "B"}]}),
    decision({id: "d2", replaces: "D1"}),
    assumption({id: "s", origin: "b"}),
  ]);
  expect(conversations.map(({id, also, follows}) => [id, also, follows])).toEqual([
    ["a", ["b"], null],
    ["c", [], "a"],
  ]);
  expect(decisions.map((one) => [one.because[0]?.conversation, one.replaces])).toEqual([
    ["a", null],
    [undefined, "d1"],
  ]);
  expect(assumptions[0]?.origin).toBe("a");
});

test("a link to nothing is named; one to a note that cannot be read is not", () => {
  expect(
    faultsOf(
      note({customer: "x", id: "a", follows: "gone"}),
      unreadable("conversation", "broken"),
      decision({
        id: "d",
        replaces: "nope",
        because: [{conversation: "broken"}, {conversation: "lost"}],
      }),
      assumption({id: "s", origin: "never"}),
    ),
  ).toEqual([
    'assumptions/s.md origin-unknown: there is no conversation "never"',
    'conversations/a.md follows-unknown: there is no conversation "gone"',
    'decisions/d.md because-unknown: there is no conversation "lost"',
    'decisions/d.md replaces-unknown: there is no decision "nope"',
  ]);
});

test("a held talk may be dated tomorrow, where the writer was, and no later", () => {
  expect(
    faultsOf(
      note({customer: "x", id: "a", date: "2026-11-21"}),
      note({customer: "x", id: "b", date: "2026-11-22"}),
      note({customer: "x", id: "c", date: "2026-12-24", status: "planned"}),
    ),
  ).toEqual([
    "conversations/b.md date-future: 2026-11-22 is still 2 days away, and the talk is called held",
  ]);
});

test("near-identical undeclared names are warned of, never merged", () => {
  const files = [
    customer({id: "gantry", name: "Gantry AG"}),
    note({customer: "Gantri", id: "a"}),
    note({customer: "P12", id: "b"}),
    note({customer: "P13", id: "c"}),
    note({customer: "Müller Bau", id: "d"}),
    note({customer: "MÜLLER  BAU", id: "e", date: "2026-11-19"}),
    note({customer: "Muller-Bau", id: "f"}),
    note({customer: "x", id: "g", team: ["choe"], evidence: [{assumption: "set-up", quote: "a"}]}),
    assumption({id: "setup"}),
  ];
  expect(faultsOf(...files)).toEqual([
    'conversations/a.md customer-similar: "Gantri" is almost "gantry", and no customer of that name is declared',
    'conversations/f.md customer-similar: "Muller-Bau" is almost "Müller Bau", and no customer of that name is declared',
    'conversations/g.md assumption-similar: "set-up" is almost "setup", and no assumption of that name is declared',
    'conversations/g.md member-similar: "choe" is almost "chloe", and no member of that name is declared',
  ]);
  const names = collectionOf(files).customers.map(({id}) => id);
  expect(names).toEqual(["Gantri", "Muller-Bau", "MÜLLER  BAU", "P12", "P13", "gantry", "x"]);
});

test("members are looked at in next steps too; who is nobody in a file is named", () => {
  const steps = ["@chloe", "them", "me", "somebody else", "chloe"].map((who, index) => ({
    what: "Send it",
    who,
    due: null,
    done: false,
    doneOn: null,
    line: 20 + index,
  }));
  expect(faultsOf(note({customer: "x", id: "a", team: ["Me", "chloe"], steps}))).toEqual([
    'conversations/a.md member-reserved: "me" is nobody in a file',
    'conversations/a.md member-reserved: "Me" is nobody in a file',
    'conversations/a.md member-similar: "@chloe" is almost "chloe", and no member of that name is declared',
  ]);
});

test("a contact is found by id, name, name with title, and address", () => {
  const files = [
    customer({
      id: "gantry",
      people: [
        {id: "tom", name: "Tom Berg", title: "head of finance", email: "tom@gantry.example"},
      ],
    }),
    note({
      customer: "gantry",
      contacts: ["Tom Berg, Head of Finance", "tom@gantry.example", "tom berg", "gantry/tom"],
    }),
  ];
  expect(collectionOf(files).conversations[0]?.contacts).toEqual(["tom"]);
});

test("money without an ask, a story without words, a recording nobody agreed to", () => {
  const faults = faultsOf(
    note({
      customer: "x",
      id: "a",
      recording: "https://example.com/r",
      evidence: [
        {kind: "money", quote: "signed", line: 21},
        {kind: "story", note: "they gave up", line: 22},
        {kind: "opinion", note: "too dear", line: 23},
      ],
    }),
    note({
      customer: "y",
      id: "b",
      recording: "https://example.com/r",
      consent: ["recording"],
      asks: [{currency: "money"}],
      evidence: [{kind: "money", quote: "signed"}],
    }),
    note({customer: "z", id: "c", status: "no-show", evidence: [{kind: "money", quote: "?"}]}),
  );
  expect(faults).toEqual([
    "conversations/a.md ask-missing: money was given or refused, and The ask does not say what for",
    "conversations/a.md quote-missing: this line of story has no quote",
    "conversations/a.md recording-consent: a recording, and nothing says that they agreed to one",
  ]);
});

test("every file is counted, in part or left out", () => {
  const lost: Fault = {
    code: "evidence-kind",
    severity: "error",
    place: {at: "line", line: 22, column: 41, length: 4},
    message: '"told" is not a kind of evidence',
    hint: null,
    dropped: "line",
  };
  const {counts, leftOut} = collectionOf([
    note({customer: "x", id: "a", faults: [lost]}),
    note({customer: "y", id: "b", faults: [{...lost, severity: "warning", dropped: null}]}),
    customer({id: "x", faults: [lost]}),
    unreadable("conversation", "2026-11-19-gantry-sales-call-k7f3qa", [
      {...lost, place: {at: "line", line: 6, column: 1, length: 0}, dropped: "file"},
    ]),
    unreadable("customer", "broken"),
  ]);
  expect(counts).toEqual({files: 5, read: 2, partial: 1, skipped: 2});
  expect(leftOut).toEqual([
    {
      file: "conversations/2026-11-19-gantry-sales-call-k7f3qa.md",
      kind: "conversation",
      line: 6,
      date: "2026-11-19",
    },
    {file: "customers/broken.md", kind: "customer", line: 1, date: null},
  ]);
});
