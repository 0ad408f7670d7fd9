import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {demoToRead} from "./demo-workspace.ts";
import {runCli, workspaceOf} from "./harness.ts";
import type {Answer} from "./scripted-prompter.ts";

const demo = demoToRead();
const fast = `---
name: Fast setup
status: discovery   # since June
---

## Gates
* **G1** Problem (2026-06-30, recycle 2026-06-30): come back — eva
* **G2** Build (2026-11-24, pending): one talk

## Criteria
- customers (2): a niche
`;
const files = {
  "concepts/fast-setup.md": fast,
  "assumptions/slow.md":
    "---\nstatement: It is slow\ntype: usability\nimportance: low\ncreated: 2026-01-01\n---\n",
};

describe("concept add", () => {
  it("writes gates with days in words, linked claims, limitations and criteria", async () => {
    const cwd = workspaceOf(files);
    const ran = await runCli(
      [
        ...["concept", "add", "--name", "Budget  alerts", "--owner", "me", "--segment", "smb"],
        ...["--gate", "G1 Problem (in 6 weeks)", "--gate", "G0 Idea (last friday, go yesterday)"],
        ...["--claim", "Told early (vision): it is slow, other", "--criterion", "recent (off)"],
        ...["--limitation", "One ledger (product): say which"],
      ],
      {cwd},
    );
    expect(ran).toMatchObject({
      code: 0,
      stdout: "Saved concepts/budget-alerts.md\n",
      stderr: `Gate Fri 2027-01-01 (in 42 days).
Decided Thu 2026-11-19 (yesterday).
Gate Fri 2026-11-13 (7 days ago).
No assumption "other" is declared; it is written as typed.
`,
    });
    expect(readFileSync(join(cwd, "concepts/budget-alerts.md"), "utf8")).toBe(`---
name: Budget alerts
owner: ana
segments: [smb]
---

## Gates
- **G1** Problem (2027-01-01)
- **G0** Idea (2026-11-13, go 2026-11-19)

## Claims
- Told early (vision): [slow](../assumptions/slow.md), other

## Limitations
- One ledger (product): say which

## Criteria
- recent (off)
`);
  });

  it("asks four questions at a terminal, and refuses a name that another one has", async () => {
    const cwd = workspaceOf(files);
    const answers: Answer[] = [
      ["What is it called?", "Board link"],
      ["What is it, in one sentence?", "One link"],
      ["What is different for a customer", ""],
      ["How far is it?", "Validation"],
      ["Save it?", "Save"],
    ];
    expect((await runCli(["concept", "add"], {cwd, answers})).stdout).toBe(
      "Saved concepts/board-link.md\n",
    );
    expect(readFileSync(join(cwd, "concepts/board-link.md"), "utf8")).toBe(
      "---\nname: Board link\nsummary: One link\nstatus: validation\n---\n",
    );
    expect(await runCli(["concept", "add", "--name", "fast SETUP"], {cwd})).toMatchObject({
      code: 2,
      stderr: '"fast SETUP" is a concept already: fast-setup.\n  pm-talk concept show fast-setup\n',
    });
  });
});

describe("concept edit", () => {
  const edit = (cwd: string, ...flags: string[]) =>
    runCli(["concept", "edit", "fast setup", ...flags], {cwd});

  it("replaces the line of a gate and a criterion, adds others, and keeps every other byte", async () => {
    const cwd = workspaceOf(files);
    const ran = await edit(
      cwd,
      ...["--status", "validation", "--gate", "G2 Build (2026-12-01)", "--gate", "G3 x (friday)"],
      ...[
        "--criterion",
        "customers (3): more",
        "--criterion",
        "recent (21)",
        "--claim",
        "A (next)",
      ],
    );
    expect(ran).toMatchObject({
      code: 0,
      stdout: "Saved concepts/fast-setup.md: status, gates, claims, criteria\n",
      stderr:
        "Gate Fri 2026-11-27 (in 7 days).\nThe line of G2 no longer says: pending, one talk\n",
    });
    expect(readFileSync(join(cwd, "concepts/fast-setup.md"), "utf8")).toBe(`---
name: Fast setup
status: validation   # since June
---

## Gates
* **G1** Problem (2026-06-30, recycle 2026-06-30): come back — eva
* **G2** Build (2026-12-01)
* **G3** x (2026-11-27)

## Claims
- A (next)

## Criteria
- customers (3): more
- recent (21)
`);
  });

  it("keeps what was decided of a gate, beside its repeat, unless another decision is given", async () => {
    const cwd = workspaceOf(files);
    const gatesNow = () =>
      readFileSync(join(cwd, "concepts/fast-setup.md"), "utf8").split("\n").slice(5, 9);
    await edit(cwd, "--gate", "G1 Problem, again (2027-01-15)");
    const [first, second] = fast.split("\n").slice(6, 8);
    expect(gatesNow()).toEqual(["## Gates", first, second, "* **G1** Problem, again (2027-01-15)"]);
    await edit(cwd, "--gate", "g1 Problem, again (2027-01-15, go 2027-01-16)");
    expect(gatesNow().at(-1)).toBe("* **g1** Problem, again (2027-01-15, go 2027-01-16)");
    expect((await edit(cwd, "--gate", "G1 Problem (2027-01-15, go 2027-01-16)")).code).toBe(0);
    expect(gatesNow()).toHaveLength(4);
  });

  it("says so when there is nothing to change, and what would change it", async () => {
    const cwd = workspaceOf(files);
    expect(await edit(cwd, "--criterion", "customers (2): a niche")).toMatchObject({
      code: 0,
      stdout: "Nothing to change: concepts/fast-setup.md says that already.\n",
    });
    const none = await edit(cwd);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain("--gate --claim --limitation --criterion\n");
    const named = workspaceOf({
      "decisions/d.md": "---\ndate: 2026-11-01\ntitle: x\ntype: price\nconcept: fast-setup\n---\n",
      "conversations/c.md":
        "---\ntype: demo\ndate: 2026-11-01\ncustomer: Bolt\nteam: [ana]\nconcepts: [fast-setup]\n---\n",
    });
    expect(
      (await runCli(["concept", "edit", "fast-setup", "--owner", "ana"], {cwd: named})).stderr,
    ).toBe(
      "The concept fast-setup is only named in notes: it has no file yet.\n  pm-talk concept add --name fast-setup\n",
    );
  });
});

