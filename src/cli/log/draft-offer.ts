import {PmTalkError} from "../../core/errors.ts";
import {count, foldName} from "../../core/text.ts";
import {belongsTo, type Draft, findDrafts, takeDraft} from "../../workspace/drafts/drafts.ts";
import type {GlobalFlags} from "../command.ts";
import type {Context} from "../context.ts";
import type {Prompter} from "../prompts/prompter.ts";
import {writeNotice} from "../streams.ts";
import {askToDiscard} from "./draft-discard.ts";
import {amountOf} from "./draft-lines.ts";
import {draftAge} from "./draft-words.ts";
import {brokenNotice, chooseDraft, type ResumedDraft} from "./pick-draft.ts";

type Wish = Draft | "anew" | "discard";

/**
 * Asks at the beginning of a guided log whether to go on with an unfinished note of this workspace, or of
 * none. Returns the draft, taken over; null to start anew, the drafts being kept. Who named a customer that no
 * draft is about wants to start anew: that is marked then.
 */
export async function offerDrafts(
  context: Context,
  prompter: Prompter,
  root: string,
  customer: string | null,
): Promise<ResumedDraft | null> {
  const {broken} = findDrafts(context.env);
  for (const one of broken) await prompter.say(brokenNotice(one, context));
  for (;;) {
    // Looked for again each time: another terminal may have taken or left one meanwhile.
    const waiting = waitingFor(root, context);
    if (waiting.length === 0) return null;
    const wish = await askWish(waiting, customer, context, prompter);
    if (wish === "anew") return null;
    try {
      if (wish !== "discard") return {content: wish.content, draft: takeDraft(wish, context.env)};
      await discardOne(waiting, context, prompter);
    } catch (error) {
      if (!(error instanceof PmTalkError) || error.code !== "usage") throw error;
      await prompter.say(error.message);
    }
  }
}

/** For a log by flags, which asks nothing: one notice when an unfinished note waits. */
export async function offerNotice(global: GlobalFlags, context: Context): Promise<void> {
  if (global.quiet) return;
  const waiting = findDrafts(context.env).drafts.filter((draft) => !draft.running);
  const [only, second] = waiting;
  if (only === undefined) return;
  const {about} = only.content;
  const what =
    second !== undefined
      ? `${count(waiting.length, "unfinished note")} wait`
      : `An unfinished note${about === null ? "" : ` for ${about}`} waits`;
  await writeNotice(context, `${what}:  pm-talk log --resume`);
}

function waitingFor(root: string, context: Context): Draft[] {
  return findDrafts(context.env).drafts.filter((draft) => !draft.running && belongsTo(root, draft));
}

async function askWish(
  drafts: Draft[],
  customer: string | null,
  context: Context,
  prompter: Prompter,
): Promise<Wish> {
  const several = drafts.length > 1;
  const about = drafts.find(({content}) => isAbout(content.about, customer));
  return await prompter.select<Wish>({
    message: several ? "Unfinished notes wait." : "An unfinished note waits.",
    choices: [
      ...drafts.map((draft) => ({
        value: draft,
        label: `Go on with ${draft.content.about ?? "the one without a customer"}`,
        note: `${draftAge(draft, context)}, ${amountOf(draft.content)}`,
      })),
      {value: "anew", label: `Start anew (the ${several ? "drafts stay" : "draft stays"})`},
      {value: "discard", label: several ? "Throw one of them away" : "Throw the draft away"},
    ],
    ...(customer === null ? {} : {marked: about ?? "anew"}),
  });
}

/** Whether a draft is about the customer whose name, or the beginning of it, was typed. */
function isAbout(about: string | null, customer: string | null): boolean {
  return about !== null && foldName(about).startsWith(foldName(customer ?? ""));
}

async function discardOne(drafts: Draft[], context: Context, prompter: Prompter): Promise<void> {
  const [only, second] = drafts;
  if (only === undefined) return;
  const draft =
    second === undefined ? only : await chooseDraft("Which one?", drafts, {prompter, context});
  if (await askToDiscard(draft, context, prompter)) takeDraft(draft, context.env).remove();
}
