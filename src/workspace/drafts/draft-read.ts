import {lstatSync, readFileSync} from "node:fs";
import {basename} from "node:path";
import {type DraftContent, parseDraft} from "./draft-content.ts";
import {parseDraftName} from "./draft-file.ts";
import {type DraftOwner, runsElsewhere} from "./draft-owner.ts";
import {errorCode, reasonOf} from "../io-errors.ts";

/** An unfinished note on the disk. */
export interface Draft {
  /** Six characters by which a person names it. */
  name: string;
  /** Absolute. */
  path: string;
  content: DraftContent;
  /** When it was last saved, in milliseconds since 1970. */
  savedAt: number;
  /** Whether another process is still writing it. */
  running: boolean;
}

/** No draft is longer; a file that is has another origin. */
const longest = 64 * 1024 * 1024;

/**
 * Reads a draft. Where it cannot be read, why not, as the end of a sentence; null when it has been taken or
 * finished since the folder was listed.
 */
export function readDraft(path: string): Draft | {reason: string} | null {
  let text: string;
  let savedAt: number;
  try {
    const status = lstatSync(path);
    if (!status.isFile()) return {reason: "it is not a file"};
    if (status.size > longest) return {reason: "it is too large to be a draft"};
    savedAt = status.mtimeMs;
    text = new TextDecoder("utf-8", {fatal: true}).decode(readFileSync(path));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    return {reason: error instanceof TypeError ? "it is not UTF-8 text" : reasonOf(error)};
  }
  const parsed = parseDraft(text);
  if (parsed.content === undefined) return {reason: parsed.reason};
  const {name, pid} = parseDraftName(basename(path));
  const owner = ownerOf(pid, parsed.owner);
  const running = owner !== null && runsElsewhere(owner);
  return {name, path, content: parsed.content, savedAt, running};
}

/** Who has just taken the draft stands in the file's name, before the first save says more. */
function ownerOf(pid: number | null, written: DraftOwner | null): DraftOwner | null {
  if (pid === null || written === null || written.pid === pid) return written;
  return {...written, pid, started: null};
}
