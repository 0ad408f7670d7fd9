import {PmTalkError} from "../../core/errors.ts";
import type {DraftContent} from "../../workspace/drafts/draft-content.ts";
import {openDraft, type OpenDraft} from "../../workspace/drafts/drafts.ts";
import {homeOf, tilde} from "../../workspace/home.ts";
import type {Context} from "../context.ts";
import {draftLines} from "./draft-lines.ts";

type Environment = Context["env"];

/**
 * Writes a note while a draft of what was typed lies on the disk; the draft goes when `work` succeeds.
 * `work` is the writing of the note and no more: once it is saved, a commit that fails needs no draft. Where
 * the note could not be written, the error says where the draft is and how to go on. A draft that cannot
 * be kept stops nothing. `resumed` is the draft that this run goes on with, where it does.
 */
export async function keepingDraft<Result>(
  content: DraftContent,
  env: Environment,
  work: () => Promise<Result>,
  resumed: OpenDraft | null = null,
): Promise<Result> {
  const draft = resumed ?? openDraft(env);
  const unkept = tryToSave(draft, content);
  try {
    const result = await work();
    draft.remove();
    return result;
  } catch (error) {
    // What is not ours to explain is a bug: the draft stays, and is offered the next time.
    if (!(error instanceof PmTalkError)) throw error;
    if (error.code === "usage") {
      // What was typed has to be typed otherwise; the shell still has it.
      if (resumed === null) draft.remove();
      throw error;
    }
    throw unkept === null ? keptError(error, draft, env) : andUnkept(error, unkept);
  }
}

/**
 * Keeps what was typed when there is nowhere to write it yet, or nobody to ask the rest: the error then
 * ends with how to go on, or with why not even a draft could be saved. As it is where nothing was typed.
 */
export function keepTyped(
  error: PmTalkError,
  content: DraftContent,
  env: Environment,
): PmTalkError {
  if (draftLines(content).length === 0) return error;
  const draft = openDraft(env);
  const unkept = tryToSave(draft, content);
  return unkept === null ? keptError(error, draft, env) : andUnkept(error, unkept);
}

/** The error, ending with where the draft is and what to type to go on with it. */
export function keptError(
  error: PmTalkError,
  {path}: Pick<OpenDraft, "path">,
  env: Environment,
): PmTalkError {
  const kept = [
    `What you typed is kept: ${tilde(path, homeOf(env))}`,
    "To go on with it:       pm-talk log --resume",
  ];
  return withHints(error, kept);
}

function andUnkept(error: PmTalkError, reason: PmTalkError): PmTalkError {
  return withHints(error, [reason.message]);
}

function withHints({code, message, hint}: PmTalkError, more: string[]): PmTalkError {
  return new PmTalkError(code, message, [...(hint === null ? [] : [hint]), ...more].join("\n"));
}

/** Null when the draft is on the disk, else why not. */
function tryToSave(draft: OpenDraft, content: DraftContent): PmTalkError | null {
  try {
    draft.save(content);
    return null;
  } catch (error) {
    if (error instanceof PmTalkError) return error;
    throw error;
  }
}
