import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {git, runCli, temporaryFolder, workspaceOf} from "./harness.ts";

interface Logged {
  data: {
    id: string;
    path: string;
    created: string[];
    commit: string | null;
    meaningful: boolean;
    missing: string[];
    warnings: string[];
  };
}
interface Shown {
  data: {fields: Record<string, unknown>; sections: Record<string, Record<string, unknown>[]>};
}

async function log(cwd: string, ...flags: string[]): Promise<Logged["data"]> {
  const ran = await runCli(["log", "--json", ...flags], {cwd, seed: 7});
  expect(ran.stderr + (ran.code === 0 ? "" : ran.stdout)).toBe("");
  return (JSON.parse(ran.stdout) as Logged).data;
}

async function show(cwd: string, path: string): Promise<Shown["data"]> {
  const ran = await runCli(["show", path, "--json"], {cwd});
  expect(ran.code).toBe(0);
  return (JSON.parse(ran.stdout) as Shown).data;
}

describe("a call noted with flags", () => {
  it("writes a note that reads as one, and the new customer", async () => {
    const cwd = workspaceOf({});
    const {path, created, warnings, meaningful} = await log(
      cwd,
      "--type",
      "sales-call",
      "--customer",
      "Acme Corp",
      "--evidence",
      'Against setup-under-five-minutes (story): "We gave up after two hours" — the buyer',
      "--pain",
      "Exports take a morning #exports",
      "--ask",
      "A paid pilot in January (money, declined): not before the audit",
      "--promise",
      "Single sign-on (roadmap)",
      "--step",
      "Send the pilot plan (me, next friday)",
      "--contact",
      "Jane Doe",
      "--duration",
      "45",
      "--pitch",
      "v3",
      "--segment",
      "smb",
      "--source",
      "inbound",
    );
    expect(path).toMatch(
      /^conversations\/2026\/2026-11-20-acme-corp-sales-call-[0-9a-hjkmnp-tv-z]{6}\.md$/,
    );
    expect(created).toEqual([path, "customers/acme-corp.md"]);
    expect(meaningful).toBe(true);
    expect(warnings).toEqual([
      'No file declares the assumption "setup-under-five-minutes"; the line is written as typed and counts. No assumption is declared yet.',
    ]);
    expect(readFileSync(join(cwd, path), "utf8")).toBe(`---
type: sales-call
date: 2026-11-20
customer: acme-corp
team: [ana]
contacts: [Jane Doe]
duration: 45
pitch: v3
source: inbound
---

Sales call with [Acme Corp](../../customers/acme-corp.md)

## Pains
- Exports take a morning #exports

## Evidence
- **Against** setup-under-five-minutes (story): "We gave up after two hours" — the buyer

## The ask
- A paid pilot in January (money, declined): not before the audit

## Promised
- Single sign-on (roadmap)

## Next steps
- [ ] Send the pilot plan (ana, 2026-11-27)
`);
    expect(readFileSync(join(cwd, "customers/acme-corp.md"), "utf8")).toBe(
      "---\nname: Acme Corp\nsegment: smb\nsource: inbound\n---\n",
    );
  });

  it("links a declared assumption and concept, and follows the template of the type", async () => {
    const cwd = workspaceOf({
      "assumptions/setup.md":
        "---\nstatement: Setup is quick\ntype: usability\nimportance: high\ncreated: 2026-01-01\naliases: [old-setup]\n---\n",
      "concepts/fast-setup.md": "---\nname: Fast setup\n---\n",
      "customers/gantry.md":
        "---\nname: Gantry\n---\n\n## People\n- **tom-berg** Tom Berg, finance (buyer)\n",
    });
    const {path, created} = await log(
      cwd,
      "gantry",
      "--concept",
      "fast",
      "--evidence",
      "For old-setup (observed): She did it alone",
      "--works",
      "The wizard",
      "--contact",
      "Tom Berg",
    );
    expect(created).toEqual([path]);
    const text = readFileSync(join(cwd, path), "utf8");
    expect(text).toContain(
      "Interview with [Gantry](../../customers/gantry.md) about [Fast setup](../../concepts/fast-setup.md)\n\n## What works\n- The wizard\n\n## Evidence\n- **For** [setup](../../assumptions/setup.md) (observed): She did it alone\n",
    );
    expect(text).toContain("contacts: [tom-berg]\n");
  });

  it("takes the type of the last talk with them", async () => {
    const cwd = workspaceOf({});
    await log(cwd, "Acme", "--type", "demo", "--date", "2026-11-10", "--works", "one");
    expect((await log(cwd, "Acme", "--works", "two")).path).toMatch(/-acme-demo-/);
  });

  it("needs no content for a talk that was not held", async () => {
    const cwd = workspaceOf({});
    const {path} = await log(cwd, "Acme", "--no-show", "--date", "yesterday");
    expect((await show(cwd, path)).fields).toMatchObject({
      status: "no-show",
      date: "2026-11-19",
      logged: "2026-11-20",
    });
    expect(
      (await show(cwd, (await log(cwd, "Acme", "--planned", "--date", "next tuesday")).path))
        .fields,
    ).toMatchObject({status: "planned", date: "2026-11-24"});
  });

  it("adds a second account of the same talk", async () => {
    const cwd = workspaceOf({});
    const first = await log(
      cwd,
      "Acme",
      "--date",
      "2026-11-18",
      "--time",
      "14:30",
      "--contact",
      "Jane",
      "--pain",
      "slow",
    );
    const ran = await runCli(
      ["log", "--json", "--add-to", first.id.slice(-6), "--team", "ben", "--pain", "dear"],
      {cwd, seed: 99},
    );
    const second = (JSON.parse(ran.stdout) as Logged).data;
    expect((await show(cwd, second.path)).fields).toMatchObject({
      date: "2026-11-18",
      time: "14:30",
      customer: "acme",
      contacts: ["Jane"],
      team: ["ben"],
    });
    const listed = JSON.parse((await runCli(["list", "--json"], {cwd})).stdout) as {
      data: {conversations: unknown[]};
    };
    expect(listed.data.conversations).toHaveLength(1);
  });

  it("prints the note and writes nothing with --dry-run", async () => {
    const cwd = workspaceOf({});
    const ran = await runCli(["log", "Acme", "--pain", "slow", "--dry-run"], {cwd});
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("## Pains\n- slow\n");
    expect(ran.stderr).toContain("Not written: conversations/2026/2026-11-20-acme-interview-");
    expect(readdirSync(cwd)).toEqual(["pm-talk.yml"]);
  });

  it("reads a body from standard input", async () => {
    const cwd = workspaceOf({});
    const ran = await runCli(["log", "Acme", "--body", "-", "--json"], {
      cwd,
      stdin: "## Story\n\nThey exported by hand.\n",
    });
    const {data} = JSON.parse(ran.stdout) as Logged;
    expect((await show(cwd, data.path)).sections["story"]?.[0]?.["text"]).toBe(
      "They exported by hand.",
    );
  });
});

