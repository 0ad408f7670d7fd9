import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {git, runCli, workspaceOf} from "./harness.ts";

const note = `---
type: interview
date: 2026-11-10
customer: gantry   # the big one
team: [ana]
mine: {a: [1,  2]}
tags: [sso]
---

Interview with [Gantry](../customers/gantry.md)

## What works
- The link
`;
const files = {
  "conversations/a-k7f3qa.md": note,
  "customers/gantry.md":
    "---\nname: Gantry\n---\n\n## People\n- **tom-berg** Tom Berg (buyer): tom@gantry.example\n",
  "customers/acme.md": '---\nname: "Acme, Inc."\naliases: [Acme]\n---\n',
  "concepts/fast-setup.md": "---\nname: Fast setup\n---\n",
  "decisions/d.md": "---\ndate: 2026-11-01\ntitle: D\ntype: pivot\n---\n",
};

/** Runs an edit and gives back the lines that it took out and put in. */
async function edited(argv: string[], path: string, more: Record<string, string> = {}) {
  const cwd = workspaceOf({...files, ...more});
  const before = readFileSync(join(cwd, path), "utf8").split("\n");
  const ran = await runCli(argv, {cwd});
  const after = readFileSync(join(cwd, path), "utf8").split("\n");
  const lines = [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ];
  return {...ran, lines, cwd};
}

const path = "conversations/a-k7f3qa.md";

