import {expect} from "vitest";
import {type Ran, runCli} from "../cli/harness.ts";
import {today} from "./good-workspace.ts";

export interface Named {
  file: string;
  line: number;
  column: number;
  severity: "error" | "warning";
  code: string;
  message: string;
  hint: string | null;
  dropped: "file" | "value" | "line" | null;
}

export interface Answer<Data> {
  sources: {files: number; read: number; partial: number; skipped: number; diagnostics: Named[]};
  data: Data;
}

/** Runs a command over a workspace on the day of the faulty files, without git, which reading never needs. */
export function ask(root: string, ...argv: string[]): Promise<Ran> {
  return runCli(argv, {cwd: root, today, env: {PATH: "/nowhere"}});
}

/** What a command says as JSON; its exit code must be the given one. */
export async function askJson<Data = unknown>(
  root: string,
  code: number,
  ...argv: string[]
): Promise<Answer<Data>> {
  const ran = await ask(root, ...argv, "--json");
  expect(ran.code, ran.stdout + ran.stderr).toBe(code);
  return JSON.parse(ran.stdout) as Answer<Data>;
}

/** Everything that reports say of a workspace, without what they say of its faults. */
export async function figures(root: string, ...more: string[][]): Promise<unknown[]> {
  const said: unknown[] = [];
  for (const argv of [["report", "last"], ["report", "assumptions"], ["list"], ...more])
    said.push((await askJson(root, 0, ...argv)).data);
  return said;
}

/** The faults that `check` names, in order. */
export async function faultsOf(root: string): Promise<{named: Named[]; code: number}> {
  const ran = await ask(root, "check", "--json");
  const {data} = JSON.parse(ran.stdout) as Answer<{diagnostics: Named[]}>;
  return {named: data.diagnostics, code: ran.code};
}
