import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import type {GateData} from "../../src/reports/gate/gate-data.ts";
import {runCli} from "../cli/harness.ts";
import {countGate, type NaiveGate} from "./naive-gates.ts";
import {readWorkspace} from "./naive-reader.ts";
import {randomGates} from "./random-gates.ts";
import {randomToday, writeFiles} from "./random-workspace.ts";

const usual = process.env.TZ === "UTC" ? 20 : 3;
const seeds = Number(process.env.PM_TALK_RECOUNT_SEEDS ?? usual);

async function compare(root: string, gate: NaiveGate, asOf: string): Promise<void> {
  const argv = ["report", "gate", "fast-setup", "--gate", "G2", "--json", "--as-of", asOf];
  const world = {cwd: root, today: randomToday, env: {PATH: "/nowhere"}};
  const plain = await runCli(argv, world);
  const {data} = JSON.parse(plain.stdout) as {data: GateData};
  const wanted = countGate(readWorkspace(root), gate, asOf);
  const found = Object.fromEntries(data.mustMeets.map((one) => [one.id, one.found]));
  const expected: Record<string, number | null> = {...wanted.found};
  if (gate.segments.length === 0) expected.segments = null;
  for (const [name, value] of gate.criteria) if (value === "off") expected[name] = null;
  expect(found).toEqual(expected);
  expect(data.reversals).toBe(wanted.reversals);
  expect(data.notActedOn.map(({theme}) => theme).sort()).toEqual(wanted.idle.sort());
  expect(data.against).toHaveLength(wanted.against);
  expect(data.ready).toBe(isReady(wanted, gate));
  expect(data.previous).toEqual({id: "G1", decided: gate.since});
  expect(data.conversations.map(({conversation}) => conversation).sort()).toEqual(wanted.window);
  for (const {id, previousStatus} of data.assumptions)
    expect([id, previousStatus]).toEqual([id, wanted.before[id]]);
}

function isReady({found, criticals}: ReturnType<typeof countGate>, gate: NaiveGate): boolean {
  const meets = (name: string, usual: number, test: (wanted: number) => boolean) => {
    const wanted = gate.criteria.get(name) ?? usual;
    return wanted === "off" || test(wanted);
  };
  return (
    meets("conversations", 5, (wanted) => found.conversations >= wanted) &&
    meets("customers", 3, (wanted) => found.customers >= wanted) &&
    meets("recent", 30, (wanted) => found.recent !== null && found.recent <= wanted) &&
    meets("critical", 1, () => criticals > 0 && found.critical === criticals) &&
    meets("disconfirming", 1, (wanted) => found.disconfirming >= wanted) &&
    meets("shaped", 1, (wanted) => found.shaped >= wanted) &&
    meets("segments", 1, () => found.segments === gate.segments.length)
  );
}

it(
  `a gate equals an independent recount on ${String(seeds)} random workspaces`,
  {timeout: 20_000 + seeds * 3_000},
  async () => {
    for (let seed = 1; seed <= seeds; seed++) {
      const root = mkdtempSync(join(tmpdir(), `recount-gate-${String(seed)}-`));
      const {files, gate} = randomGates(seed);
      writeFiles(root, files);
      const asOf = seed % 3 === 0 ? "2026-10-31" : randomToday;
      await compare(root, gate, asOf)
        .catch((error: unknown) => {
          throw new Error(`seed ${String(seed)}: ${String(error)}`, {cause: error});
        })
        .finally(() => {
          rmSync(root, {recursive: true, force: true});
        });
    }
  },
);
