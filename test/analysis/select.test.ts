import {expect, test} from "vitest";
import {collectionAsOf} from "../../src/analysis/as-of.ts";
import {noFilters, selectConversations, type Filters} from "../../src/analysis/select.ts";
import {assumption, collectionOf, customer, note} from "../builders.ts";

const collection = collectionOf([
  customer({id: "gantry", segment: "enterprise"}),
  customer({id: "bolt", segment: "smb"}),
  assumption({id: "setup", concepts: ["fast"]}),
  note({
    customer: "gantry",
    id: "a",
    date: "2026-11-01",
    contacts: ["tom"],
    type: "demo",
    concepts: ["fast"],
    tags: ["Exports"],
  }),
  note({
    customer: "bolt",
    id: "b",
    date: "2026-11-02",
    contacts: ["tom"],
    team: ["ben"],
    observers: ["eva"],
    evidence: [{assumption: "setup"}],
    items: {pains: ["dear #price"]},
  }),
  note({
    customer: "acme",
    id: "c",
    date: "2026-11-03",
    evidence: [{assumption: "other", themes: ["exports"]}],
  }),
]);

test.each<[Partial<Filters>, string]>([
  [{}, "abc"],
  [{since: "2026-11-02"}, "bc"],
  [{until: "2026-11-02"}, "ab"],
  [{customer: ["gantry", "acme"]}, "ac"],
  [{contact: ["tom"]}, "ab"],
  [{contact: ["bolt/tom"]}, "b"],
  [{segment: ["smb"]}, "b"],
  [{by: ["eva"]}, "b"],
  [{by: ["ana", "ben"]}, "abc"],
  [{type: ["demo"]}, "a"],
  [{concept: ["fast"]}, "ab"],
  [{assumption: ["other"]}, "c"],
  [{tag: ["#exports"]}, "ac"],
  [{tag: ["PRICE"]}, "b"],
  [{by: ["ana"], tag: ["exports"], customer: ["acme"]}, "c"],
  [{customer: ["gantry"], by: ["ben"]}, ""],
])("%j lets through %s", (filters, expected) => {
  const all = collection.conversations;
  const selected = selectConversations(all, {...noFilters, ...filters}, collection);
  expect(selected.map(({id}) => id).join("")).toBe(expected);
});

test("an assumption that is retired is the concept's no more", () => {
  const retired = collectionOf([
    assumption({id: "fax", concepts: ["fast"], retired: "2026-11-10"}),
    note({customer: "bolt", evidence: [{assumption: "fax"}]}),
  ]);
  const about = (day: string): number => {
    const then = collectionAsOf(retired, day);
    return selectConversations(retired.conversations, {...noFilters, concept: ["fast"]}, then)
      .length;
  };
  expect(about("2026-11-09")).toBe(1);
  expect(about("2026-11-10")).toBe(0);
});
