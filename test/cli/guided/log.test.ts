import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {runCli} from "../harness.ts";
import {type Answer, cancel} from "../scripted-prompter.ts";
import {
  interview,
  logWith,
  ownState,
  salesCall,
  savedNote,
  smallWorkspace,
  today,
} from "./talks.ts";

const talks = {"a sales call": salesCall, "an interview": interview};

describe.each(Object.entries(talks))("%s by answers", (name, {answers, flags}) => {
  test("is byte for byte the note of the flags that say the same", async () => {
    const cwd = smallWorkspace();
    const guided = savedNote(await logWith(cwd, answers), cwd);
    const other = smallWorkspace();
    const byFlags = savedNote(await runCli(flags, {cwd: other, today, env: ownState()}), other);
    expect(guided).toBe(byFlags);
    expect((await runCli(["check"], {cwd, today})).code).toBe(0);
  });

  test("asks no more than people put up with", async () => {
    const {asked} = await logWith(smallWorkspace(), answers);
    expect(asked.length).toBeLessThanOrEqual(name === "a sales call" ? 24 : 18);
  });

  test("loses nothing when it is left at any question, and goes on there", async () => {
    const cwd = smallWorkspace();
    const whole = savedNote(await logWith(cwd, answers), cwd);
    for (let at = 1; at < answers.length; at++) {
      const env = ownState();
      const place = smallWorkspace();
      const question = answers[at]?.[0] ?? "";
      const left = await logWith(
        place,
        [...answers.slice(0, at), [question, cancel]],
        ["log"],
        env,
      );
      expect(left.code, left.printed).toBe(130);
      expect(left.stderr).toContain("To go on with it:       pm-talk log --resume\n");
      const again = await logWith(place, answers.slice(at), ["log", "--resume"], env);
      expect(savedNote(again, place), question).toBe(whole);
      expect(drafts(env)).toEqual([]);
    }
  });
});

function drafts(env: Record<string, string>): string[] {
  return readdirSync(join(env["XDG_STATE_HOME"] ?? "", "pm-talk", "drafts"));
}

test("says what the note comes to before it is saved, and what it changed after", async () => {
  const cwd = smallWorkspace();
  const {said, stderr} = await logWith(cwd, salesCall.answers);
  expect(said.at(0)).toBe(
    "Logging for today, Thu 2026-11-19, by you (ana). Enter takes the marked answer.\n",
  );
  expect(said.at(-1)).toBe(`
  Gantry (Tom Berg), sales call, Thu 2026-11-19, you and Ben, Fast setup
  4 lines, 1 test of assumptions, 1 ask (declined), 1 promise (roadmap), 1 next step
  Pitch          v3, as last time
  They are now   not said
  Counts as a meaningful conversation: yes
`);
  expect(stderr).toMatch(
    /^ {2}New customers finish setup alone: too early, as before\n {2}Your second meaningful talk this month; the goal is 2\.\nTo share it: {2}git add conversations\/2026\/\S+\.md && git commit && git push\n$/,
  );
});

test("says how far the talks for the next gate are", async () => {
  const cwd = smallWorkspace({
    "concepts/fast-setup.md":
      "---\nname: Fast setup\n---\n\n## Gates\n- **G1** Scope (2026-09-15, go)\n- **G2** Build (2026-11-24)\n",
  });
  const {stderr} = await logWith(cwd, salesCall.answers);
  expect(stderr).toContain("  Fast setup, G2 Build in 5 days: 2 of 5 meaningful talks.\n");
});

test("breaks what it says after saving between words", async () => {
  const {stderr} = await runCli(["log"], {
    ...{cwd: smallWorkspace(), today, env: ownState(), columns: 40},
    answers: salesCall.answers,
  });
  expect(stderr).toContain(
    "  New customers finish setup alone: too\n    early, as before\n  Your second meaningful talk this\n    month; the goal is 2.\n",
  );
});

