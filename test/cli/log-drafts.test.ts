import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import type {DraftContent} from "../../src/workspace/drafts/draft-content.ts";
import {findDrafts, openDraft, type OpenDraft} from "../../src/workspace/drafts/drafts.ts";
import {rememberWorkspace} from "../../src/workspace/last-used.ts";
import {git, runCli, stateOf, temporaryFolder, workspaceOf} from "./harness.ts";
import {type Answer, cancel} from "./scripted-prompter.ts";

const envOf = (cwd: string): {XDG_STATE_HOME: string} => ({XDG_STATE_HOME: stateOf(cwd)});
const draftsOf = (cwd: string): string[] =>
  findDrafts(envOf(cwd)).drafts.map((draft) => draft.name);

function kept(cwd: string, more: Partial<DraftContent> = {}): OpenDraft {
  const draft = openDraft(envOf(cwd));
  draft.save({
    version: 1,
    ...{root: cwd, cwd, begun: "2026-11-19", about: "Gantry", args: ["Gantry"], body: null},
    flags: {quote: ["Can I send that?"], show: true, secondhand: true, color: "auto"},
    answers: null,
    ...more,
  });
  return draft;
}

/** Ten minutes after a draft was saved. */
const later = {now: () => Date.now() + 10 * 60_000 + 30_000};

describe("log --resume", () => {
  test("has nothing to go on with", async () => {
    expect(await runCli(["log", "--resume"], {cwd: temporaryFolder()})).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "No unfinished note waits.\n  Begin one:  pm-talk log\n",
    });
  });

  test("writes the only note that waits, in its own workspace, as said on its own day", async () => {
    const root = workspaceOf({"customers/gantry.md": "---\nname: Gantry\n---\n"});
    const cwd = temporaryFolder();
    kept(cwd, {root, cwd: root, flags: {quote: ["Can I send that?"], date: "yesterday"}});
    const ran = await runCli(["log", "--resume", "--json"], {cwd});
    expect(ran.stderr).toBe(
      `Going on with Gantry, begun Thu 2026-11-19, 2 flags, ${root.replace(tmpdir(), "~")}.\n`,
    );
    const {data} = JSON.parse(ran.stdout) as {data: {path: string}};
    expect(data.path).toMatch(/2026-11-18-gantry-interview/);
    expect(existsSync(join(root, data.path))).toBe(true);
    expect(draftsOf(cwd)).toEqual([]);
  });

  test("wants to know which of several, by its six characters or its customer", async () => {
    const cwd = workspaceOf({});
    const acme = kept(cwd, {about: "Acme", args: ["Acme"], root: null});
    const gantry = kept(cwd, {begun: "2026-11-20", body: "## Surprises\nnone\n"});
    const ran = await runCli(["log", "--resume"], {cwd});
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    const place = cwd.replace(tmpdir(), "~");
    expect(ran.stderr.split("\n").sort()).toEqual(
      [
        "",
        "Several unfinished notes wait; which one?",
        `  pm-talk log --resume ${gantry.name}     Gantry, begun today, 2 flags and a text, ${place}`,
        `  pm-talk log --resume ${acme.name}     Acme, begun Thu 2026-11-19, 2 flags, no workspace yet`,
      ].sort(),
    );
    const wrong = await runCli(["log", "--resume", "Gnatry"], {cwd});
    expect(wrong.stderr).toBe(
      `No unfinished note "Gnatry". Did you mean ${gantry.name} (Gantry)?\n  All of them:  pm-talk log --resume\n`,
    );
    expect((await runCli(["log", "acme", "--resume"], {cwd})).code).toBe(0);
    expect(draftsOf(cwd)).toEqual([gantry.name]);
    expect((await runCli(["log", "--resume", gantry.name], {cwd})).code).toBe(0);
    expect(draftsOf(cwd)).toEqual([]);
  });

  test("refuses what it would not write", async () => {
    const cwd = workspaceOf({});
    const {name} = kept(cwd);
    const ran = await runCli(["log", "--resume", "--quote", "More", "--commit"], {cwd});
    expect([ran.code, ran.stderr]).toEqual([
      2,
      "--resume goes on with a note as it was begun, and --quote says more.\n  Leave it out, and add it when the note is there:  pm-talk edit ID\n",
    ]);
    expect(draftsOf(cwd)).toEqual([name]);
  });

  test("asks which of several at a terminal", async () => {
    const cwd = workspaceOf({});
    kept(cwd, {about: "Acme", args: ["Acme"]});
    const gantry = kept(cwd);
    const ran = await runCli(["log", "--resume"], {cwd, answers: [["Which one?", "Acme"]]});
    expect(ran.code, ran.printed).toBe(0);
    expect(ran.said[0]).toMatch(/^Going on with Acme, begun Thu 2026-11-19, 2 flags, /);
    expect(draftsOf(cwd)).toEqual([gantry.name]);
  });

  test("leaves one that another pm-talk is writing, and what it cannot read", async () => {
    const cwd = workspaceOf({});
    const draft = kept(cwd);
    const content = JSON.parse(readFileSync(draft.path, "utf8")) as object;
    // The process that started this one runs as long.
    const owner = {pid: process.ppid, host: hostname(), uptime: 0, started: null};
    const path = draft.path.replace(/-\d+-/, `-${String(process.ppid)}-`);
    writeFileSync(path, JSON.stringify({...content, owner}));
    rmSync(draft.path);
    const broken = join(stateOf(cwd), "pm-talk", "drafts", "old.json");
    writeFileSync(broken, "{");
    const ran = await runCli(["log", "--resume"], {cwd});
    expect([ran.code, ran.stderr]).toEqual([
      2,
      [
        `A draft cannot be read and was left as it is: ${broken.replace(tmpdir(), "~")}: it is not the JSON that pm-talk writes.`,
        "The note about Gantry is being written right now, by another pm-talk.",
        "  End that one first: Ctrl-C keeps its answers.",
        "",
      ].join("\n"),
    ]);
    const discarded = await runCli(["log", "--discard", draft.name, "--yes", "--quiet"], {cwd});
    expect([discarded.code, discarded.stderr.split("\n")[0]]).toEqual([
      2,
      "The note about Gantry is being written right now, by another pm-talk.",
    ]);
    expect(readFileSync(broken, "utf8")).toBe("{");
    expect(existsSync(path)).toBe(true);
  });
});

