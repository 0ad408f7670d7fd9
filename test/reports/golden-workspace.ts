/**
 * A small team on one idea, as of 2026-11-20: a talk written up twice, one that is planned, one told by
 * others, praise, a split, an override, something retired, and a note with one line that cannot be read.
 */
export const goldenFiles: Record<string, string> = {
  "pm-talk.yml": `version: 1
team:
  - {handle: ana, name: Ana Ruiz, function: pm, level: ic}
  - {handle: eva, name: Eva Stein, function: exec, level: leader}
  - {handle: ivo, name: Ivo Brandt, function: cs, left: 2026-03-31}
segments: [enterprise, smb, public-sector]
cadence: {customer: 30}
`,
  "customers/gantry.md": `---
name: Gantry
segment: enterprise
stage: prospect
owner: ana
---

## People
- **tom-berg** Tom Berg, head of finance (buyer, neutral): tom@gantry.example
- **lena-moss** Lena Moss, controller (user, warm)
`,
  "customers/bolt.md": `---
name: Bolt | Söhne
segment: smb
stage: customer
relationship: advocate
---
`,
  "customers/alder.md": `---
name: City of Alder
segment: public-sector
---
`,
  "concepts/fast-setup.md": `---
name: Fast setup
---
`,
  "assumptions/setup-alone.md": `---
statement: New customers finish setup alone in under five minutes
type: usability
importance: critical
concepts: [fast-setup]
segments: [smb]
wrong: two of five new customers need help
override: validated
overridden: 2026-11-10
by: eva
reason: the two were trials
---
`,
  "assumptions/cloud.md": `---
statement: IT will allow our cloud connection
type: feasibility
importance: critical
owner: ana
created: 2026-10-01
---
`,
  "assumptions/phone-first.md": `---
statement: Board members read the pack on a phone
type: usability
importance: low
retired: 2026-10-01
reason: they print it
---
`,
  "conversations/2026-11-19-gantry-sales-call-k7f3qa.md": `---
type: sales-call
date: 2026-11-19
customer: gantry
contacts: [tom-berg]
team: [ana]
concepts: [fast-setup]
---

## Evidence
- **Against** [[setup-alone]] (observed): "He opened the help page four times, I counted" — tom-berg
- **For** [[cloud]] (compliment): "You are nice people" — tom-berg

## Next steps
- [ ] Send the one-page pilot plan (ana, 2026-11-13)
- [ ] Ask IT (them, 2026-11-27)
`,
  "conversations/2026-11-19-gantry-sales-call-m1m1m1.md": `---
type: sales-call
date: 2026-11-19
customer: gantry
contacts: [tom-berg]
team: [eva]
observers: [ana]
---

## What made them tune out
- The setup wizard #setup
`,
  "conversations/2026-10-06-bolt-interview-b4x9te.md": `---
type: interview
date: 2026-10-06
customer: bolt
contacts: [Gus]
team: [ana]
---

## Evidence
- **For** [[setup-alone]] (observed): "Done before my coffee was" — Gus
- **For** [[setup-alone]] (told): "Twice"
`,
  "conversations/2026-08-20-alder-event-a1b2c3.md": `---
type: event
date: 2026-08-20
customer: alder
secondhand: true
---

## Evidence
- **Mixed** [[offline-first]] (story): their archive has no network
`,
  "conversations/2026-02-03-bolt-check-in-z9z9z9.md": `---
type: check-in
date: 2026-02-03
customer: bolt
team: [ivo]
duration: 5
meaningful: true
reason: it was all they had
---

## What works
- The export
`,
  "conversations/2026-11-27-alder-interview-s3y6dn.md": `---
type: interview
date: 2026-11-27
customer: alder
team: [ana]
status: planned
---
`,
};
