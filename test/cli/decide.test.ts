import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {defaultConfig, git, runCli, workspaceOf} from "./harness.ts";
import {type Answer, cancel} from "./scripted-prompter.ts";

const gantry = "2026-11-19-gantry-sales-call-k7f3qa";
const acme = "2026-11-06-acme-interview-m2v8cd";
const old = "2026-10-27-keep-the-wizard-w4a8ke";

function note(customer: string, type: string, date: string): string {
  return `---
type: ${type}
date: ${date}
customer: ${customer}
team: [ana]
concepts: [fast-setup]
---

## Pains
- "He opened the help page four times" #setup
`;
}

const oldText = `---
date: 2026-10-27   # Tuesday
title: Keep the wizard
type: no-change
concept: fast-setup
---

Why: nobody knows.
`;

const files = {
  "concepts/fast-setup.md": `---
name: Fast setup
---

## Gates
- **G1** Problem (2026-09-15, go 2026-09-15)
- **G2** Build (2026-11-24, pending)
`,
  "customers/gantry.md": "---\nname: Gantry\n---\n",
  "customers/acme.md": "---\nname: Acme Corp\n---\n",
  [`conversations/2026/${gantry}.md`]: note("gantry", "sales-call", "2026-11-19"),
  [`conversations/2026/${acme}.md`]: note("acme", "interview", "2026-11-06"),
  [`decisions/${old}.md`]: oldText,
};

/** The file of the decision that was written, and its text. */
function written(cwd: string): {file: string; text: string} {
  const file = readdirSync(join(cwd, "decisions")).find((name) => name !== `${old}.md`) ?? "";
  return {file, text: file === "" ? "" : readFileSync(join(cwd, "decisions", file), "utf8")};
}

const drop = ["decide", "--title", "Drop the tier", "--type", "scope-out"];

it("writes a decision from flags, with talks by any name, links, and the one it takes back marked", async () => {
  const cwd = workspaceOf(files);
  git(cwd, "init", "-q");
  git(cwd, "config", "user.name", "Ana");
  git(cwd, "config", "user.email", "ana@example.com");
  const ran = await runCli(
    [
      ...[...drop, "--concept", "Fast setup", "--gate", "g2", "--by", "me", "--by", "Ben"],
      ...["--because", "k7f3qa: would (not) pay: never", "--replaces", "keep the wizard"],
      ...["--because", `conversations/2026/${acme}.md`, "--told", "acme corp (yesterday)"],
      ...["--change", "no surcharge", "--challenge", "Farid argued for it", "--commit"],
    ],
    {cwd},
  );
  const {file, text} = written(cwd);
  expect(file).toMatch(/^2026-11-20-drop-the-tier-[0-9a-hjkmnp-tv-z]{6}\.md$/);
  expect(text).toBe(`---
date: 2026-11-20
title: Drop the tier
type: scope-out
concept: fast-setup
gate: G2
change: no surcharge
challenge: Farid argued for it
by: [ana, ben]
replaces: ${old}
---

## Because
- [k7f3qa](../conversations/2026/${gantry}.md): would (not) pay: never
- [m2v8cd](../conversations/2026/${acme}.md)

## Told
- acme (2026-11-19)
`);
  expect(readFileSync(join(cwd, `decisions/${old}.md`), "utf8")).toBe(
    oldText.replace("concept: fast-setup\n", "concept: fast-setup\nstatus: superseded\n"),
  );
  const commit = git(cwd, "rev-parse", "HEAD").slice(0, 12);
  expect(ran).toMatchObject({
    code: 0,
    stdout: `Saved decisions/${file}\nSuperseded decisions/${old}.md\nCommitted ${commit}\n`,
    stderr: `Told Thu 2026-11-19 (yesterday).
Not told yet: Gantry. When they know:
  pm-talk decision told ${file.slice(-9, -3)} gantry
`,
  });
  const committed = git(cwd, "show", "--name-only", "--format=%s", "HEAD");
  expect(committed).toBe(
    `Add decision ${file.slice(0, -3)}\n\ndecisions/${old}.md\ndecisions/${file}\n`,
  );
});