describe("decision edit and told", () => {
  const talk =
    "---\ntype: demo\ndate: 2026-11-01\ncustomer: Bolt\nteam: [ana]\n---\n\n## Pains\n- slow\n";
  const decision = `---
date: 2026-11-02
title: Half price
type: price
---

## Because
1. [[b]]: too dear
`;
  const decided = {
    "conversations/b.md": talk,
    "conversations/c.md": talk.replace("Bolt", "acme"),
    "customers/bolt.md": "---\nname: Bolt\n---\n",
    "decisions/half.md": decision,
  };
  const text = (cwd: string) => readFileSync(join(cwd, "decisions/half.md"), "utf8");

  it("replaces the reason of a talk under whatever name, and adds others in the style of the file", async () => {
    const cwd = workspaceOf(decided);
    const flags = ["--because", "b: twice the price", "--because", "c", "--by", "me"];
    const ran = await runCli(["decision", "edit", "half price", ...flags], {cwd});
    expect(ran).toMatchObject({code: 0, stdout: "Saved decisions/half.md: by, because\n"});
    expect(text(cwd)).toBe(`---
date: 2026-11-02
title: Half price
type: price
by: [ana]
---

## Because
1. [b](../conversations/b.md): twice the price
2. [c](../conversations/c.md)
`);
  });

  it("notes who was told, once, and another day only when one is given", async () => {
    const cwd = workspaceOf(decided);
    const told = async (...words: string[]) =>
      await runCli(["decision", "told", "half", ...words], {cwd});
    expect((await told("BOLT")).stdout).toBe("Told Bolt on Fri 2026-11-20.\n");
    expect(text(cwd)).toBe(`${decision}\n## Told\n- bolt (2026-11-20)\n`);
    expect((await told("bolt")).stdout).toBe("Told Bolt already, on Fri 2026-11-20.\n");
    const again = await told("bolt", "--date", "last tuesday", "--json");
    expect(JSON.parse(again.stdout)).toMatchObject({
      kind: "decision-told",
      data: {id: "half", changed: ["told"], told: {customer: "bolt", date: "2026-11-17"}},
    });
    expect(text(cwd)).toBe(`${decision}\n## Told\n- bolt (2026-11-17)\n`);
    expect((await told("bolt", "--date", "tomorrow")).stderr).toBe(
      "Sat 2026-11-21 is still to come (tomorrow). Who was told cannot be.\n  --date yesterday\n",
    );
    expect((await told("blot")).stderr).toContain('No customer "blot". Did you mean bolt?');
    // A day that was planned has not come yet.
    const later = text(cwd).replace("2026-11-17", "2026-11-25");
    writeFileSync(join(cwd, "decisions/half.md"), later);
    expect((await told("bolt")).stdout).toBe("Told Bolt on Fri 2026-11-20.\n");
    expect(text(cwd)).toBe(`${decision}\n## Told\n- bolt (2026-11-20)\n`);
  });

  it("names a customer whose file cannot be read as that, not as unknown", async () => {
    const cwd = workspaceOf({...decided, "customers/dune.md": "---\nname: Dune: Health\n---\n"});
    const ran = await runCli(["decision", "told", "half", "dune"], {cwd});
    expect(ran.stderr).toBe(
      "customers/dune.md cannot be read.\n  pm-talk check customers/dune.md\n",
    );
    expect(text(cwd)).toBe(decision);
  });
});

