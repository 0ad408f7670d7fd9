import {randomBytes} from "node:crypto";
import {link, mkdir, open, readFile, rm} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import writeFileAtomic from "write-file-atomic";
import {PmTalkError} from "../../core/errors.ts";
import {assertInside, workspaceAbove} from "./inside.ts";
import {errorCode, reasonOf} from "../io-errors.ts";

/** Errors with which file systems say that they know no hard links. */
const noLinks = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK", "EINVAL", "EXDEV"]);

/**
 * Writes a new file, whole or not at all, and the folders above it. `root` is the workspace that it must
 * lie in; when left out, the nearest folder above with a pm-talk.yml, else the file's own folder. Throws
 * `not-written` when a file of that name exists (it is never overwritten), when the path leaves `root` or
 * passes a symbolic link, and on any failure of the disk.
 */
export async function createFile(path: string, text: string, root?: string): Promise<void> {
  if (await createIfAbsent(path, text, root)) return;
  throw new PmTalkError("not-written", `Not written: ${path} exists already.`);
}

/** As createFile, but a file that exists already is left as it is, and the answer is false. */
export async function createIfAbsent(path: string, text: string, root?: string): Promise<boolean> {
  const target = resolve(path);
  return writing(path, async () => {
    assertInside(target, resolve(root ?? workspaceAbove(target)));
    await mkdir(dirname(target), {recursive: true});
    return writeNew(target, Buffer.from(text, "utf8"));
  });
}

/**
 * Replaces a file at once, keeping its mode, and reads it back. `before` is the text that the change was
 * made from: throws `not-written` when the file holds something else by now. `root` as for createFile.
 */
export async function replaceFile(
  path: string,
  text: string,
  options: {before?: string; root?: string} = {},
): Promise<void> {
  const target = resolve(path);
  await writing(path, async () => {
    assertInside(target, resolve(options.root ?? workspaceAbove(target)));
    if (options.before !== undefined && !(await holds(target, options.before))) {
      throw new PmTalkError(
        "not-written",
        `Not written: somebody else changed ${path} at the same time.`,
        "Nothing in it was touched. Try again.",
      );
    }
    await writeFileAtomic(target, text);
    if (!(await holds(target, text))) throw readsBackDifferently(path);
  });
}

/** Says failures of the disk in words; everything else passes. */
async function writing<Result>(path: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof PmTalkError) throw error;
    throw new PmTalkError("not-written", `Not written: ${path}: ${reasonOf(error)}.`);
  }
}

/** The name is given to the file only when all of it is on the disk; false when the name is taken. */
async function writeNew(target: string, bytes: Buffer): Promise<boolean> {
  const temporary = join(dirname(target), `.pm-talk-${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeWhole(temporary, bytes);
    if (!(await linkTo(temporary, target))) return await writeWithoutLink(target, bytes);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    // What is left after a kill begins with a dot and is no workspace file.
    await rm(temporary, {force: true}).catch(() => undefined);
  }
  await syncFolder(dirname(target));
  return true;
}

/** False where the file system has no hard links. */
async function linkTo(temporary: string, target: string): Promise<boolean> {
  try {
    await link(temporary, target);
    return true;
  } catch (error) {
    if (noLinks.has(errorCode(error) ?? "")) return false;
    throw error;
  }
}

/** Where links are missing: `wx` still never overwrites; a failure takes the beginning away again. */
async function writeWithoutLink(target: string, bytes: Buffer): Promise<boolean> {
  try {
    await writeWhole(target, bytes);
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") await rm(target, {force: true}).catch(() => undefined);
    throw error;
  }
}

/** Creates the file, brings it to the disk, and reads it back before anybody says "saved". */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  if (!(await readFile(path)).equals(bytes)) throw readsBackDifferently(path);
}

/** Makes the new name itself last; not every platform can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // The bytes are on the disk already; without this only a power cut can lose the name.
  }
}

async function holds(path: string, text: string): Promise<boolean> {
  return (await readFile(path)).equals(Buffer.from(text, "utf8"));
}

function readsBackDifferently(path: string): PmTalkError {
  return new PmTalkError("not-written", `Not written: ${path} reads back differently.`);
}
