import {chmodSync, existsSync, mkdirSync, readdirSync, statSync} from "node:fs";
import * as nodeModule from "node:module";
import {join} from "node:path";
import {expect, test} from "vitest";
import {pmTalk, temporaryFolder} from "./program.ts";
import {workspace} from "./workspace.ts";

const isKeeping = "enableCompileCache" in nodeModule;

/** A workspace, and a user's cache folder in which nothing lies yet. */
function place(): {cwd: string; env: Record<string, string>; folder: string} {
  const cache = temporaryFolder();
  return {cwd: workspace(), env: {XDG_CACHE_HOME: cache}, folder: join(cache, "pm-talk")};
}

const codeIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith("code-"));

test("a start that keeps nothing makes no folder for the compiled program", async () => {
  const {cwd, env, folder} = place();
  await pmTalk(["--version"], {cwd, env});
  await pmTalk(["last", "--no-cache"], {cwd, env});
  expect(existsSync(folder)).toBe(false);
});

test.runIf(isKeeping)("the compiled program is kept for the user alone", async () => {
  const {cwd, env, folder} = place();
  mkdirSync(folder, {mode: 0o700});
  const runs = [];
  for (let run = 0; run < 3; run++) runs.push(await pmTalk(["last", "--json"], {cwd, env}));
  const [code, ...more] = codeIn(folder);
  expect(more).toEqual([]);
  expect(statSync(join(folder, code ?? "")).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(folder, code ?? ""), {recursive: true}).length).toBeGreaterThan(5);
  expect(new Set(runs.map(({stdout}) => stdout.toString())).size).toBe(1);
});

test("a folder that others may write into holds no program", async () => {
  const {cwd, env, folder} = place();
  mkdirSync(folder);
  chmodSync(folder, 0o777);
  const {code, stderr} = await pmTalk(["last"], {cwd, env});
  expect({code, stderr}).toEqual({code: 0, stderr: ""});
  expect(readdirSync(folder)).toEqual([]);
});
