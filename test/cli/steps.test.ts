import {expect, it} from "vitest";
import {demoToRead} from "./demo-workspace.ts";
import {runCli} from "./harness.ts";

const demo = demoToRead();

it("takes them, me and names of ours in one --by, and says so in the JSON", async () => {
  const ran = await runCli(["steps", "--by", "them, me", "--json"], {cwd: demo()});
  const printed = JSON.parse(ran.stdout) as {
    kind: string;
    filters: {by: string[]};
    data: {steps: {who: string; done: boolean}[]};
  };
  expect(printed).toMatchObject({kind: "steps", filters: {by: ["ana", "them"]}});
  expect(new Set(printed.data.steps.map(({who}) => who))).toEqual(new Set(["ana", "them"]));
  expect(printed.data.steps.filter(({done}) => done)).toEqual([]);
});

it("prints what closes a step, in text and Markdown", async () => {
  const argv = ["steps", "--by", "ben", "--customer", "dune"];
  const text = await runCli(argv, {cwd: demo()});
  expect(text.stdout).toBe(`1 next step is open for Ben with Dune Health, and late.

step                            customer     who  due           late  id n
  Send Owen the security paper  Dune Health  Ben  2026-11-13  7 days  h6t1yw 1

To close one:  pm-talk done h6t1yw 1

Fri 2026-11-20. 38 notes read, none left out, newest 2026-11-19.
`);
  const markdown = await runCli([...argv, "--format", "markdown"], {cwd: demo()});
  expect(markdown.stdout).toContain("`h6t1yw 1`");
});

it("refuses who is nobody", async () => {
  const ran = await runCli(["steps", "--by", "them,bne"], {cwd: demo()});
  expect(ran).toMatchObject({
    code: 2,
    stderr: 'No member "bne". Did you mean ben (Ben Okafor)?\n  The team stands in pm-talk.yml.\n',
  });
});