describe("edit --set", () => {
  it("understands names, days and numbers as log does", async () => {
    const sets = [
      "customer=Acme, Inc.",
      "team+=Ben Okafor,eva",
      "observers=me",
      "date=yesterday",
      "duration=45 min",
      "secondhand=no",
      "consent=internal, recording",
      "tags=#pilot, board link",
      "concepts=fast",
      "source=Inbound",
    ].flatMap((set) => ["--set", set]);
    const ran = await edited(["edit", "k7f3qa", ...sets], path);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toBe(
      `Saved ${path}: customer, team, observers, date, duration, consent, tags, concepts, source\n`,
    );
    expect(ran.stderr).toBe(
      "date Thu 2026-11-19 (yesterday).\nThe text still links to customers/gantry.md; to change it too:  pm-talk edit k7f3qa\n",
    );
    expect(ran.lines).toEqual([
      "- date: 2026-11-10",
      "- customer: gantry   # the big one",
      "- team: [ana]",
      "- tags: [sso]",
      "+ date: 2026-11-19",
      "+ customer: acme   # the big one",
      "+ team: [ana, ben, eva]",
      "+ observers: [ana]",
      "+ concepts: [fast-setup]",
      "+ duration: 45",
      "+ source: inbound",
      "+ consent: [internal, recording]",
      "+ tags: [pilot, board link]",
    ]);
  });

  it.each([
    [
      ["tags+=board", "tags+=SSO"],
      ["- tags: [sso]", "+ tags: [sso, board]"],
    ],
    [
      ["tags=a", "tags=b"],
      ["- tags: [sso]", "+ tags: [a, b]"],
    ],
    [["tags-=SSO"], ["- tags: [sso]"]],
    [["tags="], ["- tags: [sso]"]],
    [["consent=none"], ["+ consent: []"]],
    [
      ["contacts=Tom Berg", "contacts+=Lena Moss, controller"],
      ['+ contacts: [tom-berg, "Lena Moss, controller"]'],
    ],
    [
      ["Team=Ana Ruiz", "team+=ben"],
      ["- team: [ana]", "+ team: [ana, ben]"],
    ],
    [
      ["status=planned", "date=friday"],
      ["- date: 2026-11-10", "+ date: 2026-11-27", "+ status: planned"],
    ],
  ])("%j", async (sets, lines) => {
    const ran = await edited(["edit", path, ...sets.flatMap((set) => ["--set", set])], path);
    expect(ran).toMatchObject({code: 0, lines});
  });

  it.each([
    [
      ["chanel=x"],
      'A conversation has no field "chanel".',
      /^Did you mean channel\? {2}There are: type, date, /,
    ],
    [
      ["evidence=x"],
      '"evidence" is no field of a conversation: it is a section of the text.',
      /## Evidence$/,
    ],
    [["tags"], '--set "tags" has no =.', /FIELD\+=VALUE/],
    [["pitch+=v3"], "--set pitch+=: pitch is no list.", /^--set pitch=VALUE$/],
    [["tags+="], "--set tags+= says nothing.", /./],
    [["pitch=a", "pitch=b"], "--set pitch is given twice.", /^Give it once\.$/],
    [["tags-=sos"], 'tags does not hold "sos".', /^It holds: sso$/],
    [
      ["relationship=wram"],
      '--set relationship "wram" must be one of: cold neutral warm advocate strained.',
      /^Did you mean warm\?$/,
    ],
    [["type=interveiw"], 'No type "interveiw".', /^Did you mean interview\?/],
    [
      ["customer=acem"],
      'No customer "acem". Did you mean acme (Acme, Inc.)?',
      /pm-talk customer add --name "acem"$/,
    ],
    [["team+=bne"], 'No member "bne". Did you mean ben (Ben Okafor)?', /pm-talk\.yml/],
    [["team="], "Nothing written: team is missing.", /team: \[ana\]/],
    [["date="], "Nothing written: date is missing.", /./],
    [["date=2026-02-31"], '"2026-02-31" is a date that does not exist.', /./],
    [
      ["date=next friday"],
      "Fri 2026-11-27 is still to come (in 7 days). A talk that was held cannot be.",
      /--set status=planned$/,
    ],
    [["duration=long"], '--set duration "long" must be a whole number, 0 or more.', /^$/],
    [["meaningful=yes"], "Nothing written: meaningful overrides the rule and needs a reason.", /./],
    [["transcript=t.vtt"], "--set transcript=t.vtt: there is no such file.", /^$/],
    [["pitch=a\0b"], "--set pitch holds a NUL character, which no text file can.", /^$/],
  ])("refuses %j, and writes nothing", async (sets, message, hint) => {
    const ran = await edited(
      ["edit", "k7f3qa", "--json", ...sets.flatMap((set) => ["--set", set])],
      path,
    );
    expect(ran).toMatchObject({code: 2, lines: []});
    const error = JSON.parse(ran.stdout) as {message: string; hint: string | null};
    expect(error.message).toBe(message);
    expect(error.hint ?? "").toMatch(hint);
  });

  it("refuses a name that somebody else has, and a file that cannot be read", async () => {
    const taken = await edited(
      ["edit", "customers/gantry.md", "--set", "aliases+=acme"],
      "customers/gantry.md",
    );
    expect(taken).toMatchObject({
      code: 2,
      lines: [],
      stderr:
        'Nothing written: "acme" is also the id of customers/acme.md.\n  Take it out of one of the two. Until then it leads to customers/acme.md.\n',
    });
    const broken = {"customers/broken.md": "---\nname: a: b\n---\n"};
    const ran = await edited(
      ["edit", "broken", "--set", "owner=ana"],
      "customers/broken.md",
      broken,
    );
    expect(ran).toMatchObject({
      code: 2,
      lines: [],
      stderr: "customers/broken.md cannot be read.\n  pm-talk check customers/broken.md\n",
    });
  });

  it("changes nothing that says so already, and says so", async () => {
    const ran = await edited(["edit", "k7f3qa", "--set", "team=Ana", "--set", "tags+=SSO"], path);
    expect(ran).toMatchObject({
      code: 0,
      lines: [],
      stdout: `Nothing to change: ${path} says that already.\n`,
      stderr: "",
    });
  });

  it("shows what it would change, and tells JSON", async () => {
    const argv = ["edit", "k7f3qa", "--set", "pitch=v3", "--set", "tags="];
    const dry = await edited([...argv, "--dry-run"], path);
    expect(dry).toMatchObject({
      code: 0,
      lines: [],
      stdout: `${path}\n+ pitch: v3\n- tags: [sso]\n`,
      stderr: "Not written.\n",
    });
    const ran = await edited([...argv, "--set", "concepts=quick", "--json"], path);
    expect((JSON.parse(ran.stdout) as {data: unknown}).data).toEqual({
      id: "a-k7f3qa",
      path,
      changed: ["pitch", "tags", "concepts"],
      commit: null,
      warnings: ['No concept "quick" is declared; it is written as typed.'],
    });
  });

  it("edits every kind of file", async () => {
    const decision = await edited(
      [
        "edit",
        "d",
        "--set",
        "by=me,ben",
        "--set",
        "assumptions=x",
        "--set",
        "status=superseded",
        "--set",
        "title=A: B",
      ],
      "decisions/d.md",
    );
    expect(decision.lines).toEqual([
      "- title: D",
      '+ title: "A: B"',
      "+ assumptions: [x]",
      "+ by: [ana, ben]",
      "+ status: superseded",
    ]);
    const concept = await edited(
      ["edit", "Fast setup", "--set", "segments=smb,public sector", "--set", "status=Build"],
      "concepts/fast-setup.md",
    );
    expect(concept.lines).toEqual(["+ status: build", "+ segments: [smb, public sector]"]);
  });

  it("commits its own file, and no more", async () => {
    const cwd = workspaceOf(files);
    git(cwd, "init", "-q");
    git(cwd, "add", "-A");
    git(cwd, "commit", "-qm", "x");
    writeFileSync(join(cwd, "other"), "x");
    git(cwd, "add", "other");
    const env = {
      HOME: cwd,
      GIT_AUTHOR_NAME: "A",
      GIT_AUTHOR_EMAIL: "a@b.example",
      GIT_COMMITTER_NAME: "A",
      GIT_COMMITTER_EMAIL: "a@b.example",
    };
    const ran = await runCli(["edit", "k7f3qa", "--set", "pitch=v3", "--commit"], {cwd, env});
    expect(ran.stdout).toMatch(
      /^Saved conversations\/a-k7f3qa\.md: pitch\nCommitted [0-9a-f]{12}\n$/,
    );
    expect(git(cwd, "show", "--format=%s", "--name-only")).toBe(
      "Edit a-k7f3qa: pitch\n\nconversations/a-k7f3qa.md\n",
    );
    const plain = await edited(["edit", "k7f3qa", "--set", "pitch=v3", "--commit"], path);
    expect(plain).toMatchObject({
      code: 3,
      stdout: `Saved ${path}: pitch\n`,
      lines: ["+ pitch: v3"],
    });
  });

  it("wants a terminal for the editor", async () => {
    const ran = await edited(["edit", "k7f3qa"], path);
    expect(ran).toMatchObject({
      code: 2,
      lines: [],
      stderr: `Nothing changed: no terminal to open ${path} in.\n  pm-talk edit a-k7f3qa --set FIELD=VALUE\n`,
    });
  });
});

