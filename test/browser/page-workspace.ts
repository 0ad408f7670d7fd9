import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect} from "vitest";
import {commands} from "../../src/cli/registry.ts";
import {runCli, workspaceOf} from "../cli/harness.ts";
import {goldenFiles} from "../reports/golden-workspace.ts";

/** The small team with a gate ahead and something decided, so that every command has something to show. */
export const pageFiles: Record<string, string> = {
  ...goldenFiles,
  "concepts/fast-setup.md": `---
name: Fast setup
segments: [enterprise, public-sector]
---

## Gates
- **G2** Build (2026-11-24)

## Claims
- Connected before the coffee is cold (next): [setup-alone](../assumptions/setup-alone.md)

## Limitations
- IT must approve once (product): a one-page request they can forward
`,
  "decisions/2026-11-20-ask-less-9m2xwc.md": `---
date: 2026-11-20
title: Ask less
type: scope-out
concept: fast-setup
assumptions: [setup-alone]
change: the wizard asks for three things
by: [ana]
---

## Because
- 2026-11-19-gantry-sales-call-k7f3qa: opened the help page four times

## Told
- bolt (2026-11-20)
`,
};

/** What is typed behind the name of a command that asks for more, or that has more to show then. */
const typed: Record<string, string[]> = {
  "report assumptions": ["--explain", "--all"],
  "report gate": ["fast-setup"],
  "report all": ["-o", "reports"],
  gate: ["fast-setup"],
  list: ["--all"],
  search: ["setup"],
  "assumption show": ["setup-alone"],
  "customer show": ["gantry"],
  "concept show": ["fast-setup"],
  "decision show": ["9m2xwc"],
};

/** The page of every command that has one, by the command's name; a new command is among them by itself. */
export async function pagesOf(files: Record<string, string>): Promise<Map<string, string>> {
  const cwd = workspaceOf(files);
  const pages = new Map<string, string>();
  for (const {name, load} of commands) {
    const {flags} = await load();
    if (!flags.some((flag) => flag.flags.startsWith("--format "))) continue;
    const argv = [...name.split(" "), ...(typed[name] ?? []), "--format", "html"];
    const {code, stdout, stderr} = await runCli(argv, {cwd});
    expect([0, 1], `${argv.join(" ")}: ${stderr}`).toContain(code);
    // All reports go to a folder; the page that leads to them is the one that is none of theirs.
    const isPage = stdout.startsWith("<!doctype html>");
    pages.set(name, isPage ? stdout : readFileSync(join(cwd, "reports/index.html"), "utf8"));
  }
  return pages;
}
