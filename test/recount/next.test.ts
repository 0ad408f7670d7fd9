import {expect, it} from "vitest";
import type {NextData} from "../../src/reports/next.ts";
import {temporaryFolder} from "../cli/harness.ts";
import {countNext, type NaiveScope} from "./naive-next.ts";
import {readWorkspace} from "./naive-reader.ts";
import {talksOf} from "./naive-talks.ts";
import {fold} from "./naive-text.ts";
import {ask} from "./not-ready.ts";
import {randomGates} from "./random-gates.ts";
import {type Chance, chanceOf} from "./random-source.ts";
import {writeFiles} from "./random-workspace.ts";

const usual = process.env.TZ === "UTC" ? 20 : 3;
const seeds = Number(process.env.PM_TALK_RECOUNT_SEEDS ?? usual);

/** Customers who left, may not be asked or were introduced, and goals that nobody has met. */
function withCustomers(seed: number): Map<string, string> {
  const chance = chanceOf(seed + 7_000);
  const {files} = randomGates(seed);
  for (const [path, text] of files) {
    if (path === "pm-talk.yml") files.set(path, `${text}goals: {pm: 99, leader: 0}\n`);
    if (path.startsWith("customers/"))
      files.set(
        path,
        text.replace(/^(\uFEFF?---\r?\n)/, (fence) => fence + more(chance, text)),
      );
  }
  return files;
}

function more(chance: Chance, text: string): string {
  const lines: string[] = [];
  if (!/^stage:/m.test(text) && chance.often(60))
    lines.push(`stage: ${chance.pick(["churned", "lost"])}`);
  if (chance.often(20)) lines.push(`contactable: ${chance.pick(["yes", "pause", "no"])}`);
  if (chance.often(25)) lines.push("introduced: Somebody");
  return lines.map((line) => `${line}\n`).join("");
}

it.each(Array.from({length: seeds}, (_, index) => index + 1))(
  "who to talk to next, and why, equals an independent recount, workspace %i",
  async (seed) => {
    const root = temporaryFolder();
    writeFiles(root, withCustomers(seed));
    const workspace = readWorkspace(root);
    const asOf = seed % 3 === 0 ? "2026-09-20" : "2026-11-20";
    // What asks: nobody, a PM who has a goal, and somebody in sales who has none.
    const asked: [argv: string[], scope: NaiveScope][] = [
      [[], {nextGate: "2026-12-01", belowGoal: false}],
      [["--for", "ben"], {nextGate: "2026-12-01", belowGoal: true}],
      [["--for", "farid"], {nextGate: "2026-12-01", belowGoal: false}],
    ];
    for (const [argv, scope] of asked) {
      const env = {PM_TALK_ME: ""};
      const ran = await ask(root, ["next", "-n", "999", ...argv, "--json", "--as-of", asOf], env);
      expect(ran.code, ran.stderr).toBe(0);
      const {suggestions} = (JSON.parse(ran.stdout) as {data: NextData}).data;
      const found = suggestions.map(({customer, segment, reasons}) => ({
        customer: customer === null ? null : fold(customer),
        segment: customer === null ? segment : null,
        ranks: reasons.map(({rank}) => rank),
      }));
      expect([argv, found]).toEqual([argv, countNext(workspace, talksOf(workspace), asOf, scope)]);
    }
  },
);
