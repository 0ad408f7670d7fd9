import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {version} from "../../src/cli/version.ts";
import {demoToRead} from "../cli/demo-workspace.ts";
import {runCli} from "../cli/harness.ts";

/**
 * The three gates of the sample as gatekeepers see them, byte for byte: read the difference before you accept
 * it. GOLDEN=write npx vitest run --project UTC test/reports/gate-golden.test.ts writes the files anew.
 */
const folder = join(import.meta.dirname, "golden");
const demo = demoToRead();

const forms: Record<string, {flags: string[]; columns?: number}> = {
  "80.txt": {flags: [], columns: 80},
  md: {flags: ["--format", "markdown"]},
  html: {flags: ["--format", "html"]},
  csv: {flags: ["--format", "csv"]},
  json: {flags: ["--json"]},
};

async function printed(concept: string, flags: string[], columns?: number): Promise<string> {
  const env = {LANG: "en_US.UTF-8", NO_COLOR: "1"};
  const world = {cwd: demo(), env, ...(columns === undefined ? {} : {columns})};
  const {stdout} = await runCli(["report", "gate", concept, ...flags], world);
  if (!flags.includes("--json")) {
    // How a page looks has tests of its own.
    return stdout
      .replace(/<style>[\s\S]*?<\/style>/, "<style>…</style>")
      .replace(/'sha256-[^']*'/, "'sha256-…'")
      .replaceAll(`pm-talk ${version}`, "pm-talk VERSION");
  }
  const {kind, asOf, data} = JSON.parse(stdout) as Record<string, unknown>;
  return `${JSON.stringify({kind, asOf, data}, null, 1)}\n`;
}

function golden(name: string, text: string): string {
  const path = join(folder, name);
  if (process.env["GOLDEN"] === "write") {
    mkdirSync(folder, {recursive: true});
    writeFileSync(path, text);
  }
  return readFileSync(path, "utf8");
}

describe.each(["fast-setup", "board-link", "audit-export"])("%s", (concept) => {
  test.each(Object.entries(forms))("as %s", async (form, {flags, columns}) => {
    const text = await printed(concept, flags, columns);
    expect(text).toBe(golden(`gate-${concept}.${form}`, text));
  });
});