describe("changing an answer on the last screen", () => {
  const last = (...answers: Answer[]): Answer[] => [...interview.answers.slice(0, -1), ...answers];

  test("asks that one again and keeps the others", async () => {
    const cwd = smallWorkspace();
    const {said} = await logWith(
      cwd,
      last(
        ["Save it?", "Change an answer"],
        ["Change what?", "What it tested"],
        ["Did any of it", []],
        ["Save it?", "Save"],
      ),
    );
    expect(said.at(-1)).toContain("4 lines, 1 introduction, 1 next step");
  });

  test("asks what another type wants to know, and loses no line", async () => {
    const cwd = smallWorkspace();
    const ran = await logWith(
      cwd,
      last(
        ["Save it?", "Change an answer"],
        ["Change what?", "What it was"],
        ["What was it?", "Demo"],
        ["What made them lean in?", ["The link"]],
        ["What made them tune out", []],
        ["What has to change", []],
        ["What did you ask them for?", "An hour with their IT"],
        ["That is their", "time"],
        ["They said", "yes"],
        ["What did you promise", ""],
        ["Save it?", "Change an answer"],
        ["Change what?", "What it was"],
        ["What was it?", "Check-in"],
        ["Save it?", "Save"],
      ),
    );
    const note = savedNote(ran, cwd);
    expect(note).toContain("type: check-in\n");
    expect(note).toContain("- An hour with their IT (time, given)\n");
    expect(note).toContain("- The link\n");
    expect(note).toContain("- The board link saves them a deck\n");
  });

  test("changes the day, who listened in, and how it stands with them", async () => {
    const cwd = smallWorkspace();
    const ran = await logWith(
      cwd,
      last(
        ["Save it?", "Change an answer"],
        ["Change what?", "The day"],
        ["On which day", "yesterday"],
        ["Save it?", "Change an answer"],
        ["Change what?", "Who listened in"],
        ["Who of us listened in?", ["Eva"]],
        ["Save it?", "Change an answer"],
        ["Change what?", "They are now"],
        ["They are now", "warm"],
        ["Save it?", "Save"],
      ),
    );
    expect(savedNote(ran, cwd)).toContain(
      'date: 2026-11-18\ncustomer: acme\nteam: [ana]\ncontacts: ["Jane Doe, operations"]\nobservers: [eva]\nrelationship: warm\n',
    );
  });
});

test("a new customer is offered with the nearest ones, and asked for segment and source", async () => {
  const cwd = smallWorkspace();
  const ran = await logWith(cwd, [
    ["Customer?", ["gant", "New customer: gant"]],
    ["Which segment are they?", "smb"],
    ["How did you get to them?", "They came to us"],
    ["What was it?", "Interview"],
    ["Who was there?", null],
    ["About which concept?", "None"],
    ["What works for them?", ["A lot"]],
    ["What does not?", []],
    ["What do they wish", []],
    ["What surprised you?", []],
    ["Did any of it test", []],
    ["Next step?", ""],
    ["Save it?", "Save"],
  ]);
  expect(ran.stdout).toContain("Saved customers/gant.md\n");
  expect(readFileSync(join(cwd, "customers/gant.md"), "utf8")).toBe(
    "---\nname: gant\nsegment: smb\nsource: inbound\n---\n",
  );
});

test("a second account of a talk that a colleague wrote up joins it", async () => {
  const cwd = smallWorkspace();
  const ran = await logWith(
    cwd,
    [
      ["Is it the talk with Gantry on Thu 2026-11-12", "Yes"],
      ["Who was there?", null],
      ["About which concept?", null],
      ["What made them lean in?", ["The link"]],
      ["What made them tune out", []],
      ["What has to change", []],
      ["What surprised", []],
      ["Did any of it", []],
      ["What did you ask", ""],
      ["What did you promise", ""],
      ["Next step?", ""],
      ["Save it?", "Save"],
    ],
    ["log", "gantry", "--date", "2026-11-12"],
  );
  expect(savedNote(ran, cwd)).toContain("date: 2026-11-12\ncustomer: gantry\n");
  const {stdout} = await runCli(["list", "--json"], {cwd, today});
  const {data} = JSON.parse(stdout) as {data: {conversations: {also: string[]}[]}};
  expect(data.conversations.filter(({also}) => also.length > 0)).toHaveLength(1);
});

