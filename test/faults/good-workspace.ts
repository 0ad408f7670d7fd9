import {defaultConfig} from "../cli/harness.ts";

/** The day of all faulty files; the good notes are some days older. */
export const today = "2026-11-20";

const acmeTalk = `---
type: interview
date: 2026-11-10
customer: acme
team: [ana]
contacts: [jane-doe]
concepts: [fast-setup]
---

## What works
- "Can I send that to the board tonight?" — jane-doe #board

## Evidence
- **For** [[setup]] (observed): "Done before my coffee was" — jane-doe
`;

const boltTalk = `---
type: sales-call
date: 2026-11-12
customer: bolt
team: [ben]
observers: [eva]
---

## What made them tune out
- The price of single sign-on #sso

## Evidence
- **Against** [[pay]] (story): "We dropped the last tool over its surcharge"

## The ask
- A paid pilot (money, declined): not this year

## Next steps
- [ ] Send the security paper (ben, 2026-11-16)
`;

/** A small workspace without a fault, into which each faulty file is put. */
export const goodFiles: Record<string, string> = {
  "pm-talk.yml": `${defaultConfig}segments: [smb, enterprise]\n`,
  "conversations/2026-11-10-acme-interview-a1b2c3.md": acmeTalk,
  "conversations/2026-11-12-bolt-sales-call-d4e5f6.md": boltTalk,
  "customers/acme.md": `---
name: Acme Corp
segment: enterprise
---

## People
- **jane-doe** Jane Doe, controller (user)
`,
  "customers/bolt.md": "---\nname: Bolt\nsegment: smb\n---\n",
  "assumptions/setup.md": `---
statement: We believe new customers connect it alone in five minutes.
type: usability
importance: critical
created: 2026-01-10
concepts: [fast-setup]
---
`,
  "assumptions/pay.md": `---
statement: We believe finance leads pay extra for single sign-on.
type: viability
importance: high
created: 2026-01-10
---
`,
  "concepts/fast-setup.md": "---\nname: Fast setup\n---\n",
  "decisions/2026-11-13-keep-it-z9y8x7.md": `---
date: 2026-11-13
title: Keep the wizard
type: no-change
concept: fast-setup
change: nothing, on purpose
---

## Because
- [[2026-11-10-acme-interview-a1b2c3]]: done before the coffee was
`,
};