describe("flags beside a body", () => {
  const flags = [
    "--evidence",
    'Against setup-alone (story): "We gave up"',
    "--works",
    "The export",
  ];
  const logged = (cwd: string, body: string) =>
    runCli(["log", "Acme", "--body", "-", ...flags, "--json"], {cwd, stdin: body});

  it("add to the sections that the body has itself", async () => {
    const cwd = workspaceOf({});
    const ran = await logged(cwd, "## What works\n- The import\n");
    expect(ran.code).toBe(0);
    const {data} = JSON.parse(ran.stdout) as Logged;
    const text = readFileSync(join(cwd, data.path), "utf8");
    expect(text).toContain("- The import\n\n## What works\n- The export\n\n## Evidence\n");
  });

  it.each(["Notes\n\n```\ncode", "~~~~\ncode\n~~~", "<pre>\nlog", "<script>", "<![CDATA["])(
    "are never swallowed by what it leaves open: %j",
    async (body) => {
      const cwd = workspaceOf({});
      const ran = await logged(cwd, body);
      expect(ran.code).toBe(2);
      expect(readdirSync(cwd)).toEqual(["pm-talk.yml"]);
      expect(JSON.parse(ran.stdout)).toMatchObject({
        message:
          'Nothing written: what stands behind the text of --body, such as "What works", would not be read.',
        hint: "A code block (```) or HTML in it is never closed: close it.",
      });
    },
  );
});

