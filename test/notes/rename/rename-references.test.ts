import {expect, test} from "vitest";
import {foldName} from "../../../src/core/text.ts";
import type {FilePlace} from "../../../src/notes/files.ts";
import {readConfig} from "../../../src/notes/read-config.ts";
import {changedLines} from "../../../src/notes/rename/rename-lines.ts";
import type {Renaming} from "../../../src/notes/rename/rename-meant.ts";
import {renameReferences} from "../../../src/notes/rename/rename-references.ts";

const config = await readConfig("version: 1\nteam: [{handle: ana}]\n");
const note: FilePlace = {
  kind: "conversation",
  id: "2026-11-19-gantry-demo-k7f3qa",
  file: "conversations/2026/2026-11-19-gantry-demo-k7f3qa.md",
};
const concept: FilePlace = {kind: "concept", id: "fast", file: "concepts/fast.md"};
const decision: FilePlace = {kind: "decision", id: "d", file: "decisions/d.md"};
const assumption: FilePlace = {kind: "assumption", id: "b", file: "assumptions/b.md"};

function renaming(kind: Renaming["kind"], from: string, to: string, more: object = {}): Renaming {
  const folder = kind === "customer" ? "customers" : "assumptions";
  const at = (id: string) => ({id, file: `${folder}/${id}.md`});
  return {kind, names: new Set([foldName(from)]), from: at(from), to: at(to), alone: true, ...more};
}

/** The lines that changed, as they are afterwards. */
async function changed(text: string, place: FilePlace, how: Renaming): Promise<string[]> {
  const after = await renameReferences(text, place, config, how);
  const changes = changedLines(text, after);
  expect(changes.every(({before, after: to}) => before !== null && to !== null)).toBe(true);
  return changes.map(({line, after: to}) => `${String(line)} ${to ?? ""}`);
}

test("every form of a reference in a line changes, and nothing else of the line", async () => {
  const text = `---
type: interview
date: 2026-11-19
customer: Gantry   # not the one in Hamburg
team: [ana]
---

## Evidence
- **For** [setup](../../assumptions/old-idea.md#why "title") (story): "old-idea is old" — tom
- Against [[old-idea]] (opinion): see old-idea
*  **Mixed:**   [[assumptions/old-idea.md#x|old-idea]]   (opinion)
+ For \`old-idea\` (opinion)
- For Old-Idea (money): \`old-idea\`
- For ../../assumptions/old-idea.md (opinion)
- For [old-idea](<../../assumptions/old-idea.md>) (opinion)
- For [old-idea](old-idea) (opinion)
- For older-idea (opinion)
- For old-idea (guess)
`;
  expect(await changed(text, note, renaming("assumption", "old-idea", "new"))).toEqual([
    '9 - **For** [setup](../../assumptions/new.md#why "title") (story): "old-idea is old" — tom',
    "10 - Against [[new]] (opinion): see old-idea",
    "11 *  **Mixed:**   [[assumptions/new.md#x|old-idea]]   (opinion)",
    "12 + For `new` (opinion)",
    "13 - For new (money): `old-idea`",
    "14 - For ../../assumptions/new.md (opinion)",
    "15 - For [new](<../../assumptions/new.md>) (opinion)",
    "16 - For [new](new) (opinion)",
  ]);
});

test("links to the old file change wherever they stand, but not in code, and not those to others", async () => {
  const text = `---
type: interview
date: 2026-11-19
customer: gantry
team: [ana]
---

Talk with [Gantry](../../customers/gantry.md) and [gantry](../../customers/gantry.md).
[here](../customers/gantry.md) [there](https://example.com/customers/gantry.md) \`[x](../../customers/gantry.md)\`

# About [them](../.././customers/gantry.md)

## What works
> - They sent [[gantry]] and [[customers/gantry|them]], not [[concepts/gantry]]
>   and [gantry
>   again](../../customers/gantry.md?raw=1)

| a | b |
| - | - |
| [x](../../customers/gantry.md) | [[gantry]] |

\`\`\`
[x](../../customers/gantry.md)
\`\`\`
`;
  expect(await changed(text, note, renaming("customer", "gantry", "gantry-ltd"))).toEqual([
    "4 customer: gantry-ltd",
    "8 Talk with [Gantry](../../customers/gantry-ltd.md) and [gantry-ltd](../../customers/gantry-ltd.md).",
    "11 # About [them](../.././customers/gantry-ltd.md)",
    "14 > - They sent [[gantry-ltd]] and [[customers/gantry-ltd|them]], not [[concepts/gantry]]",
    "16 >   again](../../customers/gantry-ltd.md?raw=1)",
    "20 | [x](../../customers/gantry-ltd.md) | [[gantry-ltd]] |",
  ]);
  const shared = renaming("customer", "gantry", "gantry-ltd", {alone: false});
  expect(await changed(text, note, shared)).toContain(
    "14 > - They sent [[gantry]] and [[customers/gantry-ltd|them]], not [[concepts/gantry]]",
  );
});

