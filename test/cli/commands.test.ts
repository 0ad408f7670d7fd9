import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {filterFlags, globalFlags} from "../../src/cli/flags/flags.ts";
import {commands, groups} from "../../src/cli/registry.ts";
import {demoToRead, demoWorkspace} from "./demo-workspace.ts";
import {runCli, temporaryFolder, workspaceOf} from "./harness.ts";

const demo = demoToRead();

/** Splits an example as a shell would: words, and quotes of both kinds. */
function shellWords(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"),
  );
}

describe.each(commands)("$name", ({name, summary, load}) => {
  it("has a help that says what it takes and writes, in 80 columns", async () => {
    const ran = await runCli([...name.split(" "), "--help"], {cwd: temporaryFolder()});
    const definition = await load();
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain(summary);
    expect(ran.stdout).toContain("Writes: ");
    for (const {flags, about} of [...definition.flags, ...globalFlags]) {
      expect(ran.stdout).toContain(flags);
      expect(about.length, flags).toBeGreaterThan(2);
    }
    const [text = ""] = ran.stdout.split("\nExamples:\n");
    // Commands are not broken, for they are pasted.
    const sentences = text.split("\n").filter((line) => !/^ +(?:bash|zsh|fish) /.test(line));
    expect(sentences.filter((line) => line.length > 80)).toEqual([]);
  });

  it("has two examples that work when pasted", async () => {
    const {examples, reads} = await load();
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const example of examples) {
      const words = shellWords(example).map((word) =>
        word.startsWith("/tmp/") ? join(temporaryFolder(), "sample") : word,
      );
      const cwd =
        name === "init" || name === "demo" ? temporaryFolder() : reads ? demo() : demoWorkspace();
      const fresh = name === "customer add" || name === "assumption add";
      const ran = await runCli(words, {cwd: fresh ? workspaceOf({}) : cwd});
      expect({example, code: ran.code, error: ran.code === 2 ? ran.stderr : ""}).toEqual({
        example,
        code: example.includes("--strict") ? 1 : 0,
        error: "",
      });
    }
  });

  it("refuses a flag that it does not have, and says which is near", async () => {
    const ran = await runCli([...name.split(" "), "--jsno"], {cwd: demo()});
    expect(ran).toMatchObject({
      code: 2,
      stdout: "",
      stderr: `pm-talk ${name} has no flag --jsno.\n  Did you mean --json?  All of them: pm-talk ${name} --help\n`,
    });
  });
});

describe("the JSON envelope", () => {
  it.each([
    ["last"],
    ["report"],
    ["report last"],
    ["report assumptions"],
    ["list"],
    ["assumption list"],
    ["assumption show pay-for-sso"],
    ["customer list"],
    ["customer show gantry"],
    ["show gantry"],
    ["check"],
    ["steps"],
    ["completion bash"],
    ["schema customer"],
    ["log gantry --pain slow"],
    ["customer add --name New"],
    ["assumption add --statement New --type usability --importance low"],
  ])("%s --json", async (line) => {
    const cwd = demoWorkspace();
    const ran = await runCli([...line.split(" "), "--json"], {cwd});
    expect(ran.code).toBe(0);
    const printed = JSON.parse(ran.stdout) as {
      schemaVersion: number;
      kind: string;
      asOf: string;
      filters: object;
      sources: Record<string, unknown>;
      data: unknown;
    };
    expect(Object.keys(printed)).toEqual([
      "schemaVersion",
      "kind",
      "asOf",
      "filters",
      "sources",
      "data",
    ]);
    const words = line.split(" ").slice(0, Object.hasOwn(groups, line.split(" ")[0] ?? "") ? 2 : 1);
    expect(printed).toMatchObject({
      schemaVersion: 1,
      // Two commands print what another does, under its name.
      kind: {report: "report-overview", "report last": "last"}[line] ?? words.join("-"),
      asOf: "2026-11-20",
    });
    expect(Object.keys(printed.filters)).toEqual(Object.keys(filterFlags));
    expect(Object.keys(printed.sources)).toEqual([
      "files",
      "read",
      "partial",
      "skipped",
      "diagnostics",
      "newest",
      "commit",
      "uncommitted",
      "version",
    ]);
    expect(printed.data).not.toBeUndefined();
  });

  it("says on stdout why a command failed", async () => {
    const ran = await runCli(["last", "--customer", "acem", "--json"], {cwd: demoWorkspace()});
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.stdout)).toEqual({
      schemaVersion: 1,
      kind: "error",
      code: "usage",
      message: 'No customer "acem". Did you mean acme?',
      hint: "All of them: pm-talk customer list",
    });
  });

  it("is byte-equal in two runs, and last says what report last says", async () => {
    const cwd = demoWorkspace();
    const [one, two, report] = [
      await runCli(["last", "--json"], {cwd}),
      await runCli(["last", "--json"], {cwd}),
      await runCli(["report", "last", "--json"], {cwd}),
    ];
    expect(one.stdout).toBe(two.stdout);
    expect(report.stdout).toBe(one.stdout);
  });
});

