import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect} from "vitest";
import {runCli, type Ran, temporaryFolder, workspaceOf} from "../harness.ts";
import type {Answer} from "../scripted-prompter.ts";

/** A small workspace: two customers, two assumptions, one concept, one talk with each customer. */
export function smallWorkspace(more: Record<string, string> = {}): string {
  return workspaceOf({
    "customers/gantry.md": `---
name: Gantry
aliases: [Gantry AG]
segment: enterprise
---

## People
- **tom-berg** Tom Berg, head of finance (buyer)
- **lena-moss** Lena Moss, controller (user)
- **old-hand** Old Hand, retired (left 2026-01-01)
`,
    "customers/acme.md": "---\nname: Acmé Corp\nsegment: smb\nrelationship: advocate\n---\n",
    "concepts/fast-setup.md": "---\nname: Fast setup\n---\n",
    "assumptions/setup-alone.md": `---
statement: New customers finish setup alone
type: usability
importance: critical
concepts: [fast-setup]
wrong: two of five need help
created: 2026-01-01
---
`,
    "assumptions/pay-for-sso.md": `---
statement: Customers pay extra for single sign-on
type: viability
importance: high
concepts: [fast-setup]
created: 2026-01-01
---
`,
    "conversations/2026/2026-11-12-gantry-sales-call-aaaaaa.md": `---
type: sales-call
date: 2026-11-12
customer: gantry
team: [ana]
contacts: [lena-moss]
concepts: [fast-setup]
pitch: v3
---

## Evidence
- **Against** setup-alone (story): "It took a day"
`,
    "conversations/2026/2026-11-02-acme-interview-bbbbbb.md": `---
type: interview
date: 2026-11-02
customer: acme
team: [ben]
---

## What works
- The board link
`,
    ...more,
  });
}

/** Folders in which this person's drafts lie; give the same to two runs that belong together. */
export function ownState(): Record<string, string> {
  return {XDG_STATE_HOME: temporaryFolder()};
}

export const today = "2026-11-19";

/** Runs `log` with somebody answering at the terminal. */
export async function logWith(
  cwd: string,
  answers: Answer[],
  argv: string[] = ["log"],
  env = ownState(),
): Promise<Ran> {
  return await runCli(argv, {cwd, today, answers, env});
}

/** The text of the note that a run says it saved. */
export function savedNote(ran: Ran, cwd: string): string {
  const path = /^Saved (conversations\/\S+)$/m.exec(ran.stdout)?.[1];
  expect(path, ran.printed).toBeDefined();
  return readFileSync(join(cwd, path ?? ""), "utf8");
}

const wizard = "The setup wizard, at the second permission screen #setup";
const help = '"He opened the help page four times, I counted"';

/** A sales call as the screens show it, and the flags that say the same. */
export const salesCall: {answers: Answer[]; flags: string[]} = {
  answers: [
    ["Customer?", "gan"],
    ["What was it?", null],
    ["Who was there?", ["Tom Berg", "you", "Ben"]],
    ["About which concept?", "Fast setup"],
    ["What made them lean in?", ['"Can I send that to the board tonight?"']],
    ["What made them tune out or object?", [wizard, help]],
    ["What has to change before they would use it?", ["Not only IT must be able to approve it"]],
    ["What surprised you?", []],
    ["Did any of it test one of these?", ["New customers finish"]],
    ["Their words?", help],
    ["For or against?", "Against"],
    ["How do you know?  (against)", "I saw it fail"],
    ["What did you ask them for?", "A paid pilot in January"],
    ["That is their", "money"],
    ["They said", "no"],
    ["Because?", "Not before the audit in March"],
    ["What did you promise them?", "Single sign-on"],
    ["Does it exist?", "on the roadmap"],
    ["Next step?", "Send the one-page pilot plan"],
    ["Who, by when?", "me, next thursday"],
    ["May we quote Tom Berg?", "Inside the company"],
    ["Save it?", "Save"],
  ],
  flags: [
    ...["log", "gantry", "--type", "sales-call", "--contact", "tom-berg", "--team", "ana"],
    ...["--team", "ben", "--concept", "fast-setup", "--pitch", "v3", "--consent", "internal"],
    ...["--lean-in", '"Can I send that to the board tonight?" — tom-berg', "--tune-out", wizard],
    ...["--must-change", "Not only IT must be able to approve it"],
    ...["--evidence", `Against setup-alone (observed): ${help} — tom-berg`],
    ...["--ask", "A paid pilot in January (money, declined): Not before the audit in March"],
    ...["--promise", "Single sign-on (roadmap)"],
    ...["--step", "Send the one-page pilot plan (ana, 2026-11-26)"],
  ],
};

/** A genuine open-ended chat with a fan, and the flags that say the same. */
export const interview: {answers: Answer[]; flags: string[]} = {
  answers: [
    ["Customer?", "acme"],
    ["What was it?", "Interview"],
    ["Who was there?", ["somebody new", "you"]],
    ["Who? Name, role", "Jane Doe, operations"],
    ["About which concept?", "None of them"],
    ["What works for them?", ["The board link saves them a deck"]],
    ["What does not?", ['"Exports take a morning" #exports', "Sign-on"]],
    ["What do they wish existed?", []],
    ["What surprised you?", ["The person who pays never opens it"]],
    ["Did any of it test one of these?", ["Customers pay extra"]],
    ["Their words?", "Sign-on"],
    ["For or against?", "For"],
    ["How do you know?  (for)", "They think so"],
    ["Next step?", "They send the export"],
    ["Who, by when?", "them, friday"],
    ["May we quote Jane Doe, operations?", "Outside too"],
    ["Did you ask for an introduction?", "Their auditor"],
    ["Save it?", "Save"],
  ],
  flags: [
    ...["log", "acme", "--type", "interview", "--contact", "Jane Doe, operations"],
    ...["--consent", "internal", "--consent", "external"],
    ...["--works", "The board link saves them a deck"],
    ...["--not-working", '"Exports take a morning" — Jane Doe, operations #exports'],
    ...["--surprise", "The person who pays never opens it"],
    ...[
      "--evidence",
      "For pay-for-sso (opinion): Sign-on",
      "--introduction",
      "Their auditor (asked)",
    ],
    ...["--step", "They send the export (them, 2026-11-20)"],
  ],
};