describe("customer edit, assumption edit", () => {
  const gantry = "customers/gantry.md";

  it("has the flags of add: a list grows, an empty value takes out", async () => {
    const ran = await edited(
      [
        "customer",
        "edit",
        "Gantry",
        "--alias",
        "Gan",
        "--alias",
        "Gantry AG",
        "--owner",
        "me",
        "--cadence",
        "30 days",
      ],
      gantry,
    );
    expect(ran).toMatchObject({
      code: 0,
      stdout: `Saved ${gantry}: aliases, owner, cadence\n`,
      lines: ["+ aliases: [Gan, Gantry AG]", "+ owner: ana", "+ cadence: 30"],
    });
    const more = ["--alias", "Acme Corp", "--stage", "trial"];
    const acme = await edited(["customer", "edit", "acme", ...more], "customers/acme.md");
    expect(acme.lines).toEqual([
      "- aliases: [Acme]",
      "+ aliases: [Acme, Acme Corp]",
      "+ stage: trial",
    ]);
    const anew = await edited(
      ["customer", "edit", "acme", "--alias", "", "--alias", "A"],
      "customers/acme.md",
    );
    expect(anew.lines).toEqual(["- aliases: [Acme]", "+ aliases: [A]"]);
  });

  it("adds a person, or puts the line in place of the one with that id", async () => {
    const ran = await edited(
      [
        "customer",
        "edit",
        "gantry",
        "--person",
        "Tom-Berg Tom Berg, CFO (buyer, warm)",
        "--person",
        "lena Lena Moss",
      ],
      gantry,
    );
    expect(ran).toMatchObject({
      code: 0,
      stdout: `Saved ${gantry}: people\n`,
      stderr: "The line of Tom-Berg no longer says: tom@gantry.example\n",
      lines: [
        "- - **tom-berg** Tom Berg (buyer): tom@gantry.example",
        "+ - **Tom-Berg** Tom Berg, CFO (buyer, warm)",
        "+ - **lena** Lena Moss",
      ],
    });
    const same = await edited(
      ["customer", "edit", "gantry", "--person", "tom-berg Tom Berg (buyer): tom@gantry.example"],
      gantry,
    );
    expect(same).toMatchObject({
      code: 0,
      lines: [],
      stdout: `Nothing to change: ${gantry} says that already.\n`,
    });
    const wrong = await edited(
      ["customer", "edit", "gantry", "--person", "tom Tom (boss)"],
      gantry,
    );
    expect(wrong).toMatchObject({code: 2, lines: []});
  });

  it("names its flags where there is no terminal", async () => {
    const ran = await edited(["customer", "edit", "gantry"], gantry);
    expect(ran).toMatchObject({
      code: 2,
      stderr:
        "Nothing changed: no terminal to open an editor in, and no flag says what to change.\n  One or more of: --name --alias --segment --stage --relationship --owner --cadence --contactable --reason --introduced --source --person\n  pm-talk customer edit gantry --owner ana\n",
    });
  });

  it("says of a customer whom notes only name that there is no file", async () => {
    const alone = {"conversations/b.md": note.replace("gantry   # the big one", "Dune Health")};
    const ran = await edited(["customer", "edit", "dune health", "--owner", "ana"], gantry, alone);
    expect(ran).toMatchObject({
      code: 2,
      stderr:
        "The customer Dune Health is only named in notes: it has no file yet.\n  pm-talk customer add --name 'Dune Health'\n",
    });
  });

  it("says of one whose file cannot be read that it cannot, and not that it is missing", async () => {
    const torn = {
      [gantry]: "---\nname: Gantry\n---\n\n<!-- open\n",
      "conversations/b.md": note.replace("gantry   # the big one", "gantry"),
    };
    const ran = await edited(["customer", "edit", "gantry", "--owner", "ana"], gantry, torn);
    expect(ran).toMatchObject({
      code: 2,
      stderr: "customers/gantry.md cannot be read.\n  pm-talk check customers/gantry.md\n",
    });
  });

  it("knows no customer by the name of a concept", async () => {
    const ran = await edited(["customer", "edit", "fast-setup", "--owner", "ana"], gantry);
    expect(ran).toMatchObject({
      code: 2,
      stderr: 'No customer "fast-setup".\n  All of them: pm-talk customer list\n',
    });
  });
});

