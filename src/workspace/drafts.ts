import {lstatSync, readdirSync, readFileSync, realpathSync, renameSync} from "node:fs";
import {dirname, join} from "node:path";
import {PmTalkError} from "../core/errors.ts";
import {compareText} from "../core/text.ts";
import {type DraftContent, draftText, parseDraft} from "./draft-content.ts";
import {
  newDraftFile,
  newDraftName,
  parseDraftName,
  removeOldTemporaries,
  removeQuietly,
  replaceSync,
  syncFolder,
} from "./draft-file.ts";
import {type DraftOwner, runsElsewhere, thisOwner} from "./draft-owner.ts";
import {errorCode, reasonOf} from "./io-errors.ts";
import type {Environment} from "./run-git.ts";
import {makeStateFolder, stateFolder} from "./state-folder.ts";

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

/** A draft that this process writes. */
export interface OpenDraft {
  name: string;
  path: string;
  /**
   * Brings what was typed so far to the disk before it returns, outside the repository and for its owner
   * only. Throws `not-written` with the reason; what was saved before is kept then.
   */
  save: (content: DraftContent) => void;
  /** Takes the draft away, once the note is saved. */
  remove: () => void;
}

export interface FoundDrafts {
  /** The one saved last comes first. */
  drafts: Draft[];
  /** Files that cannot be read as drafts: named, and never touched. */
  broken: {path: string; reason: string}[];
}

const folderName = "drafts";
/** No draft is longer; a file that is has another origin. */
const longest = 64 * 1024 * 1024;

/** Begins a draft of its own for this run; nothing is created until it is first saved. */
export function openDraft(env: Environment): OpenDraft {
  const name = newDraftName();
  const file = newDraftFile(name, thisOwner().pid);
  return writerOf(name, () => join(stateFolder(env), folderName, file), env, false);
}

/**
 * Takes over a draft that was found. Two who try it at once do not both succeed: throws `usage` for the
 * second one, `not-written` when the disk refuses.
 */
export function takeDraft(draft: Draft, env: Environment): OpenDraft {
  const {name, path} = draft;
  const mine = join(dirname(path), newDraftFile(name, thisOwner().pid));
  try {
    renameSync(path, mine);
  } catch (error) {
    if (errorCode(error) === "ENOENT") throw alreadyTaken(draft);
    throw new PmTalkError("not-written", `The draft ${path} cannot be used: ${reasonOf(error)}.`);
  }
  syncFolder(dirname(mine));
  return writerOf(name, () => mine, env, true);
}

/** The drafts of this person, in every workspace. Throws nothing; a folder that cannot be listed is named. */
export function findDrafts(env: Environment): FoundDrafts {
  const found: FoundDrafts = {drafts: [], broken: []};
  for (const path of draftFiles(env, found)) {
    const read = readDraft(path);
    if (read === null) continue;
    if ("reason" in read) found.broken.push({path, reason: read.reason});
    else found.drafts.push(read);
  }
  found.drafts.sort((a, b) => b.savedAt - a.savedAt || compareText(a.path, b.path));
  return found;
}

/** Whether a draft was begun in this workspace, or in none yet. */
export function belongsTo(root: string, {content}: Draft): boolean {
  return content.root === null || realPath(content.root) === realPath(root);
}

function writerOf(
  name: string,
  pathOf: () => string,
  env: Environment,
  isThere: boolean,
): OpenDraft {
  let savedBefore = isThere;
  return {
    name,
    get path() {
      return pathOf();
    },
    save: (content) => {
      const path = pathOf();
      try {
        makeStateFolder(env, folderName);
        replaceSync(path, draftText(content, thisOwner()));
      } catch (error) {
        throw new PmTalkError("not-written", `No draft is kept: ${path}: ${reasonOf(error)}.`);
      }
      if (!savedBefore) removeOldTemporaries(path);
      savedBefore = true;
    },
    remove: () => {
      if (savedBefore) removeQuietly(pathOf());
    },
  };
}

function alreadyTaken({name, content}: Draft): PmTalkError {
  const about = content.about === null ? "" : ` (${content.about})`;
  return new PmTalkError(
    "usage",
    `The draft ${name}${about} is no longer there: it was finished, or another pm-talk has just taken it.`,
    "The others:  pm-talk log --resume",
  );
}

function draftFiles(env: Environment, found: FoundDrafts): string[] {
  let folder = "";
  try {
    folder = join(stateFolder(env), folderName);
    const names = readdirSync(folder).filter((name) => /^[^.].*\.json$/.test(name));
    return names.sort(compareText).map((name) => join(folder, name));
  } catch (error) {
    // Without a home folder or a first draft there is none to find.
    if (!(error instanceof PmTalkError) && errorCode(error) !== "ENOENT")
      found.broken.push({path: folder, reason: reasonOf(error)});
    return [];
  }
}

/** Null when it has been taken or finished since the folder was listed. */
function readDraft(path: string): Draft | {reason: string} | null {
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
  const {name, pid} = parseDraftName(path.slice(dirname(path).length + 1));
  const owner = ownerOf(pid, parsed.owner);
  const running = owner !== null && runsElsewhere(owner);
  return {name, path, content: parsed.content, savedAt, running};
}

/** Who has just taken the draft stands in the file's name, before the first save says more. */
function ownerOf(pid: number | null, written: DraftOwner | null): DraftOwner | null {
  if (pid === null || written === null || written.pid === pid) return written;
  return {...written, pid, started: null};
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
