import {execFileSync} from "node:child_process";
import {expect, test} from "vitest";
import {complaintsAbout} from "./faults-expected.ts";
import {
  type Call,
  cleanRun,
  draftsIn,
  type Ended,
  inTwos,
  mishapsOf,
  runWith,
  type Scenario,
  snapshot,
} from "./faults.ts";
import {gitIdentity} from "./program.ts";
import {workspace} from "./workspace.ts";

const said = "Exports take a whole morning";
const args = ["log", "Newco", "--pain", said, "--no-cache"];

test("log: the note is there, or its draft, at whatever call the disk fails or the program ends", async () => {
  const scenario: Scenario = {args, from: workspace()};
  expect(await complaints(scenario, () => true)).toEqual([]);
}, 300_000);

test("log --commit: the note is there, whatever happens to the commit", async () => {
  const from = workspace();
  for (const words of [
    ["init", "-q"],
    ["add", "."],
    ["commit", "-qm", "Start"],
  ])
    execFileSync("git", words, {cwd: from, env: {PATH: process.env["PATH"], ...gitIdentity}});
  const scenario: Scenario = {args: [...args, "--commit"], from, env: gitIdentity};
  expect(await complaints(scenario, ({path}) => path.includes("/.git/"))).toEqual([]);
}, 300_000);

async function complaints(scenario: Scenario, isMeant: (call: Call) => boolean): Promise<string[]> {
  const {calls, files} = await cleanRun(scenario);
  const sides = {before: snapshot(scenario.from), after: files};
  const mishaps = mishapsOf(calls, isMeant);
  expect(mishaps.length).toBeGreaterThan(2);
  const found = await inTwos(mishaps, async (mishap) => {
    const ended = await runWith(scenario, mishap);
    const lost = lostWords(ended).map((what) => `${JSON.stringify(mishap)}: ${what}`);
    return [...lost, ...(await complaintsAbout(ended, sides, scenario))];
  });
  return found.flat();
}

/** What was typed is in the note or in a draft that the message names; before that, in the shell alone. */
function lostWords({files, state, code, stderr, call}: Ended): string[] {
  const isSaved = [...files.keys()].some((path) => path.includes("/2026-11-20-newco-"));
  if (isSaved) {
    if (code !== 3) return [];
    const isNamed = /Saved conversations\/2026\/2026-11-20-newco-/.test(stderr);
    const twice = draftsIn(state).length > 0;
    return [
      ...(isNamed ? [] : [`the note is not named: ${stderr}`]),
      ...(twice ? ["the draft would write the talk once more"] : []),
    ];
  }
  const isKept = draftsIn(state).some((draft) => draft.includes(said));
  if (code === 3 && !isKept) return [`neither note nor draft: ${stderr}`];
  if (code === 3 && !stderr.includes("What you typed is kept: ")) return [`unsaid: ${stderr}`];
  const hasBegun = call?.changes === true && call.path.includes("/workspace/");
  return hasBegun && !isKept ? ["neither note nor draft"] : [];
}
