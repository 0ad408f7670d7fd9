import {mkdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {git, runCli, temporaryFolder} from "./harness.ts";

it("starts a workspace, says what it wrote, and leaves everything alone the second time", async () => {
  const cwd = temporaryFolder();
  const first = await runCli(["init", "--me", "ana", "--email", "ana@example.com"], {cwd});
  expect(first).toMatchObject({
    code: 0,
    stderr: "Nothing is committed yet.  After a call:  pm-talk log\n",
  });
  expect(first.stdout).toBe(
    "wrote    pm-talk.yml\nwrote    conversations/.gitkeep\nwrote    customers/.gitkeep\nwrote    assumptions/.gitkeep\nwrote    concepts/.gitkeep\nwrote    decisions/.gitkeep\nwrote    README.md\n",
  );
  const config = readFileSync(join(cwd, "pm-talk.yml"), "utf8");
  const second = await runCli(["init", "--me", "ana", "--name", "Ana Ruiz"], {cwd});
  expect(second.stdout).toBe(first.stdout.replaceAll("wrote ", "left  "));
  expect(second.stderr).toBe(
    "ana is there already, and the name was left: none. To change it, edit pm-talk.yml.\n",
  );
  expect(readFileSync(join(cwd, "pm-talk.yml"), "utf8")).toBe(config);
});

it("adds a colleague from a folder inside, and knows them by git's address from then on", async () => {
  const cwd = temporaryFolder();
  git(cwd, "init", "-q");
  await runCli(["init", "--me", "ana", "--email", "ana@example.com"], {cwd});
  git(cwd, "config", "user.email", "ben@example.com");
  const unknown = await runCli(["last", "--by", "me"], {cwd, env: {PM_TALK_ME: ""}});
  expect(unknown).toMatchObject({
    code: 2,
    stderr:
      "Who are you? git says ben@example.com, and nobody in pm-talk.yml has it.\n  pm-talk init --me ben     adds you, or this address if you are there\n",
  });
  const elsewhere = await runCli(["--dir", cwd, "last", "--by", "me"], {
    ...{cwd: temporaryFolder(), env: {PM_TALK_ME: "leaders"}},
  });
  expect(elsewhere.stderr).toMatch(/\n {2}pm-talk --dir \S+ init --me HANDLE {5}adds you\n$/);
  const inside = join(cwd, "conversations", "2026");
  mkdirSync(inside);
  expect((await runCli(["init", "--me", "ben"], {cwd: inside})).stdout).toContain(
    "changed  pm-talk.yml\n",
  );
  expect(
    (await runCli(["last", "--by", "me", "--json"], {cwd, env: {PM_TALK_ME: ""}})).stdout,
  ).toContain('"by": [\n      "ben"\n    ]');
});

it("refuses what cannot be a member", async () => {
  const cwd = temporaryFolder();
  for (const [flags, message] of [
    [["--me", "leaders"], '"leaders" means something else in notes.\n'],
    [["--name", "Ana"], "--name needs --me.\n"],
  ] as const) {
    const ran = await runCli(["init", ...flags], {cwd});
    expect({code: ran.code, stdout: ran.stdout}).toEqual({code: 2, stdout: ""});
    expect(ran.stderr.startsWith(message) ? message : ran.stderr).toBe(message);
  }
});
