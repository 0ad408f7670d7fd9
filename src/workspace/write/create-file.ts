import {readFileSync, renameSync, type Stats} from "node:fs";
import {chmod, chown, link, lstat, rm} from "node:fs/promises";
import {dirname, resolve} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {assertInside, workspaceAbove} from "./inside.ts";
import {errorCode} from "../io-errors.ts";
import {makeFolders} from "../make-folders.ts";
import {syncFolder, temporaryBeside, writeWhole, writing} from "./write-whole.ts";

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
    makeFolders(dirname(target));
    return writeNew(target, Buffer.from(text, "utf8"));
  });
}

/** The name is given to the file only when all of it is on the disk; false when the name is taken. */
async function writeNew(target: string, bytes: Buffer): Promise<boolean> {
  const temporary = temporaryBeside(target);
  try {
    await writeWhole(temporary, bytes);
    if (!(await linkTo(temporary, target))) return await writeWithoutLink(target, bytes);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
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

/**
 * Replaces a file at once, keeping its mode and owner. `before` is the text that the change was made from:
 * throws `not-written` when the file holds something else by now, and for what is no file, such as a device,
 * whose name a new file would take away. `root` as for createFile.
 */
export async function replaceFile(
  path: string,
  text: string,
  options: {before?: string; root?: string} = {},
): Promise<void> {
  const target = resolve(path);
  await writing(path, async () => {
    assertInside(target, resolve(options.root ?? workspaceAbove(target)));
    const old = await lstat(target);
    refuseSpecial(path, old);
    const temporary = temporaryBeside(target);
    try {
      await writeWhole(temporary, Buffer.from(text, "utf8"), old.mode & 0o777);
      await makeLike(temporary, old);
      takePlace(temporary, target, path, options.before);
    } finally {
      await rm(temporary, {force: true}).catch(() => undefined);
    }
    await syncFolder(dirname(target));
  });
}

function refuseSpecial(path: string, old: Stats): void {
  if (old.isFile()) return;
  const what = old.isDirectory() ? "it is a folder" : "it is a device or a pipe, not a file";
  throw new PmTalkError("not-written", `Not written: ${path}: ${what}.`);
}

/** A new file has the mode of new files, and belongs to whoever made it. */
async function makeLike(temporary: string, {mode, uid, gid}: Stats): Promise<void> {
  const own = await lstat(temporary);
  // Not everybody may give files away, nor does every disk know modes. It was made with no more rights than the old.
  if (own.uid !== uid || own.gid !== gid) await chown(temporary, uid, gid).catch(() => undefined);
  const wanted = mode & 0o7777;
  if ((own.mode & 0o7777) !== wanted) await chmod(temporary, wanted).catch(() => undefined);
}

/**
 * The last look at the old file and the rename follow each other without a pause, so that of two who change one
 * file at once the second learns of it, and nobody is told "saved" of what another has just written over.
 */
function takePlace(temporary: string, target: string, path: string, before?: string): void {
  if (before !== undefined && !readFileSync(target).equals(Buffer.from(before, "utf8")))
    throw new PmTalkError(
      "not-written",
      `Not written: somebody else changed ${path} at the same time.`,
      "Nothing in it was touched. Try again.",
    );
  renameSync(temporary, target);
}
