import {expect} from "vitest";
import type {GateData} from "../../src/reports/gate/gate-data.ts";
import {runCli, temporaryFolder} from "../cli/harness.ts";
import {randomGates} from "./random-gates.ts";
import {randomToday, writeFiles} from "./random-workspace.ts";

/** A random workspace whose gate is not ready, and in which every row against has words of its own. */
export interface NotReady {
  root: string;
  files: Map<string, string>;
  data: GateData;
  /** What every row against says; no two say the same. */
  words: string[];
}

export const asOf = "2026-11-18";
/** What names the gate, and the day for which it is asked. */
export const named = ["fast-setup", "--gate", "G2", "--as-of", asOf];

/** The first random workspace from a seed on whose gate is not ready although somebody spoke against. */
export async function notReady(seed: number): Promise<NotReady> {
  const root = temporaryFolder();
  const files = withWordsOfTheirOwn(randomGates(seed).files);
  writeFiles(root, files);
  const data = await gateOf(root);
  if (data.ready || data.against.length === 0) return await notReady(seed + 100);
  const words = wordsAgainst(data);
  expect(new Set(words).size).toBe(words.length);
  return {root, files, data, words};
}

/** What the rows against say, in their order. */
export function wordsAgainst({against}: GateData): string[] {
  return against.map(({quote}) => quote ?? "no words");
}

/** The gate's data as it is by now. */
export async function gateOf(root: string): Promise<GateData> {
  const {stdout, stderr} = await ask(root, ["gate", ...named, "--json"]);
  const {data} = JSON.parse(stdout) as {data?: GateData};
  if (data === undefined) throw new Error(stdout + stderr);
  return data;
}

/** Runs a command where nothing of the machine is to be found. */
export function ask(
  cwd: string,
  argv: string[],
  env: Record<string, string> = {},
  today = randomToday,
) {
  return runCli(argv, {cwd, today, env: {PATH: "/nowhere", ...env}});
}

/** A line of evidence against something, or for and against it, up to the end of its brackets. */
const against = /^((?:[-*]|\d\.) \**(?:against|mixed):?\**:? .*[)）])(?:: .*?)?(\r?)$/gim;

function withWordsOfTheirOwn(files: Map<string, string>): Map<string, string> {
  let n = 0;
  const own = (_: string, line: string, end: string) => `${line}: "nay${String(n++)}nay"${end}`;
  return new Map(
    Array.from(files, ([path, text]) => [
      path,
      path.startsWith("conversations/") ? text.replace(against, own) : text,
    ]),
  );
}