describe("--add-to with the rest asked", () => {
  const asked: Answer[] = [
    ["What did they say?", ["It works"]],
    ["Did any of it", []],
    ["Next step?", ""],
    ["Save it?", "Save"],
  ];

  test("takes customer, day and type from the talk, and asks for none of them", async () => {
    const cwd = smallWorkspace();
    const ran = await logWith(cwd, asked, ["log", "--quick", "--add-to", "aaaaaa"]);
    expect(ran.said.at(0)).toContain("Logging for Thu 2026-11-12 (7 days ago), by you (ana).");
    expect(savedNote(ran, cwd)).toContain("type: sales-call\ndate: 2026-11-12\ncustomer: gantry\n");
  });

  test.each([
    ["--add-to", "nope"],
    ["--add-to", "aaaaaa", "acme"],
  ])("is refused before anything is asked: %j %j %j", async (...flags) => {
    const argv = ["log", "--quick", ...flags.filter((word) => word !== undefined)];
    expect((await logWith(smallWorkspace(), [], argv)).code).toBe(2);
  });
});

test("another talk on a day that has one says what still makes them one", async () => {
  const cwd = smallWorkspace();
  const answers: Answer[] = [
    ["Is it the talk with Gantry on Thu 2026-11-12", "No"],
    ["When did it begin?", "2.30 pm"],
    ["What was it?", null],
    ["Who was there?", ["Lena Moss", "you"]],
    ["About which concept?", null],
    ["What made them lean in?", ["The link"]],
    ...["What made them tune", "What has to", "What surprised", "Did any of it"].map(
      (question): Answer => [question, []],
    ),
    ...["What did you ask", "What did you promise", "Next step?"].map((question): Answer => [
      question,
      "",
    ]),
    ["Save it?", "Save"],
  ];
  const ran = await logWith(cwd, answers, ["log", "gantry", "--date", "2026-11-12"]);
  expect(savedNote(ran, cwd)).toContain('time: "14:30"\n');
  const said =
    "One talk with 2026-11-12-gantry-sales-call-aaaaaa: another one on that day?  pm-talk edit aaaaaa --set time=HH:MM";
  expect(ran.said).toContain(`  ${said}`);
  expect(ran.stderr).toContain(`  ${said}\n`);
  await runCli(["edit", "aaaaaa", "--set", "time=09:00"], {cwd, today});
  const {stdout} = await runCli(["list", "--json"], {cwd, today});
  const {data} = JSON.parse(stdout) as {data: {conversations: {also: string[]}[]}};
  expect(data.conversations.map(({also}) => also.length)).toEqual([0, 0, 0]);
});

