import {expect, test} from "vitest";
import {lastAnswer, lastReport} from "../../src/reports/last.ts";
import {collectionOf, customer, note, requestOf} from "../builders.ts";
import type {Spans} from "../../src/reports/document.ts";

function plain(lines: Spans[]): string[] {
  return lines.map((line) =>
    (Array.isArray(line) ? line : [line])
      .map((span) => (typeof span === "string" ? span : "text" in span ? span.text : ""))
      .join(""),
  );
}

test("the answer is one line, and a selling talk is not the whole answer", () => {
  const collection = collectionOf([
    customer({id: "gantry", name: "Gantry", people: [{id: "tom-berg", name: "Tom Berg"}]}),
    customer({id: "acme", name: "Acme", people: [{id: "jane", name: "Jane Doe"}]}),
    note({
      customer: "gantry",
      date: "2026-11-19",
      type: "sales-call",
      team: ["ana", "farid"],
      contacts: ["Tom Berg"],
    }),
    note({customer: "acme", date: "2026-11-06", contacts: ["jane"]}),
  ]);
  const request = requestOf(collection);
  expect(plain(lastAnswer(lastReport(request), request))).toEqual([
    "Yesterday (Thu 2026-11-19): Ana and Farid, sales call with Gantry (Tom Berg).",
    "Without selling: 14 days ago (Fri 2026-11-06), Ana with Acme (Jane Doe).",
  ]);
});
