import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {ownState} from "../cli/guided/talks.ts";
import {demoWorkspace} from "../cli/demo-workspace.ts";
import {bin, packageRoot} from "./program.ts";
import {TerminalSession} from "./terminal-session.ts";

const [down, space, enter] = ["\x1b[B", " ", "\r"];

/** What is waited for, and the keys that are typed then. */
const keys: [seen: string, typed: string[]][] = [
  ["Customer?", ["gan", enter]],
  ["What was it?", ["2", enter]],
  ["Who was there?", [space, down, down, down, down, down, down, space, enter]],
  ["About which concept?", [enter]],
  ["lean in?", ['"Can I send that to the board tonight?"', enter, enter]],
  [
    "tune out or object?",
    [
      ...["The setup wizard, at the second permission screen #setup", enter],
      ...['"He opened the help page four times, I counted"', enter, enter],
    ],
  ],
  ["would use it?", ["Somebody other than IT must be able to approve it", enter, enter]],
  ["surprised you?", [enter]],
  ["test one of these?", [down, down, down, space, enter]],
  ["Their words?", ["3", enter]],
  ["For or against?", ["3", enter]],
  ["How do you know?", ["5", enter]],
  ["ask them for?", ["A paid pilot in January", enter]],
  ["That is their", ["3", enter]],
  ["They said", ["2", enter]],
  ["Because?", ["Not before the audit in March", enter]],
  ["promise them?", [enter]],
  ["Next step?", ["Send the one-page pilot plan", enter]],
  ["Who, by when?", ["me, thursday", enter]],
  ["Save it?", [enter]],
];

/** The lines of the README's guided log, without the prompt of the shell. */
function transcript(): string[] {
  const readme = readFileSync(join(packageRoot, "README.md"), "utf8");
  const block = /<!-- guided log: .* -->\n```text\n([\s\S]*?)\n```\n/.exec(readme)?.[1] ?? "";
  return block.split("\n").slice(1);
}

test("the guided log of the README is what a terminal shows", async () => {
  const cwd = demoWorkspace();
  const session = new TerminalSession(process.execPath, [bin, "log"], {
    cwd,
    env: {...ownState(), PM_TALK_TODAY: "2026-11-20"},
    columns: 80,
    rows: 60,
  });
  for (const [seen, typed] of keys) {
    await session.waitFor(seen);
    for (const key of typed) {
      session.send(key);
      await session.settle();
    }
  }
  expect(await session.ended).toEqual({code: 0, signal: 0});
  const shown = session.text.replace(/gantry-sales-call-\w{6}\.md/g, "gantry-sales-call-nsdftx.md");
  const lines = transcript();
  expect(lines.length).toBeGreaterThan(40);
  let from = 0;
  for (const line of lines) {
    const at = shown.indexOf(line, from);
    expect(at, `"${line}" after:\n${shown.slice(from, from + 600)}`).toBeGreaterThanOrEqual(from);
    from = at + line.length;
  }
}, 120_000);
