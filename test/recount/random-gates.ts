import type {NaiveDecision, NaiveGate} from "./naive-gates.ts";
import {type Chance, chanceOf} from "./random-source.ts";
import {randomWorkspace} from "./random-workspace.ts";

export interface GatedWorkspace {
  files: Map<string, string>;
  gate: NaiveGate;
}

/** A random workspace with a concept that has gates, assumptions of its own, criteria, and decisions. */
export function randomGates(seed: number): GatedWorkspace {
  const chance = chanceOf(seed + 5_000);
  const files = randomWorkspace(seed);
  const since = chance.pick(["2025-12-01", "2026-05-23", "2026-08-21"]);
  const segments = chance.some(["smb", "enterprise", "public-sector"], 2);
  const criteria = chance.often(40) ? randomCriteria(chance) : [];
  files.set("concepts/fast-setup.md", conceptText(since, segments, criteria));
  for (const [path, text] of files) {
    if (path.startsWith("assumptions/") && chance.often(50))
      files.set(path, text.replace(/importance: \w+/, "importance: critical"));
  }
  const notes = [...files.keys()].flatMap((path) =>
    path.startsWith("conversations/") ? [path.replace(/.*\/|\.md$/g, "")] : [],
  );
  const decisions = [0, 1, 2, 3].map((n) => randomDecision(chance, notes, n));
  for (const one of decisions) files.set(`decisions/${one.id}.md`, decisionText(one));
  return {files, gate: {since, segments, decisions, criteria: new Map(criteria)}};
}

function randomCriteria(chance: Chance): [string, number | "off"][] {
  const lines: [string, number | "off"][] = [
    ["conversations", chance.pick([0, 1, 2])],
    ["customers", chance.pick([0, 1, 2])],
    ["recent", chance.pick([0, 8, 90])],
    ["disconfirming", chance.pick([0, 2, 4])],
    ["shaped", chance.pick([0, 1, 2])],
    ["critical", "off"],
    ["segments", "off"],
  ];
  return chance
    .some(lines, 4)
    .map(([name, value]) => [name, chance.often(25) ? "off" : value] as const)
    .map(([name, value]) => [name, value]);
}

function conceptText(since: string, segments: string[], criteria: [string, unknown][]): string {
  return `---
name: Fast setup
aliases: [setup]
segments: [${segments.join(", ")}]
---

## Gates
- **G1** Problem (2025-11-30, conditional-go ${since}): come back — eva
- **G1b** Problem again (2026-09-01, hold 2026-09-01)
- **G2** Build (2026-12-01, pending)

## Criteria
${criteria.map(([name, value]) => `- ${name} (${String(value)}): we said so\n`).join("")}`;
}

function randomDecision(chance: Chance, notes: string[], n: number): NaiveDecision {
  return {
    id: `d${String(n)}`,
    date: chance.pick(["2025-11-01", "2026-05-23", "2026-06-01", "2026-10-01", "2026-11-21"]),
    status: chance.pick(["accepted", "accepted", "accepted", "proposed", "superseded"]),
    replaces: n > 0 && chance.often(40) ? `d${String(chance.number(n))}` : null,
    challenge: chance.often(40),
    because: chance.often(80) ? [chance.pick([...notes, "no-such-note"])] : [],
  };
}

function decisionText({date, status, replaces, challenge, because}: NaiveDecision): string {
  const lines = ["---", `date: ${date}`, "title: One", "type: no-change", "concept: setup"];
  if (status !== "accepted") lines.push(`status: ${status}`);
  if (replaces !== null) lines.push(`replaces: ${replaces}`);
  if (challenge) lines.push("challenge: we asked who would say no");
  lines.push("---", "");
  if (because.length > 0) lines.push("## Because", ...because.map((id) => `- [[${id}]]`));
  return `${lines.join("\n")}\n`;
}
