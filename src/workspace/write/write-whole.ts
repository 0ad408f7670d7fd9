import {randomBytes} from "node:crypto";
import {open, readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {reasonOf} from "../io-errors.ts";

/** A name beside a file for what is to become it. It begins with a dot: left after a kill, it is no workspace file. */
export function temporaryBeside(target: string): string {
  return join(dirname(target), `.pm-talk-${randomBytes(6).toString("hex")}.tmp`);
}

/**
 * Creates the file, brings it to the disk, and reads it back before anybody says "saved". Throws `not-written`
 * when it reads back differently, else what the disk says; EEXIST where there is such a file.
 */
export async function writeWhole(path: string, bytes: Buffer, mode = 0o666): Promise<void> {
  const file = await open(path, "wx", mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  if (!(await readFile(path)).equals(bytes))
    throw new PmTalkError("not-written", `Not written: ${path} reads back differently.`);
}

/** Makes a new name itself last; not every platform can. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // The bytes are on the disk already; without this only a power cut can lose the name.
  }
}

/** Says failures of the disk in words, as `not-written`; everything else passes. */
export async function writing<Result>(path: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof PmTalkError) throw error;
    throw new PmTalkError("not-written", `Not written: ${path}: ${reasonOf(error)}.`);
  }
}
