import {PmTalkError} from "../../core/errors.ts";
import {type Input, isOn, listOf, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {readBody} from "../log/body-flag.ts";
import {saveAndShow, showDry} from "../log/finish-log.ts";
import {openWorkspace, type Opened, whoAmI} from "../open.ts";
import type {Prompter} from "../prompts/prompter.ts";
import {movedBy} from "./after-saving.ts";
import {cancelled, guide} from "./guide.ts";
import {Memory, noAnswers} from "./memory.ts";
import type {Talk} from "./talk.ts";

/** `log` as a conversation: asks what the flags do not say, keeps every answer, and saves when it is right. */
export async function logGuided(input: Input, context: Context): Promise<number> {
  const opened = await openWorkspace(input.global, context);
  const body = await readBody(valueOf(input.flags, "body"), context);
  const prompter = await context.openPrompter();
  const talk = await talkOf(input, opened, prompter, context);
  const quick = isOn(input.flags, "quick");
  const done = await guide(talk, {input, body, quick}, opened, context).finally(() =>
    prompter.close(),
  );
  if (done.then !== "save") throw cancelled();
  const ready = {...done, customer: done.values.customer.name};
  if (isOn(input.flags, "dryRun")) return await showDry(ready, input, opened, context);
  const before = opened.workspace.collection;
  const moved = (after: Opened): string[] =>
    movedBy(done.note.id, talk.me, before, after.workspace.collection, after.today);
  return await saveAndShow(ready, input, opened, context, moved, () => undefined);
}

async function talkOf(
  input: Input,
  opened: Opened,
  prompter: Prompter,
  context: Context,
): Promise<Talk> {
  const {collection, config} = opened.workspace;
  return {
    prompter,
    memory: new Memory(noAnswers(), () => undefined),
    collection,
    config,
    me: await meOrNull(input, opened, context),
    today: opened.today,
    flags: input.flags,
    customer: input.args[0] ?? valueOf(input.flags, "customer"),
  };
}

/** Who asks must be known, unless it is said who was there. */
async function meOrNull(input: Input, opened: Opened, context: Context): Promise<string | null> {
  try {
    return await whoAmI(opened, context);
  } catch (error) {
    const isSaid = listOf(input.flags, "team").length > 0 || isOn(input.flags, "secondhand");
    if (isSaid && error instanceof PmTalkError) return null;
    throw error;
  }
}
