import {describe, expect, test} from "vitest";
import {byLastTalk, customersFor} from "../../../src/cli/guided/ask-customer.ts";
import {knownCustomers} from "../../../src/cli/known.ts";
import type {Talk} from "../../../src/cli/guided/talk.ts";
import {collectionOf, customer, note, today} from "../../builders.ts";

const collection = collectionOf([
  customer({id: "acme", name: "Acme Corp", aliases: ["The Roadrunners"]}),
  customer({id: "gantry", name: "Gantry"}),
  customer({id: "cafe", name: "Café Lumière"}),
  customer({id: "minato", name: "株式会社ミナト"}),
  note({customer: "gantry", date: "2026-11-12", team: ["ana"]}),
  note({customer: "acme", date: "2026-11-18", team: ["ben"]}),
]);
const talk = {collection, today, me: "ana"} as Talk;

function shown(typed: string): string[] {
  return customersFor(typed, byLastTalk(knownCustomers(collection), talk), talk).map(
    ({label, note: more}) => `${label}${more === undefined ? "" : ` (${more})`}`,
  );
}

describe("customers for what is typed", () => {
  test.each([
    ["gan", ["Gantry (you, 8 days ago)", "New customer: gan"]],
    ["cafe lu", ["Café Lumière (no talk yet)", "New customer: cafe lu"]],
    ["lumiere", ["Café Lumière (no talk yet)", "New customer: lumiere"]],
    ["road", ["Acme Corp (ben, 2 days ago)", "New customer: road"]],
    ["ミナト", ["株式会社ミナト (no talk yet)", "New customer: ミナト"]],
    ["Gantri", ["New customer: Gantri (nearest: Gantry)", "Gantry (you, 8 days ago)"]],
    ["ACME corp", ["Acme Corp (ben, 2 days ago)"]],
    ["Zebra", ["New customer: Zebra"]],
  ])("%j", (typed, expected) => {
    expect(shown(typed)).toEqual(expected);
  });

  test("are those talked to last, while nothing is typed", () => {
    expect(shown("").slice(0, 2)).toEqual([
      "Acme Corp (ben, 2 days ago)",
      "Gantry (you, 8 days ago)",
    ]);
  });
});