describe("lists", () => {
  it("of concepts: status, next gate, criteria, talks, the last talk", async () => {
    const ran = await runCli(["concept", "list", "--color", "never"], {cwd: demo(), columns: 110});
    expect(ran.stdout).toBe(`3 concepts.

Concept         Status      Next gate                       Criteria  Talks  Last talk       Id
  Fast setup    validation  G2 Tue 2026-11-24, in 4 days           1      8  Thu 2026-11-19  fast-setup
  Board link    validation  G2 Tue 2026-12-08, in 18 days          2     16  Fri 2026-11-13  board-link
  Audit export  hold        G2c Tue 2026-12-15, in 25 days         4      8  Fri 2026-11-13  audit-export

Fri 2026-11-20. 38 notes read, none left out, newest 2026-11-19.
`);
  });

  it("of decisions: the newest first, by concept and day, those superseded later still accepted", async () => {
    const list = async (...flags: string[]) => {
      const ran = await runCli(["decision", "list", "--json", ...flags], {cwd: demo()});
      const {data} = JSON.parse(ran.stdout) as {data: {decisions: Record<string, unknown>[]}};
      return data.decisions;
    };
    const since = await list("--concept", "board-link", "--since", "2026-07-01");
    expect(since.map(({id, status}) => [String(id).slice(-6), status])).toEqual([
      ["c9d3ht", "accepted"],
      ["h2z5pf", "accepted"],
      ["k6y3sm", "superseded"],
    ]);
    expect(since[0]).toMatchObject({
      replaces: "2026-07-27-the-link-opens-for-everyone-k6y3sm",
      replacedBy: [],
      told: [{customer: "minato", date: "2026-11-18"}],
      notTold: ["gantry"],
    });
    const then = await list("--concept", "board-link", "--as-of", "2026-11-15");
    expect(then[1]).toMatchObject({status: "accepted", replacedBy: []});
    const csv = await runCli(["decision", "list", "--format", "csv"], {cwd: demo()});
    expect(csv.stdout.split("\r\n")).toHaveLength(11);
  });

  it("says what to type where there are none", async () => {
    const cwd = workspaceOf({});
    expect((await runCli(["concept", "list"], {cwd})).stdout).toContain(
      'No concepts yet.  pm-talk concept add --name "Fast setup"\n',
    );
    expect((await runCli(["decision", "list"], {cwd})).stdout).toContain(
      "No decisions yet.  pm-talk decide\n",
    );
    expect(await runCli(["decision", "show", "x"], {cwd})).toMatchObject({
      code: 2,
      stderr: 'No decision "x".\n  All of them: pm-talk decision list\n',
    });
  });
});

describe("show", () => {
  it("tells of a decision why, what it takes back, and who does not know yet", async () => {
    const ran = await runCli(["decision", "show", "t8n4wy"], {cwd: demo()});
    expect(ran.stdout).toBe(`Drop the phone app, decided Wed 2026-06-10 by Ana and Eva.

status       accepted
kind         scope out
about        Board link
changes      the link is made for a tablet and for paper; nothing for phones
beliefs      mobile-first
takes back   Build a board app for phones  5v2kgc
id           2026-06-10-drop-the-phone-app-t8n4wy

Because of 2 talks
  - Wed 2026-06-03 Bolt: Joe left the phone and walked to the desk  h7y3bp
  - Thu 2026-02-19 Juniper & Sons: her father tried it once and asked for
    paper  j4q7ya

Told
  - Bolt, Fri 2026-06-12

  Not told yet: Juniper & Sons.  pm-talk decision told t8n4wy juniper

Fri 2026-11-20. 38 notes read, none left out, newest 2026-11-19.
`);
    const proposed = await runCli(["decision", "show", "9m2xwc"], {cwd: demo()});
    expect(proposed.stdout).toContain("Drop the sign-on tier, proposed Fri 2026-11-20 by Ben.\n");
    const before = await runCli(["decision", "show", "t8n4wy", "--as-of", "2026-06-09"], {
      cwd: demo(),
    });
    expect(before.stderr).toContain("On Tue 2026-06-09 nobody had decided that yet.\n");
  });

  it("tells of a concept its gates, what they ask and who set it, its beliefs and its decisions", async () => {
    const ran = await runCli(["concept", "show", "quick connect"], {cwd: demo()});
    for (const part of [
      "Fast setup, validation: G2 Build, in 4 days (Tue 2026-11-24); 8 talks, the last\n  on Thu 2026-11-19.\n",
      "  - G3 Launch (2027-03-02)\n",
      "  conversations  8       in concepts/fast-setup.md (default",
      "  segments       yes     default\n",
      "  contested    New customers finish",
      "  - We are a small vendor for a bank (strategy): the data stays theirs and\n    exports in one click\n",
      "2 decisions\n",
    ])
      expect(ran.stdout).toContain(part);
    const json = await runCli(["concept", "show", "fast-setup", "--json"], {cwd: demo()});
    const {data} = JSON.parse(json.stdout) as {data: Record<string, unknown>};
    expect(Object.keys(data)).toEqual(["concept", "row", "criteria", "assumptions", "decisions"]);
    const markdown = await runCli(["decision", "show", "t8n4wy", "--format", "markdown"], {
      cwd: demo(),
    });
    expect(markdown.stdout).toContain(
      "](decisions/2026-02-24-build-a-board-app-for-phones-5v2kgc.md)",
    );
  });
});