describe("log --discard", () => {
  test("finds nothing to throw away, which is no error", async () => {
    expect(await runCli(["log", "--discard"], {cwd: temporaryFolder()})).toMatchObject({
      code: 0,
      stdout: "",
      stderr: "No unfinished note waits; there is nothing to throw away.\n",
    });
  });

  test("wants a yes, and leaves what was typed on the screen", async () => {
    const cwd = workspaceOf({});
    const {name} = kept(cwd, {
      root: null,
      flags: {notWorking: ["the 'wizard'"], show: false, quote: undefined, cache: true},
      body: "## Surprises\nhe \u001b[2Jbuys\n",
      answers: {
        given: {customer: {id: "gantry"}, "lists/works": ["a", "b"], later: ""},
        before: {"lists/surprises": ["half a list"]},
      },
    });
    const label = "Gantry, begun Thu 2026-11-19, 3 answers, no workspace yet";
    expect(await runCli(["log", "--discard"], {cwd})).toMatchObject({
      code: 2,
      stdout: "",
      stderr: `Nothing thrown away: no terminal to ask in, and --yes is missing.\n  ${label}\n  pm-talk log --discard ${name} --yes\n`,
    });
    expect(draftsOf(cwd)).toEqual([name]);
    const ran = await runCli(["log", "--discard", "--yes"], {cwd});
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout.split("\n")).toEqual([
      `Thrown away: ${label}`,
      "  pm-talk log Gantry --not-working 'the '\\''wizard'\\''' --no-show",
      "  ## Surprises",
      "  he \\x1b[2Jbuys",
      "  customer: gantry",
      "  lists/works: a",
      "  lists/works: b",
      "  lists/surprises: half a list",
      "",
    ]);
    expect(draftsOf(cwd)).toEqual([]);
  });

  test("asks at a terminal, and Enter keeps it", async () => {
    const cwd = workspaceOf({});
    kept(cwd);
    const answers = [["Throw it away?", null] as [string, null]];
    const no = await runCli(["log", "--discard"], {cwd, answers});
    expect([no.code, no.stdout]).toEqual([0, ""]);
    expect(no.said.at(-1)).toBe("It stays.");
    expect(draftsOf(cwd)).toHaveLength(1);
    const yes = await runCli(["log", "--discard"], {cwd, answers: [["Throw it away?", "Yes"]]});
    expect(yes.said[0]).toMatch(
      /^Gantry, .*\n {2}pm-talk log Gantry --quote 'Can I send that\?' --secondhand$/,
    );
    expect(yes.stdout).toMatch(/^Thrown away: Gantry, begun Thu 2026-11-19, 2 flags, .*\n$/);
    expect(draftsOf(cwd)).toEqual([]);
  });

  test("says as JSON what it threw away", async () => {
    const cwd = workspaceOf({});
    const {name} = kept(cwd);
    const ran = await runCli(["log", "--discard", "gantry", "--yes", "--json"], {cwd});
    expect(JSON.parse(ran.stdout)).toMatchObject({
      kind: "log",
      data: {discarded: {name, flags: {quote: ["Can I send that?"]}}},
    });
    const none = await runCli(["log", "--discard", "--json"], {cwd});
    expect(JSON.parse(none.stdout)).toMatchObject({data: {discarded: null}});
  });
});

