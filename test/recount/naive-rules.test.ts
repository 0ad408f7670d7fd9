import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {assess, type RuleRow, validUntil} from "./naive-rule.ts";
import {countWords, holdsQuote, wholeQuote} from "./naive-text.ts";
import {readBody} from "./naive-body.ts";

const limits = {fresh: 180, expired: 365, customers: 5, against: 3, believe: 0.8, disbelieve: 0.2};
const asOf = "2026-06-30";

/** `customer stance kind date`, one row a word group: a short way to write the examples down. */
function rows(...lines: string[]): RuleRow[] {
  return lines.map((line, position) => {
    const [customer = "", sign, kind = "", date = "2026-06-01", ...marks] = line.split(" ");
    return {
      customer,
      segment: marks.find((mark) => mark !== "hearsay" && mark !== "fan") ?? null,
      stance: sign === "+" ? "supports" : sign === "-" ? "refutes" : "mixed",
      kind,
      date,
      secondhand: marks.includes("hearsay"),
      advocate: marks.includes("fan"),
      note: `n${String(position)}`,
      position: 0,
    };
  });
}

function judge(lines: string[], more: {type?: string; segments?: string[]; reset?: string} = {}) {
  const subject = {
    type: more.type ?? "desirability",
    segments: more.segments ?? [],
    reset: more.reset ?? null,
    created: null,
    unreadable: false,
  };
  const all = rows(...lines);
  const {status, belief, pointsFor, pointsAgainst, strength, blockers, flags, ...counts} = assess(
    subject,
    all,
    asOf,
    limits,
  );
  return {
    status,
    belief: Math.round(belief * 1000) / 1000,
    points: [pointsFor, pointsAgainst],
    customers: [counts.customersFor, counts.customersAgainst],
    witnesses: [counts.witnessesFor, counts.witnessesAgainst],
    strength,
    blockers,
    flags,
    until: validUntil(subject, all, asOf, limits),
  };
}

describe("the recount's own rule", () => {
  it("imports nothing of the program's", () => {
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts"));
    const recount = files.filter((name) => name.startsWith("naive-") || name.startsWith("random-"));
    expect(recount.length).toBeGreaterThanOrEqual(6);
    for (const name of recount) {
      const text = readFileSync(`${import.meta.dirname}/${name}`, "utf8");
      const sources = Array.from(text.matchAll(/\bfrom\s+"([^"]+)"|import\(\s*"([^"]+)"/g), (hit) =>
        String(hit[1] ?? hit[2]),
      );
      for (const source of sources) expect(source, name).toMatch(/^(node:|\.\/|yaml$|vitest$)/);
    }
  });

  it("finds the bar met until the freshest story is one day too old", () => {
    expect(
      judge([
        "a + story 2026-05-01",
        "b + story 2026-05-10",
        "c + story",
        "d + observed 2026-06-10",
        "e + money 2026-06-20",
        "f - opinion 2026-06-21",
      ]),
    ).toEqual({
      status: "validated",
      belief: 0.842,
      points: [15, 1],
      customers: [5, 1],
      witnesses: [5, 0],
      strength: "strong",
      blockers: [],
      flags: [],
      until: "2026-12-07",
    });
  });

  it("ends a validated belief when its last row of a segment expires", () => {
    const result = judge(
      [
        "a + story 2025-10-01 enterprise",
        "b + story 2026-06-01 smb",
        "c + story 2026-06-01 smb",
        "d + story 2026-06-01 smb",
        "e + money 2026-06-01 smb",
        "f + observed 2026-06-01 smb",
      ],
      {segments: ["smb", "enterprise"]},
    );
    expect(result).toMatchObject({status: "validated", points: [15, 0], until: "2026-10-01"});
  });

  it("takes hearsay for an opinion, capped, and no witness", () => {
    const lines = ["a", "b", "c", "d"].map((name) => `${name} + money 2026-06-01 hearsay`);
    expect(judge(lines)).toMatchObject({
      status: "inconclusive",
      points: [3, 0],
      customers: [0, 0],
      strength: "weak",
    });
  });

  it("keeps the stronger kind when two rows of a customer are worth the same", () => {
    const lines = ["a + story", "b + story", "c + story", "d + opinion", "d + story 2025-10-01"];
    expect(judge(lines)).toMatchObject({points: [6, 0], witnesses: [4, 0], belief: 0.778});
  });

  it("halves a mixed row before the strongest is chosen", () => {
    expect(judge(["a ~ time", "a + story"])).toMatchObject({points: [2, 1.5], belief: 0.462});
  });

  it("calls it out of date only when something that counted has gone", () => {
    expect(judge(["a + money 2025-01-01 hearsay"]).status).toBe("stale");
    expect(judge(["a + compliment 2025-01-01"]).status).toBe("untested");
    expect(judge(["a + money"], {reset: "2026-06-29"}).status).toBe("stale");
    expect(judge(["a + story"], {reset: "2026-07-15"}).status).toBe("inconclusive");
  });

  it("needs three witnesses against, one of them fresh", () => {
    expect(judge(["a + opinion", "b - story", "c - story", "d - money"]).status).toBe(
      "invalidated",
    );
    const old = ["a", "b", "c"].map((name) => `${name} - money 2025-10-01`);
    expect(judge([...old, "d - opinion 2026-06-01 hearsay"])).toMatchObject({
      status: "leaning-invalid",
      belief: 0.118,
      points: [0, 5.5],
    });
  });

  it("counts words of scripts without spaces by halves", () => {
    expect(countWords("We don't paste 14 screenshots")).toBe(5);
    expect(countWords("株式会社アクメ")).toBe(3);
    expect(countWords("会 and 社長")).toBe(3);
  });

  it("reads quotes of every mark with who said them", () => {
    expect(wholeQuote('"He said "no" twice" — tom-berg #setup')).toEqual({
      quote: 'He said "no" twice',
      who: "tom-berg",
    });
    expect(wholeQuote("「高すぎる」")).toEqual({quote: "高すぎる", who: null});
    expect(wholeQuote('"Maybe" was all they said')).toBeNull();
    expect(holdsQuote('The 19" screen was too small')).toBe(false);
  });

  it("reads a body as the page shows one", () => {
    const body = readBody(
      [
        "Sales call with [Gantry](../../customers/gantry.md)",
        "",
        "## What made them tune out",
        "- The setup wizard, at the second screen #setup",
        "",
        "## Evidence",
        '- **Against** [setup](../../assumptions/setup.md#x) (observed): "Four times" — tom-berg',
        "",
        "## Next steps",
        "- [x] Send the plan (ana, 2026-11-26, done 2026-11-24)",
      ].join("\r\n"),
    );
    expect(body).toMatchObject({
      itemKeys: ["tune-out"],
      themes: ["setup"],
      quoted: true,
      words: 12,
      evidence: [{stance: "refutes", assumption: "setup", kind: "observed", quote: "Four times"}],
      steps: [{who: "ana", due: "2026-11-26", doneOn: "2026-11-24", done: true}],
    });
  });
});
