import {expect, test} from "vitest";
import {collectionOf, customer, note} from "../builders.ts";

test("customers are found by id, name and alias, whatever the spelling", () => {
  const files = [
    customer({id: "gantry", name: "Gantry AG", aliases: ["Gantry Systems"]}),
    note({customer: "GANTRY", id: "a", date: "2026-11-01"}),
    note({customer: "gantry  ag", id: "b", date: "2026-11-02"}),
    note({customer: "Gantry Systems", id: "c", date: "2026-11-03"}),
    note({customer: "[[customers/gantry|them]]", id: "d", date: "2026-11-04"}),
  ];
  const {conversations, customers} = collectionOf(files);
  expect(conversations.map((conversation) => conversation.customer)).toEqual(
    Array.from({length: 4}, () => "gantry"),
  );
  expect(customers.map(({id, name}) => ({id, name}))).toEqual([{id: "gantry", name: "Gantry AG"}]);
});
