import {closeSync, constants, fstatSync, openSync, readFileSync, readSync} from "node:fs";
import type {Fault} from "../core/diagnostics.ts";
import {maxFileBytes} from "../notes/decode.ts";
import {fileFault} from "./file-codes.ts";
import {errorCode, reasonOf} from "./io-errors.ts";

/** Neither waits for the other end of a pipe nor follows a link, which may lead anywhere. Windows knows neither. */
const onlyFiles =
  constants.O_RDONLY |
  ((constants.O_NONBLOCK as number | undefined) ?? 0) |
  ((constants.O_NOFOLLOW as number | undefined) ?? 0);

/**
 * The bytes of a file of the workspace, or the fault that keeps them from being read. What it is, is asked of
 * the opened file: nobody can put another in its place in between.
 */
export function readBytes(root: string, file: string): Buffer | Fault {
  const path = `${root}/${file}`;
  let fd: number | null = null;
  try {
    fd = openSync(path, onlyFiles);
    const found = fstatSync(fd);
    if (!found.isFile()) return noFile();
    if (found.size > maxFileBytes) return tooLarge(found.size);
    return wholeFile(fd, found.size);
  } catch (error) {
    const code = errorCode(error);
    // A link, and a socket.
    if (code === "ELOOP" || code === "ENXIO") return noFile();
    const hint = "Allow yourself to read it, or move it out of the folder.";
    return fileFault("file-unreadable", `this file cannot be read: ${reasonOf(error)}`, hint);
  } finally {
    if (fd !== null) closeQuietly(fd);
  }
}

/**
 * All of an opened file of this size, by one read of a byte more: seeing the end by a second one would be a
 * good part of a search through ten thousand notes. A file that has grown or shrunk since is read to its end.
 */
function wholeFile(fd: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size + 1);
  const count = readSync(fd, bytes, 0, size + 1, 0);
  return count === size ? bytes.subarray(0, size) : readFileSync(fd);
}

/** Closes a file that was only read: what the disk says of the closing takes back no byte of it. */
function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch {
    // Nothing was written, so nothing can be lost.
  }
}

function noFile(): Fault {
  return fileFault("file-special", "this is no regular file", "Replace it by a file.");
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
