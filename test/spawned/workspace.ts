import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {temporaryFolder} from "./program.ts";

const config = `version: 1
team:
  - {handle: ana, name: Ana Ruiz, emails: [ana@example.com], function: pm, level: ic}
`;

/** A workspace in a temporary folder: the team, one customer with one talk, one assumption, and these files. */
export function workspace(files: Record<string, string> = {}): string {
  const root = temporaryFolder();
  const all: Record<string, string> = {
    "pm-talk.yml": config,
    "customers/gantry.md": "---\nname: Gantry\n---\n",
    "assumptions/setup-alone.md": `---
statement: New customers finish setup alone
type: usability
importance: critical
created: 2026-09-01
---
`,
    "conversations/2026/2026-11-19-gantry-interview-k7f3qa.md": note(
      '- **Against** [setup-alone](../../assumptions/setup-alone.md) (observed): "He opened the help page" — tom',
    ),
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** A note about a talk with Gantry on 2026-11-19, with these lines of evidence. */
export function note(evidence: string, more = ""): string {
  return `---
type: interview
date: 2026-11-19
customer: gantry
team: [ana]
---

## Evidence
${evidence}
${more}`;
}

/** A note whose JSON is longer than 5 MB; the file itself stays below the 5 MiB that are read. */
export const hugeNote = {
  id: "2026-11-18-gantry-interview-huge00",
  path: "conversations/2026/2026-11-18-gantry-interview-huge00.md",
  text: note("", `\n## What works\n${longItems()}`).replace("2026-11-19", "2026-11-18"),
};

function longItems(): string {
  const words = "exports take a whole morning, and then somebody starts again ";
  const items = Array.from({length: 1200}, (_, index) => `- ${String(index)} ${words.repeat(69)}`);
  return `${items.join("\n")}\n`;
}
