import type {Block, Document} from "../../src/reports/document.ts";
import {gateSample} from "../render/gate-sample.ts";
import {pageFiles} from "./page-workspace.ts";

const attack = `</style></title><script>document.title="run"</script><img src=x onerror=alert(1)>" onmouseover="a()`;
const long = "w".repeat(150);
const mixed = `${attack} \u202eevil \u05e9\u05dc\u05d5\u05dd 株式会社アクメ 👩‍👩‍👧 ${long}`;

/** As text of a line: its signs mean nothing. */
function plain(text: string): string {
  return text.replace(/[()[\]<:"]/g, "\\$&");
}

/** The small team, with everything in its notes that a page has been broken with. */
export const hostileFiles: Record<string, string> = {
  ...pageFiles,
  "customers/bolt.md": `---
name: ${JSON.stringify(`<b>${attack}`)}
aliases: [bolt]
segment: smb
---
`,
  "customers/gantry.md": `---
name: ${JSON.stringify(`Gantry ${attack}`)}
aliases: [gantry]
---

## People
- **tom-berg** ${plain(mixed)} (buyer, neutral): tom@${long}.example
`,
  "customers/long.md": `---
name: ${long}
---
`,
  "assumptions/setup-alone.md": `---
statement: ${JSON.stringify(mixed)}
type: usability
importance: critical
wrong: ${JSON.stringify(mixed)}
---
`,
  "concepts/fast-setup.md": `---
name: ${JSON.stringify(`Fast ${mixed}`)}
aliases: [fast-setup]
summary: ${JSON.stringify(mixed)}
segments: [${JSON.stringify(long)}]
---

## Gates
- **G2** ${plain(mixed)} (2026-11-24)

## Claims
- ${plain(mixed)} (next): [[setup-alone]]

## Limitations
- ${plain(mixed)} (product): ${plain(mixed)}
`,
  "decisions/2026-11-20-ask-less-9m2xwc.md": `---
date: 2026-11-20
title: ${JSON.stringify(mixed)}
type: scope-out
concept: fast-setup
assumptions: [setup-alone]
change: ${JSON.stringify(mixed)}
challenge: ${JSON.stringify(mixed)}
---

## Because
- 2026-11-18-bolt-interview-h4h4h4: ${plain(mixed)}
`,
  "conversations/2026-11-18-bolt-interview-h4h4h4.md": `---
type: interview
date: 2026-11-18
customer: bolt
contacts: [${JSON.stringify(attack)}]
team: [ana]
recording: https://a.example/${long}
---

## What does not
- ${attack.replaceAll("<", "\\<")} setup https://a.example/?x=${long}

## Evidence
- **Against** [[setup-alone]] (observed): "${mixed.replaceAll("<", "\\<").replaceAll('"', "'")}"
- **For** [[cloud]] (story): "javascript:alert(1) ${long}"

## Next steps
- [ ] ${long} (ana, 2026-11-19)
`,
};

/** Names of roles and the like stay; what comes from a note does not. */
const written = new Set([
  "text",
  "label",
  "found",
  "title",
  "note",
  "source",
  "aside",
  "more",
  "empty",
]);

/** Lists of texts, which have no name of their own. */
const lists = new Set([...written, "items", "rows", "boxes", "lines", "value", "lead"]);

function hostile(value: unknown, key = ""): unknown {
  if (typeof value === "string") return written.has(key) ? `${value} ${mixed}` : value;
  if (Array.isArray(value)) {
    return value.map((each: unknown) => hostile(each, lists.has(key) ? "text" : key));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, hostile(inner, name)]);
  return Object.fromEntries(entries) as unknown;
}

/** The sample of every block with each of its texts replaced. */
export const hostileSample: Document = {
  title: attack,
  blocks: gateSample.blocks.map((block) => hostile(block) as Block),
};