describe("an unfinished note", () => {
  test("is mentioned once to a log by flags", async () => {
    const cwd = workspaceOf({});
    kept(cwd);
    const argv = ["log", "acme", "--quote", "Nice"];
    const notice = "An unfinished note for Gantry waits:  pm-talk log --resume";
    expect((await runCli(argv, {cwd})).stderr.split("\n")[0]).toBe(notice);
    expect((await runCli([...argv, "--quiet"], {cwd})).stderr).toBe("");
    kept(cwd, {about: null, args: []});
    expect((await runCli(argv, {cwd})).stderr).toMatch(
      /^2 unfinished notes wait: {2}pm-talk log --resume\n/,
    );
  });

  test("is not what Enter goes on with where another customer is named", async () => {
    const cwd = workspaceOf({});
    kept(cwd, {answers: {given: {customer: {id: "Gantry"}}, before: {}}});
    const said = async (customer: string): Promise<string[]> => {
      const waiting: Answer = ["An unfinished note waits.", null];
      const answers: Answer[] = [waiting, ["Which segment", cancel]];
      return (await runCli(["log", customer], {cwd, answers})).said;
    };
    expect(await said("Zebra")).toContain("New customer: Zebra");
    expect(await said("gan")).toContain("New customer: Gantry");
  });

  test("of this workspace is offered to the guided log, to go on with or to throw away", async () => {
    const cwd = workspaceOf({});
    const here = kept(cwd, {answers: {given: {customer: {id: "Gantry"}}, before: {}}});
    const elsewhere = kept(cwd, {root: "/elsewhere", about: "Acme"});
    const cancelled = await runCli(["log"], {
      cwd,
      ...later,
      answers: [["An unfinished note waits.", cancel]],
    });
    expect(cancelled.code).toBe(130);
    const gone = await runCli(["log"], {
      cwd,
      answers: [
        ["An unfinished note waits.", "Throw the draft away"],
        ["Throw it away?", "No"],
        ["An unfinished note waits.", "Throw the draft away"],
        ["Throw it away?", "Yes"],
        ["Customer?", cancel],
      ],
    });
    expect(gone.code).toBe(130);
    expect(gone.said).toContain(
      `Gantry, begun Thu 2026-11-19, 1 answer, ${cwd.replace(tmpdir(), "~")}\n  pm-talk log Gantry --quote 'Can I send that?' --secondhand\n  customer: Gantry`,
    );
    expect(draftsOf(cwd)).toEqual([elsewhere.name]);
    expect(existsSync(here.path)).toBe(false);
  });

  test("stays when another is begun, and is asked for among several", async () => {
    const cwd = workspaceOf({});
    const one = kept(cwd);
    const two = kept(cwd, {root: null, about: null, args: []});
    const anew = await runCli(["log"], {
      cwd,
      answers: [
        ["Unfinished notes wait.", "Throw one of them away"],
        ["Which one?", "a talk, no customer yet"],
        ["Throw it away?", "No"],
        ["Unfinished notes wait.", "Start anew (the drafts stay)"],
        ["Customer?", cancel],
      ],
    });
    expect(anew.code).toBe(130);
    expect(draftsOf(cwd).sort()).toEqual([one.name, two.name].sort());
  });
});

