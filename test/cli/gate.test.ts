import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {demoToRead} from "./demo-workspace.ts";
import {defaultConfig, git, runCli, workspaceOf, type World} from "./harness.ts";

const demo = demoToRead();
const read = (argv: string, world: Partial<World> = {}) =>
  runCli(argv.split(" "), {cwd: demo(), ...world});

const path = "concepts/fast-setup.md";
const file = (gates: string): string =>
  `---\nname: Fast setup\nowner:   ana # her\n---\n\n## Gates\n${gates}`;
const two =
  "- **G1** Problem (2026-09-15, go 2026-09-16): watch five — eva\n* **G2**  Build ( 2026-11-24 )\n";

async function gate(argv: string[], gates = two, world: Partial<World> = {}) {
  const cwd = workspaceOf({[path]: file(gates)});
  const ran = await runCli(["gate", "fast-setup", ...argv], {cwd, ...world});
  return {...ran, after: readFileSync(join(cwd, path), "utf8").replace(file(""), "")};
}

describe("gate and report gate", () => {
  it("print the same; only gate exits 1 when it is not ready", async () => {
    const held = await read("gate fast-setup");
    const told = await read("report gate fast-setup");
    expect(held.stdout).toBe(told.stdout);
    expect([held.code, told.code]).toEqual([1, 0]);
    expect(held.stdout.split("\n").slice(0, 5).join("\n")).toBe(
      `NOT READY for G2 build on Tue 2026-11-24: 3 of 8 customer criteria not met.
Missing: 3 more meaningful talks; "IT will allow our cloud connection" not
  tested; public-sector not heard.
Strongest no: "He opened the help page four times, I counted" Gantry, seen.
`,
    );
    expect(held.stdout.trimEnd().split("\n").at(-1)).toBe(
      "pm-talk checks that customers were heard. It does not decide.",
    );
    expect((await read("gate board-link")).code).toBe(0);
  });

  it("take the concept whose next gate is nearest, overdue first, and its next gate", async () => {
    const first = async (argv: string) => (await read(argv)).stdout.split("\n")[0];
    expect(await first("gate")).toContain("G2 build on Tue 2026-11-24: 3 of 8");
    expect(await first("gate --as-of 2026-12-10")).toContain(
      "NOT READY for G2 build on Tue 2026-11-24 (16 days ago, not decided yet):",
    );
    expect(await first("gate --gate g3")).toContain("G3 launch on Tue 2027-03-02");
    expect(await first("gate Boardlink --gate g1B")).toContain("G1b problem, second time");
  });

  it("show a decided gate as of the day it was decided, or another when asked", async () => {
    const ran = await read("report gate fast-setup --gate G1 --json");
    const told = JSON.parse(ran.stdout) as {asOf: string; kind: string; data: {gate: object}};
    expect(told).toMatchObject({
      kind: "gate",
      asOf: "2026-09-15",
      data: {concept: "fast-setup", previous: null, gate: {id: "G1", decision: "go", by: "eva"}},
    });
    expect((await read("report gate fast-setup --gate G1")).stderr).toBe(
      "G1 was decided on Tue 2026-09-15: as of that day.\n",
    );
    const later = await read("report gate fast-setup --gate G1 --as-of 2026-11-01 --json");
    expect(JSON.parse(later.stdout)).toMatchObject({asOf: "2026-11-01"});
    const none = "- **G1** One (2026-03-01, kill 2026-03-02)\n- **G0** Zero (2026-01-01, go)\n";
    expect((await gate([], none)).stderr).toContain(
      "G1 was decided on Mon 2026-03-02: as of that day.\n",
    );
  });

  it.each([
    ["gate fastsetup", 'No concept "fastsetup". Did you mean fast-setup (Fast setup)?\n'],
    ["gate fast-setup --gate G9", 'Fast setup has no gate "G9". Did you mean G1 or G2 or G3?\n'],
    ["gate --gate lunch", 'No concept has a gate "lunch". Did you mean G3?\n'],
    ["gate --due soon", '--due "soon" is not a date.\n'],
    ["gate --due 14d --gate G2", "--due lists gates; it takes no --gate.\n"],
    ["gate --due 14d --decide go", "--decide and --due are two questions.\n"],
    ["gate --by eva", "--by belongs to --decide.\n"],
    ["gate --since 90d", "pm-talk gate has no flag --since.\n"],
  ])("%s is a slip of the hand", async (argv, message) => {
    const ran = await read(argv);
    expect({code: ran.code, stdout: ran.stdout}).toEqual({code: 2, stdout: ""});
    expect(ran.stderr).toContain(message);
  });

  it("say how a gate is written where there is none", async () => {
    expect(await gate([], "")).toMatchObject({
      code: 2,
      stderr:
        "Fast setup has no gates.\n  pm-talk concept edit fast-setup --gate 'G1 Build (in 4 weeks)'\n",
    });
    expect(await runCli(["gate"], {cwd: workspaceOf({})})).toMatchObject({
      code: 2,
      stderr:
        "No concept has a gate yet.\n  pm-talk concept add --name \"Fast setup\" --gate 'G1 Build (in 4 weeks)'\n",
    });
    const broken = workspaceOf({[path]: "---\nname: a: b\n---\n"});
    expect((await runCli(["gate", "fast-setup"], {cwd: broken})).stderr).toContain(
      "concepts/fast-setup.md cannot be read.\n  pm-talk check concepts/fast-setup.md\n",
    );
  });

  it("say where pm-talk.yml asks for less than usual, for a verdict rests on it", async () => {
    const config = `${defaultConfig}meaningful: {minutes: 0, words: 3}\nevidence: {customers: 1}\n`;
    const changed =
      "Set in pm-talk.yml: meaningful.minutes 0 (default 15), meaningful.words 3 (default 20), evidence.customers 1 (default 5).";
    const cwd = workspaceOf({[path]: file(two), "pm-talk.yml": config});
    for (const argv of [["gate"], ["gate", "--due", "30d"], ["report"]]) {
      const {stdout} = await runCli(argv, {cwd});
      expect(stdout.replace(/\s+/g, " ")).toContain(changed);
    }
    const beliefs = await runCli(["report", "assumptions"], {cwd});
    expect(beliefs.stdout).toContain("Set in pm-talk.yml: evidence.customers 1 (default 5).");
    const {stdout} = await runCli(["gate"], {cwd: workspaceOf({[path]: file(two)})});
    expect(stdout).not.toContain("Set in pm-talk.yml");
    expect(stdout.replace(/\s+/g, " ")).toContain(
      "Validated takes 5 customers with more than an opinion, invalidated 3 against. " +
        "Meaningful: 15 minutes or unknown, something learned, a quote or 20 words;",
    );
  });

  it("say that nothing is at stake where no assumption is critical", async () => {
    const ran = await gate([]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(
      "NOT READY: Fast setup names no critical assumption, so nothing was at stake.\n\n" +
        "What would sink it if it were wrong?\n\npm-talk assumption add --concept fast-setup\n",
    );
  });

  it("name a newer note that cannot be read, which is an error of its own", async () => {
    const note = "conversations/2026-11-19-x.md";
    const cwd = workspaceOf({[path]: file(two), [note]: "---\ntype: [\n---\n"});
    const ran = await runCli(["gate"], {cwd});
    expect(ran.stdout).toContain("1 file with an error.\n");
    expect(ran.stdout).toContain("A NEWER NOTE CANNOT BE READ: 2026-11-19-x.md, line");
    expect((await runCli(["report", "gate", "--strict"], {cwd})).code).toBe(1);
  });
});

describe("gate --due", () => {
  it("lists undecided gates up to a day and overdue ones, 1 where one is not ready", async () => {
    const ran = await read("gate --due 3w");
    expect(ran).toMatchObject({code: 1, stderr: "Due until Fri 2026-12-11 (in 21 days).\n"});
    expect(ran.stdout.split("\n").slice(0, 6).join("\n")).toBe(
      `2 gates due until Fri 2026-12-11 or overdue: 1 not ready.

  - NOT READY  Fast setup, G2 build, Tue 2026-11-24 (in 4 days): 3 more
    meaningful talks; "IT will allow our cloud connection" not tested;
    public-sector not heard
  - READY  Board link, G2 build, Tue 2026-12-08 (in 18 days)`,
    );
    expect((await read("gate board-link --due 2026-12-31")).code).toBe(0);
    expect((await read("gate fast-setup --due 1d --as-of 2026-12-20")).stdout).toContain(
      "NOT READY  Fast setup, G2 build, Tue 2026-11-24 (26 days ago)",
    );
  });

  it("is a sentence and 0 where none is", async () => {
    const ran = await read("gate --due 2d --json");
    expect(JSON.parse(ran.stdout)).toMatchObject({
      kind: "gate",
      data: {until: "2026-11-22", gates: []},
    });
    expect(await read("gate --due 2d")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /^No gate is due until Sun 2026-11-22, and none is overdue\.\n/,
      ) as string,
    });
  });
});

