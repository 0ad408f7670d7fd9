import {expect, it} from "vitest";
import {runCli, temporaryFolder} from "./harness.ts";

it("ends with a command that works: npm run demo comes before pm-talk is installed", async () => {
  const by = async (env: Record<string, string>): Promise<string> =>
    (await runCli(["demo"], {cwd: temporaryFolder(), env})).stderr;
  expect(await by({})).toContain("\n  cd pm-talk-demo && pm-talk report assumptions\n");
  expect(await by({npm_lifecycle_event: "demo"})).toContain(
    "\n  node bin/pm-talk.js --dir pm-talk-demo report assumptions\n",
  );
});

it("answers in JSON as the command that it is, with the overview as data", async () => {
  const ran = await runCli(["demo", "--json"], {cwd: temporaryFolder()});
  expect(JSON.parse(ran.stdout)).toMatchObject({kind: "demo", data: {goal: {month: "2026-11"}}});
});
