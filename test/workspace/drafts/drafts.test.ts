import {execFileSync, spawn} from "node:child_process";
import {once} from "node:events";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import {hostname} from "node:os";
import {join} from "node:path";
import {describe, expect, onTestFinished, test} from "vitest";
import type {PmTalkError} from "../../../src/core/errors.ts";
import type {DraftContent} from "../../../src/workspace/drafts/draft-content.ts";
import {belongsTo, findDrafts, openDraft, takeDraft} from "../../../src/workspace/drafts/drafts.ts";
import {thisOwner} from "../../../src/workspace/drafts/draft-owner.ts";
import {folderOf} from "../folder.ts";

const content: DraftContent = {
  version: 1,
  root: "/home/ana/insights",
  cwd: "/home/ana",
  begun: "2026-11-19",
  about: "Gantry",
  args: ["gantry"],
  flags: {quote: ["“Can I send that?”\n\u001b[2J \ud800"], commit: true, show: false},
  body: "## Surprises\n",
  answers: {given: {"lists/surprises": ["he is the buyer"]}, before: {}},
};

const stateOf = (): {env: {XDG_STATE_HOME: string}; drafts: string} => {
  const state = folderOf();
  return {env: {XDG_STATE_HOME: state}, drafts: join(state, "pm-talk", "drafts")};
};

function failure(call: () => unknown): PmTalkError {
  try {
    call();
  } catch (error) {
    return error as PmTalkError;
  }
  throw new Error("it did not fail");
}

describe("a draft that is kept", () => {
  test("is whole, its owner's only, and found as it was typed; one for each run", () => {
    const {env, drafts} = stateOf();
    const first = openDraft(env);
    const second = openDraft(env);
    expect(existsSync(drafts)).toBe(false);
    first.save(content);
    first.save({...content, about: "Acme"});
    second.save({...content, flags: {quote: undefined}, answers: null, body: null});
    utimesSync(second.path, 1, 1_000_000_000);
    expect(readdirSync(drafts)).toHaveLength(2);
    expect(statSync(first.path).mode & 0o777).toBe(0o600);
    expect(findDrafts(env)).toEqual({
      drafts: [
        {
          name: first.name,
          path: first.path,
          content: {...content, about: "Acme"},
          savedAt: statSync(first.path).mtimeMs,
          running: false,
        },
        {
          name: second.name,
          path: second.path,
          content: {...content, flags: {}, answers: null, body: null},
          savedAt: 1_000_000_000_000,
          running: false,
        },
      ],
      broken: [],
    });
    first.remove();
    second.remove();
    second.remove();
    openDraft(env).remove();
    expect(readdirSync(drafts)).toEqual([]);
  });

  test("stays as it was when the next answer cannot be saved", () => {
    const {env, drafts} = stateOf();
    const draft = openDraft(env);
    draft.save(content);
    const before = readFileSync(draft.path);
    // A text that cannot be made: the file that is there is not touched.
    const circle: Record<string, unknown> = {};
    circle["itself"] = circle;
    expect(() => {
      draft.save({...content, answers: circle});
    }).toThrow("circular");
    expect(readFileSync(draft.path)).toEqual(before);
    // The last step fails: nothing half-written is left.
    rmSync(draft.path);
    mkdirSync(join(draft.path, "in the way"), {recursive: true});
    const error = failure(() => {
      draft.save(content);
    });
    expect([error.code, error.message]).toEqual([
      "not-written",
      `No draft is kept: ${draft.path}: it is a folder.`,
    ]);
    expect(readdirSync(drafts)).toHaveLength(1);
  });

  test("says where no draft can be", () => {
    const draft = openDraft({XDG_STATE_HOME: "/dev/null"});
    const error = failure(() => {
      draft.save(content);
    });
    expect(error.code).toBe("not-written");
    expect(error.message).toMatch(
      /^No draft is kept: \/dev\/null\/pm-talk\/drafts\/.*: a part of its path is a file, not a folder\.$/,
    );
    expect(findDrafts({XDG_STATE_HOME: "/dev/null"})).toEqual({
      drafts: [],
      broken: [
        {path: "/dev/null/pm-talk/drafts", reason: "a part of its path is a file, not a folder"},
      ],
    });
  });

  test("takes away what killed runs left a day ago, and no more", () => {
    const {env, drafts} = stateOf();
    openDraft(env).save(content);
    for (const name of [".old.tmp", ".new.tmp", ".old.json", "old.tmp"])
      writeFileSync(join(drafts, name), "half");
    for (const name of [".old.tmp", ".old.json", "old.tmp"])
      utimesSync(join(drafts, name), 1_000_000_000, 1_000_000_000);
    openDraft(env).save(content);
    const left = readdirSync(drafts).filter((name) => !/^[^.]*\.json$/.test(name));
    expect(left.sort()).toEqual([".new.tmp", ".old.json", "old.tmp"]);
  });
});