describe("gate --due with a concept that cannot be read", () => {
  it.each([
    ["all of it", "---\nname: a: b\n---\n"],
    ["a gate", "---\nname: B\n---\n\n## Gates\n- **G1** Build (2026-11-21, pendin)\n"],
  ])("does not let it pass: %s", async (_, text) => {
    const cwd = workspaceOf({"concepts/b.md": text});
    const ran = await runCli(["gate", "--due", "2d", "--quiet"], {cwd});
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(
      "No gate that can be read is due until Sun 2026-11-22, and none is overdue.\n1 file ",
    );
    expect(ran.stdout).toContain("  - NOT KNOWN  concepts/b.md cannot be read as a whole: whether");
    const json = await runCli(["gate", "--due", "2d", "--json"], {cwd});
    expect(JSON.parse(json.stdout)).toMatchObject({data: {gates: [], unread: ["concepts/b.md"]}});
  });

  it("is named where no other has a gate", async () => {
    const cwd = workspaceOf({"concepts/b.md": "---\nname: a: b\n---\n"});
    expect(await runCli(["gate"], {cwd})).toMatchObject({
      code: 2,
      stderr:
        "No concept that can be read has a gate; concepts/b.md cannot be.\n  pm-talk check concepts/b.md\n",
    });
  });
});

