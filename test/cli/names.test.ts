import {describe, expect, it} from "vitest";
import {findAll, findNamed, type Named} from "../../src/cli/names.ts";

const kind = {noun: "customer", all: "All of them: pm-talk customer list"};
const customers: Named[] = [
  {id: "acme", names: ["Acme Corp"], label: "Acme Corp"},
  {id: "acme-labs", names: ["Acme Labs"]},
  {id: "smith", names: ["Smith, Jones & Co"]},
  {id: "cafe", names: ["Café Noir"]},
  {id: "2026-11-19-gantry-sales-call-k7f3qa", names: []},
];

describe("findNamed", () => {
  it.each([
    ["acme", "acme"],
    ["ACME", "acme"],
    ["acme corp", "acme"],
    ["acme-l", "acme-labs"],
    ["cafe\u0301 noir", "cafe"],
    ["k7f3qa", "2026-11-19-gantry-sales-call-k7f3qa"],
    ["2026-11", "2026-11-19-gantry-sales-call-k7f3qa"],
  ])("%s is %s", (typed, id) => {
    expect(findNamed(typed, customers, kind)).toBe(id);
  });

  it("lists the candidates of a beginning that several have", () => {
    expect(() => findNamed("acm", customers, kind)).toThrow(
      expect.objectContaining({
        message: '"acm" could be 2 customers; which one?',
        hint: "acme (Acme Corp)\nacme-labs (Acme Labs)",
      }),
    );
  });

  it("names both holders of one name", () => {
    const twins = [
      {id: "a1", names: ["Twin"]},
      {id: "b2", names: ["twin"]},
    ];
    expect(() => findNamed("TWIN", twins, kind)).toThrow(
      expect.objectContaining({hint: "a1 (Twin)\nb2 (twin)"}),
    );
  });

  it.each(["", "constructor", "acmee corp ltd"])("%j is nobody", (typed) => {
    expect(findNamed(typed, customers, kind)).toBeNull();
  });
});

describe("findAll", () => {
  it("tries the whole before it splits at commas", () => {
    expect(findAll("Smith, Jones & Co", customers, kind)).toEqual(["smith"]);
    expect(findAll("acme, cafe", customers, kind)).toEqual(["acme", "cafe"]);
  });

  it("says what is unknown, and what is near", () => {
    expect(() => findAll("acem", customers, kind)).toThrow(
      expect.objectContaining({
        message: 'No customer "acem". Did you mean acme (Acme Corp)?',
        hint: "All of them: pm-talk customer list",
      }),
    );
    expect(() => findAll("acme, bolt", customers, kind)).toThrow('No customer "bolt".');
  });
});