describe("where a command is looked for", () => {
  it.each<[string[], string]>([
    [["lsat"], 'No command "lsat".\n  Did you mean last or list?  All of them: pm-talk --help\n'],
    [["constructor"], 'No command "constructor".\n  All of them: pm-talk --help\n'],
    [
      ["report", "asumptions"],
      'No report "asumptions".\n  Did you mean assumptions?  There are: overview, last, assumptions, gate, all\n',
    ],
    [["assumption"], "pm-talk assumption what?\n  pm-talk assumption --help\n"],
    [
      ["customer", "shwo"],
      'pm-talk customer has no "shwo".\n  Did you mean show?  There are: add, list, show',
    ],
    [
      ["--jsno"],
      "pm-talk has no flag --jsno.\n  Did you mean --json?  All of them: pm-talk --help\n",
    ],
    [
      ["last", "two", "words"],
      "pm-talk last was given more words than it takes: two words.\n  A text of several words wants quotes.  pm-talk last --help\n",
    ],
    [["show"], "pm-talk show needs <id>.\n  pm-talk show --help\n"],
    [["last", "--customer"], "--customer needs a value.\n  pm-talk last --help\n"],
    [
      ["last", "--customer", "--quiet"],
      "--customer has no value: --quiet comes next.\n  Is that its value?  write --customer=--quiet\n",
    ],
    [
      ["report", "overview", "--since", "90d"],
      "pm-talk report overview has no flag --since.\n  All of them: pm-talk report overview --help\n",
    ],
    [
      ["last", "--color", "blue"],
      '--color cannot be "blue".\n  It can be auto, always or never.\n',
    ],
    [
      ["report", "--format", "pdf"],
      'No format "pdf".\n  There are: text, markdown, html, json, csv\n',
    ],
    [
      ["report", "-o", "x.md", "--format", "json"],
      "-o x.md would be markdown, and json was asked for.\n  Give the file another ending, or leave the format out.\n",
    ],
    [
      ["report", "-o", "x.doc"],
      "-o x.doc: its ending does not say a format.\n  Name it .md, .txt, .html, .json or .csv, or add --format.\n",
    ],
    [
      ["last", "--since", "2026-11-10", "--until", "2026-11-01"],
      "--since 2026-11-10 is after --until 2026-11-01: no day lies between.\n  Swap them?\n",
    ],
    [
      ["last", "--as-of", "soon"],
      '--as-of "soon" is not a date.\n  Dates look like 2026-11-20, today, yesterday, tuesday, 3 days ago, 2 weeks ago.\n',
    ],
    [
      ["last", "--since", "soon"],
      '--since "soon" is not a date.\n  Dates look like 2026-11-20, yesterday, 90d, 12w, 6m, 2026-q3, 2026-10.\n',
    ],
    [
      ["check", "--fix", "--as-of", "2026-11-01"],
      "pm-talk check --fix writes, and writes as of today: --as-of does not apply.\n  Leave it out.\n",
    ],
    [
      ["init", "--as-of", "2026-11-01"],
      "pm-talk init writes, and writes as of today: --as-of does not apply.\n  Leave it out.\n",
    ],
    [["list", "--type", "intervew"], 'No type "intervew". Did you mean interview?\n'],
    [
      ["customer", "add", "--name", "Gantry"],
      '"Gantry" is a customer already: gantry.\n  pm-talk customer show gantry\n',
    ],
    [
      ["customer", "add"],
      'Nothing written: these are missing: --name.\n  pm-talk customer add --name "Dune Health"\n',
    ],
    [
      ["assumption", "add", "--statement", "x"],
      "Nothing written: these are missing: --type, --importance.\n",
    ],
    [
      ["assumption", "add", "--statement", "x", "--type", "usable", "--importance", "low"],
      '--type "usable" must be one of: desirability viability feasibility usability ethical.\n',
    ],
    [
      [
        "assumption",
        "add",
        "--statement",
        "x",
        "--type",
        "usability",
        "--importance",
        "low",
        "--id",
        "pay-for-sso",
      ],
      "The assumption pay-for-sso exists already: assumptions/pay-for-sso.md.\n  Another id:  --id NAME\n",
    ],
    [
      ["customer", "add", "--name", "Neu", "--id", "../../x"],
      '--id "../../x" cannot be a file name everywhere.\n',
    ],
  ])("%j", async (argv, message) => {
    const ran = await runCli(argv, {cwd: demo()});
    expect(ran.stderr.startsWith(message) ? message : ran.stderr).toBe(message);
    expect({code: ran.code, stdout: ran.stdout}).toEqual({code: 2, stdout: ""});
  });

  it("takes global flags before and behind the words of a command", async () => {
    const cwd = demoWorkspace();
    const behind = await runCli(["report", "last", "--as-of", "2026-10-01", "--json"], {cwd});
    const before = await runCli(["--json", "--as-of", "2026-10-01", "report", "last"], {cwd});
    const between = await runCli(["--dir", cwd, "report", "--json", "last", "--as-of=2026-10-01"], {
      cwd: temporaryFolder(),
    });
    expect(before.stdout).toBe(behind.stdout);
    expect(between.stdout).toBe(behind.stdout);
    expect(behind.code).toBe(0);
  });

  it("prints help alone, and the version", async () => {
    const cwd = temporaryFolder();
    const help = await runCli([], {cwd});
    expect(help.code).toBe(0);
    for (const {name} of commands) expect(help.stdout).toContain(`  ${name.split(" ")[0] ?? ""} `);
    const {version} = JSON.parse(readFileSync("package.json", "utf8")) as {version: string};
    expect(await runCli(["--version"], {cwd})).toMatchObject({
      code: 0,
      stdout: `${version}\n`,
      stderr: "",
    });
  });

  it("takes help as a word too", async () => {
    const cwd = temporaryFolder();
    expect(await runCli(["help", "report", "last"], {cwd})).toEqual(
      await runCli(["report", "last", "--help"], {cwd}),
    );
    expect(await runCli(["help"], {cwd})).toEqual(await runCli([], {cwd}));
  });

  it("says that there is no workspace", async () => {
    const ran = await runCli(["last"], {cwd: temporaryFolder()});
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/^No pm-talk workspace here or above/);
  });
});

