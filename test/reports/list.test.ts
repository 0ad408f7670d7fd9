import {expect, it} from "vitest";
import type {Filters} from "../../src/analysis/select.ts";
import type {Collection} from "../../src/notes/collection.ts";
import type {Spans, Table} from "../../src/reports/document.ts";
import {listDocument, listReport} from "../../src/reports/list.ts";
import {assumption, collectionOf, note, requestOf} from "../builders.ts";

function plain(spans: Spans): string {
  return (Array.isArray(spans) ? spans : [spans])
    .map((span) => (typeof span === "string" ? span : "text" in span ? span.text : ""))
    .join("");
}

function rows(collection: Collection, filters: Partial<Filters> = {}): string[][] {
  const request = requestOf(collection, {filters});
  const table = listDocument(listReport(request), request).blocks.find(
    (block): block is Table => block.block === "table",
  );
  return (table?.rows ?? []).map((row) => row.map(plain));
}

const learned = {items: {pains: ['"too slow"']}};

it("lists what is planned for a later day, and nothing else that is still to come", () => {
  const collection = collectionOf([
    note({customer: "a", date: "2026-11-27", status: "planned"}),
    note({customer: "b", date: "2026-11-27", status: "cancelled"}),
    note({customer: "c", date: "2026-11-21"}),
    note({customer: "d", ...learned}),
  ]);
  expect(rows(collection).map(([day, customer, , , counts]) => [day, customer, counts])).toEqual([
    ["Fri 2026-11-27", "a", "planned"],
    ["Fri 2026-11-20", "d", "yes"],
  ]);
});

it("names why a talk does not count, and an override either way", () => {
  const reason = "a site tour";
  const collection = collectionOf([
    note({customer: "a", date: "2026-11-04", type: "check-in", duration: 5}),
    note({customer: "b", date: "2026-11-03", meaningful: true, reason}),
    note({customer: "c", date: "2026-11-02", meaningful: false, reason, ...learned}),
    note({customer: "d", date: "2026-11-01", secondhand: true, team: [], ...learned}),
  ]);
  expect(rows(collection).map(([, , type, who, counts]) => [type, who, counts])).toEqual([
    ["check-in", "Ana", "too short, nothing learned, not written up"],
    ["interview", "Ana", "yes, overridden"],
    ["interview", "Ana", "no, overridden"],
    ["interview", "", "second-hand, nobody present"],
  ]);
  const [, to] = listReport(requestOf(collection)).conversations;
  expect(to?.override).toEqual({
    to: true,
    reason,
    instead: ["nothing-learned", "not-written-up"],
  });
});

it("shows two notes of one talk once, with both ids and everybody who was there", () => {
  const collection = collectionOf([
    note({customer: "a", id: "one", ...learned}),
    note({customer: "a", id: "two", team: ["ben"], observers: ["ana"]}),
  ]);
  expect(rows(collection)).toEqual([
    ["Fri 2026-11-20", "a", "interview", "Ana, Ben", "yes", "one"],
  ]);
  expect(listReport(requestOf(collection)).conversations[0]?.also).toEqual(["two"]);
});

it("does not find a concept's talks by an assumption that was retired by then", () => {
  const collection = collectionOf([
    assumption({id: "fax", concepts: ["fast"], retired: "2026-11-10"}),
    assumption({id: "later", concepts: ["fast"], retired: "2026-11-21"}),
    note({customer: "a", evidence: [{assumption: "fax"}]}),
    note({customer: "b", evidence: [{assumption: "later"}]}),
  ]);
  expect(rows(collection, {concept: ["fast"]}).map(([, customer]) => customer)).toEqual(["b"]);
});
