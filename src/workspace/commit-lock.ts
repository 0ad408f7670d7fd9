import {randomInt} from "node:crypto";
import {open, rm, stat} from "node:fs/promises";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {errorCode} from "./io-errors.ts";

/** Milliseconds to wait for other runs of pm-talk, and after which a lock was left by one that died. */
const longestWait = 30_000;
const staleAfter = 60_000;

/**
 * Runs `action` while no other pm-talk commits in this git directory. git's own lock is not enough: a
 * partial commit reads the index before it takes the lock, and so drops what another one has just added.
 */
export async function commitInTurn<Result>(
  gitDir: string,
  action: () => Promise<Result>,
): Promise<Result> {
  const path = join(gitDir, "pm-talk.lock");
  const mine = await takeTurn(path);
  try {
    return await action();
  } finally {
    if (mine) await rm(path, {force: true}).catch(() => undefined);
  }
}

/** False when the turn never came, or no lock can be made here: git's own lock has to do then. */
async function takeTurn(path: string): Promise<boolean> {
  const deadline = performance.now() + longestWait;
  while (performance.now() < deadline) {
    try {
      await (await open(path, "wx")).close();
      return true;
    } catch (error) {
      if (errorCode(error) !== "EEXIST") return false;
    }
    await removeStale(path);
    await sleep(randomInt(10, 60));
  }
  return false;
}

async function removeStale(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null || Date.now() - found.mtimeMs < staleAfter) return;
  await rm(path, {force: true}).catch(() => undefined);
}