describe("filters", () => {
  const talks = async (...flags: string[]): Promise<string[]> => {
    const ran = await runCli(["list", "--json", ...flags], {cwd: demo()});
    expect(ran.stdout.includes('"kind": "error"') ? ran.stdout : "").toBe("");
    const {data} = JSON.parse(ran.stdout) as {
      data: {conversations: {conversation: string; customer: string; type: string}[]};
    };
    return data.conversations.map((one) => one.conversation);
  };

  it("narrow together and widen when repeated", async () => {
    const gantry = await talks("--customer", "gantry");
    const acme = await talks("--customer", "Acme");
    expect(gantry.length).toBeGreaterThan(1);
    expect((await talks("--customer", "gantry", "--customer", "acme")).sort()).toEqual(
      [...gantry, ...acme].sort(),
    );
    expect((await talks("--customer", "gantry, acme")).sort()).toEqual([...gantry, ...acme].sort());
    const demos = await talks("--customer", "gantry", "--type", "demo");
    expect(demos.length).toBeLessThan(gantry.length);
    expect(demos.every((id) => gantry.includes(id))).toBe(true);
  });

  it("take days in words, and say what they understood", async () => {
    const ran = await runCli(["list", "--since", "2 weeks ago", "--json"], {cwd: demoWorkspace()});
    expect(ran.stderr).toBe("since Fri 2026-11-06 (14 days ago)\n");
    expect(JSON.parse(ran.stdout)).toMatchObject({filters: {since: "2026-11-06"}});
  });

  it("know leaders and me", async () => {
    const cwd = demoWorkspace();
    const leaders = JSON.parse(
      (await runCli(["last", "--by", "leaders", "--json"], {cwd})).stdout,
    ) as {filters: {by: string[]}};
    expect(leaders.filters.by).toEqual(["eva"]);
    expect((await runCli(["last", "--leaders"], {cwd})).stdout).toMatch(
      /^29 days ago \(Thu 2026-10-22\): Eva, listening to Ben's interview with Dune/,
    );
    const me = JSON.parse(
      (await runCli(["last", "--by", "me", "--json"], {cwd, env: {PM_TALK_ME: "ben"}})).stdout,
    ) as {filters: {by: string[]}};
    expect(me.filters.by).toEqual(["ben"]);
  });

  it("never change a status", async () => {
    const cwd = demoWorkspace();
    const statuses = async (...flags: string[]): Promise<Map<string, string>> => {
      const {data} = JSON.parse(
        (await runCli(["report", "assumptions", "--json", ...flags], {cwd})).stdout,
      ) as {data: {assumptions: {id: string; status: string}[]}};
      return new Map(data.assumptions.map((one) => [one.id, one.status]));
    };
    const all = await statuses();
    for (const flags of [
      ["--customer", "gantry"],
      ["--segment", "smb"],
      ["--concept", "fast-setup"],
      ["--since", "2026-11-01"],
    ]) {
      const some = await statuses(...flags);
      expect(some.size).toBeGreaterThan(0);
      for (const [id, status] of some) expect(status).toBe(all.get(id));
    }
  });
});

