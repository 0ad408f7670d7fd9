import {spawnSync} from "node:child_process";
import {readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {type Outline, outlineOfAll} from "../../src/cli/completion/outline.ts";
import {runCli} from "../cli/harness.ts";
import {bash, bin, packageRoot, temporaryFolder} from "./program.ts";
import {workspace} from "./workspace.ts";

const files = {
  "pm-talk.yml": `version: 1
team:
  - {handle: ana, name: Ana Ruiz}
  - {handle: ben}
segments: [smb, Public Sector]
types: {roadshow: {live: true}}
themes: [setup]
`,
  "customers/deep/er/acme.md": "---\nname: a: b\n---\n",
  "customers/README.md": "",
  "customers/.hidden.md": "",
  "customers/Odd & Sons (x).md": "---\nname: Odd\n---\n",
  "customers/it's.md": "",
  "customers/$(touch BROKEN).md": "",
  "customers/a:b=c.md": "",
  "customers/-rf.md": "",
};

/** What `complete -- WORD… CURRENT` answers: values, and the directive. */
async function general(line: string, cwd: string, env = {}): Promise<string[]> {
  const ran = await runCli(["complete", "--", ...line.split(" ")], {cwd, env});
  expect({code: ran.code, stderr: ran.stderr}).toEqual({code: 0, stderr: ""});
  return ran.stdout
    .trimEnd()
    .split("\n")
    .map((answer) => answer.replace(/\t.*/, ""));
}

describe("what can be typed next", () => {
  test.each<[string, string[]]>([
    ["st", ["steps", ":4"]],
    ["--dir /tmp rep", ["report", ":4"]],
    ["report as", ["assumptions", ":4"]],
    ["help report la", ["last", ":4"]],
    ["report --forc", ["--force", ":4"]],
    ["steps --customer gantry --cust", ["--customer", ":4"]],
    ["last --json --js", [":4"]],
    ["last --nosuch x --leaders --quie", ["--quiet", ":4"]],
    ["last --customer GAN", ["gantry", ":4"]],
    ["last --customer=gan", ["gantry", ":4"]],
    ["last --customer ac", ["acme", ":4"]],
    [
      "customer show ",
      ["$(touch BROKEN)", "Odd & Sons (x)", "a:b=c", "acme", "gantry", "it's", ":4"],
    ],
    ["show k7", ["k7f3qa", ":4"]],
    ["show 2026-11", ["2026-11-19-gantry-interview-k7f3qa", ":4"]],
    ["assumption show s", ["setup-alone", ":4"]],
    ["last --by ", ["me", "leaders", "ana", "ben", ":4"]],
    ["log --team ", ["me", "ana", "ben", ":4"]],
    ["last --segment p", ["Public Sector", ":4"]],
    ["last --type r", ["roadshow", ":4"]],
    ["last --tag ", ["setup", ":4"]],
    ["assumption add --type u", ["usability", ":4"]],
    ["assumption add --importance=c", ["critical", ":4"]],
    ["assumption edit setup-alone --type e", ["ethical", ":4"]],
    ["assumption add --by ", ["ana", "ben", ":4"]],
    ["assumption add --replaces s", ["setup-alone", ":4"]],
    ["customer merge acme g", ["gantry", ":4"]],
    ["customer rename acme ", [":4"]],
    ["customer add --relationship w", ["warm", ":4"]],
    ["log --channel p", ["phone", ":4"]],
    ["report -o ", [":0"]],
    ["report --format m", ["markdown", ":4"]],
    ["--color n", ["never", ":4"]],
    ["schema con", ["conversation", "concept", "config", ":4"]],
    ["completion ", ["bash", "zsh", "fish", ":4"]],
    ["init ", [":16"]],
    ["check a.md ", [":0"]],
    ["nosuch ", [...globals(), ":4"]],
    ["last -- --cust", [":4"]],
    ["log --pain ", [":4"]],
  ])("%s", async (line, answers) => {
    expect(await general(line, workspace(files))).toEqual(answers);
  });

  function globals(): string[] {
    const names = ["dir", "as-of", "json", "color", "quiet", "no-input", "no-cache"];
    return [...names, "version", "help"].map((name) => `--${name}`);
  }

  test("names come from the workspace that the line or PM_TALK_DIR names", async () => {
    const root = workspace(files);
    const cwd = temporaryFolder();
    expect(await general(`--dir ${root} last --customer gan`, cwd)).toEqual(["gantry", ":4"]);
    expect(await general("last --customer gan", cwd, {PM_TALK_DIR: root})).toEqual([
      "gantry",
      ":4",
    ]);
    expect(await general("--dir ~/ last --by b", cwd, {HOME: root})).toEqual(["ben", ":4"]);
  });

  test("nothing is said where there is no workspace, or its pm-talk.yml is broken", async () => {
    expect(await general("last --customer ", temporaryFolder())).toEqual([":4"]);
    for (const text of ["team: [", "team: 7\nsegments: {a: b}\ntypes: [x]", "- a", "&a [*a]"]) {
      const cwd = workspace({"pm-talk.yml": text});
      expect(await general("last --segment ", cwd)).toEqual([":4"]);
      expect(await general("last --customer g", cwd)).toEqual(["gantry", ":4"]);
    }
  });

  test("a person who types complete is answered as for any word that is no command", async () => {
    const ran = await runCli(["complete", "bash"], {cwd: temporaryFolder()});
    expect(ran).toMatchObject({
      code: 2,
      stderr: 'No command "complete".\n  All of them: pm-talk --help\n',
    });
  });

  test("every flag and group of the registry is in the outline that the build takes along", async () => {
    const outline: Outline = await outlineOfAll();
    const flags = [...outline.global, ...outline.commands.flatMap((command) => command.flags)];
    for (const {long} of flags) expect(long).toMatch(/^--[a-z]/);
    expect(JSON.parse(JSON.stringify(outline))).toEqual(outline);
    expect(
      flags.filter(({short}) => short !== null).map(({short, long}) => `${short ?? ""} ${long}`),
    ).toContain("-o --output");
  });
});

describe("bash", () => {
  test.each<[string, string[]]>([
    ["pm-talk customer show O", ["Odd\\ \\&\\ Sons\\ \\(x\\)"]],
    ["pm-talk customer show Odd\\ \\&", ["Odd\\ \\&\\ Sons\\ \\(x\\)"]],
    ['pm-talk customer show "O', ["Odd & Sons (x)"]],
    ["pm-talk last --customer='O", ["Odd & Sons (x)"]],
    ["pm-talk last --customer=O", ["Odd\\ \\&\\ Sons\\ \\(x\\)"]],
    ["pm-talk customer show it", ["it\\'s"]],
    ["pm-talk customer show 'it", ["it'\\''s"]],
    ["pm-talk customer show \\$", ["\\$\\(touch\\ BROKEN\\)"]],
    ['pm-talk customer show "\\$', ["\\$(touch BROKEN)"]],
    ["pm-talk customer show a:", ["b=c"]],
    ["pm-talk log --pain $(touch BROKEN) --bod", ["--body"]],
    ['pm-talk log --pain "a \\" `touch BROKEN` --x" --bod', ["--body"]],
    ["A=1 B='x y' ./pm-talk ste", ["steps"]],
    ["pm-talk last >", []],
    ["pm-talk last 2> x --lead", ["--leaders"]],
    ["pm-talk completion", ["completion"]],
    ["pm-talk", []],
  ])("%s", async (line, replies) => {
    const cwd = workspace(files);
    const ran = await runCli(["complete", "bash", line, " \t\n\"'><=;|&(:"], {cwd});
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout.trimEnd().split("\n").slice(1)).toEqual(replies);
  });

  test("asks the built program, and runs nothing that is typed or found", async () => {
    const cwd = workspace(files);
    const line = "pm-talk customer show \\$";
    const {stdout, stderr} = await bash(
      `set -u; pm-talk() { $PM_TALK "$@"; }; . <(pm-talk completion bash)
       COMP_LINE=${`'${line}'`} COMP_POINT=${String(line.length)}; _pm_talk pm-talk '$' show
       printf '%s\\n' "\${COMPREPLY[@]}"; complete -p pm-talk`,
      {cwd},
    );
    expect(stderr).toBe("");
    expect(stdout.toString()).toBe(
      "\\$\\(touch\\ BROKEN\\)\ncomplete -o default -F _pm_talk pm-talk\n",
    );
    expect(readdirSync(cwd)).not.toContain("BROKEN");
  });

  const hasScript = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;
  test.skipIf(!hasScript)("completes a name with spaces when Tab is pressed", async () => {
    const cwd = workspace({...files, "customers/it's.md": "---\nname: It's\n---\n"});
    writeFileSync(join(cwd, "keys"), "pm-talk customer show it\t --quiet\nexit\n");
    const program = `"${process.execPath}" "${bin}"`;
    writeFileSync(
      join(cwd, "rc"),
      `pm-talk() { ${program} "$@"; }; . <(pm-talk completion bash)\n`,
    );
    const {stdout} = await bash('script -qec "bash --noprofile --rcfile rc -i" /dev/null < keys', {
      cwd,
    });
    expect(stdout.toString()).toContain("It's: never spoken with.");
  });
});

describe("the scripts", () => {
  test.each(["bash", "zsh", "fish"])(
    "%s reads its own without a fault, where it is there",
    async (shell) => {
      const {stdout} = await runCli(["completion", shell], {cwd: temporaryFolder()});
      expect(stdout).toContain("pm-talk complete ");
      const file = join(temporaryFolder(), "script");
      writeFileSync(file, stdout);
      const checked = spawnSync(shell, ["-n", file], {encoding: "utf8"});
      if (checked.error === undefined) expect(checked.stderr).toBe("");
      else console.info(`no ${shell} here to read the script`);
    },
  );

  test("an unknown shell is refused with the nearest", async () => {
    expect(await runCli(["completion", "fisch"], {cwd: temporaryFolder()})).toMatchObject({
      code: 2,
      stderr:
        'No completion for the shell "fisch".\n  Did you mean fish?  There are: bash, zsh, fish\n',
    });
  });

  test("are part of the package", () => {
    expect(readdirSync(join(packageRoot, "templates/completion")).sort()).toEqual([
      "pm-talk.bash",
      "pm-talk.fish",
      "pm-talk.zsh",
    ]);
  });
});
