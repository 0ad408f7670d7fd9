import {closeSync, lstatSync, openSync, readFileSync, readSync} from "node:fs";
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
    return readKnown(path, found.size) ?? readFileSync(path);
  } catch (error) {
    const hint = "Allow yourself to read it, or move it out of the folder.";
    return fileFault("file-unreadable", `this file cannot be read: ${reasonOf(error)}`, hint);
  }
}

/** Reads as many bytes as the file was said to have, without asking again; null when it has others by now. */
function readKnown(path: string, size: number): Buffer | null {
  const bytes = Buffer.allocUnsafe(size + 1);
  const descriptor = openSync(path, "r");
  try {
    const read = readSync(descriptor, bytes, 0, size + 1, 0);
    return read === size ? bytes.subarray(0, size) : null;
  } finally {
    closeSync(descriptor);
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
