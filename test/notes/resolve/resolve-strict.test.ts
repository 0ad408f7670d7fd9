import {expect, test} from "vitest";
import {resolve} from "../../../src/notes/resolve/resolve.ts";
import {strictFaults} from "../../../src/notes/resolve/resolve-strict.ts";
import {referenceCodes} from "../../../src/notes/resolve/reference-codes.ts";
import {
  assumption,
  concept,
  config,
  customer,
  decision,
  note,
  today,
  type BuiltFile,
} from "../../builders.ts";

function strict(settings: ReturnType<typeof config>, ...results: BuiltFile[]): string[] {
  const input = {config: settings, today, results};
  const {collection} = resolve(input);
  const faults = strictFaults(collection, input, today);
  const codes = new Set(referenceCodes.map(({code}) => code));
  expect(faults.filter(({fault}) => !codes.has(fault.code))).toEqual([]);
  return faults.map(({file, fault}) => `${file} ${fault.code}: ${fault.message}`);
}

test("what is declared is no finding", () => {
  const found = strict(
    config({segments: ["smb"], themes: ["exports"]}),
    customer({id: "gantry", segment: "SMB", people: [{id: "tom", name: "Tom Berg"}]}),
    concept({id: "fast", segments: ["smb"], claims: [{assumptions: ["setup"]}]}),
    assumption({id: "setup", concepts: ["fast"], owner: "ana", aliases: ["old"]}),
    note({
      customer: "Gantry",
      contacts: ["gantry/tom"],
      concepts: ["fast"],
      observers: ["Eva Lindqvist"],
      evidence: [{assumption: "old"}],
      steps: [{who: "them"}],
      items: {pains: ["slow #exports"]},
    }),
  );
  expect(found).toEqual([]);
});

test("every undeclared reference is one", () => {
  const found = strict(
    config({segments: ["smb"]}),
    customer({id: "gantry", segment: "public", owner: "nobody"}),
    concept({id: "fast", claims: [{assumptions: ["c"]}]}),
    assumption({id: "a", concepts: ["gone"], segments: ["public"]}),
    decision({id: "d", concept: "gone", assumptions: ["b"], told: [{customer: "acme"}]}),
    note({
      customer: "gantry",
      id: "n",
      team: ["zoe"],
      contacts: ["Tom"],
      concepts: ["other"],
      evidence: [{assumption: "e"}],
      steps: [{who: "jo"}],
    }),
    note({customer: "acme", id: "o", contacts: ["Tom"]}),
  );
  expect(found).toEqual([
    'conversations/n.md contact-undeclared: no contact "Tom" is declared',
    'conversations/n.md member-undeclared: no member "zoe" is declared',
    'conversations/n.md concept-undeclared: no concept "other" is declared',
    'conversations/n.md assumption-undeclared: no assumption "e" is declared',
    'conversations/n.md member-undeclared: no member "jo" is declared',
    'conversations/o.md customer-undeclared: no customer "acme" is declared',
    'customers/gantry.md segment-undeclared: no segment "public" is declared',
    'customers/gantry.md member-undeclared: no member "nobody" is declared',
    'assumptions/a.md concept-undeclared: no concept "gone" is declared',
    'assumptions/a.md segment-undeclared: no segment "public" is declared',
    'concepts/fast.md assumption-undeclared: no assumption "c" is declared',
    'decisions/d.md concept-undeclared: no concept "gone" is declared',
    'decisions/d.md assumption-undeclared: no assumption "b" is declared',
    'decisions/d.md customer-undeclared: no customer "acme" is declared',
  ]);
});

test("unknown keys, headings and themes, old notes, ended consent", () => {
  const found = strict(
    config({themes: ["#Exports"], retention: 12}),
    customer({id: "x"}),
    note({
      customer: "x",
      id: "n",
      unknownKeys: ["mood"],
      unknownHeadings: [{heading: "Weather", line: 30}],
      items: {pains: ["slow #exports", "dear #price"]},
      consent: ["external"],
      until: "2026-11-19",
    }),
    note({customer: "x", id: "old", date: "2025-11-19"}),
    note({customer: "x", id: "not-yet-old", date: "2025-11-20", consent: [], until: "2026-01-01"}),
  );
  expect(found).toEqual([
    'conversations/n.md key-unknown: "mood" is no field of this kind of file',
    'conversations/n.md heading-unknown: "Weather" is no section',
    "conversations/n.md theme-unknown: #price is none of the themes in pm-talk.yml",
    "conversations/n.md consent-past: their consent ended on Thu 2026-11-19",
    "conversations/old.md retention-past: this note is kept longer than 12 months",
  ]);
});

test("where names are to be roles, what looks personal is named", () => {
  const personal = (text: string, privacy: "names" | "roles" = "roles"): string[] =>
    strict(
      config({privacy}),
      customer({id: "x", people: [{id: "buyer", name: "Tom Berg"}]}),
      note({customer: "x", id: "n", items: {pains: [text]}}),
    ).map((line) => line.replace("conversations/n.md personal-data: this looks like ", ""));
  expect(personal("said TOM  Berg, twice")).toEqual(["a contact's name"]);
  expect(personal('"Yes" — tom berg')).toEqual(["a contact's name"]);
  expect(personal("said Tom Bergson")).toEqual([]);
  expect(personal("write to tom@gantry.example.")).toEqual(["an e-mail address"]);
  expect(personal("call +49 (30) 123456 78")).toEqual(["a telephone number"]);
  expect(personal("on 2026-11-19 and 2026-11-20 he paid 12000000")).toEqual([]);
  expect(personal("see https://zoom.example/j/1?pwd=abc")).toEqual([
    "a link that lets its holder in",
  ]);
  expect(personal("said Tom Berg", "names")).toEqual([]);
});

test("the id of a contact is what is written where names are to be roles, and no name", () => {
  const found = (text: string): string[] =>
    strict(
      config({privacy: "roles"}),
      customer({id: "gantry", people: [{id: "tom-berg", name: "Tom Berg"}]}),
      note({customer: "gantry", id: "n", contacts: ["tom-berg"], items: {pains: [text]}}),
    );
  expect(found('"Yes" — tom-berg')).toEqual([]);
  expect(found("asked gantry/tom-berg, [[Tom-Berg]] and (tom-berg).")).toEqual([]);
  expect(found("asked tom-berg, that is Tom Berg")).toHaveLength(1);
});

test("hostile text is gone through once", () => {
  for (const sign of ["@", "+", "0", "(", "?", "a ", "https://?", "1-", "@a@"]) {
    const text = sign.repeat(200_000);
    expect(
      strict(config({privacy: "roles"}), note({customer: "x", id: "n", items: {pains: [{text}]}}))
        .length,
    ).toBeLessThan(4);
  }
});
