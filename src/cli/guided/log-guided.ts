import {PmTalkError} from "../../core/errors.ts";
import {piece} from "../../render/pieces.ts";
import {wrapPieces} from "../../render/wrap.ts";
import {rememberWorkspace} from "../../workspace/last-used.ts";
import {isOn, listOf, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {addToOf} from "../log/add-to.ts";
import {readBody} from "../log/body-flag.ts";
import {openForLog} from "../log/choose-workspace.ts";
import {type LogInput, resumedLog} from "../log/draft-input.ts";
import {offerDrafts} from "../log/draft-offer.ts";
import {editReady} from "../log/edit-log.ts";
import {commitAndShow, type Ready, showDry} from "../log/finish-log.ts";
import {customerTyped} from "../log/read-log.ts";
import {saveCustomer} from "../log/save-log.ts";
import {type Opened, whoAmI} from "../open.ts";
import type {Prompter} from "../prompts/prompter.ts";
import {movedBy} from "./after-saving.ts";
import {DraftKeeper} from "./draft-keeper.ts";
import {cancelled, guide, type Guided} from "./guide.ts";
import {type Answers, Memory, noAnswers} from "./memory.ts";
import {saveOrShow} from "./save-or-show.ts";
import type {Talk} from "./talk.ts";

/** `log` as a conversation: asks what the flags do not say, keeps every answer, and saves when it is right. */
export async function logGuided(fresh: LogInput, context: Context): Promise<number> {
  const keeper = new DraftKeeper(context);
  try {
    const asked = await ask(fresh, keeper, context);
    return await finish(asked, keeper, context);
  } catch (error) {
    throw error instanceof PmTalkError && !keeper.isDone ? keeper.keptError(error) : error;
  }
}

interface Asked {
  log: LogInput;
  opened: Opened;
  talk: Talk;
  done: Guided;
}

async function ask(fresh: LogInput, keeper: DraftKeeper, context: Context): Promise<Asked> {
  const prompter = await context.openPrompter(fresh.input.global.color);
  try {
    const opened = await openForLog(fresh.input, context, prompter);
    const {root} = opened.workspace;
    const log = {...(await maybeResumed(fresh, root, prompter, context))};
    log.input = {...log.input, global: {...log.input.global, dir: root}};
    const body =
      log.body === undefined ? await readBody(valueOf(log.input.flags, "body"), context) : log.body;
    keeper.begin(log, root, body);
    const talk = await talkOf(log, keeper, opened, prompter, context);
    const quick = isOn(log.input.flags, "quick");
    const done = await guide(talk, {input: log.input, body, quick}, opened, context);
    return {log, opened, talk, done};
  } finally {
    await prompter.close();
  }
}

/** A note that waits in this workspace is offered first, unless one was asked for by name. */
async function maybeResumed(
  fresh: LogInput,
  root: string,
  prompter: Prompter,
  context: Context,
): Promise<LogInput> {
  if (fresh.resumed !== null) return fresh;
  const {args, flags} = fresh.input;
  const customer = args[0] ?? valueOf(flags, "customer");
  const resumed = await offerDrafts(context, prompter, root, customer);
  return resumed === null ? fresh : resumedLog(resumed, fresh.input);
}

async function talkOf(
  log: LogInput,
  keeper: DraftKeeper,
  opened: Opened,
  prompter: Prompter,
  context: Context,
): Promise<Talk> {
  const {input} = log;
  const {collection, config} = opened.workspace;
  const answers = (log.resumed?.content.answers ?? noAnswers()) as Answers;
  const addTo = addToOf(valueOf(input.flags, "addTo"), collection);
  const customer = customerTyped(input, addTo);
  return {
    prompter,
    memory: new Memory(answers, (now) => {
      keeper.keep(now);
    }),
    collection,
    config,
    me: await meOrNull(log, opened, context),
    today: log.saidOn,
    flags: input.flags,
    customer: addTo === null ? customer : null,
    addTo,
  };
}

/** Who asks must be known, unless it is said who was there. */
async function meOrNull(
  {input}: LogInput,
  opened: Opened,
  context: Context,
): Promise<string | null> {
  try {
    return await whoAmI(opened, context);
  } catch (error) {
    const isSaid = listOf(input.flags, "team").length > 0 || isOn(input.flags, "secondhand");
    if (isSaid && error instanceof PmTalkError) return null;
    throw error;
  }
}

async function finish(
  {log, opened, talk, done}: Asked,
  keeper: DraftKeeper,
  context: Context,
): Promise<number> {
  if (done.then === "later") throw cancelled();
  const {input} = log;
  const {root, collection} = opened.workspace;
  const ready: Ready = {...done, customer: done.values.customer.name};
  const edited =
    done.then === "edit"
      ? await editReady(ready, done.values, input, opened, context)
      : {ready, drop: () => undefined};
  if (isOn(input.flags, "dryRun")) return await showDry(edited.ready, input, opened, context);
  const {note, proof} = edited.ready;
  await saveOrShow(note, root, keeper, input.global.color, context);
  edited.drop();
  await keeper.drop();
  rememberWorkspace(root, context.env);
  const created = await saveCustomer(note, root);
  const moved = (after: Opened): string[] => [
    ...movedBy(note.id, talk.me, collection, after.workspace.collection, after.today).flatMap(
      (line) => wrapped(line, context),
    ),
    ...(proof.oneTalk === null ? [] : [proof.oneTalk]),
  ];
  return await commitAndShow(created, edited.ready, input, opened, context, moved);
}

/** A sentence for a terminal as lines of its width, with two columns before each; whole where nobody reads along. */
function wrapped(text: string, {stderrIsTTY, columns}: Context): string[] {
  if (!stderrIsTTY) return [text];
  const lines = wrapPieces([piece(text)], Math.max(10, columns - 3), 2);
  return lines.map((line) => line.map((one) => one.text).join(""));
}
