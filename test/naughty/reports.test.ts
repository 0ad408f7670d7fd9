import {existsSync} from "node:fs";
import {join} from "node:path";
import stringWidth from "fast-string-width";
import {expect, test} from "vitest";
import {flattenSpace, foldName} from "../../src/core/text.ts";
import {visibleLine} from "../../src/core/visible.ts";
import {runCli, workspaceOf} from "../cli/harness.ts";
import {readMarkdown} from "./read-markdown.ts";
import {unprintable} from "./screen.ts";
import {filesOf} from "./string-workspace.ts";
import {naughty} from "./strings.ts";

/** Each name once: two spellings of one name are one customer, which is another test. */
const strings = [...new Map(naughty.map((text) => [foldName(text), flattenSpace(text)])).values()];
const parts = [0, 1, 2, 3].map((part) => strings.filter((_, index) => index % 4 === part));

/** Commands, and whether they name everything. */
const commands: Record<string, boolean> = {
  last: false,
  "report overview --all": true,
  "report last --all": true,
  "report assumptions --all": true,
  "list --all": true,
  "steps --all": true,
  "search #exports": false,
  "customer list --all": true,
  "assumption list --all": true,
};

const env = {LANG: "en_US.UTF-8", NO_COLOR: "1"};
const squeezed = (text: string): string => visibleLine(text).replace(/\s/g, "");

/** Read as a link or path to a file by that name, which is what double brackets and paths are for. */
const isReference = (text: string): boolean => /^\[\[.*\]\]$|\/[^/]*\.md$/.test(text);

test.each(parts.map((part, index) => [index, part] as const))(
  "every command names every string in every format, and obeys none: part %i",
  async (index, part) => {
    const root = workspaceOf(filesOf(part));
    const print = async (argv: string[], columns?: number): Promise<string> => {
      const world = columns === undefined ? {cwd: root, env} : {cwd: root, env, columns};
      const {code, stdout, stderr} = await runCli(argv, world);
      expect([code, stderr]).toEqual([0, ""]);
      return stdout;
    };
    for (const [words, all] of Object.entries(commands)) {
      const argv = words.split(" ");
      for (const columns of index === 0 ? [80, 20] : [20])
        expectReadable(await print(argv, columns), columns);
      const page = readMarkdown(await print([...argv, "--format=markdown"]));
      expect(page, words).toMatchObject({strayRows: [], html: []});
      for (const rows of page.tables) expect(new Set(rows).size, words).toBe(1);
      for (const target of page.targets) expectSafe(target, root);
      const json = await print([...argv, "--json"]);
      expect(json, words).not.toMatch(unprintable);
      const texts = new Set(textsOf(JSON.parse(json)));
      for (const text of all ? part : []) {
        if (squeezed(text).length <= 20) expect(page.shown, words).toContain(squeezed(text));
        if (!isReference(text)) expect(texts, words).toContain(text);
      }
    }
    const checked = JSON.parse(await print(["check", "--json"])) as {data: object};
    const files = part.length * 3 + Math.ceil(part.length / 4);
    expect(checked.data).toMatchObject({errors: 0, files});
  },
);

/** Nothing that a terminal would obey, and no line wider than it. */
function expectReadable(text: string, columns: number): void {
  expect(text).not.toMatch(unprintable);
  const widest = Math.max(...text.split("\n").map((line) => stringWidth(line)));
  expect(widest).toBeLessThanOrEqual(columns);
}

/** A link leads to a file that is there, or to a web address that somebody typed. */
function expectSafe(target: string, root: string): void {
  if (/^https?:\/\//.test(target)) return;
  expect(target).toMatch(/^(?:customers|assumptions|conversations)\/[a-z]+-?\d{3}\.md$/);
  expect(existsSync(join(root, target)), target).toBe(true);
}

/** All texts of a JSON value, keys not. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
