import {existsSync, readFileSync} from "node:fs";
import ts from "typescript";
import {describe, expect, test} from "vitest";
import {bystanders, innocent, planted} from "./planted.ts";
import {readSource} from "./read-source.ts";
import {folderRules, owed} from "./rules.ts";
import {readSources, trackedSources} from "./source-files.ts";
import {findViolations, type Rule, type Violation} from "./violations.ts";

const shown = ({rule, path, message}: Violation): string => `${path} ${message} [${rule}]`;
const owedKey = ({rule, path}: Violation): string => `${rule} ${path}`;

describe("the source", () => {
  const files = readSources();
  const violations = findViolations(files, trackedSources());

  test("breaks no import rule", () => {
    expect(violations.filter((one) => !owed.includes(owedKey(one))).map(shown)).toEqual([]);
  });

  test("still breaks the rules that it is said to owe", () => {
    const broken = new Set(violations.map(owedKey));
    expect(owed.filter((one) => !broken.has(one))).toEqual([]);
  });

  test("is there to be looked at, in every folder that git knows", () => {
    const folders = new Set([...files.keys()].map((path) => path.split("/")[1] ?? ""));
    expect(trackedSources().length).toBeGreaterThan(100);
    for (const path of trackedSources()) expect(folders).toContain(path.split("/")[1]);
    for (const folder of ["core", "notes", "workspace", "analysis", "reports", "render", "cli"])
      expect(folders).toContain(folder);
  });

  test("imports what a second reader of imports sees", () => {
    for (const [path, text] of files) {
      const seen = readSource(path, text).imports.map((one) => one.from);
      const second = ts.preProcessFile(text, true, true).importedFiles.map((one) => one.fileName);
      expect([...seen].sort(), path).toEqual([...second].sort());
    }
  });
});

describe("the checker", () => {
  const check = (path: string, text: string): Violation[] => {
    const files = new Map([...bystanders, [path, text]]);
    return findViolations(files, [...files.keys()]);
  };

  test("has nothing to say about files that keep the rules", () => {
    expect(findViolations(bystanders, [...bystanders.keys()])).toEqual([]);
  });

  test("is not content with nothing", () => {
    expect(findViolations(new Map(), []).map((one) => one.rule)).toEqual(["nothing-seen"]);
  });

  test("names a file that it did not look at", () => {
    expect(findViolations(bystanders, [...bystanders.keys(), "src/core/new.ts"])).toEqual([
      {rule: "not-looked-at", path: "src/core/new.ts", message: "was not looked at"},
    ]);
  });

  test.each(planted)("$rule: $path $text", ({rule, path, text, says}) => {
    const found = check(path, text).filter((one) => one.rule === rule);
    expect(found.map(shown).join("\n")).toContain(says);
    expect(found[0]?.path).toBe(path);
  });

  test.each(innocent)("lets pass: %s %s", (path, text) => {
    expect(check(path, text)).toEqual([]);
  });

  test("sees a circle over three files, once, and one of types", () => {
    const circle = new Map([
      ["src/core/a.ts", 'import {b} from "./b.ts";'],
      ["src/core/b.ts", 'import type {c} from "./c.ts";'],
      ["src/core/c.ts", 'export {a} from "./a.ts";'],
      ["src/core/c-part.ts", 'import {a} from "./a.ts";'],
    ]);
    const cycles = findViolations(circle, []).filter((one) => one.rule === "cycle");
    expect(cycles.map((one) => one.message)).toEqual([
      "imports itself: src/core/a.ts -> src/core/b.ts -> src/core/c.ts -> src/core/a.ts",
    ]);
  });

  test("lets a file hand on the parts it was cut into", () => {
    const files = new Map([
      ["src/core/text.ts", 'export {part} from "./text-parts.ts";'],
      ["src/core/text-parts.ts", "export const part = 1;"],
    ]);
    expect(findViolations(files, [])).toEqual([]);
  });

  test("was seen to fail for each of its rules", () => {
    const seen = new Set<Rule>(planted.map((one) => one.rule));
    const every: Record<Exclude<Rule, "nothing-seen" | "not-looked-at">, true> = {
      "not-parsed": true,
      "not-typescript": true,
      "unknown-folder": true,
      folder: true,
      "types-only": true,
      "word-list": true,
      package: true,
      "package-file": true,
      "lazy-package": true,
      "node-module": true,
      network: true,
      impure: true,
      owner: true,
      unresolved: true,
      "re-export": true,
      "default-export": true,
      "empty-name": true,
      cycle: true,
    };
    expect([...seen].sort()).toEqual(Object.keys(every).sort());
  });

  test("lists no folder and no package that there is not", () => {
    const packageJson = JSON.parse(readFileSync("package.json", "utf8")) as {
      devDependencies: Record<string, string>;
    };
    for (const [folder, {packages}] of Object.entries(folderRules)) {
      expect(existsSync(`src/${folder}`), folder).toBe(true);
      for (const name of packages) expect(packageJson.devDependencies).toHaveProperty([name]);
    }
  });

  test("gives every rule a reason", () => {
    for (const rules of Object.values(folderRules)) expect(rules.why).not.toBe("");
  });
});
