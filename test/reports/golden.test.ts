import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {version} from "../../src/cli/version.ts";
import {runCli, workspaceOf} from "../cli/harness.ts";
import {goldenFiles} from "./golden-workspace.ts";

/**
 * What people see, byte for byte: read the difference before you accept it.
 * GOLDEN=write npx vitest run --project UTC test/reports/golden.test.ts writes the files anew.
 */
const folder = join(import.meta.dirname, "golden");
const rewrites = process.env["GOLDEN"] === "write";

const pages: Record<string, string[]> = {
  overview: ["report"],
  last: ["last"],
  "report-last": ["report", "last"],
  assumptions: ["report", "assumptions"],
  explain: ["report", "assumptions", "--assumption", "setup-alone", "--explain"],
  list: ["list"],
  "customer-list": ["customer", "list"],
  "customer-show": ["customer", "show", "gantry"],
  "assumption-list": ["assumption", "list"],
  "assumption-show": ["assumption", "show", "setup-alone"],
};

/** JSON of the whole workspace would be longer than anybody reads. */
const narrowed: Record<string, string[]> = {
  last: ["--by", "eva"],
  "report-last": ["--by", "eva"],
  assumptions: ["--segment", "public-sector"],
};

const forms: Record<string, {flags: string[]; columns?: number}> = {
  "80.txt": {flags: [], columns: 80},
  "40.txt": {flags: [], columns: 40},
  md: {flags: ["--format", "markdown"]},
  html: {flags: ["--format", "html"]},
  csv: {flags: ["--format", "csv"]},
  json: {flags: ["--json"]},
};

/** Answers and pages of one thing have no table to be a spreadsheet. */
const tableless = new Set(["last", "customer-show", "assumption-show"]);

async function printed(argv: string[], columns: number | undefined): Promise<string> {
  const root = workspaceOf(goldenFiles);
  const env = {LANG: "en_US.UTF-8", NO_COLOR: "1"};
  const world = columns === undefined ? {cwd: root, env} : {cwd: root, env, columns};
  const {code, stdout} = await runCli(argv, world);
  expect(code).toBe(0);
  // Neither a release nor a better sentence of check must change every page.
  return withoutStyle(stdout)
    .replaceAll(`"version": "${version}"`, '"version": "VERSION"')
    .replaceAll(`pm-talk ${version}`, "pm-talk VERSION")
    .replaceAll(/"(message|hint)": "(?:\\.|[^"\\])*"/g, '"$1": "…"');
}

/** How a page looks has tests of its own; what it says is here. */
function withoutStyle(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, "<style>…</style>")
    .replace(/'sha256-[^']*'/, "'sha256-…'");
}

function golden(name: string, text: string): string {
  const path = join(folder, name);
  if (rewrites) {
    mkdirSync(folder, {recursive: true});
    writeFileSync(path, text);
  }
  return readFileSync(path, "utf8");
}

describe.each(Object.entries(pages))("%s", (page, argv) => {
  const own = Object.entries(forms).filter(([form]) => form !== "csv" || !tableless.has(page));
  test.each(own)("as %s", async (form, {flags, columns}) => {
    const filters = form === "json" ? (narrowed[page] ?? []) : [];
    const text = await printed([...argv, ...flags, ...filters], columns);
    expect(text).toBe(golden(`${page}.${form}`, text));
  });
});