describe("what log refuses, with nothing written", () => {
  it.each<[string[], string]>([
    [
      [],
      'Nothing written: no terminal to ask in, and these are missing:\n  --customer, and one of --quote --evidence --lean-in --tune-out --pain ... or --body\n  pm-talk log --customer gantry --quote "Can I send that tonight?"\n',
    ],
    [
      ["Acme"],
      'Nothing written: no terminal to ask in, and these are missing:\n  one of --quote --evidence --lean-in --tune-out --pain ... or --body\n  pm-talk log --customer Acme --quote "Can I send that tonight?"\n',
    ],
    [
      ["Acme", "--step", "Send it (ana)"],
      'Nothing written: no terminal to ask in, and these are missing:\n  one of --quote --evidence --lean-in --tune-out --pain ... or --body\n  pm-talk log --customer Acme --quote "Can I send that tonight?"\n',
    ],
    [
      ["Acme", "--pain", "x", "--date", "next tuesday"],
      '"next tuesday" is Tue 2026-11-24, which is still to come (in 4 days). A talk that was held cannot be.\n  Last week?  --date 2026-11-17    Booked?  add --planned\n',
    ],
    [
      ["Acme", "--pain", "x", "--date", "2026-02-31"],
      '--date "2026-02-31" is a date that does not exist.\n  Dates look like 2026-11-20, today, yesterday, tuesday, 3 days ago, 2 weeks ago.\n',
    ],
    [
      ["Acme", "--pain", "x", "--type", "intervew"],
      'No type "intervew".\n  Did you mean interview?  There are: interview, sales-call, demo, site-visit, support-call, usability-test, win-loss, check-in, survey, email, event\n',
    ],
    [
      ["Acme", "--pain", "x", "--team", "bne"],
      'No member "bne". Did you mean ben (Ben Okafor)?\n  The team stands in pm-talk.yml.\n',
    ],
    [
      ["Acme", "--pain", "x", "--channel", "fax"],
      '--channel "fax" must be one of: in-person video phone chat email.\n',
    ],
    [
      ["Acme", "--pain", "x", "--meaningful", "true"],
      '--meaningful overrides the rule and needs --reason.\n  --meaningful true --reason "they came back with their whole team"\n',
    ],
    [["Acme", "--pain", "x", "--talk", "60%"], '--talk "60%" must be a number.\n  --talk 0.4\n'],
    [
      ["Acme", "--pain", "x", "--follows", "zzzzzz"],
      'No conversation "zzzzzz".\n  All of them: pm-talk list\n',
    ],
    [
      ["Acme", "--pain", "x", "--transcript", "/etc/hosts"],
      "--transcript /etc/hosts is not in the workspace.\n  Put it under transcripts/ first.\n",
    ],
    [
      ["Acme", "--pain", "x", "--planned", "--no-show"],
      "The talk cannot be both planned and no-show.\n  Give one of --status, --planned, --no-show.\n",
    ],
    [["Acme", "--pain", "a\0b"], "--pain holds a NUL character, which no text file can.\n"],
    [["Acme", "--pain", "\ud800"], "--pain holds half a character (a lone surrogate).\n"],
    [["Acme", "--pain", " "], "--pain is empty.\n  Leave it out, or say what they said.\n"],
    [["Acme", "--section", "pain points: x"], 'No section "pain points" for items.\n'],
    [
      ["Acme", "--pain", "x", "--as-of", "2026-01-01"],
      "pm-talk log writes, and writes as of today: --as-of does not apply.\n  For another day use --date.\n",
    ],
    [
      ["Acme", "--customer", "Bolt", "--pain", "x"],
      "The customer is given twice: Acme, and --customer Bolt.\n  Give one of them.\n",
    ],
    [
      ["Acme", "--pain", "x", "--date", "today", "--date", "yesterday"],
      "--date is given twice.\n  Give it once.\n",
    ],
  ])("%j", async (flags, message) => {
    const cwd = workspaceOf({});
    const ran = await runCli(["log", ...flags], {cwd});
    expect(ran.stderr.startsWith(message) ? message : ran.stderr).toBe(message);
    expect({code: ran.code, stdout: ran.stdout, files: readdirSync(cwd)}).toEqual({
      code: 2,
      stdout: "",
      files: ["pm-talk.yml"],
    });
  });

  it("does not guess who you are", async () => {
    const ran = await runCli(["log", "Acme", "--pain", "x"], {
      cwd: workspaceOf({}),
      env: {PM_TALK_ME: "zoe"},
    });
    expect(ran).toMatchObject({
      code: 2,
      stdout: "",
      stderr:
        'PM_TALK_ME is "zoe", and nobody in pm-talk.yml has that handle.\n  pm-talk init --me zoe     adds you\n',
    });
  });
});