describe("a draft that is taken over", () => {
  test("goes to one of two who want it", () => {
    const {env, drafts} = stateOf();
    openDraft(env).save(content);
    const [found] = findDrafts(env).drafts;
    if (found === undefined) throw new Error("no draft");
    const mine = takeDraft(found, env);
    expect(failure(() => takeDraft(found, env))).toMatchObject({
      code: "usage",
      message: `The draft ${found.name} (Gantry) is no longer there: it was finished, or another pm-talk has just taken it.`,
      hint: "The others:  pm-talk log --resume",
    });
    // Its name and what it held go on.
    expect(findDrafts(env).drafts).toMatchObject([{name: found.name, path: mine.path, content}]);
    mine.save({...content, about: "Acme"});
    expect(findDrafts(env).drafts).toMatchObject([{name: found.name, content: {about: "Acme"}}]);
    mine.remove();
    expect(readdirSync(drafts)).toEqual([]);
  });

  test("belongs to its workspace, by whatever path, or to any while it has none", () => {
    const root = folderOf();
    const link = join(folderOf(), "link");
    symlinkSync(root, link);
    const draft = {name: "", path: "", savedAt: 0, running: false};
    expect(belongsTo(root, {...draft, content: {...content, root: link}})).toBe(true);
    expect(belongsTo(root, {...draft, content: {...content, root: null}})).toBe(true);
    expect(belongsTo(root, {...draft, content})).toBe(false);
    expect(belongsTo("/gone", {...draft, content: {...content, root: "/gone"}})).toBe(true);
  });
});

describe("a draft that somebody is still writing", () => {
  const isRunning = (owner: object, file = "aaaaaa-1-bbbbbb.json"): boolean => {
    const {env, drafts} = stateOf();
    mkdirSync(drafts, {recursive: true});
    writeFileSync(join(drafts, file), JSON.stringify({...content, owner}));
    const [draft] = findDrafts(env).drafts;
    if (draft === undefined) throw new Error("no draft");
    return draft.running;
  };

  test("is known by its process, while that runs and is the same one", async () => {
    const child = spawn("cat", {stdio: ["pipe", "ignore", "ignore"]});
    onTestFinished(() => void child.kill());
    const pid = child.pid ?? 0;
    const owner = {pid, host: hostname(), uptime: 0, started: null};
    const file = `aaaaaa-${String(pid)}-bbbbbb.json`;
    expect(isRunning(owner, file)).toBe(true);
    // Taken over a moment ago, and not saved since.
    expect(isRunning({...owner, pid: 1, started: "1"}, file)).toBe(true);
    expect(isRunning(owner, "mine.json")).toBe(true);
    // Another machine, another start of the machine, another process of that number.
    expect(isRunning({...owner, host: "elsewhere"}, file)).toBe(false);
    expect(isRunning({...owner, uptime: 1e12}, file)).toBe(false);
    if (existsSync("/proc/self/stat")) {
      expect(isRunning({...owner, started: "1"}, file)).toBe(false);
    }
    child.stdin.end();
    await once(child, "exit");
    expect(isRunning(owner, file)).toBe(false);
  });

  test("is not our own, nor one whose writer is not known", () => {
    const own = thisOwner();
    expect(isRunning(own, `aaaaaa-${String(own.pid)}-bbbbbb.json`)).toBe(false);
    expect(isRunning({pid: "1"})).toBe(false);
    expect(own.started === null).toBe(!existsSync("/proc/self/stat"));
  });
});

test("what cannot be read as a draft is named and left as it is", () => {
  const {env, drafts} = stateOf();
  mkdirSync(join(drafts, "folder.json"), {recursive: true});
  symlinkSync("nowhere", join(drafts, "link.json"));
  execFileSync("mkfifo", [join(drafts, "pipe.json")]);
  const files: Record<string, [bytes: string | Buffer, reason: string]> = {
    "half.json": ['{"version": 1, "ro', "it is not the JSON that pm-talk writes"],
    "list.json": ["[]", "it is not the JSON that pm-talk writes"],
    "newer.json": ['{"version": 2}', "a newer pm-talk wrote it (version 2)"],
    "other.json": ["{}", "it does not say its version"],
    "bytes.json": [Buffer.from([0x22, 0xff, 0x22]), "it is not UTF-8 text"],
    "day.json": [JSON.stringify({...content, begun: "2026-02-31"}), 'its "begun" cannot be read'],
    "flags.json": [JSON.stringify({...content, flags: {a: [1]}}), 'its "flags" cannot be read'],
    "args.json": [JSON.stringify({...content, args: "gantry"}), 'its "args" cannot be read'],
  };
  for (const [file, [bytes]] of Object.entries(files)) writeFileSync(join(drafts, file), bytes);
  writeFileSync(join(drafts, "notes.txt"), "not ours");
  const found = findDrafts(env);
  expect(found.drafts).toEqual([]);
  expect(Object.fromEntries(found.broken.map((one) => [one.path, one.reason]))).toEqual(
    Object.fromEntries([
      ...Object.entries(files).map(([file, [, reason]]) => [join(drafts, file), reason]),
      ...["folder", "link", "pipe"].map((name) => [
        join(drafts, `${name}.json`),
        "it is not a file",
      ]),
    ]),
  );
  for (const [file, [bytes]] of Object.entries(files))
    expect(readFileSync(join(drafts, file))).toEqual(Buffer.from(bytes));
});
