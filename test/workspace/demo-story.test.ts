import {beforeAll, describe, expect, test} from "vitest";
import {assessAll} from "../../src/analysis/assess-all.ts";
import {meaning} from "../../src/analysis/meaningful.ts";
import {isSpoken, lastSpoken} from "../../src/analysis/spoken.ts";
import {daysBetween} from "../../src/core/calendar.ts";
import type {Collection, Conversation} from "../../src/notes/collection.ts";
import {demoBaseDay} from "../../src/workspace/demo.ts";
import type {Workspace} from "../../src/workspace/load.ts";
import {loadDemo, loadShiftedDemo} from "./load-demo.ts";

let workspace: Workspace;
let collection: Collection;

beforeAll(async () => {
  workspace = await loadDemo();
  collection = workspace.collection;
});

const held = (): Conversation[] => collection.conversations.filter(({status}) => status === "held");
const talk = (suffix: string): Conversation => {
  const found = collection.conversations.find(({id}) => id.endsWith(suffix));
  if (found === undefined) throw new Error(`no conversation ${suffix}`);
  return found;
};
const statuses = (of: Workspace, asOf: string) =>
  assessAll(of.collection, asOf).map(({assumption, assessment, retired}) => [
    assumption.id,
    retired ? "retired" : assessment.status,
    assessment.strength,
    assessment.flags,
    assessment.belief,
  ]);

