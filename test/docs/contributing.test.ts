import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");

it("names only files and folders that there are", () => {
  const named = [...page.matchAll(/`((?:src|test|templates|bin)(?:\/[\w./-]+)?)`/g)];
  const paths = named.map(([, path = ""]) => path).filter((path) => !path.includes("NAME"));
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it("names only functions that are exported by the file behind them", () => {
  const named = [...page.matchAll(/((?:`\w+`(?:, | and )?)+)\s+\(`(src\/[^`]+\.ts)`\)/g)];
  const pairs = named.flatMap(([, names = "", path = ""]) =>
    [...names.matchAll(/\w+(?=`)/g)].map(([name]) => ({name, path})),
  );
  expect(pairs.length).toBeGreaterThan(50);
  expect(pairs.filter(({name, path}) => !exportsOf(path).has(name))).toEqual([]);
});

it("has a row for every folder of the source", () => {
  const rows = [...page.matchAll(/^\| `src\/(\w+)` \|/gm)].map(([, folder]) => folder);
  const folders = readdirSync(join(root, "src"), {withFileTypes: true});
  expect(rows.sort()).toEqual(folders.map(({name}) => name).sort());
});

function exportsOf(path: string): Set<string> {
  const text = readFileSync(join(root, path), "utf8");
  const found = text.matchAll(/^export (?:async )?(?:function|const|class|type|interface) (\w+)/gm);
  return new Set([...found].map(([, name = ""]) => name));
}
