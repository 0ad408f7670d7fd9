import {expect, it} from "vitest";
import {demoToRead} from "./demo-workspace.ts";
import {runCli} from "./harness.ts";

const demo = demoToRead();

interface Printed {
  data: {suggestions: {customer: string | null; who: string; reasons: {rank: number}[]}[]};
}

it("prints whom, through whom, every reason, and what to ask", async () => {
  const {code, stdout} = await runCli(["next", "-n", "1"], {cwd: demo()});
  expect(code).toBe(0);
  expect(stdout).toBe(`Next: Dune Health.

1  Dune Health, Ben
  through   Priya Nair
  why       we owe them: Send Owen the security paper (7 days late)
  and       enterprise is missing on "New customers finish setup alone in
            under five minutes" (critical) and 1 more, for Fast setup G2 build
            in 4 days
  and       they have spoken against something before, and only advocates back
            "Buyers prefer one price per company to a price per seat"
  ask       about a time it came up: "IT will allow our cloud connection"

Fri 2026-11-20. 38 notes read, none left out, newest 2026-11-19.
`);
});

it("looks at the month of whoever asks, else at nobody's", async () => {
  const ranks = async (argv: string[], env: Record<string, string> = {}) => {
    const {stdout} = await runCli(["next", "--all", "--json", ...argv], {cwd: demo(), env});
    const {data} = JSON.parse(stdout) as Printed;
    return new Set(data.suggestions.flatMap(({reasons}) => reasons.map(({rank}) => rank)));
  };
  expect(await ranks(["--for", "ben"])).toContain(5);
  expect(await ranks([], {PM_TALK_ME: "ben"})).toContain(5);
  expect(await ranks(["--for", "ana"], {PM_TALK_ME: "ben"})).not.toContain(5);
  expect(await ranks([], {PM_TALK_ME: "nobody-here"})).not.toContain(5);
});

it("narrows to a segment and to the segments of a concept", async () => {
  const customers = async (...argv: string[]) => {
    const {stdout} = await runCli(["next", "--all", "--json", ...argv], {cwd: demo()});
    return (JSON.parse(stdout) as Printed).data.suggestions.map(({customer}) => customer);
  };
  expect(await customers("--segment", "public-sector")).toEqual(["alder", "wexmoor"]);
  expect(await customers("--concept", "board-link")).not.toContain("alder");
});

it.each([
  [["-n", "0"], '-n wants a number from 1 on, not "0".\n  pm-talk next -n 3\n'],
  [["--for", "me,ben"], "--for takes one member: me,ben is several.\n  Name one of them.\n"],
  [
    ["--for", "bne"],
    'No member "bne". Did you mean ben (Ben Okafor)?\n  The team stands in pm-talk.yml.\n',
  ],
])("refuses %j", async (argv, stderr) => {
  const ran = await runCli(["next", ...argv], {cwd: demo(), env: {PM_TALK_ME: "ana"}});
  expect(ran).toMatchObject({code: 2, stdout: "", stderr});
});