describe("assumption retire", () => {
  const sso = "assumptions/sso.md";
  const text = "---\nstatement: S\ntype: usability\nimportance: low\ncreated: 2026-01-01\n---\n";
  const retire = (argv: string[], source = text) =>
    edited(["assumption", "retire", "sso", ...argv], sso, {[sso]: source});

  it("writes the day and the reason", async () => {
    expect(await retire(["--reason", "all: said no"])).toMatchObject({
      code: 0,
      stdout: "Retired sso, Fri 2026-11-20.\n",
      lines: ["+ retired: 2026-11-20", '+ reason: "all: said no"'],
    });
    expect(await retire(["--reason", "r", "--date", "monday"])).toMatchObject({
      stderr: "retired Mon 2026-11-16 (4 days ago).\n",
      lines: ["+ retired: 2026-11-16", "+ reason: r"],
    });
  });

  it("says when it is retired already, and keeps the day when only the reason is new", async () => {
    const retired = text.replace("---\n", "---\nretired: 2026-10-01\nreason: old\n");
    expect(await retire([], retired)).toMatchObject({
      code: 0,
      lines: [],
      stdout: "sso is retired already, since Thu 2026-10-01.\n",
    });
    expect(await retire(["--reason", "new"], retired)).toMatchObject({
      stdout: "Retired sso, Thu 2026-10-01.\n",
      lines: ["- reason: old", "+ reason: new"],
    });
  });

  it("wants a reason, asks for it at a terminal, and no day to come", async () => {
    expect(await retire([])).toMatchObject({
      code: 2,
      lines: [],
      stderr:
        'Nothing written: this is missing: --reason.\n  pm-talk assumption retire sso --reason "nobody needs it any more"\n',
    });
    expect(await retire(["--reason", "r", "--date", "2026-12-01"])).toMatchObject({
      code: 2,
      lines: [],
      stderr:
        "Tue 2026-12-01 is still to come (in 11 days).\n  An assumption is retired from the day on which it was given up.  --date yesterday\n",
    });
    const cwd = workspaceOf({[sso]: text});
    const ran = await runCli(["assumption", "retire", "sso"], {
      cwd,
      answers: [["Why is sso given up?", "no need"]],
    });
    expect(ran.stdout).toBe("Retired sso, Fri 2026-11-20.\n");
    expect(readFileSync(join(cwd, sso), "utf8")).toContain("\nreason: no need\n");
  });

  it("says which reason of an override it replaces", async () => {
    const override = "override: validated\noverridden: 2026-02-01\nby: eva\nreason: old\n---\n";
    const ran = await retire(["--reason", "new"], text.replace(/---\n$/, override));
    expect(ran.stderr).toBe("The reason of the override is replaced; it was: old\n");
  });
});
