import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {bash, pmTalk} from "./program.ts";
import {hugeNote, note, workspace} from "./workspace.ts";

const onLinux = process.platform === "linux";

describe.skipIf(process.platform === "win32")("output that is taken or not", () => {
  test("a closed pipe ends the output silently and changes no exit code", async () => {
    const cwd = workspace({[hugeNote.path]: hugeNote.text});
    const show = `$PM_TALK show ${hugeNote.id} --json`;
    const {stdout, stderr} = await bash(`${show} | head -c 9; echo " \${PIPESTATUS[0]}"`, {cwd});
    expect([stdout.toString(), stderr]).toEqual(['{\n  "sche 0\n', ""]);
  });

  test("a closed pipe does not turn findings into success", async () => {
    const lines = Array.from({length: 3000}, (_, index) => `- **For** x (told): ${String(index)}`);
    const cwd = workspace({
      "conversations/2026/2026-11-18-gantry-interview-aaaaaa.md": note(lines.join("\n")),
    });
    const {stdout, stderr} = await bash('$PM_TALK check | head -c 9; echo " ${PIPESTATUS[0]}"', {
      cwd,
    });
    expect([stdout.toString(), stderr]).toEqual(["conversat 1\n", ""]);
  });

  test("5 MB of JSON arrive whole through a pipe, and twice the same", async () => {
    const cwd = workspace({[hugeNote.path]: hugeNote.text});
    const show = ["show", hugeNote.id, "--json"];
    const {code, stderr} = await bash(`$PM_TALK ${show.join(" ")} | cat > piped.json`, {cwd});
    expect([code, stderr]).toEqual([0, ""]);
    const piped = readFileSync(join(cwd, "piped.json"));
    expect(piped.length).toBeGreaterThan(5_000_000);
    expect(JSON.parse(piped.toString())).toMatchObject({kind: "show"});
    expect((await pmTalk(show, {cwd})).stdout.equals(piped)).toBe(true);
  });

  test.skipIf(!onLinux)("a full disk is exit 3 with a message", async () => {
    const {code, stderr} = await bash("$PM_TALK last > /dev/full", {cwd: workspace()});
    expect(code).toBe(3);
    expect(stderr).toBe(
      "The output could not be written: no space is left on the device.\n  Nothing else was changed.\n",
    );
  });

  test.skipIf(!onLinux)("a full disk under JSON is told where there is room", async () => {
    const {code, stderr} = await bash("$PM_TALK last --json > /dev/full", {cwd: workspace()});
    expect([code, stderr]).toEqual([
      3,
      "The output could not be written: no space is left on the device.\n  Nothing else was changed.\n",
    ]);
  });

  test.skipIf(!onLinux)("a full stderr stops nothing", async () => {
    const {code, stdout} = await bash("$PM_TALK last 2> /dev/full", {cwd: workspace()});
    expect([code, stdout.toString()]).toEqual([
      0,
      "Yesterday (Thu 2026-11-19): Ana, interview with Gantry.\n",
    ]);
  });

  test.each(["<&-", "< /dev/null"])("needs no stdin: last and log %s", async (redirection) => {
    const cwd = workspace();
    const last = await bash(`$PM_TALK last ${redirection}`, {cwd});
    expect([last.code, last.stderr]).toEqual([0, ""]);
    const log = await bash(`$PM_TALK log gantry --quote "It took a morning" ${redirection}`, {cwd});
    expect(log.code, log.stderr).toBe(0);
    const asked = await bash(`$PM_TALK log ${redirection}`, {cwd});
    expect([asked.code, asked.stdout.toString()]).toEqual([2, ""]);
  });

  test("stdout that is closed from the start is no bug", async () => {
    const {code, stderr} = await bash("$PM_TALK last >&-", {cwd: workspace()});
    expect(stderr).not.toContain("bug");
    expect([0, 3]).toContain(code);
  });
});

describe("the same bytes", () => {
  const commands = ["report", "report last --json", "report assumptions"];

  test.each(commands)("in two runs and every zone and locale: %s", async (command) => {
    const cwd = workspace();
    const words = command.split(" ");
    const first = await pmTalk(words, {cwd});
    expect(first.code, first.stderr).toBe(0);
    for (const env of [
      {TZ: "Pacific/Apia", LC_ALL: "tr_TR.UTF-8"},
      {TZ: "America/Los_Angeles", LANG: "de_DE.UTF-8"},
    ])
      expect((await pmTalk(words, {cwd, env})).stdout.toString()).toBe(first.stdout.toString());
  });
});
