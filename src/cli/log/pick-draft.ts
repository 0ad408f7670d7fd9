import {PmTalkError} from "../../core/errors.ts";
import type {DraftContent} from "../../workspace/drafts/draft-content.ts";
import {type Draft, findDrafts, type OpenDraft, takeDraft} from "../../workspace/drafts/drafts.ts";
import {homeOf, tilde} from "../../workspace/home.ts";
import {type Input, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {findNamed, type Named, unknownName} from "../names.ts";
import type {Prompter} from "../prompts/prompter.ts";
import {writeNotice} from "../streams.ts";
import {typedFlags} from "./draft-lines.ts";
import {aboutOf, draftAge, draftLabel} from "./draft-words.ts";

/** A draft that this run goes on with: what it held, and where the next answers are kept. */
export interface ResumedDraft {
  content: DraftContent;
  draft: OpenDraft;
}

/**
 * `log --resume [NAME]`: the draft that is meant, taken over. Throws a usage error where there is none, or
 * where several wait and nobody can be asked.
 */
export async function resumeDraft(
  input: Input,
  context: Context,
  prompter: Prompter | null,
): Promise<ResumedDraft> {
  refuseMore(input);
  const picked = await pickDraft("resume", input, context, prompter);
  if (picked === null)
    throw new PmTalkError("usage", "No unfinished note waits.", "Begin one:  pm-talk log");
  const taken = {content: picked.content, draft: takeDraft(picked, context.env)};
  const notice = `Going on with ${draftLabel(picked, context)}.`;
  if (prompter !== null) await prompter.say(notice);
  else if (!input.global.quiet) await writeNotice(context, notice);
  return taken;
}

/** What else is said now would be lost without a word. */
function refuseMore({flags}: Input): void {
  const [more] = typedFlags(flags);
  if (more === undefined) return;
  throw new PmTalkError(
    "usage",
    `--resume goes on with a note as it was begun, and ${more.split(" ")[0] ?? ""} says more.`,
    "Leave it out, and add it when the note is there:  pm-talk edit ID",
  );
}

/**
 * The draft that `--resume` or `--discard` means: the one named by its six characters or its customer, the
 * only one, or the one chosen. Null when none waits.
 */
export async function pickDraft(
  way: "resume" | "discard",
  input: Input,
  context: Context,
  prompter: Prompter | null,
): Promise<Draft | null> {
  const {drafts, broken} = findDrafts(context.env);
  if (!input.global.quiet)
    for (const one of broken) await writeNotice(context, brokenNotice(one, context));
  const name = valueOf(input.flags, way) ?? input.args[0] ?? null;
  if (name !== null && drafts.length > 0) return namedDraft(name, drafts);
  const waiting = drafts.filter((draft) => !draft.running);
  const [first, second] = waiting;
  if (first === undefined) return noneWaiting(drafts);
  if (second === undefined) return first;
  if (prompter === null) throw whichOne(way, waiting, context);
  return await chooseDraft(way === "resume" ? "Which one?" : "Which one goes?", waiting, {
    prompter,
    context,
  });
}

/** Lets one of several be chosen. */
export async function chooseDraft(
  message: string,
  drafts: Draft[],
  {prompter, context}: {prompter: Prompter; context: Context},
): Promise<Draft> {
  const choices = drafts.map((draft) => ({
    value: draft,
    label: draftLabel(draft, context),
    note: draftAge(draft, context),
  }));
  return await prompter.select({message, choices});
}

/** A file that cannot be read is somebody's typing all the same: it is named and left. */
export function brokenNotice(
  {path, reason}: {path: string; reason: string},
  {env}: Context,
): string {
  return `A draft cannot be read and was left as it is: ${tilde(path, homeOf(env))}: ${reason}.`;
}

function namedDraft(name: string, drafts: Draft[]): Draft {
  const kind = {noun: "unfinished note", all: "All of them:  pm-talk log --resume"};
  const known: Named[] = drafts.map((draft) => ({
    id: draft.name,
    names: draft.content.about === null ? [] : [draft.content.about],
  }));
  const id = findNamed(name, known, kind);
  const found = drafts.find((draft) => draft.name === id);
  if (found === undefined) throw unknownName(name, known, kind);
  if (found.running) throw beingWritten(found);
  return found;
}

function noneWaiting(drafts: Draft[]): null {
  const [running] = drafts;
  if (running !== undefined) throw beingWritten(running);
  return null;
}

function beingWritten(draft: Draft): PmTalkError {
  return new PmTalkError(
    "usage",
    `The note about ${aboutOf(draft)} is being written right now, by another pm-talk.`,
    "End that one first: Ctrl-C keeps its answers.",
  );
}

function whichOne(way: string, drafts: Draft[], context: Context): PmTalkError {
  const lines = drafts.map(
    (draft) => `pm-talk log --${way} ${draft.name}     ${draftLabel(draft, context)}`,
  );
  return new PmTalkError("usage", "Several unfinished notes wait; which one?", lines.join("\n"));
}
