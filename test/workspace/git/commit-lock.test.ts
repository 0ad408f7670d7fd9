import {spawnSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync, utimesSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {commitInTurn} from "../../../src/workspace/git/commit-lock.ts";
import {type DraftOwner, thisOwner} from "../../../src/workspace/drafts/draft-owner.ts";
import {folderOf} from "../folder.ts";

const never = 5000;
const {signal: goesOn} = new AbortController();

/** How long it took to get the turn, in milliseconds, with this text in the lock. */
async function waited(lock: string, age = 0): Promise<number> {
  const folder = folderOf({"pm-talk.lock": lock});
  const then = Date.now() / 1000 - age;
  utimesSync(join(folder, "pm-talk.lock"), then, then);
  const begun = performance.now();
  await commitInTurn({gitDir: folder, ended: goesOn}, () => Promise.resolve());
  expect(readdirSync(folder)).toEqual([]);
  return performance.now() - begun;
}

function ended(): DraftOwner {
  const {pid} = spawnSync(process.execPath, ["--version"]);
  return {...thisOwner(), pid, started: null};
}

test("what a pm-talk left that was ended is taken away at once", async () => {
  expect(await waited(JSON.stringify(ended()))).toBeLessThan(never);
});

test("and whatever is older than a minute", async () => {
  expect(await waited("", 61)).toBeLessThan(never);
  expect(await waited(JSON.stringify({...ended(), host: "elsewhere"}), 61)).toBeLessThan(never);
});

test("one that runs is waited for, also in this process", async () => {
  const folder = folderOf({});
  const lock = join(folder, "pm-talk.lock");
  const seen: string[] = [];
  const turn = (name: string) => () => {
    seen.push(`${name} begins`);
    return new Promise<void>((resolve) => {
      setImmediate(() => {
        expect(JSON.parse(readFileSync(lock, "utf8"))).toMatchObject({pid: process.pid});
        seen.push(`${name} ends`);
        resolve();
      });
    });
  };
  const place = {gitDir: folder, ended: goesOn};
  await Promise.all([commitInTurn(place, turn("a")), commitInTurn(place, turn("b"))]);
  const first = seen[0]?.slice(0, 1) ?? "";
  const other = first === "a" ? "b" : "a";
  expect(seen).toEqual([`${first} begins`, `${first} ends`, `${other} begins`, `${other} ends`]);
  expect(existsSync(lock)).toBe(false);
});

test("one that is told to end does not wait for it", async () => {
  const folder = folderOf({"pm-talk.lock": JSON.stringify(thisOwner())});
  await commitInTurn({gitDir: folder, ended: AbortSignal.abort()}, () => Promise.resolve());
  expect(readdirSync(folder)).toEqual(["pm-talk.lock"]);
});
