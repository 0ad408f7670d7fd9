import {lstatSync, readFileSync} from "node:fs";
import type {Fault} from "../core/diagnostics.ts";
import {maxFileBytes} from "../notes/decode.ts";
import {fileFault} from "./file-codes.ts";
import {reasonOf} from "./io-errors.ts";

/**
 * The bytes of a file of the workspace, or the fault that keeps them from being read. Looks before it
 * opens: a pipe would wait for ever, and a link may lead anywhere.
 */
export function readBytes(root: string, file: string): Buffer | Fault {
  const path = `${root}/${file}`;
  try {
    const found = lstatSync(path);
    if (!found.isFile()) {
      return fileFault("file-special", "this is no regular file", "Replace it by a file.");
    }
    if (found.size > maxFileBytes) return tooLarge(found.size);
    return readFileSync(path);
  } catch (error) {
    const hint = "Allow yourself to read it, or move it out of the folder.";
    return fileFault("file-unreadable", `this file cannot be read: ${reasonOf(error)}`, hint);
  }
}

/** The fault of a file of so many bytes: what reading it would say, said without reading it. */
export function tooLarge(size: number): Fault {
  return {
    code: "file-size",
    severity: "error",
    place: {at: "file"},
    message: `the file has ${(size / 1024 / 1024).toFixed(1)} MiB; 5 MiB is the most that is read`,
    hint: "Keep recordings and long transcripts in files of their own and link them.",
    dropped: "file",
  };
}