describe("a file for a report", () => {
  it("is written, left alone when the same, and never takes a stranger's place", async () => {
    const cwd = demoWorkspace();
    mkdirSync(join(cwd, "reports"));
    const first = await runCli(["report", "-o", "reports/overview.md"], {cwd});
    expect({code: first.code, stdout: first.stdout}).toEqual({code: 0, stdout: ""});
    const text = readFileSync(join(cwd, "reports/overview.md"), "utf8");
    expect(text).toContain("](../assumptions/pay-for-sso.md)");
    expect(
      (await runCli(["report", "-o", "reports/overview.md", "--as-of", "2026-10-01"], {cwd})).code,
    ).toBe(0);
    expect(readFileSync(join(cwd, "reports/overview.md"), "utf8")).not.toBe(text);
    writeFileSync(join(cwd, "mine.md"), "my own words\n");
    const refused = await runCli(["report", "-o", "mine.md"], {cwd});
    expect(refused).toMatchObject({
      code: 2,
      stdout: "",
      stderr:
        "mine.md exists, and pm-talk did not write it.\n  Another name, or --force to write over it.\n",
    });
    expect(readFileSync(join(cwd, "mine.md"), "utf8")).toBe("my own words\n");
    expect((await runCli(["report", "-o", "mine.md", "--force"], {cwd})).code).toBe(0);
  });
});

describe("faulty files", () => {
  const broken = "---\ntype: interview\ndate: 2026-11-19\ncustomer: a: b\nteam: [ana]\n---\n";

  it("are named by check, and every answer says that something is missing", async () => {
    const cwd = workspaceOf({
      "conversations/2026/2026-11-19-acme.md": broken,
      "conversations/2026/2026-11-01-bolt.md":
        "---\ntype: interview\ndate: 2026-11-01\ncustomer: Bolt\nteam: [ana]\n---\n",
    });
    const check = await runCli(["check"], {cwd});
    expect(check.code).toBe(1);
    expect(check.stdout).toMatch(
      /^conversations\/2026\/2026-11-19-acme\.md:4:12 error yaml-colon: /,
    );
    const last = await runCli(["last"], {cwd});
    expect(last.code).toBe(0);
    expect(last.stdout).toContain("A NEWER NOTE CANNOT BE READ: 2026-11-19-acme.md, line 4.");
    expect(last.stderr).toContain("error yaml-colon");
    expect((await runCli(["report", "last", "--strict"], {cwd})).code).toBe(1);
    expect((await runCli(["last", "--quiet"], {cwd})).stderr).toBe("");
  });

  it("are shown with a path from where one is", async () => {
    const cwd = workspaceOf({"conversations/2026/x.md": broken});
    const ran = await runCli(["check", "2026"], {cwd: join(cwd, "conversations")});
    expect(ran.stdout).toMatch(/^2026\/x\.md:4:12 error/);
    expect((await runCli(["check", "nothing.md"], {cwd})).code).toBe(2);
  });

  it("in pm-talk.yml stop every command", async () => {
    const cwd = workspaceOf({"pm-talk.yml": "version: 1\nteem: []\n"});
    for (const argv of [
      ["last"],
      ["check"],
      ["log", "Acme", "--pain", "x"],
      ["report", "assumptions"],
    ]) {
      const ran = await runCli(argv, {cwd});
      expect({code: ran.code, stdout: ran.stdout}).toEqual({code: 2, stdout: ""});
      expect(ran.stderr).toMatch(/^pm-talk\.yml:2:1 /);
    }
  });
});

describe("progress", () => {
  const reading = async (milliseconds: number, columns?: number): Promise<string> => {
    let now = 0;
    const clock = () => (now += milliseconds);
    return (
      await runCli(["last"], {cwd: demo(), clock, ...(columns === undefined ? {} : {columns})})
    ).stderr;
  };

  it("is shown in a terminal when reading takes long, and taken away again", async () => {
    expect(await reading(600, 80)).toMatch(
      /^\rReading 0 of \d+ files(\rReading 50 of \d+ files)?\r {21,22}\r$/,
    );
    expect(await reading(1, 80)).toBe("");
    expect(await reading(600)).toBe("");
  });
});