describe("gate --decide", () => {
  it("writes the decision into the gate's line, and says the verdict beside it", async () => {
    const argv = [
      "--decide",
      "conditional go",
      "--by",
      "Eva Stein",
      "--condition",
      "one (more) talk",
    ];
    expect(await gate([...argv, "--date", "yesterday"])).toMatchObject({
      code: 0,
      stdout: `Fast setup, G2 build: Conditional go on Thu 2026-11-19, eva: one (more) talk
The verdict of that day: NOT READY, 6 of 7 customer criteria not met.
`,
      stderr: "Decided Thu 2026-11-19 (yesterday).\n",
      after: two.replace(
        "( 2026-11-24 )",
        "(2026-11-24, conditional-go 2026-11-19): one (more) talk — eva",
      ),
    });
    const dry = await gate(["--decide", "go", "--by", "the board", "--dry-run"]);
    expect(dry).toMatchObject({code: 0, after: two, stderr: "Not written.\n"});
    expect(dry.stdout).toContain("+ * **G2**  Build (2026-11-24, go 2026-11-20): — the board");
  });

  it("leaves a decided gate as it is, unless it is to be written over", async () => {
    const argv = ["--gate", "g1", "--decide", "hold", "--by", "ben"];
    expect(await gate(argv)).toMatchObject({
      code: 2,
      after: two,
      stderr: `G1 of Fast setup was decided on Wed 2026-09-16: Go (eva).
  A gate that is repeated gets a line of its own. To write over it:  --force
`,
    });
    expect((await gate([...argv, "--force"])).after).toBe(
      two.replace(
        "(2026-09-15, go 2026-09-16): watch five — eva",
        "(2026-09-15, hold 2026-11-20): — ben",
      ),
    );
  });

  it("keeps what was asked for beforehand", async () => {
    const pending = "- **G2** Build (2026-11-24, pending): ask *IT*\r\n";
    expect((await gate(["--decide", "go", "--by", "eva"], pending)).after).toBe(
      "- **G2** Build (2026-11-24, go 2026-11-20): ask *IT* — eva\r\n",
    );
  });

  it("says of which gate it asks who decided, and knows several of us by name", async () => {
    const ran = await gate(["--decide", "hold"], two, {
      answers: [
        ["Who decided?", "Eva, the board"],
        ["Conditions?", null],
      ],
    });
    expect(ran.said).toEqual(["Hold for Fast setup, G2 build."]);
    expect(ran.after).toContain("hold 2026-11-20): — eva, the board");
  });

  it("asks at a terminal for what the flags leave open", async () => {
    const answers: World["answers"] = [
      ["What was decided about Fast setup, G2 build?", "Conditional go"],
      ["Who decided?", "me"],
      ["On what condition?", "one more talk"],
    ];
    expect((await gate(["--decide"], two, {answers})).after).toBe(
      two.replace("( 2026-11-24 )", "(2026-11-24, conditional-go 2026-11-20): one more talk — ana"),
    );
  });

  it.each([
    [["--decide"], "--decide go|conditional-go|hold|recycle|kill, --by"],
    [["--decide", "go"], "--by"],
    [["--decide", "conditional-go", "--by", "eva"], "--condition"],
    [["--decide", "goo", "--by", "eva"], "Did you mean go?"],
    [
      ["--decide", "go", "--by", "eva", "--date", "tomorrow"],
      "Sat 2026-11-21 is still to come (tomorrow)",
    ],
    [["--decide", "go", "--by", "eva", "--as-of", "2026-11-01"], "use --date"],
    [["--decide", "go", "--by", "eva", "--output", "x.md"], "--output does not apply"],
  ])("writes nothing with %j", async (argv, message) => {
    const ran = await gate(argv);
    expect(ran).toMatchObject({code: 2, after: two, stdout: ""});
    expect(ran.stderr).toContain(message);
  });

  it("commits the concept alone", async () => {
    const cwd = workspaceOf({[path]: file(two), "other.txt": "staged"});
    git(cwd, "init", "--quiet");
    git(cwd, "add", ".");
    const env = {
      GIT_AUTHOR_NAME: "A",
      GIT_AUTHOR_EMAIL: "a@b.c",
      GIT_COMMITTER_NAME: "A",
      GIT_COMMITTER_EMAIL: "a@b.c",
    };
    const argv = ["gate", "--decide", "kill", "--by", "eva", "--commit"];
    const ran = await runCli(argv, {cwd, env});
    expect(ran.code).toBe(0);
    expect(git(cwd, "log", "-1", "--name-only", "--format=%s").trim().split("\n\n")).toEqual([
      "Record G2 of fast-setup: kill",
      path,
    ]);
  });
});
