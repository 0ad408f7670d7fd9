import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {runCli} from "../cli/harness.ts";
import {
  assumptionsFromReport,
  type AssumptionsReport,
  expectedAssumptions,
  expectedLast,
  expectedList,
  lastFromReport,
  type LastReport,
} from "./expected.ts";
import {readWorkspace} from "./naive-reader.ts";
import {talksOf} from "./naive-talks.ts";
import {randomToday, randomWorkspace, writeFiles} from "./random-workspace.ts";

/** How many random workspaces; PM_TALK_RECOUNT_SEEDS raises it for a long run. Days are days in any zone. */
const usual = process.env.TZ === "UTC" ? 40 : 4;
const seeds = Number(process.env.PM_TALK_RECOUNT_SEEDS ?? usual);
const demo = join(import.meta.dirname, "../../templates/demo");
const made: string[] = [];

afterAll(() => {
  for (const root of made) rmSync(root, {recursive: true, force: true});
});

interface Envelope<Data> {
  asOf: string;
  sources: {partial: number; skipped: number};
  data: Data;
}

/** The JSON of a command as of a day; a workspace of the recount has no faults, so nothing may be left out. */
async function reportOf<Data>(root: string, words: string[], asOf: string): Promise<Data> {
  const argv = [...words, "--json", "--as-of", asOf];
  const {code, stdout, stderr} = await runCli(argv, {
    cwd: root,
    today: randomToday,
    env: {PATH: "/nowhere"},
  });
  expect(code, stderr).toBe(0);
  const envelope = JSON.parse(stdout) as Envelope<Data>;
  expect(envelope.sources, stderr).toMatchObject({partial: 0, skipped: 0});
  expect(envelope.asOf).toBe(asOf);
  return envelope.data;
}

async function compare(root: string, asOf: string): Promise<void> {
  const workspace = readWorkspace(root);
  const talks = talksOf(workspace);
  const last = await reportOf<LastReport>(root, ["last"], asOf);
  expect(lastFromReport(last)).toEqual(expectedLast(workspace, talks, asOf));
  const same = await reportOf<LastReport>(root, ["report", "last"], asOf);
  expect(same).toEqual(last);
  const assumptions = await reportOf<AssumptionsReport>(root, ["report", "assumptions"], asOf);
  expect(assumptionsFromReport(assumptions)).toEqual(expectedAssumptions(workspace, talks, asOf));
  const list = await reportOf<ListReport>(root, ["list"], asOf);
  const wanted = expectedList(workspace, talks, asOf);
  const found = list.conversations.filter((talk) => talk.date <= asOf);
  expect(found.map((talk) => talk.conversation).sort()).toEqual(Object.keys(wanted).sort());
  for (const {conversation, meaningful, why} of found) {
    const {meaningful: counts, why: conditions} = wanted[conversation] ?? {};
    expect(meaningful, conversation).toBe(counts);
    if (conditions !== null) expect(why, conversation).toEqual(conditions);
  }
}

interface ListReport {
  conversations: {conversation: string; date: string; meaningful: boolean; why: string[]}[];
}

describe("the reports equal an independent recount", () => {
  it.each(["2026-11-20", "2026-11-19", "2026-09-24", "2026-08-31", "2026-03-01", "2025-01-01"])(
    "on the sample as of %s",
    {timeout: 30_000},
    async (asOf) => {
      await compare(demo, asOf);
    },
  );

  it(`on ${String(seeds)} random workspaces`, {timeout: 10_000 + seeds * 2_000}, async () => {
    for (let seed = 1; seed <= seeds; seed++) {
      const root = mkdtempSync(join(tmpdir(), `recount-${String(seed)}-`));
      made.push(root);
      writeFiles(root, randomWorkspace(seed));
      const earlier = seed % 3 === 0 ? "2026-05-31" : "2026-08-20";
      for (const asOf of [randomToday, earlier])
        await compare(root, asOf).catch((error: unknown) => {
          throw new Error(`seed ${String(seed)} as of ${asOf}: ${String(error)}`, {cause: error});
        });
    }
  });
});
