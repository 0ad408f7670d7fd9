import {existsSync, readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {runCli, workspaceOf} from "./harness.ts";
import {type Answer, cancel} from "./scripted-prompter.ts";

const files = {
  "assumptions/pay-for-sso.md": `---
statement: Customers will pay extra for single sign-on
type: viability
importance: high
created: 2026-10-01
---
`,
  "concepts/fast-setup.md": "---\nname: Fast setup\n---\n",
  "customers/acme.md": "---\nname: Acme Corp\nsegment: enterprise\n---\n",
};

const save: Answer = ["Save it?", "Save"];

function filesIn(cwd: string, folder: string): string[] {
  return existsSync(join(cwd, folder)) ? readdirSync(join(cwd, folder)).sort() : [];
}

it("asks four questions for an assumption, takes off what they said, and shows it before it is written", async () => {
  const cwd = workspaceOf(files);
  const ran = await runCli(["assumption", "add"], {
    cwd,
    answers: [
      ["We believe ...", "we believe that large customers pay extra for  a sandbox"],
      ["It would be wrong if ...", "Wrong if three of five refuse"],
      ["How bad if wrong?", "Critical"],
      ["Will they want it, use it, pay for it; can we build it; is it right?", "Will they pay"],
      ["Save it?", "Change"],
      ["Change what?", "Concept"],
      ["Which concept does it belong to?", "Fast setup"],
      save,
    ],
  });
  expect(ran).toMatchObject({
    code: 0,
    stdout: "Saved assumptions/large-customers-pay-extra-for-a-sandbox.md\n",
    stderr: "",
  });
  expect([ran.said[1], ran.said.at(-1)]).toEqual([
    "  nearest: Customers will pay extra for single sign-on (pay-for-sso)",
    `
  We believe   Large customers pay extra for a sandbox
  Wrong if     three of five refuse
  How bad      critical
  Question     viability
  Concept      fast-setup
  File         assumptions/large-customers-pay-extra-for-a-sandbox.md
  Nearest      Customers will pay extra for single sign-on (pay-for-sso)
`,
  ]);
  expect(readFileSync(join(cwd, "assumptions/large-customers-pay-extra-for-a-sandbox.md"), "utf8"))
    .toBe(`---
statement: Large customers pay extra for a sandbox
type: viability
importance: critical
concepts: [fast-setup]
wrong: three of five refuse
created: 2026-11-20
---
`);
});

it("asks only what no flag says, and nothing where all that is needed is given", async () => {
  const cwd = workspaceOf(files);
  const argv = ["assumption", "add", "--statement", "They read it", "--wrong", "nobody does"];
  const ran = await runCli([...argv, "--type", "desirability", "--concept", "fast-setup"], {
    cwd,
    answers: [["How bad if wrong?", null], save],
  });
  expect(ran.code).toBe(0);
  expect(readFileSync(join(cwd, "assumptions/they-read-it.md"), "utf8")).toContain(
    "importance: high\nconcepts: [fast-setup]\nwrong: nobody does\n",
  );
  const full = ["customer", "add", "--name", "Dune"];
  expect((await runCli(full, {cwd, answers: []})).stdout).toBe("Saved customers/dune.md\n");
});

it("asks who a customer is and shows the nearest that there is", async () => {
  const cwd = workspaceOf(files);
  const ran = await runCli(["customer", "add", "--alias", "A", "--alias", "B"], {
    cwd,
    answers: [
      ["What are they called?", " Acme  Corps "],
      ["Which segment are they?", "Another"],
      ["Which one?", "public-sector"],
      ["What are they to us?", "Prospect"],
      ["How did you get to them?", "I do not know"],
      ["Save it?", "Change"],
      ["Change what?", "Also called"],
      ["What else are they called?", null],
      save,
    ],
  });
  expect(ran.said[1]).toBe("  nearest: Acme Corp (acme)");
  expect(ran.stdout).toBe("Saved customers/acme-corps.md\n");
  expect(readFileSync(join(cwd, "customers/acme-corps.md"), "utf8")).toBe(
    "---\nname: Acme Corps\naliases: [A, B]\nsegment: public-sector\nstage: prospect\n---\n",
  );
});

it.each<[string, Answer[]]>([
  ["Ctrl-C", [["How bad if wrong?", cancel]]],
  [
    "Later",
    [
      ["How bad if wrong?", "Low"],
      ["Will they", "Can we build it?"],
      ["Save it?", "Later"],
    ],
  ],
])("gives back what was said as a command after %s, and writes nothing", async (_, answers) => {
  const cwd = workspaceOf(files);
  const ran = await runCli(["assumption", "add", "--owner", "ana"], {
    cwd,
    answers: [["We believe ...", "it's $HOME"], ["It would be wrong if ...", ""], ...answers],
  });
  const later = answers.length > 1 ? " --type feasibility --importance low" : "";
  expect(ran).toMatchObject({
    code: 130,
    stdout: "",
    stderr: `Nothing written.
  What you said so far:
  pm-talk assumption add --statement 'It'\\''s $HOME'${later} --owner ana
`,
  });
  expect(filesIn(cwd, "assumptions")).toEqual(["pay-for-sso.md"]);
});

it("says nothing of a command when nothing was said", async () => {
  const ran = await runCli(["customer", "add"], {
    cwd: workspaceOf(files),
    answers: [["What are they called?", cancel]],
  });
  expect(ran).toMatchObject({code: 130, stderr: "Nothing written.\n"});
});

it("refuses a wrong flag before it asks, and asks nobody without a terminal", async () => {
  const cwd = workspaceOf(files);
  const wrong = await runCli(["assumption", "add", "--type", "usable"], {cwd, answers: []});
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('--type "usable" must be one of: ');
  const missing = "Nothing written: these are missing: --name.\n";
  const piped = await runCli(["customer", "add"], {cwd});
  const silent = await runCli(["customer", "add", "--no-input"], {cwd, answers: []});
  for (const ran of [piped, silent]) expect(ran.stderr.startsWith(missing)).toBe(true);
});

it("refuses a statement or alias that another assumption holds, by flag and by question", async () => {
  const cwd = workspaceOf(files);
  const statement = "customers will pay  extra for single sign-on";
  const rest = ["--type", "viability", "--importance", "low"];
  const ran = await runCli(["assumption", "add", "--statement", statement, ...rest], {cwd});
  expect(ran).toMatchObject({
    code: 2,
    stderr: `"${statement}" is an assumption already: pay-for-sso.\n  pm-talk assumption show pay-for-sso\n`,
  });
  const asked = runCli(["assumption", "add"], {cwd, answers: [["We believe ...", statement]]});
  expect((await asked).stderr).toContain("That is an assumption already: pay-for-sso.");
  expect(filesIn(cwd, "assumptions")).toEqual(["pay-for-sso.md"]);
});

it("gives a file an end of its own where another one has the id, and never a twin to an unreadable one", async () => {
  const cwd = workspaceOf({
    "customers/dune.md": "---\nname: Dune Health\n---\n",
    "customers/elm.md": "---\nname: a: b\n---\n",
  });
  const answers: Answer[] = [
    ["What are they called?", "Dune."],
    ["Which segment", ""],
    ["What are they to us?", null],
    ["How did you", null],
    save,
  ];
  const ran = await runCli(["customer", "add"], {cwd, answers});
  expect(ran.stdout).toMatch(/^Saved customers\/dune-[0-9a-z]{6}\.md\n$/);
  expect(filesIn(cwd, "customers")).toHaveLength(3);
  const twin = runCli(["customer", "add"], {cwd, answers: [["What are they called?", "Elm"]]});
  expect((await twin).stderr).toContain(
    "customers/elm.md is there, and cannot be read: pm-talk check.",
  );
});
