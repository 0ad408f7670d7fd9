import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {runCli, workspaceOf} from "./harness.ts";

const path = "conversations/a-k7f3qa.md";
const note = (steps: string): string =>
  `---\ntype: interview\ndate: 2026-11-10\ncustomer: gantry\nteam: [ana]\n---\n\n## What works\n- The link\n\n## Next steps\n${steps}`;
const two =
  "- [ ] Send the plan (ana, 2026-11-26)\n* [x] Call (them, done 2026-11-12)\n-  [ ] Ask  Tom ( ben )\n";

async function done(argv: string[], steps = two, world: object = {}) {
  const cwd = workspaceOf({[path]: note(steps)});
  const ran = await runCli(["done", "k7f3qa", ...argv], {cwd, ...world});
  const after = readFileSync(join(cwd, path), "utf8");
  expect(after.startsWith(note(""))).toBe(true);
  return {...ran, after: after.slice(note("").length)};
}

describe("done", () => {
  it("closes the nth step and changes the box and the day alone", async () => {
    expect(await done(["3"])).toMatchObject({
      code: 0,
      stdout: "Done: Ask Tom (ben), Fri 2026-11-20.\n",
      stderr: "",
      after: two.replace("[ ] Ask  Tom ( ben )", "[x] Ask  Tom ( ben, done 2026-11-20 )"),
    });
    expect(await done(["1", "--date", "monday"])).toMatchObject({
      stdout: "Done: Send the plan (ana), Mon 2026-11-16.\n",
      stderr: "Done Mon 2026-11-16 (4 days ago).\n",
      after: two.replace(
        "[ ] Send the plan (ana, 2026-11-26)",
        "[x] Send the plan (ana, 2026-11-26, done 2026-11-16)",
      ),
    });
  });

  it("says when it is done already; a day that is given replaces the one there", async () => {
    expect(await done(["2"])).toMatchObject({
      code: 0,
      stdout: "Done already: Call (them), Thu 2026-11-12.\n",
      after: two,
    });
    expect(await done(["2", "--date", "2026-11-13"])).toMatchObject({
      stdout: "Done: Call (them), Fri 2026-11-13.\n",
      after: two.replace("done 2026-11-12", "done 2026-11-13"),
    });
  });

  it("shows what a terminal would obey, and keeps it in the file", async () => {
    expect(await done([], "- [ ] \u001b[2J\u202e送る (ana)\n")).toMatchObject({
      stdout: "Done: \\x1b[2J\\u202e送る (ana), Fri 2026-11-20.\n",
      after: "- [x] \u001b[2J\u202e送る (ana, done 2026-11-20)\n",
    });
  });

  it("opens a step again", async () => {
    expect(await done(["--undo"])).toMatchObject({
      code: 0,
      stdout: "Open again: Call (them).\n",
      after: two.replace("[x] Call (them, done 2026-11-12)", "[ ] Call (them)"),
    });
    expect(await done(["1", "--undo"])).toMatchObject({
      code: 0,
      stdout: "Open already: Send the plan (ana), due Thu 2026-11-26.\n",
      after: two,
    });
  });

  it("takes the only open one, asks which of several, and lists them without a terminal", async () => {
    const one = "1. Send the\n   plan (ana)\n";
    expect(await done([], one)).toMatchObject({
      stdout: "Done: Send the plan (ana), Fri 2026-11-20.\n",
      after: "1. [x] Send the\n   plan (ana, done 2026-11-20)\n",
    });
    expect(await done([], two, {answers: [["Which one is done?", "Ask Tom"]]})).toMatchObject({
      stdout: "Done: Ask Tom (ben), Fri 2026-11-20.\n",
    });
    expect(await done([])).toMatchObject({
      code: 2,
      stderr:
        "2 next steps of k7f3qa are open; which one?\n  1  [ ] Send the plan (ana, Thu 2026-11-26)\n  3  [ ] Ask Tom (ben)\n  pm-talk done k7f3qa 1\n",
      after: two,
    });
  });

  it.each([
    [["4"], two, 'k7f3qa has 3 next steps; "4" is none of them.'],
    [["x"], two, 'k7f3qa has 3 next steps; "x" is none of them.'],
    [[], "- [x] a (ana)\n- [x] b (ben)\n", "No next step of k7f3qa is open."],
    [[], "", "conversations/a-k7f3qa.md has no next step."],
    [
      ["1", "--date", "tomorrow"],
      two,
      "Sat 2026-11-21 is still to come (tomorrow). What is done cannot be.",
    ],
    [["2", "--undo", "--date", "today"], two, "--undo takes no --date."],
  ])("refuses %j", async (argv, steps, message) => {
    const ran = await done(argv, steps);
    expect(ran).toMatchObject({code: 2, after: steps});
    expect(ran.stderr.split("\n")[0]).toBe(message);
  });

  it("shows the line, and tells JSON the step", async () => {
    expect(await done(["1", "--dry-run"])).toMatchObject({
      stdout: `${path}\n- - [ ] Send the plan (ana, 2026-11-26)\n+ - [x] Send the plan (ana, 2026-11-26, done 2026-11-20)\n`,
      after: two,
    });
    const ran = await done(["1", "--json"]);
    expect((JSON.parse(ran.stdout) as {data: unknown}).data).toEqual({
      id: "a-k7f3qa",
      path,
      changed: ["steps"],
      commit: null,
      step: {
        n: 1,
        what: "Send the plan",
        who: "ana",
        due: "2026-11-26",
        done: true,
        doneOn: "2026-11-20",
      },
      warnings: [],
    });
  });
});