test("front matter keeps its comments, quotes and style; contacts in the long form go along", async () => {
  const text = `\uFEFF---\r
type: interview\r
date: 2026-11-19\r
customer:   "[[customers/gantry.md|Gantry]]"   # see CRM\r
contacts:\r
  - gantry/tom-berg # CFO\r
  - 'Lena / Moss'\r
team: [ana]\r
crm: {gantry: 4711}\r
---\r
\r
## What works\r
- "Fine" — gantry/tom-berg\r
- "gantry/tom-berg" and gantry/lena\r
`;
  const after = await renameReferences(
    text,
    note,
    config,
    renaming("customer", "gantry", "新客户"),
  );
  expect(after).toBe(
    text
      .replace("gantry.md|", "新客户.md|")
      .replace("- gantry/tom-berg #", "- 新客户/tom-berg #")
      .replace("— gantry/", "— 新客户/"),
  );
});

test("claims, decisions and the assumption that replaces another refer too", async () => {
  const how = renaming("assumption", "old", "new");
  expect(
    await changed(
      "---\nname: Fast\n---\n## Claims\n- It is fast (today): [old](../assumptions/old.md), other, [[old]],old\n- old (today)\n",
      concept,
      how,
    ),
  ).toEqual(["5 - It is fast (today): [new](../assumptions/new.md), other, [[new]],new"]);
  expect(
    await changed(
      "---\ndate: 2026-11-20\ntitle: old\ntype: pivot\nassumptions:\n- a\n- 'old'\nreplaces: old\n---\n",
      decision,
      how,
    ),
  ).toEqual(["7 - 'new'"]);
  expect(
    await changed("---\nstatement: old\ntype: usability\nreplaces: old\n---\n", assumption, how),
  ).toEqual(["4 replaces: new"]);
});

test("where two customers become one, every name of the first leads to the second, in its folder", async () => {
  const how: Renaming = {
    kind: "customer",
    names: new Set(["dune", "dune health", "dh"]),
    from: {id: "dune", file: "customers/dune.md"},
    to: {id: "Acme, Inc. (US)", file: "customers/us/Acme, Inc. (US).md"},
    alone: true,
  };
  const text =
    "---\ndate: 2026-11-20\ntitle: x\ntype: pivot\n---\nWith [Dune](../customers/dune.md#people)\n\n## Told\n- Dune  Health (2026-11-26)\n- [DH](dune.md) (2026-11-27)\n- `dh` (2026-11-28)\n- [[dune]] (2026-11-29)\n";
  expect(await changed(text, decision, how)).toEqual([
    "6 With [Dune](../customers/us/Acme%2C%20Inc.%20%28US%29.md#people)",
    "9 - Acme\\, Inc. \\(US\\) (2026-11-26)",
    "10 - [DH](Acme%2C%20Inc.%20%28US%29.md) (2026-11-27)",
    "11 - `Acme, Inc. (US)` (2026-11-28)",
    "12 - [[Acme, Inc. (US)]] (2026-11-29)",
  ]);
});

test("a file that cannot be read, or does not refer, stays as it is", async () => {
  const how = renaming("assumption", "old", "new");
  for (const text of [
    "---\ntype: interview\n---\n## Evidence\n- For old (story)\n",
    "---\ntype: interview\ndate: 2026-11-19\ncustomer: old\nteam: [ana]\n---\n## What works\n- old [x](old.md)\n",
  ])
    expect(await renameReferences(text, note, config, how)).toBe(text);
});

test("long hostile lines take no time to speak of", async () => {
  const head =
    "---\ntype: interview\ndate: 2026-11-19\ncustomer: old\nteam: [ana]\n---\n## What works\n";
  const long = [
    "[[old]](".repeat(8000),
    `— ${"-".repeat(64_000)}`,
    " — old/".repeat(9000),
    "\\[`<".repeat(16_000),
  ];
  for (const line of long) {
    const after = await renameReferences(
      `${head}- ${line}\n`,
      note,
      config,
      renaming("customer", "old", "new"),
    );
    expect(after).toContain("customer: new\n");
  }
}, 10_000);