describe("a commit", () => {
  it("holds exactly the note and the new customer, whatever else is staged", async () => {
    const cwd = temporaryFolder();
    git(cwd, "init", "-q");
    git(cwd, "config", "user.email", "ana@example.com");
    git(cwd, "config", "user.name", "Ana");
    expect((await runCli(["init", "--me", "ana"], {cwd})).code).toBe(0);
    git(cwd, "add", "README.md");
    const staged = git(cwd, "ls-files", "--stage");
    const {created, commit} = await log(cwd, "Acme Corp", "--pain", "slow", "--commit");
    expect(git(cwd, "show", "--name-only", "--format=%H%n%s", "HEAD").trim().split("\n")).toEqual([
      commit,
      "Talk with Acme Corp",
      "",
      ...created,
    ]);
    expect(git(cwd, "ls-files", "--stage", "README.md").trim()).toBe(staged.trim());
    expect(git(cwd, "diff", "--cached", "--name-only").trim()).toBe("README.md");
  });

  it("says that the note is safe when there is no repository", async () => {
    const cwd = workspaceOf({});
    const ran = await runCli(["log", "Acme", "--pain", "slow", "--commit"], {cwd});
    expect(ran.code).toBe(3);
    expect(ran.stdout).toMatch(/^Saved conversations\/2026\/\S+\nSaved customers\/acme.md\n$/);
    expect(readdirSync(join(cwd, "conversations/2026"))).toHaveLength(1);
  });
});

describe("awkward strings", () => {
  const awkward = [
    "---",
    "- [ ] x",
    "[x] done",
    "# head",
    "#tag only",
    "> quote",
    "1. one",
    "```code",
    "<script>alert(1)</script>",
    "<!-- c -->",
    "-->",
    "a -- b",
    "a: b",
    "(story): x",
    "x (ana, 2026-12-01)",
    "[l](http://x.example/a_b)",
    "[[wiki|alias]]",
    "`code`",
    "`",
    "\\(esc\\)",
    "\\",
    "*emph* _u_",
    '"quoted" end',
    "“curly” — who",
    "日本語「引用」です",
    "「全部」",
    "（全角）：、",
    "😀👩‍👩‍👧 #ok",
    'he said "no" — tom-berg',
    "→ arrow -> two",
    "{{date}}",
    'Against x (story): "y"',
    "**Against** x (story): y",
    "$(rm -rf) `ls`",
    "tab\tin",
    "a  b",
    "&amp; &lt;",
    "http://x.example/#frag",
    "~~~",
    "===",
    "***",
    "\u202eevil",
    "e\u0301",
    "ends with \\",
    '"unbalanced',
    "a #tag, #two.",
    "---\nkey: v",
    "line1\nline2",
    "|a|b|",
    "$",
    "%00",
    "constructor",
    "__proto__",
    "null",
    "true",
    "2026-11-20",
    "0x10",
    "a".repeat(5000),
    "#".repeat(300),
    "[".repeat(300),
    "(".repeat(50),
  ];
  const flat = (text: string): string => text.replace(/\s+/g, " ").trim();
  const inQuotes = (text: string): boolean => /^["“„«「]/.test(text);

  it.each(awkward)("%j comes back from every flag", async (text) => {
    const cwd = workspaceOf({});
    const words = flat(text);
    const bare = !/[()（）,，:：]/.test(words) && !inQuotes(words);
    const flags = [
      "--pain",
      text,
      "--objection",
      text,
      "--section",
      `story: ${text}`,
      "--pitch",
      text,
      "--tag",
      text,
      "--via",
      text,
    ];
    if (!inQuotes(words))
      flags.push("--evidence", `Mixed x (opinion): "${words.replaceAll("\\", "\\\\")}"`);
    const {path} = await log(cwd, "--customer", "Acme", ...flags);
    const {fields, sections} = await show(cwd, path);
    expect(sections["pains"]?.map((item) => item["text"])).toEqual([words]);
    expect(sections["objections"]?.map((item) => item["text"])).toEqual([words]);
    expect(sections["story"]?.map((item) => item["text"])).toEqual([words]);
    expect(fields).toMatchObject({
      pitch: text.trim(),
      via: text.trim(),
      tags: [text.trim().replace(/^#(?=\p{L})/u, "")],
    });
    if (bare) expect(sections["evidence"]).toHaveLength(1);
    expect((await runCli(["check"], {cwd})).code).toBe(0);
  });

  it.each(awkward)("%j is a customer that is found again", async (text) => {
    const cwd = workspaceOf({});
    const {path, created} = await log(cwd, "--customer", text, "--pain", "slow");
    expect(created[1]).toMatch(/^customers\/[^/\\:*?"<>|]{1,60}\.md$/);
    const again = await log(cwd, "--customer", text, "--pain", "slow", "--date", "yesterday");
    expect(again.created).toHaveLength(1);
    expect((await show(cwd, path)).fields["customer"]).toBe(
      (await show(cwd, again.path)).fields["customer"],
    );
    expect((await runCli(["check"], {cwd})).code).toBe(0);
  });
});