it("lets the old one stand while the new one is only proposed, and says so again when it is accepted", async () => {
  const cwd = workspaceOf(files);
  const flags = ["--replaces", old, "--status", "proposed", "--date", "tomorrow", "--id", "later"];
  const ran = await runCli([...drop, ...flags], {cwd});
  expect(ran.stderr).toBe(`date Sat 2026-11-21 (tomorrow).
w4a8ke stands while later is only proposed. Afterwards:
  pm-talk decision edit w4a8ke --status superseded
`);
  expect(readFileSync(join(cwd, `decisions/${old}.md`), "utf8")).toBe(oldText);
  const edited = await runCli(["decision", "edit", "later", "--status", "accepted"], {cwd});
  expect(edited).toMatchObject({
    code: 0,
    stdout: "Saved decisions/later.md: status\n",
    stderr:
      "w4a8ke still counts as accepted:\n  pm-talk decision edit w4a8ke --status superseded\n",
  });
});

it.each<[string, string[], string]>([
  [
    "a talk that is not there",
    ["--because", "k7f3qb: x"],
    `No conversation "k7f3qb". Did you mean ${gantry}?\n  All of them: pm-talk list\n`,
  ],
  [
    "a customer that is not there",
    ["--told", "gantri (today)"],
    'No customer "gantri". Did you mean gantry?\n  All of them: pm-talk customer list\n',
  ],
  [
    "a line without its day",
    ["--told", "gantry"],
    "--told 'gantry': no brackets say when they were told\n  As in:  - gantry (2026-11-26)\n",
  ],
  [
    "a day to come",
    ["--date", "2026-11-21"],
    "Sat 2026-11-21 is still to come (tomorrow). What was decided cannot be.\n  Not decided yet?  add --status proposed\n",
  ],
])("refuses %s and writes nothing", async (_what, flags, stderr) => {
  const cwd = workspaceOf(files);
  expect(await runCli([...drop, ...flags], {cwd})).toMatchObject({code: 2, stdout: "", stderr});
  expect(written(cwd).file).toBe("");
});

it("writes a gate and an assumption that are unknown as typed, with a warning, and nothing when only shown", async () => {
  const cwd = workspaceOf(files);
  const flags = ["--concept", "fast-setup", "--gate", "G7", "--assumption", "slow", "--dry-run"];
  const ran = await runCli(["decision", "add", ...drop.slice(1), ...flags, "--json"], {cwd});
  const {kind, data} = JSON.parse(ran.stdout) as {kind: string; data: Record<string, unknown>};
  expect(kind).toBe("decision-add");
  expect(data).toMatchObject({
    created: [],
    changed: [],
    commit: null,
    warnings: [
      'No assumption "slow" is declared; it is written as typed.',
      'Fast setup has no gate "G7"; it has G1 and G2. It is written as typed.',
    ],
    text: "---\ndate: 2026-11-20\ntitle: Drop the tier\ntype: scope-out\nconcept: fast-setup\ngate: G7\nassumptions: [slow]\n---\n",
  });
  expect(written(cwd).file).toBe("");
});

it("says by flag name what is missing where nobody can be asked", async () => {
  const ran = await runCli(["decide", "--concept", "fast-setup"], {cwd: workspaceOf(files)});
  expect(ran).toMatchObject({
    code: 2,
    stderr: `Nothing written: these are missing: --title, --type.
  pm-talk decision add --title "Drop the sign-on tier" --type scope-out --because 'k7f3qa: would not pay for it'
`,
  });
});

const questions: Answer[] = [
  ["What was decided?", " Drop  the tier"],
  ["What is different now?", ""],
  ["Which concept is it about?", "Fast setup"],
  ["For which gate?", null],
  ["What kind of decision?", null],
  ["Because of which talk?", "help page gantry"],
  ["What in it?", "- would not pay: never"],
  ["And which other?", null],
  ["How did you try to prove yourselves wrong?", "Farid argued for it"],
  ["Who decided?", null],
  ["Whom did you tell?", ["Gantry"]],
];

