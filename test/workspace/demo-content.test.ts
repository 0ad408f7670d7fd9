import {beforeAll, describe, expect, test} from "vitest";
import {assessAll} from "../../src/analysis/assess-all.ts";
import {flags} from "../../src/analysis/status-flags.ts";
import {itemSections, type LineOf, type LineSection} from "../../src/notes/body.ts";
import type {Collection} from "../../src/notes/collection.ts";
import * as words from "../../src/notes/vocabulary.ts";
import {demoBaseDay} from "../../src/workspace/demo.ts";
import type {Workspace} from "../../src/workspace/load.ts";
import {loadDemo, loadShiftedDemo} from "./load-demo.ts";

let workspace: Workspace;
let collection: Collection;
let shifted: Workspace;

beforeAll(async () => {
  shifted = await loadShiftedDemo("2029-03-01");
  workspace = await loadDemo();
  collection = workspace.collection;
});

/** What occurs of the given words, in their order. */
const used = <Word>(all: readonly Word[], found: Iterable<unknown>): Word[] => {
  const set = new Set(found);
  return all.filter((word) => set.has(word));
};
function lines<Section extends LineSection>(section: Section): LineOf<Section>[] {
  return workspace.results.flatMap(
    ({result}): LineOf<Section>[] => result.parsed?.body.lines[section] ?? [],
  );
}

describe("check", () => {
  test.each([
    ["on the base day", () => workspace],
    ["shifted", () => shifted],
  ])("%s asks one question, about the demo that two wrote up, and finds no fault", (_, of) => {
    expect(of().diagnostics.map(({code, file}) => [code, file.slice(-9)])).toEqual([
      ["possible-duplicate", "g6h2pv.md"],
    ]);
    expect(of().collection.counts).toMatchObject({partial: 0, skipped: 0});
  });

  test("there is nothing that no schema and no section knows", () => {
    for (const {result} of workspace.results) {
      expect(result.parsed?.unknownKeys).toEqual([]);
      expect(result.parsed?.unknownHeadings).toEqual([]);
    }
  });

  test("everybody and everything that is named is declared", () => {
    const {customers, assumptions, concepts, conversations, decisions, config} = collection;
    expect(customers.filter(({file}) => file === null)).toEqual([]);
    expect(assumptions.filter(({state}) => state !== "declared")).toEqual([]);
    expect(concepts.filter(({file}) => file === null)).toEqual([]);
    const members = new Set(config.team.map(({handle}) => handle));
    const contacts = new Map(customers.map(({id, people}) => [id, people.map((one) => one.id)]));
    const ids = new Set(conversations.flatMap(({id, also}) => [id, ...also]));
    for (const one of conversations) {
      expect([...one.team, ...one.observers].filter((who) => !members.has(who))).toEqual([]);
      const said = [...one.evidence, ...Object.values(one.items).flat()];
      const who = [...one.contacts, ...said.flatMap((part) => part.who ?? [])];
      expect(who.filter((name) => contacts.get(one.customer)?.includes(name) !== true)).toEqual([]);
      expect(one.follows === null || ids.has(one.follows)).toBe(true);
      expect(one.steps.filter((step) => step.who !== "them" && !members.has(step.who))).toEqual([]);
      const themes = said.flatMap((part) => part.themes);
      expect(themes.filter((theme) => !config.themes.includes(theme))).toEqual([]);
    }
    expect(
      decisions.flatMap(({because}) => because).filter((row) => !ids.has(row.conversation)),
    ).toEqual([]);
    expect(
      decisions.flatMap(({told}) => told).filter((row) => !contacts.has(row.customer)),
    ).toEqual([]);
  });
});

describe("every word occurs", () => {
  test("of conversations", () => {
    const all = collection.conversations;
    const types = [...Object.keys(words.conversationTypes), "roadshow"];
    expect(
      used(
        types,
        all.map(({type}) => type),
      ),
    ).toEqual(types);
    const cases = [
      [words.noteStatuses, all.map(({status}) => status)],
      [words.channels, all.map(({channel}) => channel)],
      [words.sources, all.map(({source}) => source)],
      [words.relationships, all.map(({relationship}) => relationship)],
      [words.endings, all.map(({ended}) => ended)],
      [words.consents, all.flatMap(({consent}) => consent ?? [])],
      [words.attributions, all.map(({attribution}) => attribution)],
      [["v1", "v2", "v3"], all.map(({pitch}) => pitch)],
      [[true, false], all.map(({meaningful}) => meaningful)],
    ] as const;
    for (const [known, found] of cases) expect(used<unknown>(known, found)).toEqual([...known]);
    const filled = itemSections.filter((key) => all.some(({items}) => items[key].length > 0));
    expect(filled).toEqual([...itemSections]);
  });

  test("of lines", () => {
    const cases = [
      [words.stances, lines("evidence").map(({stance}) => stance)],
      [words.evidenceKinds, lines("evidence").map(({kind}) => kind)],
      [[true, false], lines("evidence").map(({unprompted}) => unprompted)],
      [words.currencies, lines("asks").map(({currency}) => currency)],
      [words.askAnswers, lines("asks").map(({answer}) => answer)],
      [words.promiseStates, lines("promised").map(({exists}) => exists)],
      [[null, ...words.requestAnswers], lines("requests").map(({answer}) => answer)],
      [[null, 0, 1, 2, 3], lines("requests").map(({importance}) => importance)],
      [words.introductionStates, lines("introductions").map(({state}) => state)],
      [[true, false], lines("steps").map(({done}) => done)],
      [words.contactRoles, lines("people").map(({role}) => role)],
      [words.relationships, lines("people").map(({relationship}) => relationship)],
      [[null, ...words.gateDecisions], lines("gates").map(({decision}) => decision)],
      [words.claimHorizons, lines("claims").map(({horizon}) => horizon)],
      [words.limitationAreas, lines("limitations").map(({area}) => area)],
      [[false], lines("criteria").map(({value}) => value)],
    ] as const;
    for (const [known, found] of cases) expect(used<unknown>(known, found)).toEqual([...known]);
    expect(lines("people").filter(({left}) => left !== null)).toHaveLength(1);
    expect(lines("because").length).toBeGreaterThan(10);
    expect(lines("told").length).toBeGreaterThan(4);
  });

  test("of registers", () => {
    const {customers, assumptions, decisions} = collection;
    const cases = [
      [words.stages, customers.map(({stage}) => stage)],
      [words.relationships, customers.map(({relationship}) => relationship)],
      [words.contactables, customers.map(({contactable}) => contactable)],
      [collection.config.segments, customers.map(({segment}) => segment)],
      [words.assumptionTypes, assumptions.map(({type}) => type)],
      [words.importances, assumptions.map(({importance}) => importance)],
      [words.decisionTypes, decisions.map(({type}) => type)],
      [words.decisionStatuses, decisions.map(({status}) => status)],
    ] as const;
    for (const [known, found] of cases) expect(used<unknown>(known, found)).toEqual([...known]);
  });

  test("of statuses and flags", () => {
    const assessed = assessAll(collection, demoBaseDay).filter(({retired}) => !retired);
    expect(
      used(
        words.assumptionStatuses,
        assessed.map(({assessment}) => assessment.status),
      ),
    ).toEqual([...words.assumptionStatuses]);
    expect(
      used(
        flags,
        assessed.flatMap(({assessment}) => assessment.flags),
      ),
    ).toEqual([...flags]);
  });
});
