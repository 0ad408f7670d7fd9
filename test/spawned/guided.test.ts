import {readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {
  interview,
  ownState,
  salesCall,
  savedNote,
  smallWorkspace,
  today,
} from "../cli/guided/talks.ts";
import {type Ran, runCli} from "../cli/harness.ts";
import {bin} from "./program.ts";
import {TerminalSession} from "./terminal-session.ts";

/** A question as it stands on the screen, and the keys that answer it. */
type Step = [question: string, keys: string[]];

const [down, space, enter] = ["\x1b[B", " ", "\r"];
const wizard = "The setup wizard, at the second permission screen #setup";
const help = '"He opened the help page four times, I counted"';

const salesSteps: Step[] = [
  ["Customer?", ["gan", enter]],
  ["What was it?", [enter]],
  // Tom Berg, then down over Lena Moss, somebody new and you to Ben.
  ["Who was there?", [space, down, down, down, down, space, enter]],
  ["About which concept?", [enter]],
  ["What made them lean in?", ['"Can I send that to the board tonight?"', enter, enter]],
  ["What made them tune out", [wizard, enter, help, enter, enter]],
  ["What has to change", ["Not only IT must be able to approve it", enter, enter]],
  ["What surprised you?", [enter]],
  ["Did any of it test", [down, space, enter]],
  ["Their words?", ["3", enter]],
  ["For or against?", ["3", enter]],
  ["How do you know?", ["5", enter]],
  ["What did you ask them for?", ["A paid pilot in January", enter]],
  ["That is their", ["3", enter]],
  ["They said", ["2", enter]],
  ["Because?", ["Not before the audit in March", enter]],
  ["What did you promise", ["Single sign-on", enter]],
  ["Does it exist?", ["2", enter]],
  ["Next step?", ["Send the one-page pilot plan", enter]],
  ["Who, by when?", ["me, next thursday", enter]],
  ["May we quote Tom Berg?", ["2", enter]],
];
const interviewSteps: Step[] = [
  ["Customer?", ["acme", enter]],
  ["What was it?", ["1", enter]],
  ["Who was there?", [space, enter]],
  ["Who? Name, role", ["Jane Doe, operations", enter]],
  ["About which concept?", ["2", enter]],
  ["What works for them?", ["The board link saves them a deck", enter, enter]],
  ["What does not?", ['"Exports take a morning" #exports', enter, "Sign-on", enter, enter]],
  ["What do they wish existed?", [enter]],
  ["What surprised you?", ["The person who pays never opens it", enter, enter]],
  ["Did any of it test", [space, enter]],
  ["Their words?", ["3", enter]],
  ["For or against?", ["2", enter]],
  ["How do you know?", ["3", enter]],
  ["Next step?", ["They send the export", enter]],
  ["Who, by when?", ["them, friday", enter]],
  ["May we quote Jane Doe", ["3", enter]],
  ["Did you ask for an introduction?", ["Their auditor", enter]],
];

/** How a log is left: by a key or by a signal. */
const ends = {
  "Ctrl-C": (session: TerminalSession) => {
    session.send("\x03");
  },
  SIGINT: (session: TerminalSession) => {
    session.signal("SIGINT");
  },
  SIGTERM: (session: TerminalSession) => {
    session.signal("SIGTERM");
  },
  SIGHUP: (session: TerminalSession) => {
    session.signal("SIGHUP");
  },
};

function logSession(cwd: string, env: Record<string, string>, ...args: string[]): TerminalSession {
  return new TerminalSession(process.execPath, [bin, "log", ...args], {
    cwd,
    env: {...env, PM_TALK_TODAY: today},
    rows: 40,
  });
}

/** Waits for the question and answers it; keys go one by one, as from a keyboard. */
async function answer(session: TerminalSession, [question, keys]: Step): Promise<void> {
  await session.waitFor(question);
  for (const key of keys) {
    session.send(key);
    // A chunk with more in it than one line would be a paste; what follows one at once belongs to it.
    await session.settle(key.length > 1 && key.includes(enter) ? 200 : 25);
  }
}

async function save(session: TerminalSession): Promise<void> {
  await answer(session, ["Save it?", [enter]]);
  await session.waitFor("To share it:");
  expect(await session.ended).toEqual({code: 0, signal: 0});
}

/** The text of the note that the session says it saved. */
function noteOf(session: TerminalSession, cwd: string): string {
  const path = /Saved (conversations\/\S+\.md)/.exec(session.text)?.[1] ?? "none";
  return savedNote({stdout: `Saved ${path}\n`, printed: session.text} as Ran, cwd);
}

async function byFlags(flags: string[]): Promise<string> {
  const cwd = smallWorkspace();
  return savedNote(await runCli(flags, {cwd, today, env: ownState()}), cwd);
}

test("a sales call at the terminal writes what the flags write", async () => {
  const cwd = smallWorkspace();
  const session = logSession(cwd, ownState());
  for (const step of salesSteps) await answer(session, step);
  await save(session);
  expect(noteOf(session, cwd)).toBe(await byFlags(salesCall.flags));
});

test("an interview, with an earlier answer corrected at the end", async () => {
  const cwd = smallWorkspace();
  const session = logSession(cwd, ownState());
  const steps = interviewSteps.map((step): Step =>
    step[0] === "What do they wish existed?" ? [step[0], ["Nothing", enter, enter]] : step,
  );
  for (const step of steps) await answer(session, step);
  await answer(session, ["Save it?", ["2", enter]]);
  await answer(session, ["Change what?", ["7", enter]]);
  // Up takes the line back into the input, where it is rubbed out.
  await answer(session, ["What do they wish existed?", ["\x1b[A", "\x15", enter]]);
  await save(session);
  expect(noteOf(session, cwd)).toBe(await byFlags(interview.flags));
});

test("a sales call that is ended after every question goes on there and loses nothing", async () => {
  const wanted = await byFlags(salesCall.flags);
  // Side by side within one test: folders and sessions belong to the test that made them.
  await Promise.all(
    Object.values(ends).map((end) => leaveEverywhere(salesSteps, () => end, wanted)),
  );
}, 240_000);

test("an interview that is ended after every question, each time another way, loses nothing", async () => {
  const wanted = await byFlags(interview.flags);
  const ways = Object.values(ends);
  await leaveEverywhere(interviewSteps, (at) => ways[at % ways.length] ?? ends.SIGHUP, wanted);
}, 240_000);

async function leaveEverywhere(
  steps: Step[],
  endAt: (at: number) => (session: TerminalSession) => void,
  wanted: string,
): Promise<void> {
  const cwd = smallWorkspace();
  const env = ownState();
  for (const [at, step] of steps.entries()) {
    const session = logSession(cwd, env, ...(at === 0 ? [] : ["--resume"]));
    await answer(session, step);
    await session.waitFor(steps[at + 1]?.[0] ?? "Save it?");
    endAt(at)(session);
    expect((await session.ended).code, session.text).toBe(130);
  }
  const session = logSession(cwd, env, "--resume");
  await save(session);
  expect(noteOf(session, cwd)).toBe(wanted);
  expect(readdirSync(join(env["XDG_STATE_HOME"] ?? "", "pm-talk", "drafts"))).toEqual([]);
}

const pasted = [
  "First line",
  "",
  "Second: with a colon",
  "- third",
  '"Fourth" — tom-berg',
  "Fifth",
];

test.each([
  ["in brackets", (text: string) => `\x1b[200~${text}\x1b[201~`],
  ["as one chunk", (text: string) => text],
])(
  "five lines pasted %s into each list question all arrive, and answer no other",
  async (_, wrap) => {
    const cwd = smallWorkspace();
    const session = logSession(cwd, ownState());
    for (const step of salesSteps) {
      const isList =
        step[1].at(-1) === enter && /lean in|tune out|has to change|surprised/.test(step[0]);
      await answer(
        session,
        isList
          ? [step[0], [wrap(pasted.join("\r")), enter, enter]]
          : step[0].startsWith("Their")
            ? [step[0], ["1", enter]]
            : step,
      );
    }
    await save(session);
    const note = noteOf(session, cwd);
    for (const heading of ["lean in", "tune out", "has to change", "Surprises"])
      expect(note).toContain(heading);
    for (const line of ["Second: with a colon", "Fifth"])
      expect(note.split(`- ${line}\n`)).toHaveLength(5);
  },
);
