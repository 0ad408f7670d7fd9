import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import type {GateData} from "../../src/reports/gate/gate-data.ts";
import {runCli} from "../cli/harness.ts";
import {countGate, type NaiveDecision, type NaiveGate} from "./naive-gates.ts";
import {readWorkspace} from "./naive-reader.ts";
import {type Chance, chanceOf} from "./random-source.ts";
import {randomToday, randomWorkspace, writeFiles} from "./random-workspace.ts";

const usual = process.env.TZ === "UTC" ? 20 : 3;
const seeds = Number(process.env.PM_TALK_RECOUNT_SEEDS ?? usual);

/** A random workspace with a concept that has gates, assumptions of its own, and decisions. */
function withGates(seed: number): {files: Map<string, string>; gate: NaiveGate} {
  const chance = chanceOf(seed + 5_000);
  const files = randomWorkspace(seed);
  const since = chance.pick(["2025-12-01", "2026-05-23", "2026-08-21"]);
  const segments = chance.some(["smb", "enterprise", "public-sector"], 2);
  files.set("concepts/fast-setup.md", conceptText(since, segments));
  for (const [path, text] of files) {
    if (path.startsWith("assumptions/") && chance.often(50))
      files.set(path, text.replace(/importance: \w+/, "importance: critical"));
  }
  const notes = [...files.keys()].flatMap((path) =>
    path.startsWith("conversations/") ? [path.replace(/.*\/|\.md$/g, "")] : [],
  );
  const decisions = [0, 1, 2].map((n) => {
    const one = randomDecision(chance, notes);
    files.set(`decisions/d${String(n)}.md`, decisionText(one));
    return one;
  });
  return {files, gate: {since, segments, decisions}};
}

function conceptText(since: string, segments: string[]): string {
  return `---
name: Fast setup
aliases: [setup]
segments: [${segments.join(", ")}]
---

## Gates
- **G1** Problem (2025-11-30, conditional-go ${since}): come back — eva
- **G1b** Problem again (2026-09-01, hold 2026-09-01)
- **G2** Build (2026-12-01, pending)
`;
}

function randomDecision(chance: Chance, notes: string[]): NaiveDecision {
  return {
    date: chance.pick(["2025-11-01", "2026-05-23", "2026-06-01", "2026-10-01", "2026-11-21"]),
    accepted: chance.often(70),
    challenge: chance.often(40),
    because: chance.often(80) ? [chance.pick([...notes, "no-such-note"])] : [],
  };
}

function decisionText({date, accepted, challenge, because}: NaiveDecision): string {
  const lines = ["---", `date: ${date}`, "title: One", "type: no-change", "concept: setup"];
  if (!accepted) lines.push("status: proposed");
  if (challenge) lines.push("challenge: we asked who would say no");
  lines.push("---", "");
  if (because.length > 0) lines.push("## Because", ...because.map((id) => `- [[${id}]]`));
  return `${lines.join("\n")}\n`;
}

async function compare(root: string, gate: NaiveGate, asOf: string): Promise<void> {
  const argv = ["report", "gate", "fast-setup", "--gate", "G2", "--json", "--as-of", asOf];
  const world = {cwd: root, today: randomToday, env: {PATH: "/nowhere"}};
  const plain = await runCli(argv, world);
  const {data} = JSON.parse(plain.stdout) as {data: GateData};
  const wanted = countGate(readWorkspace(root), gate, asOf);
  const found = Object.fromEntries(data.mustMeets.map((one) => [one.id, one.found]));
  const segments = gate.segments.length === 0 ? null : wanted.found.segments;
  expect(found).toEqual({...wanted.found, segments});
  expect(data.ready).toBe(isReady(wanted, gate));
  expect(data.previous).toEqual({id: "G1", decided: gate.since});
  expect(data.conversations.map(({conversation}) => conversation).sort()).toEqual(wanted.window);
  for (const {id, previousStatus} of data.assumptions)
    expect([id, previousStatus]).toEqual([id, wanted.before[id]]);
  // Nothing that is shown or not shown changes a figure.
  for (const flags of [["--all"], ["--explain"], ["--no-cache"]]) {
    const same = await runCli([...argv, ...flags], world);
    expect(same.stdout).toBe(plain.stdout);
  }
}

function isReady({found, criticals}: ReturnType<typeof countGate>, {segments}: NaiveGate): boolean {
  return (
    found.conversations >= 5 &&
    found.customers >= 3 &&
    found.recent !== null &&
    found.recent <= 30 &&
    criticals > 0 &&
    found.critical === criticals &&
    found.disconfirming >= 1 &&
    found.shaped >= 1 &&
    found.segments === segments.length
  );
}

it(
  `a gate equals an independent recount on ${String(seeds)} random workspaces`,
  {timeout: 20_000 + seeds * 3_000},
  async () => {
    for (let seed = 1; seed <= seeds; seed++) {
      const root = mkdtempSync(join(tmpdir(), `recount-gate-${String(seed)}-`));
      const {files, gate} = withGates(seed);
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
