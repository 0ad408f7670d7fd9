import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {PmTalkError} from "../core/errors.ts";
import {reasonOf} from "./io-errors.ts";
import type {Environment} from "./git/run-git.ts";

/**
 * A new folder for its owner only, in the one for temporary files: what customers said is nobody else's to
 * read. Returns its absolute path; throws `not-written` where the disk refuses.
 */
export function makePrivateFolder(env: Environment): string {
  const temporary = env["TMPDIR"] ?? "";
  return orNotWritten("a temporary folder", () =>
    mkdtempSync(join(temporary === "" ? tmpdir() : temporary, "pm-talk-")),
  );
}

/** Writes a new file for its owner only. Throws `not-written` where it is there or the disk refuses. */
export function writePrivatePage(path: string, text: string): void {
  orNotWritten(path, () => {
    writeFileSync(path, text, {flag: "wx", mode: 0o600});
  });
}

function orNotWritten<T>(name: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new PmTalkError(
      "not-written",
      `${name} could not be written: ${reasonOf(error)}.`,
      "Choose a place:  -o report.html",
    );
  }
}