it("asks what a decision is, marks the next gate and no change, and shows it before it is written", async () => {
  const cwd = workspaceOf(files);
  const answers: Answer[] = [
    ...questions,
    ["Save it?", "Change"],
    ["Change what?", "Takes back"],
    ["Which decision does it take back?", "Keep the wizard"],
    ["Save it?", "Save"],
  ];
  const ran = await runCli(["decide"], {cwd, answers});
  expect(ran.code).toBe(0);
  expect(ran.said[1]).toBe('  "He opened the help page four times" #setup');
  expect(ran.said.at(-1)).toBe(`
  Decided      Drop the tier
  Concept      fast-setup
  Gate         G2
  Kind         no-change
  Because      Gantry, sales call (k7f3qa): - would not pay: never
  Challenged   Farid argued for it
  Decided by   ana
  Told         Gantry, Fri 2026-11-20
  Takes back   ${old}
`);
  expect(written(cwd).text).toBe(`---
date: 2026-11-20
title: Drop the tier
type: no-change
concept: fast-setup
gate: G2
challenge: Farid argued for it
by: [ana]
replaces: ${old}
---

## Because
- [k7f3qa](../conversations/2026/${gantry}.md): - would not pay: never

## Told
- gantry (2026-11-20)
`);
});

it("offers the talks of the concept, the newest first, and those that the flags leave open only", async () => {
  const cwd = workspaceOf({
    ...files,
    "conversations/other.md": note("acme", "demo", "2026-11-18").replace("fast-setup", "other"),
  });
  const answers: Answer[] = [
    ["Which concept is it about?", "Fast setup"],
    ["For which gate?", "None"],
    ["Because of which talk?", ["", "Gantry, sales call"]],
    ["What in it?", ""],
    ["And which other?", ["", "Acme Corp, interview"]],
    ["What in it?", "two days"],
    ["Whom did you tell?", ["Somebody else"]],
    ["Whom?", "acme"],
    ["Save it?", "Save"],
  ];
  const flags = ["--change", "x", "--challenge", "y", "--by", "ben"];
  const ran = await runCli([...drop, ...flags], {cwd, answers});
  expect(ran.code).toBe(0);
  expect(written(cwd).text).toContain(`by: [ben]
---

## Because
- [k7f3qa](../conversations/2026/${gantry}.md)
- [m2v8cd](../conversations/2026/${acme}.md): two days

## Told
- acme (2026-11-20)
`);
});

it.each<[string, Answer[]]>([
  ["Later", [["Save it?", "Later"]]],
  ["Ctrl-C", [["Save it?", cancel]]],
])("gives all of it back as a command after %s, and writes nothing", async (_what, last) => {
  const cwd = workspaceOf(files);
  const ran = await runCli(["decide"], {cwd, answers: [...questions, ...last]});
  expect(ran).toMatchObject({
    code: 130,
    stdout: "",
    stderr: `Nothing written.
  What you said so far:
  pm-talk decision add --title 'Drop the tier' --type no-change --concept fast-setup --gate G2 --challenge 'Farid argued for it' --by ana --because '${gantry}: - would not pay: never' --told 'gantry (2026-11-20)'
`,
  });
  expect(written(cwd).file).toBe("");
});

it("keeps what was written when it cannot be committed, in JSON too, and commits where the team does", async () => {
  const cwd = workspaceOf(files);
  const none = await runCli([...drop, "--id", "d", "--replaces", old, "--commit"], {cwd});
  const saved = `Saved decisions/d.md\nSuperseded decisions/${old}.md\n`;
  expect(none).toMatchObject({code: 3, stdout: saved});
  expect(none.stderr).toContain("Not committed: ");
  const json = await runCli([...drop, "--id", "e", "--commit", "--json"], {cwd});
  expect(JSON.parse(json.stdout)).toMatchObject({kind: "error", code: "not-written"});
  expect((JSON.parse(json.stdout) as {message: string}).message).toMatch(
    /^Saved decisions\/e\.md\. /,
  );
  const team = workspaceOf({"pm-talk.yml": `${defaultConfig}commit: true\n`});
  git(team, "init", "-q");
  git(team, "config", "user.name", "Ana");
  git(team, "config", "user.email", "ana@example.com");
  const ran = await runCli(["customer", "add", "--name", "Dune"], {cwd: team});
  expect(ran.stdout).toMatch(/^Saved customers\/dune\.md\nCommitted [0-9a-f]{12}\n$/);
  expect(git(team, "log", "--format=%s", "--name-only")).toBe(
    "Add customer dune\n\ncustomers/dune.md\n",
  );
});