describe("a note that cannot be written", () => {
  test("is kept, and the message says where and how to go on", async () => {
    const cwd = workspaceOf({conversations: "in the way"});
    const argv = ["log", "gantry", "--quote", "Can I send that?", "--body", "-"];
    const ran = await runCli(argv, {cwd, stdin: "## Surprises\n- none\n"});
    const [draft] = findDrafts(envOf(cwd)).drafts;
    if (draft === undefined) throw new Error("no draft");
    expect(ran.code).toBe(3);
    expect(ran.stderr.split("\n").slice(-3)).toEqual([
      `  What you typed is kept: ${draft.path.replace(tmpdir(), "~")}`,
      "  To go on with it:       pm-talk log --resume",
      "",
    ]);
    // It fails once more, and is still one draft.
    expect((await runCli(["log", "--resume"], {cwd})).code).toBe(3);
    expect(draftsOf(cwd)).toEqual([draft.name]);
    rmSync(join(cwd, "conversations"));
    const again = await runCli(["log", "--resume", "--json"], {cwd});
    expect(again.code, again.stderr).toBe(0);
    const {data} = JSON.parse(again.stdout) as {data: {path: string}};
    expect(readFileSync(join(cwd, data.path), "utf8")).toContain("## Surprises\n- none\n");
    expect(draftsOf(cwd)).toEqual([]);
  });

  test("says so when no draft could be kept either; one that can be is written without", async () => {
    const cwd = workspaceOf({conversations: "in the way"});
    const argv = ["log", "gantry", "--quote", "Can I send that?"];
    const env = {XDG_STATE_HOME: "/dev/null"};
    expect((await runCli(argv, {cwd, env})).stderr).toMatch(
      /\n {2}No draft is kept: .*: a part of its path is a file, not a folder\.\n$/,
    );
    rmSync(join(cwd, "conversations"));
    expect((await runCli(argv, {cwd, env})).code).toBe(0);
  });

  test("outside a workspace waits for one; nothing typed is nothing kept", async () => {
    const cwd = temporaryFolder();
    const argv = ["log", "gantry", "--quote", "Can I send that?"];
    const ran = await runCli(argv, {cwd});
    const [draft] = findDrafts(envOf(cwd)).drafts;
    expect([ran.code, ran.stderr.split("\n")]).toEqual([
      2,
      [
        `No pm-talk workspace here or above (${cwd.replace(tmpdir(), "~")}).`,
        "  A new one here:         pm-talk init",
        "  With sample data:       pm-talk demo",
        `  What you typed is kept: ${draft?.path.replace(tmpdir(), "~") ?? ""}`,
        "  To go on with it:       pm-talk log --resume",
        "",
      ],
    ]);
    const root = workspaceOf({});
    rememberWorkspace(root, envOf(cwd));
    const last = `  The one you used last:  pm-talk --dir ${root.replace(tmpdir(), "~")} log`;
    expect((await runCli(["log"], {cwd})).stderr.split("\n")[1]).toBe(last);
    const again = (await runCli(["log", "--resume"], {cwd})).stderr.split("\n").slice(1);
    expect(again[1]).toBe(`${last} --resume`);
    expect(again.at(-2)).toBe("  To go on with it:       pm-talk log --resume");
    expect(draftsOf(cwd)).toEqual([draft?.name]);
    writeFileSync(join(cwd, "pm-talk.yml"), "version: 1\nteam: [{handle: ana}]\n");
    expect((await runCli(["log", "--resume"], {cwd})).code).toBe(0);
    expect(draftsOf(cwd)).toEqual([]);
  });
});

describe("log outside a workspace, at a terminal", () => {
  const argv = ["log", "gantry", "--quote", "Can I send that?"];

  test("offers the one used last", async () => {
    const cwd = temporaryFolder();
    const root = workspaceOf({});
    rememberWorkspace(root, envOf(cwd));
    const answers = [["Where shall the note go?", root.replace(tmpdir(), "~")] as [string, string]];
    const ran = await runCli(argv, {cwd, answers});
    expect(ran.code, ran.printed).toBe(0);
    expect(ran.said).toEqual([
      `No pm-talk workspace here or above (${cwd.replace(tmpdir(), "~")}).`,
    ]);
    expect(readdirSync(join(root, "conversations", "2026"))).toHaveLength(1);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("begins one here, by whoever says their handle", async () => {
    const cwd = temporaryFolder();
    git(cwd, "init", "--quiet");
    git(cwd, "config", "user.email", "ana.ruiz@example.com");
    const env = {PM_TALK_ME: "", GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null"};
    const ran = await runCli(argv, {
      cwd,
      env,
      answers: [
        ["Where shall the note go?", "A new one here"],
        ["Your handle? (one word)", "me"],
        ["Your handle? (one word)", "ana"],
      ],
    });
    expect(ran.code, ran.printed).toBe(0);
    expect(ran.said.slice(1)).toEqual([
      '"me" means something else in notes.\n  Another handle?',
      expect.stringMatching(/^wrote {4}pm-talk\.yml\n[^]*\nNothing is committed yet\.$/),
    ]);
    expect(readFileSync(join(cwd, "pm-talk.yml"), "utf8")).toContain("ana.ruiz@example.com");
    expect(readdirSync(join(cwd, "conversations", "2026"))).toHaveLength(1);
  });

  test("keeps what was typed for later", async () => {
    const cwd = temporaryFolder();
    const ran = await runCli(argv, {cwd, answers: [["Where shall the note go?", "Later"]]});
    expect([ran.code, ran.stderr.split("\n")[0]]).toEqual([130, "Nothing written yet."]);
    expect(ran.stderr).toMatch(/\n {2}To go on with it: {7}pm-talk log --resume\n$/);
    expect(draftsOf(cwd)).toHaveLength(1);
  });

  test("a folder that was named is meant", async () => {
    const cwd = temporaryFolder();
    const ran = await runCli([...argv, "--dir", "typo"], {cwd, answers: []});
    expect([ran.code, ran.stderr.split("\n")[0]]).toEqual([
      2,
      `No pm-talk workspace in ${join(cwd, "typo").replace(tmpdir(), "~")}.`,
    ]);
  });
});
