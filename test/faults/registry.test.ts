import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {runCli, workspaceOf} from "../cli/harness.ts";
import {cases} from "./cases.ts";
import {goodFiles} from "./good-workspace.ts";

interface Row {
  code: string;
  severity: "error" | "warning";
  dropped: string | null;
}

async function registry(): Promise<Row[]> {
  const ran = await runCli(["schema", "diagnostics"], {cwd: workspaceOf(goodFiles)});
  return JSON.parse(ran.stdout) as Row[];
}

/** Codes of files that are made by a test, found as words of its source. */
function madeInTests(): Set<string> {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => /^(generated|strict)\.test\.ts$/.test(name))
    .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"));
  expect(sources).toHaveLength(2);
  return new Set(
    sources.flatMap((text) => text.match(/(?<=")[a-z][a-z0-9]*(-[a-z0-9]+)+(?=")/g) ?? []),
  );
}

it("has a faulty file for every code, and a code for every fault", async () => {
  const rows = await registry();
  const codes = rows.map((row) => row.code);
  const made = madeInTests();
  const fixtures = cases.flatMap((one) => [one.code, ...(one.also ?? []).map(([, code]) => code)]);
  const seen = new Set(fixtures);
  expect(codes.filter((code) => ![...seen, ...made].includes(code))).toEqual([]);
  expect(fixtures.filter((code) => !codes.includes(code))).toEqual([]);
});

it("charges no more for a fault than its code says", async () => {
  const rows = new Map((await registry()).map((row) => [row.code, row]));
  const dear = ["line", "value", "file"];
  for (const {name, code, cost} of cases) {
    const row = rows.get(code);
    expect(dear.indexOf(cost ?? ""), name).toBeLessThanOrEqual(dear.indexOf(row?.dropped ?? ""));
    expect(row?.severity, name).toBe(cost === null ? "warning" : "error");
  }
});