describe("a customer on the command line", () => {
  const rest: Answer[] = [
    ["What did they say?", ["It works"]],
    ["Did any of it", []],
    ["Next step?", ""],
    ["Save it?", "Save"],
  ];

  test("whom nobody knows is asked about where a name is near", async () => {
    const cwd = smallWorkspace();
    const asked: Answer = ["No customer is called Gantri yet. Who was it?", "Gantry"];
    const ran = await logWith(cwd, [asked, ...rest], ["log", "--quick", "Gantri"]);
    expect(savedNote(ran, cwd)).toContain("customer: gantry\n");
    expect(ran.said.at(-1)).not.toContain("New customer");
  });

  test("whom nobody knows is announced, and told apart before it is saved", async () => {
    const cwd = smallWorkspace();
    const asked = ["Which segment", "How did you get"].map((question): Answer => [question, null]);
    const ran = await logWith(cwd, [...asked, ...rest], ["log", "--quick", "Zebra Ltd"]);
    expect(ran.said).toContain("New customer: Zebra Ltd");
    expect(ran.said.at(-1)).toContain("\n  New customer   Zebra Ltd\n");
    expect(ran.stdout).toContain("Saved customers/zebra-ltd.md\n");
  });

  test("stays who it was when it is asked for again and Enter is pressed", async () => {
    const cwd = smallWorkspace();
    const ran = await logWith(
      cwd,
      [
        ["Customer?", "acm"],
        ...rest.slice(0, -1),
        ["Save it?", "Change an answer"],
        ["Change what?", "Customer"],
        ["Customer?", null],
        ["Save it?", "Save"],
      ],
      ["log", "--quick"],
    );
    expect(savedNote(ran, cwd)).toContain("customer: acme\n");
  });
});

describe("the day of a guided log", () => {
  test("is said as what it is at the beginning", async () => {
    const {said} = await logWith(
      smallWorkspace(),
      [["What did they say?", cancel]],
      ["log", "--quick", "acme", "--date", "last tuesday"],
    );
    expect(said.at(0)).toBe(
      "Logging for Tue 2026-11-17 (2 days ago), by you (ana). Enter takes the marked answer.\n",
    );
  });

  test("is refused before anything is asked when it is still to come", async () => {
    const ran = await logWith(smallWorkspace(), [], ["log", "acme", "--date", "tomorrow"]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('"tomorrow" is Fri 2026-11-20, which is still to come');
  });
});

test("with a new customer the concept of your own last talk is marked", async () => {
  const cwd = smallWorkspace({
    "concepts/a-board-link.md": "---\nname: Board link\n---\n",
  });
  const answers: Answer[] = [
    ["Customer?", "Zebra"],
    ...["Which segment", "How did you get", "What was it?", "Who was there?"].map(
      (question): Answer => [question, null],
    ),
    ["About which concept?", null],
    ["What works", cancel],
  ];
  const env = ownState();
  await logWith(cwd, answers, ["log"], env);
  const [name = ""] = drafts(env);
  const draft = readFileSync(join(env["XDG_STATE_HOME"] ?? "", "pm-talk/drafts", name), "utf8");
  expect(draft).toMatch(/"concepts": ?"fast-setup"/);
});

test("--quick asks for four things", async () => {
  const cwd = smallWorkspace();
  const ran = await logWith(
    cwd,
    [
      ["Customer?", "gantry"],
      ["What did they say?", ["It took them two days"]],
      ["Did any of it test", []],
      ["Next step?", ""],
      ["Save it?", "Save"],
    ],
    ["log", "--quick"],
  );
  expect(savedNote(ran, cwd)).toContain("## Story\n- It took them two days\n");
});

test("what a flag says is not asked", async () => {
  const cwd = smallWorkspace();
  const {asked} = await logWith(
    cwd,
    [
      ["Who was there?", null],
      ["What works", []],
      ["What does not", []],
      ["What surprised", []],
      ["Did any", []],
      ["May we quote Jane?", null],
      ["Did you ask for an intro", ""],
      ["Save it?", "Save"],
    ].map(([question, answer]) => [question, answer] as Answer),
    [
      ...["log", "acme", "--guided", "--type", "interview", "--concept", "fast-setup"],
      ...["--wish", "An export", "--step", "Call (me)", "--contact", "Jane"],
    ],
  );
  expect(asked).not.toContain("Customer?");
});

test("with --no-input nothing is asked, and what is missing is named", async () => {
  const {code, stderr} = await logWith(smallWorkspace(), [], ["log", "--no-input"]);
  expect(code).toBe(2);
  expect(stderr).toContain("--customer, and one of --quote --evidence");
});
