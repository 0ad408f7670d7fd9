import {randomInt} from "node:crypto";
import type {Stats} from "node:fs";
import {open, readFile, rm, stat} from "node:fs/promises";
import {hostname, userInfo} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {isOwner} from "../drafts/draft-content.ts";
import {runsElsewhere, thisOwner} from "../drafts/draft-owner.ts";
import {errorCode} from "../io-errors.ts";

/** Milliseconds to wait for other runs of pm-talk, and after which a lock was left by one that died. */
const longestWait = 30_000;
const staleAfter = 60_000;

/**
 * Runs `action` while no other pm-talk commits in this git directory, or when waiting for it was `ended`. git's own lock is not enough: a
 * partial commit reads the index before it takes the lock, and so drops what another one has just added.
 */
export async function commitInTurn<Result>(
  {gitDir, ended}: {gitDir: string; ended: AbortSignal},
  action: () => Promise<Result>,
): Promise<Result> {
  const path = join(gitDir, "pm-talk.lock");
  const mine = await takeTurn(path, ended);
  try {
    return await action();
  } finally {
    if (mine) await rm(path, {force: true}).catch(() => undefined);
  }
}

/** False when the turn never came, or no lock can be made here: git's own lock has to do then. */
async function takeTurn(path: string, ended: AbortSignal): Promise<boolean> {
  const deadline = performance.now() + longestWait;
  while (performance.now() < deadline && !ended.aborted) {
    const taken = await take(path);
    if (taken !== "held") return taken === "mine";
    await removeStale(path);
    await sleep(randomInt(10, 60));
  }
  return false;
}

async function take(path: string): Promise<"mine" | "held" | "impossible"> {
  try {
    const file = await open(path, "wx");
    // The lock is its being there; without the name of its holder it only lasts longer after a crash.
    await file.writeFile(JSON.stringify(thisOwner())).catch(() => undefined);
    await file.close().catch(() => undefined);
    return "mine";
  } catch (error) {
    return errorCode(error) === "EEXIST" ? "held" : "impossible";
  }
}

/** Takes away the lock of a pm-talk that was ended in the middle. */
async function removeStale(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null) return;
  const isOld = Date.now() - found.mtimeMs >= staleAfter;
  if (isOld || (await isAbandoned(path, found)))
    await rm(path, {force: true}).catch(() => undefined);
}

/** Whether its holder, a process of ours on this machine, has ended; of others nothing is known. */
async function isAbandoned(path: string, {uid}: Stats): Promise<boolean> {
  try {
    const own = userInfo().uid;
    // Windows has no such numbers, and says -1.
    if (own !== -1 && own !== uid) return false;
    const owner: unknown = JSON.parse(await readFile(path, "utf8"));
    if (!isOwner(owner) || owner.host !== hostname()) return false;
    const {pid, started} = thisOwner();
    return !(owner.pid === pid && owner.started === started) && !runsElsewhere(owner);
  } catch {
    // Just taken, and not written yet; or gone; or a user without a name.
    return false;
  }
}