describe("as of the base day", () => {
  test("the assumptions stand where the story says", () => {
    const found = statuses(workspace, demoBaseDay).map(([id, status, strength, flagged]) => [
      id,
      [status, strength, ...(flagged as string[])].join(" "),
    ]);
    expect(Object.fromEntries(found)).toEqual({
      "accountants-bring-clients": "leaning-valid weak hindsight",
      "admin-sets-it-up": "leaning-valid weak",
      "auditors-accept-export": "stale none",
      "board-wants-link": "validated strong",
      "decks-go-stale": "leaning-valid moderate unchallenged",
      "finance-lead-signs": "leaning-valid moderate",
      "it-allows-cloud-connection": "untested none",
      "link-needs-no-login": "inconclusive moderate segment-split",
      "masked-patient-lines": "inconclusive weak needs-refresh",
      "mobile-first": "retired weak",
      "month-end-is-the-moment": "leaning-valid moderate needs-refresh",
      "pay-for-sso": "invalidated moderate",
      "per-company-price": "inconclusive weak",
      "setup-under-five-minutes": "contested strong segment-split",
      "weekly-digest": "leaning-invalid moderate",
    });
  });

  test("the last talk is the sales call with Gantry, the last without selling is Acme", () => {
    const until = held().filter(({date}) => date <= demoBaseDay);
    expect(lastSpoken(until)).toMatchObject({
      date: "2026-11-19",
      customer: "gantry",
      team: ["ana", "farid"],
      contacts: ["tom-berg"],
    });
    expect(lastSpoken(until.filter(({selling}) => !selling))).toMatchObject({
      date: "2026-11-06",
      customer: "acme",
    });
  });

  test("nobody in public-sector was ever spoken with", () => {
    const segmentOf = new Map(collection.customers.map(({id, segment}) => [id, segment]));
    const spoken = held()
      .filter(isSpoken)
      .map(({customer}) => segmentOf.get(customer));
    expect(new Set(spoken)).toEqual(new Set(["smb", "enterprise"]));
  });

  test("talks fail to be meaningful for different reasons", () => {
    const why = (suffix: string) => meaning(talk(suffix), collection.config.meaningful);
    expect(why("w1r5qg")).toMatchObject({meaningful: false, why: ["nothing-learned"]});
    expect(why("n0d6yr")).toMatchObject({meaningful: false, why: ["talked-too-much"]});
    expect(why("r4e7cz")).toMatchObject({meaningful: true, overridden: {instead: ["too-short"]}});
    const failed = collection.conversations.flatMap(
      (one) => meaning(one, collection.config.meaningful).why,
    );
    expect(new Set(failed)).toEqual(
      new Set([
        "not-held",
        "secondhand",
        "not-live",
        "nobody-present",
        "too-short",
        "nothing-learned",
        "not-written-up",
        "talked-too-much",
        "overridden",
      ]),
    );
  });

  test("one demo, two accounts, one conversation", () => {
    const demo = talk("e3j9tw");
    expect(demo.also.map((id) => id.slice(-6))).toEqual(["g6h2pv"]);
    expect(demo.evidence.map(({assumption}) => assumption)).toEqual([
      "board-wants-link",
      "weekly-digest",
    ]);
    expect(demo).toMatchObject({team: ["ana", "farid"], duration: 45});
  });

  test("there are about thirty conversations over a year", () => {
    const all = collection.conversations;
    expect(all.length).toBeGreaterThanOrEqual(30);
    expect(all.length).toBeLessThanOrEqual(40);
    const months = new Set(all.map(({date}) => date.slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(12);
  });
});

/** What a gate asks of a concept, counted here by hand so that the story does not hang on the gate's code. */
function gateFigures(concept: string, after: string) {
  const own = assessAll(collection, demoBaseDay).filter(
    ({assumption, retired}) => assumption.concepts.includes(concept) && !retired,
  );
  const ids = own.map(({assumption}) => assumption.id);
  const talks = held().filter(
    ({date, concepts, evidence}) =>
      date > after &&
      date <= demoBaseDay &&
      (concepts.includes(concept) || evidence.some((row) => ids.includes(row.assumption))),
  );
  const counted = talks.filter((one) => meaning(one, collection.config.meaningful).meaningful);
  const segmentOf = new Map(collection.customers.map(({id, segment}) => [id, segment]));
  const segments = collection.concepts.find(({id}) => id === concept)?.segments ?? [];
  const heard = new Set(talks.filter(isSpoken).map(({customer}) => segmentOf.get(customer)));
  const decisions = collection.decisions.filter(
    (one) => one.concept === concept && one.status === "accepted" && (one.date ?? "") > after,
  );
  const last = lastSpoken(talks.filter(isSpoken));
  return {
    conversations: counted.length,
    customers: new Set(counted.map(({customer}) => customer)).size,
    recent: last === null ? null : daysBetween(last.date, demoBaseDay),
    critical: own
      .filter(({assumption}) => assumption.importance === "critical")
      .map(({assumption, assessment}) => `${assumption.id}: ${assessment.status}`),
    noes: talks.flatMap(({evidence}) =>
      evidence.filter(
        ({assumption, stance, kind}) =>
          ids.includes(assumption) &&
          stance === "refutes" &&
          !["compliment", "hypothetical", "opinion"].includes(kind),
      ),
    ).length,
    shaped: decisions.filter(({because}) => because.length > 0).length,
    reversals: decisions.filter(({replaces}) => replaces !== null).length,
    unheard: segments.filter((segment) => !heard.has(segment)),
  };
}

describe("the next gates", () => {
  test("Fast setup is not ready for three reasons", () => {
    const figures = gateFigures("fast-setup", "2026-09-15");
    expect(figures).toMatchObject({
      critical: ["setup-under-five-minutes: contested", "it-allows-cloud-connection: untested"],
      unheard: ["public-sector"],
      conversations: 5,
      // These three are met.
      customers: 5,
      recent: 1,
      shaped: 1,
    });
    expect(figures.noes).toBeGreaterThan(2);
    expect(criteriaOf("fast-setup")).toEqual([["conversations", 8]]);
  });

  test("Board link is ready", () => {
    const figures = gateFigures("board-link", "2026-06-30");
    expect(figures).toMatchObject({critical: ["board-wants-link: validated"], unheard: []});
    expect(figures.conversations).toBeGreaterThanOrEqual(5);
    expect(figures.customers).toBeGreaterThanOrEqual(4);
    expect(figures.recent).toBeLessThanOrEqual(21);
    expect(figures.noes).toBeGreaterThanOrEqual(1);
    expect(figures.shaped).toBeGreaterThanOrEqual(1);
    expect(figures.reversals).toBe(1);
    expect(criteriaOf("board-link")).toEqual([
      ["customers", 4],
      ["recent", 21],
    ]);
  });

  const criteriaOf = (concept: string) =>
    collection.concepts
      .find(({id}) => id === concept)
      ?.criteria.map(({criterion, value}) => [criterion, value]);
});

describe("what a year leaves behind", () => {
  const open = () =>
    held().flatMap(({customer, steps}) => steps.map((step) => ({customer, ...step})));

  test("steps that are done, open and late, ours and theirs", () => {
    const late = open().filter(({done, due}) => !done && due !== null && due < demoBaseDay);
    expect(late.map(({customer, who}) => [customer, who])).toEqual([
      ["dune", "ben"],
      ["minato", "them"],
    ]);
    expect(open().filter(({done, doneOn}) => done && doneOn === null)).toHaveLength(1);
    expect(
      open().filter(({done, due}) => !done && (due ?? "") > demoBaseDay).length,
    ).toBeGreaterThan(3);
    expect(open().filter(({done, due}) => !done && due === null)).toHaveLength(1);
  });

  test("noes that nobody went back to, and one that somebody did", () => {
    const followed = new Set(collection.conversations.map(({follows}) => follows));
    const declined = held().filter(({asks}) => asks.some(({answer}) => answer === "declined"));
    expect(declined.filter(({id}) => !followed.has(id)).map(({customer}) => customer)).toEqual([
      "fjord",
      "elm-and-oak",
      "gantry",
    ]);
    expect(followed.has(talk("s9c4td").id)).toBe(true);
  });

  test("promises of what does not exist, requests with the need beneath", () => {
    const promises = held().flatMap(({customer, promised}) =>
      promised.flatMap(({exists}) => (exists === "none" ? [customer] : [])),
    );
    expect(promises).toEqual(["fjord", "fjord", "dune"]);
    expect(held().flatMap(({requests}) => requests.filter(({need}) => need === null))).toEqual([]);
  });

  test("consent in every shape: given, refused, ended, never asked", () => {
    const consents = held().map(({consent, until}) =>
      consent === null
        ? "never asked"
        : consent.length === 0
          ? "refused"
          : until !== null && until < demoBaseDay
            ? "ended"
            : "given",
    );
    expect(new Set(consents)).toEqual(new Set(["never asked", "refused", "ended", "given"]));
  });
});

test("after a shift every assumption is where it was", async () => {
  const later = "2029-03-01";
  const shifted = await loadShiftedDemo(later);
  expect(statuses(shifted, later)).toEqual(statuses(workspace, demoBaseDay));
});
