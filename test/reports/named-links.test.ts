import MarkdownIt from "markdown-it";
import {expect, test} from "vitest";
import {runCli, workspaceOf} from "../cli/harness.ts";
import {goldenFiles} from "./golden-workspace.ts";

const files = {
  ...goldenFiles,
  "concepts/fast-setup.md": `---
name: Fast setup
---

## Gates
- **G2** Build (2026-11-24)
`,
  "decisions/2026-11-10-ask-once-1a2b3c.md": `---
date: 2026-11-10
title: Ask once
type: scope-out
concept: fast-setup
---

## Because
- 2026-11-19-gantry-sales-call-k7f3qa: opened the help page
`,
  "decisions/2026-11-20-ask-less-9m2xwc.md": `---
date: 2026-11-20
title: Ask less
type: scope-out
concept: fast-setup
replaces: 2026-11-10-ask-once-1a2b3c
---

## Because
- 2026-11-19-gantry-sales-call-k7f3qa: opened the help page
- 2026-10-06-bolt-interview-b4x9te: did not

## Told
- bolt (2026-11-20)
`,
};

const names = [
  "Gantry",
  "Bolt | Söhne",
  "City of Alder",
  "New customers finish setup alone",
  "IT will allow",
  "Ask once",
  "Ask less",
];

/** The text of a page that leads nowhere, its title left out. */
function unlinked(markdown: string): string {
  const tokens = new MarkdownIt().parse(markdown.replace(/^# .*/, ""), {});
  let depth = 0;
  const texts = tokens
    .flatMap(({children}) => children ?? [])
    .map((token) => {
      if (token.type === "link_open") depth++;
      if (token.type === "link_close") depth--;
      return depth === 0 ? token.content : "";
    });
  return texts.join(" ");
}

test.each([
  ["report gate fast-setup"],
  ["decision list"],
  ["decision show 9m2xwc"],
  ["customer list"],
  ["assumption list"],
  ["concept show fast-setup"],
])("what %s names, it leads to", async (line) => {
  const {stdout} = await runCli([...line.split(" "), "--format", "markdown"], {
    cwd: workspaceOf(files),
  });
  expect(names.some((name) => stdout.includes(name.replace("|", "\\|")))).toBe(true);
  for (const name of names) expect(unlinked(stdout)).not.toContain(name);
});
