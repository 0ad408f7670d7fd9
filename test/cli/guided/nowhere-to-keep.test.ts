import {rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {runCli, temporaryFolder} from "../harness.ts";
import {type Answer, cancel} from "../scripted-prompter.ts";
import {savedNote, smallWorkspace, today} from "./talks.ts";

/** A state folder that can hold no draft, as a full disk cannot. */
function noState(): Record<string, string> {
  const file = join(temporaryFolder(), "state");
  writeFileSync(file, "");
  return {XDG_STATE_HOME: file};
}

const argv = ["log", "--quick", "acme", "--date", "2025-03-04"];
const answers: Answer[] = [
  ["What did they say?", ['"Exports take a whole morning"']],
  ["Did any of it", []],
  ["Next step?", ""],
  ["Save it?", "Save"],
];

describe("where the disk takes neither note nor draft", () => {
  const fullWorkspace = (): string => smallWorkspace({"conversations/2025": "in the way"});

  test("the note is shown before the program ends", async () => {
    const cwd = fullWorkspace();
    const ran = await runCli(argv, {
      ...{cwd, today, env: noState()},
      answers: [...answers, ["What now?", "Try again"], ["What now?", "Show the note"]],
    });
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(
      /\n---\ntype: interview\ndate: 2025-03-04\n[^]*\n- "Exports take a whole morning"\nNot written: .*\n {2}Neither note nor draft: copy it from above.\n$/,
    );
  });

  test("it can be tried again once there is room", async () => {
    const cwd = fullWorkspace();
    const making: Answer = ["What now?", "Try again"];
    const script = [...answers, making];
    const env = noState();
    // Room is made at the moment at which the question is answered.
    Object.defineProperty(making, 1, {
      get: () => {
        rmSync(join(cwd, "conversations/2025"), {force: true});
        return "Try again";
      },
    });
    const ran = await runCli(argv, {cwd, today, env, answers: script});
    expect(savedNote(ran, cwd)).toContain('- "Exports take a whole morning"\n');
  });

  test("a talk that is cancelled shows what was typed", async () => {
    const cwd = fullWorkspace();
    const ran = await runCli(argv, {
      ...{cwd, today, env: noState()},
      answers: [...answers.slice(0, 2), ["Next step?", cancel]],
    });
    expect(ran.code).toBe(130);
    expect(ran.stderr).toContain(
      'What you typed could not be kept either. It was:\n    pm-talk log acme --quick --date 2025-03-04\n    items/story: "Exports take a whole morning"\n',
    );
  });
});
