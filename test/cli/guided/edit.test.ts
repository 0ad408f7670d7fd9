import {chmodSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {runCli, temporaryFolder} from "../harness.ts";
import type {Answer} from "../scripted-prompter.ts";
import {interview, logWith, ownState, savedNote, smallWorkspace, today} from "./talks.ts";

/** An editor that is a shell script: the file to change is its first argument. */
function editor(script: string): Record<string, string> {
  const path = join(temporaryFolder(), "my editor");
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return {...ownState(), EDITOR: `'${path}'`, GIT_EDITOR: "", GIT_CONFIG_NOSYSTEM: "1"};
}

describe("log --edit", () => {
  test("opens the template where the flags say nothing, and keeps no guidance and no empty section", async () => {
    const cwd = smallWorkspace();
    const env = editor(
      `grep -q "Tell me about the last time" "$1" || exit 9; sed -i 's/^## What works$/&\\n- The board link/' "$1"`,
    );
    const ran = await logWith(cwd, [], ["log", "acme", "--edit"], env);
    expect(savedNote(ran, cwd)).toBe(
      "---\ntype: interview\ndate: 2026-11-19\ncustomer: acme\nteam: [ana]\n---\n\n## What works\n- The board link\n",
    );
  });

  test("opens the note that the flags made", async () => {
    const cwd = smallWorkspace();
    const env = editor(`printf '%s\\n' '' '## Surprises' '- A line of my own' >> "$1"`);
    const ran = await logWith(cwd, [], ["log", "gantry", "--pain", "Slow", "--edit"], env);
    expect(savedNote(ran, cwd)).toMatch(/## Pains\n- Slow\n\n## Surprises\n- A line of my own\n$/);
  });

  test("names the file by what the note says when it is closed", async () => {
    const cwd = smallWorkspace();
    const env = editor(
      `sed -i 's/^date: .*/date: 2026-10-01/; s/^customer: .*/customer: Bolt Ltd/' "$1"`,
    );
    const ran = await logWith(cwd, [], ["log", "gantry", "--pain", "Slow", "--edit"], env);
    expect(ran.stdout).toMatch(
      /^Saved conversations\/2026\/2026-10-01-bolt-ltd-sales-call-\w{6}\.md\nSaved customers\/bolt-ltd\.md\n/,
    );
  });

  test("offers a note with an error again, and keeps it for later", async () => {
    const cwd = smallWorkspace();
    const env = editor(`sed -i 's/^type: .*/type: chat/' "$1"`);
    const ran = await logWith(
      cwd,
      [
        ["What now?", "Open it again"],
        ["What now?", "Keep it for later"],
      ],
      ["log", "gantry", "--pain", "Slow", "--edit"],
      env,
    );
    expect(ran.code).toBe(130);
    expect(ran.stderr).toContain('error type-invalid: type cannot be "chat"');
    const kept = /The text is kept in (\S+)/.exec(ran.stderr)?.[1] ?? "";
    expect(readFileSync(kept, "utf8")).toContain("- Slow\n");
    expect(readdirSync(join(cwd, "conversations/2026"))).toHaveLength(2);
  });

  test("wants a terminal", async () => {
    const cwd = smallWorkspace();
    const {code, stderr} = await runCli(["log", "gantry", "--edit"], {cwd, today});
    expect(code).toBe(2);
    expect(stderr).toContain(
      "Nothing written: --edit opens an editor, and there is no terminal for it.\n",
    );
  });

  test("is a choice on the last screen", async () => {
    const cwd = smallWorkspace();
    const answers: Answer[] = [
      ...interview.answers.slice(0, -1),
      ["Save it?", "Open in the editor"],
    ];
    const env = editor(`sed -i 's/saves them a deck/saves them two decks/' "$1"`);
    const note = savedNote(await logWith(cwd, answers, ["log"], env), cwd);
    expect(note).toContain("- The board link saves them two decks\n");
  });
});

test("where privacy wants roles, a role is asked for before a name", async () => {
  const cwd = smallWorkspace({
    "pm-talk.yml": "version: 1\nprivacy: roles\nteam:\n  - {handle: ana, name: Ana Ruiz}\n",
  });
  const {asked} = await logWith(cwd, [
    ["Customer?", "acme"],
    ["What was it?", null],
    ["Who was there?", ["somebody new", "you"]],
    ["What is their role?", "controller"],
    ["About which concept?", null],
    ["What works", ["A"]],
    ["What does not", []],
    ["What do they wish", []],
    ["What surprised", []],
    ["Did any", []],
    ["Next step?", ""],
    ["May we quote controller?", null],
    ["Did you ask for an", ""],
    ["Save it?", "Save"],
  ]);
  expect(asked).not.toContain("Who? Name, role (several: with ; between)");
});
