import {lstatSync, readlinkSync} from "node:fs";
import {link, readFile, rename, rm, symlink} from "node:fs/promises";
import {basename, join, resolve} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {replaceFile} from "./create-file.ts";
import {assertInside} from "./inside.ts";
import {errorCode, reasonOf} from "../io-errors.ts";
import {readBytes} from "../read-bytes.ts";

/** One change of one file; paths are relative to the workspace, with `/`. */
export type FileStep =
  | {do: "replace"; file: string; before: string; after: string}
  | {do: "move"; file: string; to: string}
  /** Of a file that was moved out of sight before. */
  | {do: "delete"; file: string; before: string};

/**
 * Does the steps one after the other; each file is whole, as it was or as it shall be, at any kill. Whoever
 * plans them sees to it that every state between is one that can be read. Throws `not-written` at the first
 * step that fails, saying how many files are done, and `again`: the command that finishes it.
 */
export async function applySteps(
  root: string,
  steps: readonly FileStep[],
  again: string,
): Promise<void> {
  for (const [done, step] of steps.entries()) {
    try {
      await apply(root, step);
    } catch (error) {
      throw stopped(error, step, done, steps.length, again);
    }
  }
}

/** The files that the steps leave changed, new or deleted, each once, in order; not what is gone again. */
export function filesOf(steps: readonly FileStep[]): string[] {
  const all = steps.flatMap((step) => (step.do === "move" ? [step.file, step.to] : [step.file]));
  return [...new Set(all)].filter((file) => !isPassing(file, steps));
}

/** Whether a path is one at which a file is only kept out of sight until it is deleted. */
export function isPassing(file: string, steps: readonly FileStep[]): boolean {
  return steps.some((step) => step.do === "delete" && step.file === file);
}

/** A file's text with every byte of it; null where it cannot be read or is no UTF-8, so no edit could keep it. */
export function wholeText(root: string, file: string): string | null {
  const bytes = readBytes(root, file);
  if (!(bytes instanceof Uint8Array)) return null;
  try {
    return new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    return null;
  }
}

async function apply(root: string, step: FileStep): Promise<void> {
  const path = resolve(root, step.file);
  assertInside(path, root);
  switch (step.do) {
    case "replace":
      return await replaceFile(path, step.after, {before: step.before, root});
    case "move":
      return await moveFile(path, resolve(root, step.to), root);
    case "delete":
      if (!(await readFile(path)).equals(Buffer.from(step.before, "utf8")))
        throw changedMeanwhile(path);
      return await rm(path);
  }
}

/**
 * Gives a file another name in its folder at once, and never takes that of another file. A rename alone would
 * write over one that appeared meanwhile, and a second link to the file would be two files with one name at a
 * kill in between. So the new name is taken first, by a symbolic link to the old one, which no program that
 * creates files writes over, which reading does not follow, and in whose place the rename then puts the file.
 */
export async function moveFile(path: string, to: string, root: string): Promise<void> {
  assertInside(join(to, ".."), join(root, ".."));
  if (isSameFile(path, to)) return await rename(path, to);
  if (!(await takeName(path, to))) return await moveByLink(path, to);
  try {
    await rename(path, to);
  } catch (error) {
    await rm(to, {force: true}).catch(() => undefined);
    throw error;
  }
}

/** False where the system makes no symbolic links. Throws where the name is another file's. */
async function takeName(path: string, to: string): Promise<boolean> {
  try {
    await symlink(basename(path), to);
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") return false;
    if (isOwnLink(path, to)) return true;
    throw new PmTalkError("not-written", `Not written: ${to} exists already.`);
  }
}

/** Whether the new name is taken for this file only: a kill has left the link, and this is the run that finishes. */
export function isOwnLink(path: string, to: string): boolean {
  const found = lstatSync(to, {throwIfNoEntry: false});
  return found?.isSymbolicLink() === true && readlinkSync(to) === basename(path);
}

async function moveByLink(path: string, to: string): Promise<void> {
  await link(path, to);
  await rm(path);
}

/** Two spellings of one name, on a disk that does not tell them apart. */
function isSameFile(path: string, to: string): boolean {
  const a = lstatSync(path, {throwIfNoEntry: false});
  const b = lstatSync(to, {throwIfNoEntry: false});
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev && a.nlink === 1;
}

function changedMeanwhile(path: string): PmTalkError {
  return new PmTalkError(
    "not-written",
    `Not written: somebody else changed ${path} at the same time.`,
  );
}

function stopped(
  error: unknown,
  step: FileStep,
  done: number,
  of: number,
  again: string,
): PmTalkError {
  const why =
    error instanceof PmTalkError ? error.message : `Not written: ${step.file}: ${reasonOf(error)}.`;
  const far =
    done === 0
      ? "Nothing was changed."
      : `${String(done)} of ${String(of)} changes are done, and every name leads where it did.`;
  return new PmTalkError("not-written", why, `${far}\nTo finish:  ${again}`);
}
