import {readdirSync, realpathSync, renameSync} from "node:fs";
import {dirname, join} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {compareText} from "../../core/text.ts";
import {type DraftContent, draftText} from "./draft-content.ts";
import {newDraftFile, newDraftName, removeOldTemporaries} from "./draft-file.ts";
import {thisOwner} from "./draft-owner.ts";
import {type Draft, readDraft} from "./draft-read.ts";
import {errorCode, reasonOf} from "../io-errors.ts";
import type {Environment} from "../git/run-git.ts";
import {removeQuietly, replaceSync, syncFolder} from "../private-file.ts";
import {makeStateFolder, stateFolder} from "../state-folder.ts";

export type {Draft} from "./draft-read.ts";

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

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
